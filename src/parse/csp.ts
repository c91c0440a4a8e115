import { headerValues, type HeaderFields } from "./headers.ts";

/** One policy of an answer: a header may hold several, joined by commas, and each meta element one more. */
export interface CspPolicy {
  readonly source: "header" | "meta";
  /** Directives by lower-case name, in order; of a repeated directive browsers take the first. */
  readonly directives: ReadonlyMap<string, readonly string[]>;
  /** Names that appear twice: the later ones have no effect, which surprises their author. */
  readonly repeated: readonly string[];
  /** The policy as sent, bounded. */
  readonly text: string;
}

/** Everything that an answer says about its content security policy. Browsers apply every enforced policy at once. */
export interface CspSet {
  readonly enforced: readonly CspPolicy[];
  readonly reportOnly: readonly CspPolicy[];
}

/** Directives that a meta element cannot set (CSP level 3, 3.3). */
const NOT_IN_META: ReadonlySet<string> = new Set(["frame-ancestors", "report-uri", "sandbox"]);

const MAXIMUM_POLICIES = 16;
const MAXIMUM_LENGTH = 32_768;
const MAXIMUM_DIRECTIVES = 64;
const MAXIMUM_SOURCES = 512;

/** Collects the policies of an answer from its header lines and from the meta elements of its document. */
export function collectPolicies(headers: HeaderFields, meta: readonly string[]): CspSet {
  const fromHeader = (name: string): readonly CspPolicy[] =>
    headerValues(headers, name)
      .flatMap((value) => value.slice(0, MAXIMUM_LENGTH).split(",", MAXIMUM_POLICIES))
      .map((text) => parsePolicy(text, "header"));
  const inMeta = meta.map((text) => parsePolicy(text, "meta"));
  const present = (policies: readonly CspPolicy[]): readonly CspPolicy[] =>
    policies.filter((policy) => policy.directives.size > 0).slice(0, MAXIMUM_POLICIES);
  return {
    enforced: present([...fromHeader("content-security-policy"), ...inMeta]),
    reportOnly: present(fromHeader("content-security-policy-report-only")),
  };
}

/** Parses one serialised policy (CSP level 3, 2.2.1). Keywords keep their case; compare them in lower case. Never throws. */
export function parsePolicy(text: string, source: CspPolicy["source"]): CspPolicy {
  const directives = new Map<string, readonly string[]>();
  const repeated = new Set<string>();
  for (const part of text.slice(0, MAXIMUM_LENGTH).split(";", MAXIMUM_DIRECTIVES)) {
    const [rawName, ...values] = part.split(/[\t\n\f\r ]+/).filter((token) => token !== "");
    const name = rawName?.toLowerCase();
    if (name === undefined || (source === "meta" && NOT_IN_META.has(name))) continue;
    if (directives.has(name)) repeated.add(name);
    else directives.set(name, values.slice(0, MAXIMUM_SOURCES));
  }
  return { source, directives, repeated: [...repeated], text: text.trim().slice(0, 4096) };
}

/** Which directives stand in for one that is missing, nearest first (CSP level 3, 6.8.3). */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  "script-src-elem": ["script-src-elem", "script-src", "default-src"],
  "script-src-attr": ["script-src-attr", "script-src", "default-src"],
  "script-src": ["script-src", "default-src"],
  "style-src": ["style-src", "default-src"],
  "object-src": ["object-src", "default-src"],
  "frame-src": ["frame-src", "child-src", "default-src"],
  "connect-src": ["connect-src", "default-src"],
};

/** The sources that govern a kind of content, lower-cased where that loses nothing; null where nothing governs it. */
export function effectiveSources(policy: CspPolicy, directive: string): readonly string[] | null {
  for (const name of FALLBACKS[directive] ?? [directive]) {
    const sources = policy.directives.get(name);
    if (sources !== undefined) return sources;
  }
  return null;
}

/** What a list of script sources permits, after the rules by which nonces, hashes and strict-dynamic cancel others. */
export interface SourceList {
  readonly none: boolean;
  readonly self: boolean;
  readonly nonces: readonly string[];
  readonly hashes: readonly string[];
  readonly strictDynamic: boolean;
  /** 'unsafe-inline' where it still has an effect: a nonce, a hash or strict-dynamic cancels it. */
  readonly unsafeInline: boolean;
  readonly unsafeEval: boolean;
  readonly unsafeHashes: boolean;
  /** Host and scheme sources that count: none under strict-dynamic. */
  readonly hosts: readonly string[];
  readonly reportSample: boolean;
}

const NONCE = /^'nonce-([A-Za-z0-9+/_-]{1,512}={0,2})'$/i;
const HASH = /^'sha(?:256|384|512)-[A-Za-z0-9+/_-]{1,128}={0,2}'$/i;

/** Reads a source list (CSP level 3, 2.3.1 and 6.7.3). */
export function readSources(sources: readonly string[]): SourceList {
  const keyword = (word: string): boolean => sources.some((source) => source.toLowerCase() === `'${word}'`);
  const nonces = sources.flatMap((source) => NONCE.exec(source)?.[1] ?? []);
  const hashes = sources.filter((source) => HASH.test(source));
  const strictDynamic = keyword("strict-dynamic");
  const plain = sources.filter((source) => !source.startsWith("'"));
  return {
    none: sources.length === 0 || (sources.length === 1 && keyword("none")),
    self: keyword("self") && !strictDynamic,
    nonces,
    hashes,
    strictDynamic,
    unsafeInline: keyword("unsafe-inline") && nonces.length === 0 && hashes.length === 0 && !strictDynamic,
    unsafeEval: keyword("unsafe-eval"),
    unsafeHashes: keyword("unsafe-hashes"),
    hosts: strictDynamic ? [] : plain.slice(0, MAXIMUM_SOURCES),
    reportSample: keyword("report-sample"),
  };
}

/** A host source such as `https://*.bakery.test:*\/js/`, or a scheme source such as `https:`. */
export interface HostSource {
  readonly scheme: string | null;
  /** Empty for a scheme source. */
  readonly host: string;
  readonly path: string;
}

const SCHEME_SOURCE = /^([a-z][a-z0-9+.-]{0,30}):$/i;
const HOST_SOURCE =
  /^(?:([a-z][a-z0-9+.-]{0,30}):\/\/)?(\*|(?:\*\.)?[a-z0-9_-][a-z0-9_.-]{0,253}|\[[0-9a-f:.]{2,45}\])(?::(?:[0-9]{1,5}|\*))?(\/[^\s]{0,2048})?$/i;

/** Parses one source that is no keyword; null where it is no valid source, and browsers ignore it. */
export function parseHostSource(source: string): HostSource | null {
  const scheme = SCHEME_SOURCE.exec(source);
  if (scheme !== null) return { scheme: (scheme[1] ?? "").toLowerCase(), host: "", path: "" };
  const host = HOST_SOURCE.exec(source);
  if (host === null) return null;
  return {
    scheme: host[1]?.toLowerCase() ?? null,
    host: (host[2] ?? "").toLowerCase(),
    path: host[3] ?? "",
  };
}

/** Whether a source admits any host at all: `*`, a bare network scheme, or a scheme with `*` as its host. */
export function admitsAnyHost(source: string): boolean {
  const parsed = parseHostSource(source);
  if (parsed === null) return false;
  if (parsed.host === "*") return true;
  return parsed.host === "" && ["http", "https", "ws", "wss", "ftp"].includes(parsed.scheme ?? "");
}

/** Whether a list of sources admits an https address; ports and paths are taken as matching, which errs on "admits". */
export function admitsHost(list: SourceList, host: string): boolean {
  return list.hosts.some((source) => {
    const parsed = parseHostSource(source);
    if (parsed === null) return false;
    if (admitsAnyHost(source)) return true;
    if (parsed.host.startsWith("*.")) return host.endsWith(parsed.host.slice(1));
    return parsed.host === host;
  });
}
