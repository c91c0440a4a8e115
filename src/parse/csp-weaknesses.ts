import { CspEvaluator } from "csp_evaluator";
import { Severity, Type } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import {
  admitsAnyHost,
  admitsHost,
  effectiveSources,
  parseHostSource,
  readSources,
  type CspPolicy,
  type CspSet,
  type SourceList,
} from "./csp.ts";
import { CSP_DIRECTIVES } from "../data/csp-directives.ts";

/** What lets an attacker past a policy, or makes it fail to work as written. */
export type CspWeakness =
  | "absent"
  | "report-only"
  | "no-script-control"
  | "script-anything"
  | "script-unsafe-inline"
  | "strict-dynamic-alone"
  | "bypassable-host"
  | "unsafe-eval"
  | "http-source"
  | "ip-source"
  | "object-src-missing"
  | "base-uri-missing"
  | "form-action-missing"
  | "form-action-broad"
  | "weak-nonce"
  | "unknown-directive"
  | "repeated-directive"
  | "invalid-source"
  | "style-unsafe-inline";

export interface CspWeaknessFound {
  readonly weakness: CspWeakness;
  /** The sources or directives at fault, at most 10. */
  readonly values: readonly string[];
}

/** From nothing to a strict policy: what a policy is worth against injected script. */
export const CSP_LEVELS = [
  "none",
  "report-only",
  "framing-only",
  "open-list",
  "bypassable-list",
  "list",
  "nonce",
  "strict",
] as const;

export type CspLevel = (typeof CSP_LEVELS)[number];

export interface CspAssessment {
  readonly level: CspLevel;
  readonly weaknesses: readonly CspWeaknessFound[];
}

/**
 * Judges all policies of one answer together. Browsers apply every enforced policy, so what one of them forbids is
 * forbidden, and a weakness counts only where every policy shares it.
 */
export function assessCsp(set: CspSet): CspAssessment {
  if (set.enforced.length === 0) {
    const reported = set.reportOnly.length > 0;
    return {
      level: reported ? "report-only" : "none",
      weaknesses: [{ weakness: reported ? "report-only" : "absent", values: [] }],
    };
  }
  const scripts = governedBy(set.enforced, "script-src-elem");
  const handlers = governedBy(set.enforced, "script-src-attr");
  const weaknesses = [
    ...scriptWeaknesses(scripts, handlers),
    ...directiveWeaknesses(set.enforced, scripts),
    ...slips(set.enforced),
  ];
  return { level: levelOf(set.enforced, scripts, weaknesses), weaknesses };
}

/** The source lists of the policies that govern a kind of content; a policy that does not govern it admits all of it. */
function governedBy(policies: readonly CspPolicy[], directive: string): readonly SourceList[] {
  return policies.flatMap((policy) => {
    const sources = effectiveSources(policy, directive);
    return sources === null ? [] : [readSources(sources)];
  });
}

function scriptWeaknesses(
  elements: readonly SourceList[],
  handlers: readonly SourceList[],
): readonly CspWeaknessFound[] {
  if (elements.length === 0) return [{ weakness: "no-script-control", values: [] }];
  const found: CspWeaknessFound[] = [];
  const anything = everyValues(elements, openSources);
  if (anything !== null) found.push({ weakness: "script-anything", values: anything });
  // No list of handlers means that no policy governs onclick and its like; `every` is true of it, as it should be.
  if (elements.every((list) => list.unsafeInline) || handlers.every((list) => list.unsafeInline))
    found.push({ weakness: "script-unsafe-inline", values: [] });
  if (elements.some((list) => list.strictDynamic && list.nonces.length === 0 && list.hashes.length === 0))
    found.push({ weakness: "strict-dynamic-alone", values: [] });
  const bypassable = anything === null ? bypassableHosts(elements) : [];
  if (bypassable.length > 0) found.push({ weakness: "bypassable-host", values: bypassable });
  if (elements.every((list) => list.unsafeEval)) found.push({ weakness: "unsafe-eval", values: [] });
  const http = everyValues(elements, (list) =>
    list.hosts.filter((source) => source.toLowerCase().startsWith("http://")),
  );
  if (http !== null) found.push({ weakness: "http-source", values: http });
  const addresses = everyValues(elements, (list) => list.hosts.filter(isAddressSource));
  if (addresses !== null) found.push({ weakness: "ip-source", values: addresses });
  const weak = elements.flatMap((list) => list.nonces.filter((nonce) => nonce.length < 16));
  // 128 bits of randomness are 22 characters of base64 (CSP level 3, 7.1); under 16 a guess comes into reach.
  if (weak.length > 0) found.push({ weakness: "weak-nonce", values: [] });
  return found;
}

function directiveWeaknesses(
  policies: readonly CspPolicy[],
  scripts: readonly SourceList[],
): readonly CspWeaknessFound[] {
  const found: CspWeaknessFound[] = [];
  const objects = governedBy(policies, "object-src");
  if (scripts.length > 0 && objects.every((list) => list.hosts.some((source) => admitsAnyHost(source))))
    found.push({ weakness: "object-src-missing", values: [] });
  const nonced = scripts.some((list) => list.nonces.length > 0 || list.hashes.length > 0);
  if (nonced && policies.every((policy) => isOpen(policy.directives.get("base-uri"))))
    found.push({ weakness: "base-uri-missing", values: [] });
  const formActions = policies.flatMap((policy) => {
    const sources = policy.directives.get("form-action");
    return sources === undefined ? [] : [sources];
  });
  if (formActions.length === 0) found.push({ weakness: "form-action-missing", values: [] });
  else if (formActions.every((sources) => isOpen(sources)))
    found.push({
      weakness: "form-action-broad",
      values: unique(formActions.flat().filter((source) => admitsAnyHost(source))),
    });
  if (governedBy(policies, "style-src").every((list) => list.unsafeInline))
    found.push({ weakness: "style-unsafe-inline", values: [] });
  return found;
}

/** Slips of the pen: the author meant something that browsers do not do. */
function slips(policies: readonly CspPolicy[]): readonly CspWeaknessFound[] {
  const unknown = policies.flatMap((policy) =>
    [...policy.directives.keys()].filter((name) => !CSP_DIRECTIVES.has(name)),
  );
  const repeated = policies.flatMap((policy) => policy.repeated);
  const invalid = policies.flatMap((policy) =>
    [...policy.directives].flatMap(([name, sources]) =>
      CSP_DIRECTIVES.get(name) === "sources" ? sources.filter((source) => !isValidSource(source)) : [],
    ),
  );
  const found: readonly CspWeaknessFound[] = [
    { weakness: "unknown-directive", values: unique(unknown) },
    { weakness: "repeated-directive", values: unique(repeated) },
    { weakness: "invalid-source", values: unique(invalid) },
  ];
  return found.filter(({ values }) => values.length > 0);
}

function levelOf(
  policies: readonly CspPolicy[],
  scripts: readonly SourceList[],
  weaknesses: readonly CspWeaknessFound[],
): CspLevel {
  const has = (...names: readonly CspWeakness[]): boolean =>
    weaknesses.some(({ weakness }) => names.includes(weakness));
  if (scripts.length === 0) return "framing-only";
  if (has("script-anything", "script-unsafe-inline")) return "open-list";
  if (has("bypassable-host")) return "bypassable-list";
  const nonced = scripts.filter((list) => list.nonces.length > 0 || list.hashes.length > 0);
  if (nonced.length === 0) return "list";
  const strict = nonced.some((list) => list.strictDynamic);
  const objectsOff = policies.some((policy) => readSources(effectiveSources(policy, "object-src") ?? ["*"]).none);
  return strict && objectsOff && !has("base-uri-missing") ? "strict" : "nonce";
}

/** Sources that let in a script from anywhere, or of the attacker's own making. */
function openSources(list: SourceList): readonly string[] {
  return list.hosts.filter((source) => admitsAnyHost(source) || /^(?:data|blob|filesystem):$/i.test(source));
}

/** The values where every list has some; null where one of the lists has none, and so closes the gap. */
function everyValues(
  lists: readonly SourceList[],
  pick: (list: SourceList) => readonly string[],
): readonly string[] | null {
  const picked = lists.map((list) => pick(list));
  return picked.every((values) => values.length > 0) ? unique(picked.flat()) : null;
}

/** Sources that are looked up; a list that names more hosts than that is not read by anybody either. */
const MOST_LOOKED_UP = 64;

/** Hosts on which a script endpoint is known that runs what the attacker asks for, and that every policy admits. */
function bypassableHosts(lists: readonly SourceList[]): readonly string[] {
  const evalAllowed = lists.every((list) => list.unsafeEval);
  const named = new Set(lists.flatMap((list) => list.hosts).filter((source) => parseHostSource(source)?.host !== ""));
  return [...named]
    .slice(0, MOST_LOOKED_UP)
    .filter((source) => isKnownBypass(source, evalAllowed))
    .filter((source) => {
      const host = parseHostSource(source)?.host ?? "";
      const plainHost = host.startsWith("*.") ? host.slice(2) : host;
      return lists.every((list) => list.hosts.includes(source) || admitsHost(list, plainHost));
    })
    .slice(0, 10);
}

function isKnownBypass(source: string, evalAllowed: boolean): boolean {
  try {
    const policy = new CspParser(`script-src ${source}${evalAllowed ? " 'unsafe-eval'" : ""}`).csp;
    return new CspEvaluator(policy)
      .evaluate()
      .some((finding) => finding.type === Type.SCRIPT_ALLOWLIST_BYPASS && finding.severity === Severity.HIGH);
  } catch {
    // csp_evaluator throws on hosts that are no address (new URL); such a source admits nothing.
    return false;
  }
}

function isAddressSource(source: string): boolean {
  const host = parseHostSource(source)?.host ?? "";
  return host.startsWith("[") || /^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/.test(host);
}

function isOpen(sources: readonly string[] | undefined): boolean {
  return sources === undefined || sources.some((source) => admitsAnyHost(source));
}

const KEYWORD =
  /^'(?:none|self|unsafe-inline|unsafe-eval|unsafe-hashes|strict-dynamic|report-sample|wasm-unsafe-eval|inline-speculation-rules|unsafe-allow-redirects|trusted-types-eval|report-(?:sha256|sha384|sha512)|(?:nonce|sha256|sha384|sha512)-[A-Za-z0-9+/_-]{1,512}={0,2})'$/i;

function isValidSource(source: string): boolean {
  return source.startsWith("'") ? KEYWORD.test(source) : parseHostSource(source) !== null;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].slice(0, 10);
}
