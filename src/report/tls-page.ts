import type { TlsCertificate, TlsEndpoint, TlsFeatures, TlsValue } from "../core/evidence/tls.ts";
import { TLS_VERSIONS } from "../core/evidence/tls.ts";
import { cleanText, type Language, type LocalText, type Parameters } from "../core/text.ts";
import { suiteByName } from "../data/tls/cipher-suites.ts";
import { say } from "../locale/say.ts";
import { SUITE_STRENGTHS, TLS_PAGE_TEXT as T } from "../locale/tls-page-text.ts";
import { padEnd, wrap } from "./text/layout.ts";
import {
  chainOrderName,
  endpointTitle,
  featureRows,
  groupSentence,
  leftOutLine,
  notTested,
  postQuantumSentence,
} from "./tls-facts.ts";
import { paintOf, type Paint, type PaintOptions } from "./text/paint.ts";

/** Columns of the suite's IANA and OpenSSL names; the longest usual ones fit. */
const NAME_COLUMNS = 46;
const OPENSSL_COLUMNS = 32;

/** The TLS section as a page that a TLS engineer reads: versions with their suites, groups, certificates, features, remarks. */
export function renderTlsPage(value: TlsValue, lang: Language, options: PaintOptions): string {
  const page = new Page(lang, paintOf({ ...options, columns: options.columns ?? 100 }));
  const blocks = value.endpoints.map((endpoint) => page.endpoint(endpoint));
  const drift = page.drift(value);
  return `${[...blocks, ...(drift.length > 0 ? [drift] : [])].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

class Page {
  readonly #lang: Language;
  readonly #paint: Paint;

  constructor(lang: Language, paint: Paint) {
    this.#lang = lang;
    this.#paint = paint;
  }

  endpoint(endpoint: TlsEndpoint): string[] {
    const { connections, bytesIn, bytesOut, wallMs } = endpoint.cost;
    const state = endpoint.complete
      ? this.#say(T.complete)
      : this.#say(T.incomplete, { reason: endpoint.incompleteReason ?? "" });
    const cost = this.#say(T.cost, { connections, in: bytesIn, out: bytesOut, ms: wallMs });
    const lines = [this.#paint.style("bold", endpointTitle(endpoint)), `${cost} · ${state}`];
    if (endpoint.error !== undefined) lines.push(cleanText(`${endpoint.error.code}: ${endpoint.error.message}`));
    if (endpoint.state !== "tls") return lines;
    return [
      ...lines,
      ...this.#block(T.versions, this.#versions(endpoint)),
      ...this.#block(T.groups, this.#groups(endpoint)),
      ...this.#block(
        T.certificates,
        endpoint.certificates.flatMap((one) => this.#certificate(one)),
      ),
      ...this.#block(T.features, endpoint.features === undefined ? [] : this.#features(endpoint.features)),
      ...this.#block(
        T.leftOut,
        (endpoint.leftOut ?? []).map((left) => leftOutLine(left, this.#lang)),
      ),
      ...this.#block(
        T.remarks,
        (endpoint.variation ?? []).map(({ what }) => this.#say(T.variation, { what })),
      ),
    ];
  }

  drift(value: TlsValue): string[] {
    const lines = (value.drift ?? []).flatMap(({ host, port, what, addresses }) => [
      `${host}:${port} ${what}`,
      ...addresses.flatMap(({ ip, value: text }) => this.#wrapped(`${ip}  ${text}`, 4)),
    ]);
    return lines.length === 0
      ? []
      : [this.#paint.style("bold", this.#say(T.drift)), ...lines.map((line) => `  ${line}`)];
  }

  #versions(endpoint: TlsEndpoint): string[] {
    return [...TLS_VERSIONS].reverse().flatMap((version) => {
      const spoken = endpoint.versions[version];
      const offered = endpoint.offered?.[version];
      if (spoken === undefined) {
        if (offered === undefined) return [];
        const text = offered.value === false ? this.#say(T.notOffered) : notTested(offered.note, this.#lang);
        return [`${padEnd(version, 9)} ${text}`];
      }
      const order =
        spoken.order === "server" ? T.serverOrder : spoken.order === "client" ? T.clientOrder : T.unknownOrder;
      const partial = spoken.complete ? "" : `, ${this.#say(T.partial)}`;
      const head = `${padEnd(version, 9)} ${this.#say(order)}${partial}`;
      return [head, ...spoken.suites.map((name) => `  ${this.#suite(name)}`)];
    });
  }

  #suite(name: string): string {
    const suite = suiteByName(name);
    if (suite === undefined) return name;
    const secrecy = suite.forwardSecrecy ? "" : ` ${this.#say(T.noForwardSecrecy)}`;
    const traits = `${String(suite.bits).padStart(3)} ${suite.mode}${secrecy}`;
    const line = `${padEnd(name, NAME_COLUMNS)} ${padEnd(suite.openssl ?? "", OPENSSL_COLUMNS)} ${traits}`;
    const strength = this.#say(SUITE_STRENGTHS[suite.strength]);
    if (suite.strength === "insufficient") return this.#paint.style("red", `${line}  ${strength}`);
    return suite.strength === "good" ? line : `${line}  ${strength}`;
  }

  #groups(endpoint: TlsEndpoint): string[] {
    const postQuantum = postQuantumSentence(endpoint, this.#lang);
    return [
      ...this.#wrapped(groupSentence(endpoint, this.#lang), 0),
      ...(postQuantum === null ? [] : [`${this.#say(T.postQuantum)}: ${postQuantum}`]),
    ];
  }

  #certificate(certificate: TlsCertificate): string[] {
    const key = [certificate.keyType, certificate.keyCurve ?? certificate.keyBits]
      .filter((part) => part !== null)
      .join(" ");
    const trust = certificate.trust.trusted
      ? this.#say(T.trusted)
      : this.#say(T.untrusted, { code: certificate.trust.code ?? "" });
    const facts = [
      key,
      certificate.signatureAlgorithm ?? "",
      this.#say(T.until, { date: certificate.notAfter.slice(0, 10) }),
      trust,
      ...(certificate.hostMatches === false ? [this.#say(T.wrongHost)] : []),
      `SCT ${certificate.scts}`,
    ];
    const more = certificate.namesTotal - Math.min(certificate.namesTotal, 6);
    const names = certificate.subjectAltNames.slice(0, 6).join(", ") + (more > 0 ? ` … (+${more})` : "");
    return [
      ...this.#wrapped(cleanText(certificate.subject), 0),
      ...this.#wrapped(cleanText(facts.filter((fact) => fact !== "").join(" · ")), 2),
      ...this.#wrapped(cleanText(names), 2),
      `  SHA-256 ${certificate.sha256}`,
      `  ${this.#say(T.chain, { order: chainOrderName(certificate.chainOrder, this.#lang) })}`,
      ...certificate.chain.flatMap((one, index) => this.#wrapped(cleanText(`${index} ${one.subject}`), 4)),
    ];
  }

  #features(features: TlsFeatures): string[] {
    return featureRows(features, this.#lang).map(
      ({ name, value, known }) => `${padEnd(name, 27)} ${value}${known === null ? "" : `  [${known}]`}`,
    );
  }

  #block(title: LocalText, lines: readonly string[]): string[] {
    return lines.length === 0
      ? []
      : ["", this.#paint.style("bold", this.#say(title)), ...lines.map((line) => `  ${line}`)];
  }

  #wrapped(text: string, indent: number): string[] {
    return wrap(text, this.#paint.columns - 4 - indent).map((line) => `${" ".repeat(indent)}${line}`);
  }

  #say(text: LocalText, parameters: Parameters = {}): string {
    return say(text, this.#lang, parameters);
  }
}
