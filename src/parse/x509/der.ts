/** One decoded element of DER: its first tag octet, its contents, and itself with header. Views, never copies. */
export interface Tlv {
  readonly tag: number;
  readonly contents: Uint8Array;
  readonly raw: Uint8Array;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/**
 * Reads the element at `offset`; null where the bytes are none: indefinite or overlong lengths, tags of several octets and
 * lengths beyond the end are refused, so a reader can never leave its bounds.
 */
export function readTlv(bytes: Uint8Array, offset = 0): Tlv | null {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
  let start = offset + 2;
  let length = first;
  if (first >= 0x80) {
    const octets = first & 0x7f;
    if (octets === 0 || octets > 4 || start + octets > bytes.length) return null;
    length = 0;
    for (let index = 0; index < octets; index += 1) length = length * 256 + (bytes[start + index] ?? 0);
    start += octets;
  }
  const end = start + length;
  if (end > bytes.length) return null;
  return { tag, contents: bytes.subarray(start, end), raw: bytes.subarray(offset, end) };
}

/** Reads the element at the start and asks that it has this tag. */
export function readTagged(bytes: Uint8Array, tag: number): Tlv | null {
  const element = readTlv(bytes);
  return element?.tag === tag ? element : null;
}

/** The elements inside, one after the other, as long as they can be read; at most `limit`. */
export function* elements(contents: Uint8Array, limit = 100_000): Generator<Tlv, void> {
  let offset = 0;
  for (let count = 0; count < limit && offset < contents.length; count += 1) {
    const element = readTlv(contents, offset);
    if (element === null) return;
    yield element;
    offset += element.raw.length;
  }
}

/** The elements inside as a list; null where the contents do not end with the last one. At most 1,000. */
export function listElements(contents: Uint8Array): readonly Tlv[] | null {
  const list = [...elements(contents, 1000)];
  const read = list.reduce((sum, element) => sum + element.raw.length, 0);
  return read === contents.length ? list : null;
}

/** The dotted form of an OBJECT IDENTIFIER's contents; "" where they are none. Arcs over 2^53 are refused. */
export function readObjectIdentifier(contents: Uint8Array): string {
  const arcs: number[] = [];
  let arc = 0;
  let open = false;
  for (const octet of contents.subarray(0, 64)) {
    arc = arc * 128 + (octet & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER) return "";
    open = octet >= 0x80;
    if (open) continue;
    arcs.push(arc);
    arc = 0;
  }
  const first = arcs[0];
  if (first === undefined || open) return "";
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...arcs.slice(1)].join(".");
}

/** The number of significant bits of a non-negative INTEGER's contents. */
export function bitLength(contents: Uint8Array): number {
  let start = 0;
  while (start < contents.length && contents[start] === 0) start += 1;
  const top = contents[start];
  return top === undefined ? 0 : (contents.length - start) * 8 - (Math.clz32(top) - 24);
}

/** A small non-negative INTEGER; null where it is negative or over 2^31. */
export function smallInteger(contents: Uint8Array): number | null {
  if (contents.length === 0 || ((contents[0] ?? 0) & 0x80) !== 0 || bitLength(contents) > 31) return null;
  return contents.reduce((value, octet) => value * 256 + octet, 0);
}

/** Whether two runs of octets are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, index) => octet === b[index]);
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => octet.toString(16).padStart(2, "0")).join("");
}

/** UTCTime or GeneralizedTime as RFC 5280 allows them (seconds, "Z"); null for anything else. */
export function readTime(element: Tlv): Date | null {
  const text = String.fromCharCode(...element.contents.subarray(0, 32));
  const utc = element.tag === TAG.utcTime;
  if (!utc && element.tag !== TAG.generalizedTime) return null;
  const match = /^(\d\d|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (match === null || match[1]?.length !== (utc ? 2 : 4)) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(Number);
  const full = utc ? (year < 50 ? 2000 : 1900) + year : year;
  // setUTCFullYear and not Date.UTC, which would read the years 0 to 99 as 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(full, month - 1, day);
  date.setUTCHours(hours, minutes, seconds);
  const sane = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hours < 24 && minutes < 60;
  return sane ? date : null;
}
