import type { SectionValue } from "../core/evidence/evidence.ts";
import { cleanText, type Language, type LocalText, type Parameters } from "../core/text.ts";
import { FAMILY_REASONS, knownPort } from "../data/ports.ts";
import { knownService } from "../data/services.ts";
import { ACCESS_NAMES, FACT_NAMES, FACT_VALUES, HOSTS_PAGE_TEXT as T } from "../locale/probe-page-text.ts";
import { reasonText } from "../locale/reasons.ts";
import { nameOf, say } from "../locale/say.ts";
import { hanging, padEnd, padStart, wrap } from "./text/layout.ts";
import { paintOf, type Paint, type PaintOptions } from "./text/paint.ts";
import { renderTlsPage } from "./tls-page.ts";

type Host = SectionValue<"hosts">["hosts"][number];
type Port = Host["ports"][number];

/** Characters of one list: SSH's are kept to 128 names. */
const LONGEST = 4000;

/** The hosts section as a page: each address with its ports, what they said of themselves, SSH's lists, and the TLS of mail. */
export function renderHostsPage(value: SectionValue<"hosts">, lang: Language, options: PaintOptions): string {
  const page = new Page(lang, paintOf({ ...options, columns: options.columns ?? 100 }));
  const blocks = value.hosts.map((host) => page.host(host).join("\n"));
  const tls = value.tls ?? [];
  if (tls.length > 0) blocks.push(renderTlsPage({ endpoints: tls, drift: [] }, lang, options).trimEnd());
  if (value.connections !== undefined) blocks.push(say(T.connections, lang, { connections: value.connections }));
  return `${blocks.join("\n\n")}\n`;
}

class Page {
  readonly #lang: Language;
  readonly #paint: Paint;

  constructor(lang: Language, paint: Paint) {
    this.#lang = lang;
    this.#paint = paint;
  }

  host(host: Host): string[] {
    const others = (host.names ?? []).filter((name) => name !== host.host);
    const lines = [this.#paint.style("bold", cleanText(`${host.host}  ${host.ip}`))];
    if (others.length > 0) lines.push(...this.#wrapped(this.#say(T.names, { names: others }), 0));
    if (host.sharedFront !== null)
      return [...lines, ...this.#wrapped(this.#say(T.front, { front: host.sharedFront }), 0)];
    if (host.error !== undefined) return [...lines, ...this.#wrapped(reasonText(host.error.code, this.#lang), 0)];
    if (host.acceptsEverything === true) lines.push(...this.#wrapped(this.#say(T.everything), 0));
    const of = (state: Port["state"]): readonly Port[] => host.ports.filter((port) => port.state === state);
    const [open, closed, filtered] = [of("open"), of("closed"), of("filtered")];
    const counts = { tried: host.ports.length, open: open.length, closed: closed.length, filtered: filtered.length };
    lines.push(this.#say(T.counts, counts));
    if (open.length > 0) lines.push("", this.#say(T.open), ...open.flatMap((port) => this.#open(port)));
    return [...lines, ...this.#list(T.closed, closed), ...this.#list(T.filtered, filtered)];
  }

  #open(port: Port): readonly string[] {
    const head = `  ${padStart(String(port.port), 5)}  ${padEnd(this.#nameOf(port), 14)} `;
    const detail = " ".repeat(9);
    return [
      ...hanging(head, this.#facts(port).join(" · "), this.#paint.columns),
      ...this.#ssh(port, detail),
      ...this.#mail(port, detail),
    ];
  }

  #nameOf(port: Port): string {
    return port.service === null ? "?" : cleanText(knownService(port.service).name, 30);
  }

  #facts(port: Port): readonly string[] {
    if (port.service === null) {
      const { family, usual } = knownPort(port.port);
      const why = usual === "unknown" ? [] : [this.#say(T.usual, { why: FAMILY_REASONS[family][this.#lang] })];
      return [this.#say(T.unknown), ...(port.banner === null ? [] : [cleanText(port.banner, 80)]), ...why];
    }
    const program = [port.product, port.version].filter((part) => part !== null && part !== undefined).join(" ");
    const what = knownService(port.service).holds[this.#lang];
    const facts = [
      program === "" ? (port.banner ?? "") : program,
      port.tls === "implicit" ? this.#say(T.inTls) : "",
      port.access === null || port.access === undefined ? "" : this.#say(ACCESS_NAMES[port.access]),
      ...Object.entries(port.facts ?? {}).map(([name, fact]) => this.#fact(name, fact)),
      what === "" ? "" : this.#say(T.holds, { what }),
    ];
    return facts.filter((fact) => fact !== "").map((fact) => cleanText(fact, 160));
  }

  #fact(name: string, fact: string): string {
    const value = Object.hasOwn(FACT_VALUES, fact) ? nameOf(FACT_VALUES, fact, this.#lang) : fact;
    return `${nameOf(FACT_NAMES, name, this.#lang)}${this.#lang === "fr" ? "\u00a0" : ""}: ${value}`;
  }

  #ssh({ ssh }: Port, indent: string): readonly string[] {
    if (ssh === null || ssh === undefined || !ssh.complete) return [];
    const rows = [
      [T.kex, ssh.kex],
      [T.hostKeys, ssh.hostKeys],
      [T.ciphers, ssh.ciphers],
      [T.macs, ssh.macs],
    ] as const;
    return rows.flatMap(([title, names]) => this.#row(indent, title, names.join(" ")));
  }

  #mail({ mail }: Port, indent: string): readonly string[] {
    if (mail === null || mail === undefined) return [];
    const word = (fact: boolean | null): string => this.#say(fact === null ? T.notKnown : fact ? T.yes : T.no);
    return [
      ...this.#row(indent, T.starttls, word(mail.starttls)),
      ...this.#row(indent, T.plainLogin, word(mail.plainLogin)),
      ...(mail.capabilities.length === 0 ? [] : this.#row(indent, T.capabilities, mail.capabilities.join(", "))),
    ];
  }

  #row(indent: string, title: LocalText, text: string): readonly string[] {
    return hanging(`${indent}${padEnd(this.#say(title), 22)} `, cleanText(text, LONGEST), this.#paint.columns);
  }

  #list(title: LocalText, ports: readonly Port[]): readonly string[] {
    if (ports.length === 0) return [];
    const numbers = ports.map(({ port }) => port).toSorted((one, other) => one - other);
    return ["", this.#say(title), ...this.#wrapped(numbers.join(" "), 2)];
  }

  #wrapped(text: string, indent: number): readonly string[] {
    return wrap(text, this.#paint.columns - indent).map((line) => " ".repeat(indent) + line);
  }

  #say(text: LocalText, parameters: Parameters = {}): string {
    return say(text, this.#lang, parameters);
  }
}
