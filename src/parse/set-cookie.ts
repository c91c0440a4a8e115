/** One Set-Cookie line, read as browsers read it (RFC 6265bis, 5.6). */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** In order, names in lower case; null where an attribute has no value. */
  readonly attributes: readonly (readonly [name: string, value: string | null])[];
}

/** What the attributes of a cookie mean; for a repeated attribute the last one counts, as in browsers. */
export interface CookieAttributes {
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly partitioned: boolean;
  readonly sameSite: "strict" | "lax" | "none" | "invalid" | null;
  /** Host name in lower case without a leading dot; null for a host-only cookie. */
  readonly domain: string | null;
  readonly path: string | null;
  /** Seconds; null where not sent or not a number. */
  readonly maxAge: number | null;
  /** As sent; null where not sent. */
  readonly expires: string | null;
}

/** Browsers drop a longer line (RFC 6265bis, 5.6: 4096 octets of name and value), and we read no more of it. */
const MAXIMUM_LENGTH = 16_384;

/** Parses one Set-Cookie line. A line without a name gives an empty name, one without "=" an empty name and a value. */
export function parseSetCookie(line: string): SetCookie {
  const [pair = "", ...rest] = line.slice(0, MAXIMUM_LENGTH).split(";");
  const equals = pair.indexOf("=");
  return {
    name: equals === -1 ? "" : pair.slice(0, equals).trim(),
    value: pair.slice(equals + 1).trim(),
    attributes: rest.slice(0, 64).flatMap((part): [string, string | null][] => {
      const at = part.indexOf("=");
      const name = (at === -1 ? part : part.slice(0, at)).trim().toLowerCase();
      return name === "" ? [] : [[name, at === -1 ? null : part.slice(at + 1).trim()]];
    }),
  };
}

/** Reads the meaning of attributes as kept in the evidence: pairs of a lower-case name and a value or null. */
export function cookieAttributes(attributes: readonly (readonly (string | null)[])[]): CookieAttributes {
  const last = new Map(attributes.map(([name, value]) => [name ?? "", value ?? null]));
  const maxAge = last.get("max-age") ?? null;
  const domain = (last.get("domain") ?? "").toLowerCase().replace(/^\./, "");
  const path = last.get("path") ?? "";
  return {
    secure: last.has("secure"),
    httpOnly: last.has("httponly"),
    partitioned: last.has("partitioned"),
    sameSite: last.has("samesite") ? readSameSite(last.get("samesite") ?? "") : null,
    domain: domain === "" ? null : domain,
    path: path.startsWith("/") ? path : null,
    maxAge: maxAge !== null && /^-?[0-9]{1,15}$/.test(maxAge) ? Number(maxAge) : null,
    expires: last.get("expires") ?? null,
  };
}

/**
 * How long a cookie lives after `at`, in seconds; null for one that ends with the browser session. Max-Age wins over
 * Expires (RFC 6265bis, 5.7); an Expires that is no date is ignored.
 */
export function cookieLifetime(attributes: CookieAttributes, at: Date): number | null {
  if (attributes.maxAge !== null) return attributes.maxAge;
  if (attributes.expires === null) return null;
  const end = Date.parse(attributes.expires.replaceAll(/([0-9]{2})-([A-Za-z]{3})-/g, "$1 $2 "));
  return Number.isNaN(end) ? null : Math.round((end - at.getTime()) / 1000);
}

function readSameSite(value: string): NonNullable<CookieAttributes["sameSite"]> {
  const token = value.toLowerCase();
  return token === "strict" || token === "lax" || token === "none" ? token : "invalid";
}
