/** The record types that Vigie asks for, by their numbers in the IANA registry. */
export const DNS_TYPES = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DS: 43,
  TLSA: 52,
  HTTPS: 65,
  CAA: 257,
} as const;

export type DnsType = keyof typeof DNS_TYPES;

const NAMES = new Map<number, string>(Object.entries(DNS_TYPES).map(([name, code]) => [code, name]));

/** The mnemonic of a record type; `TYPE99` for one that is not asked for (RFC 3597). */
export function dnsTypeName(code: number): string {
  return NAMES.get(code) ?? `TYPE${String(code)}`;
}

/** Reads a name that begins at an offset of a message; null where it is malformed. */
export type NameReader = (offset: number) => { readonly name: string; readonly end: number } | null;

/** Longest record data that is kept, in characters; a TXT record may have 65,535. */
const MAX_TEXT = 8192;

/**
 * The data of a record in presentation form: TXT strings joined without a space (RFC 7208, 3.3), CAA as `flags tag "value"`,
 * TLSA as numbers and hex, HTTPS as priority, target and parameters. Null where the bytes are not of that type.
 */
export function rdataText(
  type: number,
  message: Uint8Array,
  start: number,
  end: number,
  name: NameReader,
): string | null {
  const bytes = message.subarray(start, end);
  switch (dnsTypeName(type)) {
    case "A":
      return bytes.length === 4 ? bytes.join(".") : null;
    case "AAAA":
      return bytes.length === 16 ? ipv6Text(bytes) : null;
    case "NS":
    case "CNAME":
      return name(start)?.name ?? null;
    case "MX":
      return mxText(bytes, name(start + 2)?.name);
    case "TXT":
      return stringsOf(bytes);
    case "SOA":
      return name(start)?.name ?? null;
    case "CAA":
      return caaText(bytes);
    case "TLSA":
      return bytes.length < 4 ? null : `${bytes.subarray(0, 3).join(" ")} ${hex(bytes.subarray(3))}`.slice(0, MAX_TEXT);
    case "DS":
      return bytes.length < 5
        ? null
        : `${String(word(bytes, 0))} ${String(bytes[2])} ${String(bytes[3])} ${hex(bytes.subarray(4, 68))}`;
    case "HTTPS":
      return httpsText(message, start, end, name);
    default:
      return hex(bytes.subarray(0, 256));
  }
}

function mxText(bytes: Uint8Array, exchange: string | undefined): string | null {
  if (bytes.length < 3 || exchange === undefined) return null;
  return `${String(word(bytes, 0))} ${exchange === "" ? "." : exchange}`;
}

function stringsOf(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] ?? 0;
    if (at + 1 + length > bytes.length) return null;
    parts.push(latin1(bytes.subarray(at + 1, at + 1 + length)));
    at += 1 + length;
  }
  return parts.join("").slice(0, MAX_TEXT);
}

function caaText(bytes: Uint8Array): string | null {
  const tagLength = bytes[1] ?? 0;
  if (bytes.length < 2 + tagLength || tagLength === 0) return null;
  const tag = latin1(bytes.subarray(2, 2 + tagLength)).toLowerCase();
  return `${String(bytes[0])} ${tag} ${JSON.stringify(latin1(bytes.subarray(2 + tagLength)).slice(0, 1024))}`;
}

const SVC_KEYS = ["mandatory", "alpn", "no-default-alpn", "port", "ipv4hint", "ech", "ipv6hint"];

function httpsText(message: Uint8Array, start: number, end: number, name: NameReader): string | null {
  const target = name(start + 2);
  if (target === null || target.end > end) return null;
  const parts = [String(word(message, start)), target.name === "" ? "." : target.name];
  for (let at = target.end; at + 4 <= end && parts.length < 34;) {
    const key = word(message, at);
    const length = word(message, at + 2);
    if (at + 4 + length > end) return null;
    const value = message.subarray(at + 4, at + 4 + length);
    const label = SVC_KEYS[key] ?? `key${String(key)}`;
    parts.push(key === 1 ? `alpn=${alpnText(value)}` : key === 3 ? `port=${String(word(value, 0))}` : label);
    at += 4 + length;
  }
  return parts.join(" ").slice(0, MAX_TEXT);
}

function alpnText(bytes: Uint8Array): string {
  const names: string[] = [];
  for (let at = 0; at < bytes.length && names.length < 16; at += 1 + (bytes[at] ?? 0)) {
    names.push(latin1(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0))));
  }
  return names.join(",");
}

/** In the form of RFC 5952, which the URL standard writes. */
function ipv6Text(bytes: Uint8Array): string {
  const words = Array.from({ length: 8 }, (_, index) => word(bytes, 2 * index).toString(16)).join(":");
  return new URL(`http://[${words}]/`).hostname.slice(1, -1);
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
