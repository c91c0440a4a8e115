/** A small DER writer (ITU-T X.690): just what certificates need. */

const encoder = new TextEncoder();

/** One TLV: a tag octet, a definite length and the contents, concatenated. */
export function tlv(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), lengthOctets(body.length), body]);
}

export function sequence(...items: readonly Uint8Array[]): Buffer {
  return tlv(0x30, ...items);
}

export function set(...items: readonly Uint8Array[]): Buffer {
  return tlv(0x31, ...items);
}

/** A context-specific constructed tag: `[n] { … }`. */
export function explicit(number: number, ...items: readonly Uint8Array[]): Buffer {
  return tlv(0xa0 | number, ...items);
}

/** A context-specific primitive tag: `[n]` over bare octets. */
export function implicit(number: number, octets: Uint8Array): Buffer {
  return tlv(0x80 | number, octets);
}

/** A non-negative INTEGER from its big-endian octets, in the shortest form. */
export function integer(value: number | Uint8Array): Buffer {
  const octets = typeof value === "number" ? bigEndian(value) : Buffer.from(value);
  let start = 0;
  while (start < octets.length - 1 && octets[start] === 0) start += 1;
  const shortest = octets.subarray(start);
  const signed = ((shortest[0] ?? 0) & 0x80) === 0 ? shortest : Buffer.concat([Buffer.from([0]), shortest]);
  return tlv(0x02, signed);
}

export function boolean(value: boolean): Buffer {
  return tlv(0x01, Buffer.from([value ? 0xff : 0x00]));
}

export function octetString(octets: Uint8Array): Buffer {
  return tlv(0x04, octets);
}

export function bitString(octets: Uint8Array, unusedBits = 0): Buffer {
  return tlv(0x03, Buffer.from([unusedBits]), octets);
}

export function nothing(): Buffer {
  return tlv(0x05);
}

/** UTF8String; control characters and all, because hostile certificates have them. */
export function utf8String(text: string): Buffer {
  return tlv(0x0c, encoder.encode(text));
}

export function printableString(text: string): Buffer {
  return tlv(0x13, Buffer.from(text, "latin1"));
}

/** OBJECT IDENTIFIER from its dotted form. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return tlv(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** UTCTime up to 2049 and GeneralizedTime from 2050 on, as RFC 5280 section 4.1.2.5 asks. */
export function time(instant: Date): Buffer {
  const digits = instant
    .toISOString()
    .replaceAll(/[-:T]|\.\d+Z$/g, "")
    .concat("Z");
  const year = instant.getUTCFullYear();
  return year >= 1950 && year < 2050
    ? tlv(0x17, Buffer.from(digits.slice(2), "latin1"))
    : tlv(0x18, Buffer.from(digits, "latin1"));
}

/** PEM armour (RFC 7468) in lines of 64 characters. */
export function pem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

function lengthOctets(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const octets = bigEndian(length);
  return Buffer.concat([Buffer.from([0x80 | octets.length]), octets]);
}

function bigEndian(value: number): Buffer {
  const octets: number[] = [];
  let rest = value;
  do {
    octets.unshift(rest % 256);
    rest = Math.floor(rest / 256);
  } while (rest > 0);
  return Buffer.from(octets);
}

function base128(arc: number): number[] {
  const octets = [arc % 128];
  let rest = Math.floor(arc / 128);
  while (rest > 0) {
    octets.unshift((rest % 128) | 0x80);
    rest = Math.floor(rest / 128);
  }
  return octets;
}
