/** Why a browser may not honour the field as written (RFC 6797, 6.1 and 8.1). */
export type HstsProblem = "no-max-age" | "bad-max-age" | "duplicate-directive" | "bad-grammar";

export interface Hsts {
  /** Seconds; null where no usable max-age was sent. */
  readonly maxAge: number | null;
  readonly includeSubDomains: boolean;
  readonly preload: boolean;
  /** Empty when the value follows the grammar. */
  readonly problems: readonly HstsProblem[];
}

// RFC 9110 token, and a quoted string without escapes of its own quotes; both linear.
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const QUOTED = /^"([^"\\]*)"$/;

/**
 * Parses one Strict-Transport-Security value by the grammar of RFC 6797, 6.1: names ignore case, values may be quoted,
 * unknown directives are skipped, each directive may appear once. Never throws.
 */
export function parseHsts(value: string): Hsts {
  const problems = new Set<HstsProblem>();
  const seen = new Map<string, string | null>();
  // Two fields joined by a proxy give a comma, which the grammar does not know outside quotes.
  for (const part of value.slice(0, 4096).split(";")) {
    const directive = part.trim();
    if (directive === "") continue;
    const equals = directive.indexOf("=");
    const name = (equals === -1 ? directive : directive.slice(0, equals)).trim().toLowerCase();
    const raw = equals === -1 ? null : directive.slice(equals + 1).trim();
    if (!TOKEN.test(name) || (raw !== null && !TOKEN.test(raw) && !QUOTED.test(raw))) problems.add("bad-grammar");
    else if (seen.has(name)) problems.add("duplicate-directive");
    else seen.set(name, raw === null ? null : (QUOTED.exec(raw)?.[1] ?? raw));
  }
  const maxAge = readMaxAge(seen);
  if (maxAge === null) problems.add(seen.has("max-age") ? "bad-max-age" : "no-max-age");
  return {
    maxAge,
    includeSubDomains: seen.has("includesubdomains"),
    preload: seen.has("preload"),
    problems: [...problems],
  };
}

function readMaxAge(directives: ReadonlyMap<string, string | null>): number | null {
  const text = directives.get("max-age");
  return text !== undefined && text !== null && /^[0-9]{1,20}$/.test(text) ? Number(text) : null;
}
