import { ByteReader } from "./bytes.ts";
import { EXTENSION, WIRE_VERSIONS } from "./wire.ts";

/** A ServerHello or HelloRetryRequest, read. Numbers are as on the wire. */
export interface ServerHello {
  /** The version that was chosen: `supported_versions` where it stands, else the legacy field. */
  readonly version: number;
  readonly retry: boolean;
  readonly suite: number;
  readonly compression: number;
  readonly sessionIdLength: number;
  /** Extension types in the order sent. */
  readonly extensions: readonly number[];
  /** The group of `key_share`; null where it names none. */
  readonly group: number | null;
  readonly alpn: string | null;
  /** The RFC 8446 4.1.3 mark in the random: the server knows a higher version than it chose. */
  readonly sentinel: "knows-tls13" | "knows-tls12" | null;
  readonly timestamps: number;
}

/** SHA-256 of "HelloRetryRequest" (RFC 8446 4.1.3). */
const RETRY_RANDOM = "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c";
const DOWNGRADE = "444f574e475244";

/** Reads the body of a ServerHello; null where it does not hold together. */
export function parseServerHello(body: Uint8Array): ServerHello | null {
  const reader = new ByteReader(body);
  const legacyVersion = reader.u16();
  const random = Buffer.from(reader.bytes(32)).toString("hex");
  const sessionIdLength = reader.vector8().length;
  const suite = reader.u16();
  const compression = reader.u8();
  if (reader.overrun || sessionIdLength > 32) return null;
  const seen: number[] = [];
  let version = legacyVersion;
  let group: number | null = null;
  let alpn: string | null = null;
  let timestamps = 0;
  const list = new ByteReader(reader.remaining >= 2 ? reader.vector16() : new Uint8Array(0));
  while (list.remaining >= 4 && seen.length < 64) {
    const type = list.u16();
    const value = new ByteReader(list.vector16());
    seen.push(type);
    if (type === EXTENSION.supportedVersions) version = value.u16();
    else if (type === EXTENSION.keyShare && value.remaining >= 2) group = value.u16();
    else if (type === EXTENSION.alpn) alpn = parseProtocol(value);
    else if (type === EXTENSION.signedCertificateTimestamp) timestamps = countTimestamps(value);
  }
  if (reader.overrun || list.overrun) return null;
  const tail = random.slice(48);
  return {
    version,
    retry: random === RETRY_RANDOM && version === WIRE_VERSIONS["TLSv1.3"],
    suite,
    compression,
    sessionIdLength,
    extensions: seen,
    group,
    alpn,
    sentinel: tail === `${DOWNGRADE}01` ? "knows-tls13" : tail === `${DOWNGRADE}00` ? "knows-tls12" : null,
    timestamps,
  };
}

function parseProtocol(value: ByteReader): string | null {
  const first = new ByteReader(value.vector16()).vector8();
  return first.length === 0 ? null : Buffer.from(first).toString("latin1");
}

function countTimestamps(value: ByteReader): number {
  const list = new ByteReader(value.vector16());
  let count = 0;
  while (list.remaining >= 2 && count < 64) {
    list.vector16();
    count += 1;
  }
  return list.overrun ? 0 : count;
}

/** More certificates than any real chain. */
const LONGEST_CHAIN = 16;

/** The certificates of a TLS 1.2 Certificate message as DER, in the order sent, at most 16. */
export function parseCertificates(body: Uint8Array): Uint8Array[] {
  const list = new ByteReader(new ByteReader(body).vector24());
  const chain: Uint8Array[] = [];
  while (list.remaining >= 3 && chain.length < LONGEST_CHAIN) {
    const der = list.vector24();
    if (list.overrun) break;
    // A copy: the message's buffer is large and must not be held by one certificate.
    if (der.length > 0) chain.push(Uint8Array.from(der));
  }
  return chain;
}

/** What a ServerKeyExchange says of the key exchange. */
export type ServerKeyExchange =
  | {
      readonly kind: "ecdhe";
      /** Null where the server sends an explicit curve (RFC 8422 forbids it). */
      readonly group: number | null;
      readonly point: Uint8Array;
      readonly signatureScheme: number | null;
    }
  | {
      readonly kind: "dhe";
      readonly prime: Uint8Array;
      readonly value: Uint8Array;
      readonly signatureScheme: number | null;
    }
  | { readonly kind: "rsa-export"; readonly modulusBits: number }
  | { readonly kind: "other" };

export type KeyExchangeShape = "ecdhe" | "dhe" | "rsa-export" | "psk-ecdhe" | "psk-dhe" | "other";

/**
 * Reads a ServerKeyExchange by the shape that the suite implies. `signed`: anonymous and PSK suites carry no signature; the
 * scheme stands before the signature in TLS 1.2 only.
 */
export function parseServerKeyExchange(
  body: Uint8Array,
  shape: KeyExchangeShape,
  signed: boolean,
  tls12: boolean,
): ServerKeyExchange | null {
  const reader = new ByteReader(body);
  if (shape.startsWith("psk-")) reader.vector16();
  switch (shape) {
    case "ecdhe":
    case "psk-ecdhe": {
      const named = reader.u8() === 3;
      if (!named)
        return reader.overrun ? null : { kind: "ecdhe", group: null, point: new Uint8Array(0), signatureScheme: null };
      const group = reader.u16();
      const point = Uint8Array.from(reader.vector8());
      if (reader.overrun) return null;
      return { kind: "ecdhe", group, point, signatureScheme: scheme(reader, signed && tls12) };
    }
    case "dhe":
    case "psk-dhe": {
      const prime = withoutLeadingZeros(reader.vector16());
      reader.vector16();
      const value = Uint8Array.from(reader.vector16());
      if (reader.overrun) return null;
      return { kind: "dhe", prime, value, signatureScheme: scheme(reader, signed && tls12) };
    }
    case "rsa-export": {
      const modulus = withoutLeadingZeros(reader.vector16());
      reader.vector16();
      return reader.overrun ? null : { kind: "rsa-export", modulusBits: bitLength(modulus) };
    }
    case "other":
      return { kind: "other" };
  }
}

function scheme(reader: ByteReader, present: boolean): number | null {
  return present && reader.remaining >= 4 ? reader.u16() : null;
}

function withoutLeadingZeros(number: Uint8Array): Uint8Array {
  let start = 0;
  while (start < number.length && number[start] === 0) start += 1;
  return Uint8Array.from(number.subarray(start));
}

/** The length in bits of a big-endian number without leading zero bytes. */
export function bitLength(number: Uint8Array): number {
  const first = number[0];
  return first === undefined ? 0 : (number.length - 1) * 8 + (32 - Math.clz32(first));
}

/** Whether a CertificateStatus carries an OCSP response (RFC 6066 8). */
export function carriesOcspResponse(body: Uint8Array): boolean {
  const reader = new ByteReader(body);
  return reader.u8() === 1 && reader.vector24().length > 0 && !reader.overrun;
}
