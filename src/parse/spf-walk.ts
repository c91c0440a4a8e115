import { isSpf, parseSpf, SPF_LOOKUP_MECHANISMS, type SpfQualifier, type SpfTerm } from "./spf.ts";

/** What is known of a name's TXT records: the texts, that there are none, that nobody could say, or nothing yet. */
export type TxtAnswer = readonly string[] | "none" | "unknown" | "not-asked";

export type SpfProblem = "several-records" | "syntax" | "too-many-lookups" | "loop" | "include-without-record" | "ptr";

export interface SpfWalk {
  /** none: no record at all; unknown: the resolver could not say, or more must be asked first. */
  readonly status: "record" | "none" | "unknown";
  readonly text: string | null;
  /** Look-ups that a receiver makes for the whole record; a walk stops counting at 40. */
  readonly lookups: number;
  /** The qualifier of the `all` that decides in the end, through redirects; null where none does. */
  readonly all: SpfQualifier | null;
  /** Domains whose records are taken over, in order of appearance: who may send for this domain. */
  readonly includes: readonly string[];
  /** The domain whose record lets every address pass, by +all or by a network of all; null where none does. */
  readonly everyone: string | null;
  /** Names of a, mx and exists, without macros, in order: a receiver looks them up, and gives up after two that are void. */
  readonly hosts: readonly SpfHost[];
  /** Addresses and networks admitted by number. */
  readonly networks: readonly string[];
  readonly problems: readonly { readonly kind: SpfProblem; readonly domain: string }[];
  /** Records that belong to it are not known. */
  readonly incomplete: boolean;
  /** Names whose TXT records must be known for a complete answer. */
  readonly missing: readonly string[];
  /** A macro stands in an include or redirect, so that its target depends on the mail itself. */
  readonly macros: boolean;
}

/** A name that a mechanism makes receivers ask for: addresses for `a` and `exists`, mail exchangers for `mx`. */
export interface SpfHost {
  readonly mechanism: "a" | "mx" | "exists";
  readonly name: string;
}

/** RFC 7208, 4.6.4. */
export const SPF_LOOKUP_LIMIT = 10;

/** Look-ups without an answer that receivers put up with (RFC 7208, 4.6.4). */
export const SPF_VOID_LIMIT = 2;

const STOP = 40;

interface State {
  lookups: number;
  readonly includes: string[];
  readonly networks: string[];
  readonly problems: { kind: SpfProblem; domain: string }[];
  readonly missing: string[];
  readonly hosts: SpfHost[];
  everyone: string | null;
  unknown: boolean;
  macros: boolean;
}

/**
 * Follows an SPF record through its includes and redirects over what is known, and names what must be asked next: a probe
 * asks and walks again until nothing is missing, and a check walks the saved answers. Pure; ends for any set of records.
 */
export function walkSpf(domain: string, txt: (name: string) => TxtAnswer): SpfWalk {
  const state: State = {
    lookups: 0,
    includes: [],
    networks: [],
    problems: [],
    missing: [],
    hosts: [],
    everyone: null,
    unknown: false,
    macros: false,
  };
  const root = recordOf(domain, txt, state, true);
  const all = root === null ? null : walk(domain, root, [domain], txt, state);
  if (state.lookups > SPF_LOOKUP_LIMIT) state.problems.push({ kind: "too-many-lookups", domain });
  const incomplete = state.unknown || state.missing.length > 0;
  return {
    status: root === null ? (incomplete || state.problems.length > 0 ? statusWithout(state) : "none") : "record",
    text: root,
    lookups: state.lookups,
    all,
    includes: [...new Set(state.includes)],
    everyone: state.everyone,
    hosts: state.hosts.slice(0, STOP),
    incomplete,
    networks: [...new Set(state.networks)].slice(0, 200),
    problems: state.problems,
    missing: [...new Set(state.missing)],
    macros: state.macros,
  };
}

/** Several records are records, though no receiver may use any of them (RFC 7208, 4.5). */
function statusWithout(state: State): SpfWalk["status"] {
  return state.problems.some(({ kind }) => kind === "several-records") ? "record" : "unknown";
}

function recordOf(domain: string, txt: (name: string) => TxtAnswer, state: State, root: boolean): string | null {
  const answer = txt(domain);
  if (answer === "not-asked") state.missing.push(domain);
  if (answer === "unknown") state.unknown = true;
  if (answer === "unknown" || answer === "not-asked") return null;
  const records = answer === "none" ? [] : answer.filter((text) => isSpf(text));
  if (records.length > 1) state.problems.push({ kind: "several-records", domain });
  else if (records.length === 0 && !root) state.problems.push({ kind: "include-without-record", domain });
  return records.length === 1 ? (records[0] ?? null) : null;
}

function walk(
  domain: string,
  text: string,
  path: readonly string[],
  txt: (name: string) => TxtAnswer,
  state: State,
): SpfQualifier | null {
  const record = parseSpf(text);
  if (record.unknown.length > 0) state.problems.push({ kind: "syntax", domain });
  let all: SpfQualifier | null = null;
  for (const term of record.terms) {
    if (SPF_LOOKUP_MECHANISMS.has(term.mechanism)) state.lookups += 1;
    if (term.mechanism === "ptr") state.problems.push({ kind: "ptr", domain });
    if (term.mechanism === "ip4" || term.mechanism === "ip6") state.networks.push(term.value);
    noteHost(domain, term, state);
    if (admitsAll(term)) state.everyone ??= domain;
    if (term.mechanism === "all") all = term.qualifier;
    if (term.mechanism !== "include" || state.lookups > STOP) continue;
    // An include that only ever subtracts admits nobody, yet it is followed by receivers all the same.
    if (term.qualifier === "+") state.includes.push(term.value);
    // It matches where the other record says pass: one that lets everybody pass decides here, and nothing after it is reached.
    if (include(domain, term, path, txt, state) !== "+") continue;
    all = term.qualifier;
    break;
  }
  if (record.redirect !== null && state.lookups <= STOP) {
    state.lookups += 1;
    all = follow(domain, record.redirect, path, txt, state);
  }
  return all;
}

/** Whom an included record lets through in the end. That of another qualifier does not make everybody a sender. */
function include(
  domain: string,
  term: SpfTerm,
  path: readonly string[],
  txt: (name: string) => TxtAnswer,
  state: State,
): SpfQualifier | null {
  const before = state.everyone;
  const all = follow(domain, term.value, path, txt, state);
  if (term.qualifier !== "+") state.everyone = before;
  return all;
}

function admitsAll({ qualifier, mechanism, value }: SpfTerm): boolean {
  return (
    qualifier === "+" && (mechanism === "all" || ((mechanism === "ip4" || mechanism === "ip6") && /\/0+$/.test(value)))
  );
}

function noteHost(domain: string, { mechanism, value }: SpfTerm, state: State): void {
  if (mechanism !== "a" && mechanism !== "mx" && mechanism !== "exists") return;
  // What follows a slash is the length of the networks round the addresses.
  const name = (value.startsWith("/") ? "" : (value.split("/", 1)[0] ?? "")).replace(/\.$/, "");
  if (!name.includes("%")) state.hosts.push({ mechanism, name: name === "" ? domain : name });
}

function follow(
  domain: string,
  next: string,
  path: readonly string[],
  txt: (name: string) => TxtAnswer,
  state: State,
): SpfQualifier | null {
  const target = next.replace(/\.$/, "");
  if (target.includes("%")) {
    state.macros = true;
    return null;
  }
  if (path.includes(target)) {
    state.problems.push({ kind: "loop", domain });
    return null;
  }
  const text = recordOf(target, txt, state, false);
  return text === null ? null : walk(target, text, [...path, target], txt, state);
}
