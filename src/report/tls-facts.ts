import type { TlsEndpoint, TlsFeatures } from "../core/evidence/tls.ts";
import { cleanText, type Language } from "../core/text.ts";
import { nameOf, say } from "../locale/say.ts";
import {
  CHAIN_ORDERS,
  CLIENT_CERTIFICATES,
  KNOWLEDGE_NAMES,
  LEFT_OUT_PARTS,
  LEFT_OUT_REASONS,
  NOTES_IN_FRENCH,
  SNI_OUTCOMES,
  TLS_FEATURE_NAMES,
  TLS_PAGE_TEXT as T,
} from "../locale/tls-page-text.ts";

type FeatureValue = NonNullable<NonNullable<TlsFeatures[keyof TlsFeatures]>["value"]>;

/** A fact about an endpoint in words. */
export interface FeatureRow {
  readonly name: string;
  readonly value: string;
  /** How it is known and from how many handshakes; null where it is not known. */
  readonly known: string | null;
}

/** Which endpoint, over which door, under which name. */
export function endpointTitle(endpoint: TlsEndpoint): string {
  const address = endpoint.ip.includes(":") ? `[${endpoint.ip}]` : endpoint.ip;
  const starttls = endpoint.starttls === undefined ? "" : ` STARTTLS ${endpoint.starttls}`;
  const name = endpoint.serverName ?? null;
  return cleanText(
    `${endpoint.host}:${String(endpoint.port)}${starttls}  ${address}  ${endpoint.purpose}${name === null ? "" : `  SNI ${name}`}`,
  );
}

/** An endpoint in short: host, port, the door it was reached by, and its address. */
export function endpointName({ host, port, starttls, ip }: TlsEndpoint): string {
  const door = starttls === undefined ? "" : ` STARTTLS ${starttls}`;
  return cleanText(`${host}:${String(port)}${door}${ip === "" ? "" : ` (${ip})`}`, 160);
}

/** The groups in the order that the server has, where it has one. */
export function groupSentence(endpoint: TlsEndpoint, lang: Language): string {
  if (endpoint.groups.length === 0) return say(T.none, lang);
  const order = endpoint.features?.groupOrder.value ?? null;
  const told = order === null ? "" : ` (${say(order === "server" ? T.serverOrder : T.clientOrder, lang)})`;
  return `${endpoint.groups.join(", ")}${told}`;
}

/** Whether a hybrid group is there, absent or was not asked for; null where no feature was looked at. */
export function postQuantumSentence(endpoint: TlsEndpoint, lang: Language): string | null {
  const fact = endpoint.features?.postQuantum;
  if (fact === undefined) return null;
  if (fact.value === null) return notTested(fact.note, lang);
  return fact.value.groups.length > 0
    ? say(T.present, lang, { groups: fact.value.groups.join(", ") })
    : say(T.absent, lang);
}

/** Every feature with its value and how it is known, in the order of the names. */
export function featureRows(features: TlsFeatures, lang: Language): readonly FeatureRow[] {
  // The table of names has exactly features as its keys.
  const names = Object.keys(TLS_FEATURE_NAMES) as (keyof typeof TLS_FEATURE_NAMES)[];
  return names.flatMap((key) => {
    const fact = features[key];
    // Evidence of an earlier version has fewer facts.
    if (fact === undefined) return [];
    const { value, known, probes, note } = fact;
    const name = say(TLS_FEATURE_NAMES[key], lang);
    if (value === null) {
      return { name, value: notTested(note, lang), known: null };
    }
    return {
      name,
      value: valueText(value, lang),
      known: say(T.probes, lang, { known: say(KNOWLEDGE_NAMES[known], lang), count: probes }),
    };
  });
}

/** Not tested, and why where the evidence says so. */
export function notTested(note: string | undefined, lang: Language): string {
  if (note === undefined) return say(T.notTestedHere, lang);
  return say(T.notTested, lang, { note: lang === "fr" ? (NOTES_IN_FRENCH[note] ?? note) : note });
}

function valueText(value: FeatureValue, lang: Language): string {
  if (typeof value === "boolean") return say(value ? T.yes : T.no, lang);
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return nameOf(CLIENT_CERTIFICATES, value, lang);
  if ("outcome" in value) {
    const outcome = say(SNI_OUTCOMES[value.outcome], lang);
    return value.alert === null ? outcome : cleanText(`${outcome}, ${value.alert}`);
  }
  if ("bits" in value) return `${String(value.bits)} bits${value.prime === null ? "" : `, ${value.prime}`}`;
  const list = "hybrid" in value ? value.groups : value;
  return list.length === 0 ? say(T.none, lang) : cleanText(list.join(", "));
}

/** A part that was not enumerated, for which versions, and why. */
export function leftOutLine(
  { what, reason, versions }: NonNullable<TlsEndpoint["leftOut"]>[number],
  lang: Language,
): string {
  const part = nameOf(LEFT_OUT_PARTS, what, lang);
  const concerned = versions.length === 0 ? "" : ` (${versions.join(", ")})`;
  return `${part}${concerned}${lang === "fr" ? "\u00A0:" : ":"} ${say(LEFT_OUT_REASONS[reason], lang)}`;
}

/** The order of a chain in words. */
export function chainOrderName(order: keyof typeof CHAIN_ORDERS, lang: Language): string {
  return say(CHAIN_ORDERS[order], lang);
}
