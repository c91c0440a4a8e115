import { parseTagList } from "./tag-list.ts";

/** A policy file (RFC 8461, 3.2). */
export interface MtaStsPolicy {
  readonly mode: "enforce" | "testing" | "none" | null;
  /** Host names, or `*.` and a host name for exactly one label more. */
  readonly mx: readonly string[];
  /** Seconds; null where missing or no number. */
  readonly maxAge: number | null;
}

/** Whether a TXT record announces an MTA-STS policy. */
export function isMtaSts(text: string): boolean {
  return /^v=STSv1\s*;/.test(text) && /^[a-z0-9]{1,32}$/i.test(parseTagList(text).get("id") ?? "");
}

/** Whether the TXT records of a name announce a policy: exactly one that begins as one, and that is whole (RFC 8461, 3.1). */
export function announcesMtaSts(texts: readonly string[]): boolean {
  const begun = texts.filter((text) => /^v=STSv1\s*;/.test(text));
  return begun.length === 1 && begun.every((text) => isMtaSts(text));
}

/** Whether a TXT record asks for TLS reports (RFC 8460, 3). */
export function isTlsReporting(text: string): boolean {
  return /^v=TLSRPTv1\s*;/.test(text) && /^(?:mailto:|https:\/\/)/i.test(parseTagList(text).get("rua") ?? "");
}

/** Reads a policy file; null where it does not begin as one. Lines are `key: value`, in any order after the first. */
export function parseMtaSts(text: string): MtaStsPolicy | null {
  const pairs = text
    .split(/\r?\n/)
    .slice(0, 200)
    .flatMap((line): [string, string][] => {
      const colon = line.indexOf(":");
      return colon === -1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    });
  const first = (key: string): string | undefined => pairs.find(([name]) => name === key)?.[1];
  if (first("version") !== "STSv1") return null;
  const mode = first("mode");
  const age = first("max_age") ?? "";
  return {
    mode: mode === "enforce" || mode === "testing" || mode === "none" ? mode : null,
    mx: pairs.filter(([name]) => name === "mx").map(([, value]) => value.toLowerCase().replace(/\.$/, "")),
    maxAge: /^\d{1,10}$/.test(age) ? Number(age) : null,
  };
}

/** Whether a mail exchanger matches one of the policy's patterns (RFC 8461, 4.1). */
export function mxMatches(host: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.startsWith("*.") ? host.slice(host.indexOf(".") + 1) === pattern.slice(2) : host === pattern,
  );
}
