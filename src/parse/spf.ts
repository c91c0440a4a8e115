import { ipBytes } from "../core/ip.ts";

/** Which SPF mechanisms and modifiers cost a look-up (RFC 7208, 4.6.4). */
export const SPF_LOOKUP_MECHANISMS: ReadonlySet<string> = new Set(["include", "a", "mx", "ptr", "exists"]);

export type SpfQualifier = "+" | "-" | "~" | "?";

export interface SpfTerm {
  readonly qualifier: SpfQualifier;
  /** all, include, a, mx, ptr, ip4, ip6, exists. */
  readonly mechanism: string;
  /** What follows the colon or slash; empty where nothing does. */
  readonly value: string;
}

export interface SpfRecord {
  /** The directives up to and including `all`: what follows it is never reached. */
  readonly terms: readonly SpfTerm[];
  /** Ignored where there is an `all` (RFC 7208, 6.1). */
  readonly redirect: string | null;
  /** Terms that no receiver understands; one of them makes the whole record an error. */
  readonly unknown: readonly string[];
}

const MAX_TERMS = 500;

/** Whether a TXT record is an SPF record: `v=spf1` and then a space or nothing. */
export function isSpf(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text);
}

/** Reads the terms of an SPF record (RFC 7208, 4.6.1 and 12). Case-insensitive; never throws. */
export function parseSpf(text: string): SpfRecord {
  const terms: SpfTerm[] = [];
  const unknown: string[] = [];
  const modifiers = new Set<string>();
  let redirect: string | null = null;
  let ended = false;
  for (const part of text.trim().split(/ +/).slice(1, MAX_TERMS)) {
    const modifier = /^([a-z][a-z0-9_.-]{0,63})=(.*)$/i.exec(part);
    if (modifier !== null) {
      const name = modifier[1]?.toLowerCase() ?? "";
      // Of these two only one may stand in a record (RFC 7208, 6); others are left for the future.
      if ((name === "redirect" || name === "exp") && modifiers.has(name)) unknown.push(part.slice(0, 100));
      modifiers.add(name);
      if (name === "redirect") redirect ??= (modifier[2] ?? "").toLowerCase();
      continue;
    }
    const term = readTerm(part);
    if (term === null) unknown.push(part.slice(0, 100));
    else if (!ended) terms.push(term);
    ended ||= term?.mechanism === "all";
  }
  return { terms, redirect: ended ? null : redirect, unknown };
}

const MECHANISMS: ReadonlySet<string> = new Set(["all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"]);

function readTerm(part: string): SpfTerm | null {
  const [, sign = "", name = "", rest = ""] = /^([+\-~?]?)([a-z0-9]{1,10})((?:[:/].*)?)$/i.exec(part) ?? [];
  const mechanism = name.toLowerCase();
  if (!MECHANISMS.has(mechanism)) return null;
  const value = rest.startsWith(":") ? rest.slice(1) : rest;
  const needsValue = ["include", "ip4", "ip6", "exists"].includes(mechanism);
  if (needsValue !== (value !== "") && (needsValue || mechanism === "all")) return null;
  if (mechanism === "ip4" && !isNetwork(value, 4)) return null;
  if (mechanism === "ip6" && !isNetwork(value, 16)) return null;
  return { qualifier: qualifierOf(sign), mechanism, value: value.toLowerCase() };
}

/** An address of so many bytes, alone or with the bits of its prefix. */
function isNetwork(value: string, bytes: 4 | 16): boolean {
  const [, address = "", prefix = "0"] = /^([0-9a-f:.]{2,45})(?:\/(\d{1,3}))?$/i.exec(value) ?? [];
  return address !== "" && ipBytes(address)?.length === bytes && Number(prefix) <= bytes * 8;
}

function qualifierOf(sign: string): SpfQualifier {
  return sign === "-" || sign === "~" || sign === "?" ? sign : "+";
}
