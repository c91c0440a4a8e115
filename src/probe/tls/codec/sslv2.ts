import { ByteReader, ByteWriter } from "./bytes.ts";
import type { RandomBytes } from "./client-hello.ts";

/** An SSL 2.0 ClientHello with every cipher kind (draft-hickman-netscape-ssl-00 5.5.1). */
export function encodeSslv2Hello(kinds: readonly number[], random: RandomBytes): Uint8Array {
  const specs = new ByteWriter();
  for (const kind of kinds) specs.u24(kind);
  const challenge = random(16);
  const body = new ByteWriter()
    .u8(1)
    .u16(0x0002)
    .u16(specs.length)
    .u16(0)
    .u16(challenge.length)
    .bytes(specs.finish())
    .bytes(challenge)
    .finish();
  return new ByteWriter()
    .u16(0x8000 | body.length)
    .bytes(body)
    .finish();
}

/** An SSL 2.0 ServerHello: one of them names every cipher kind of the server. */
export interface Sslv2ServerHello {
  readonly kinds: readonly number[];
  readonly certificate: Uint8Array;
}

export type Sslv2Parse = Sslv2ServerHello | "incomplete" | "other";

/**
 * Reads an SSL 2.0 ServerHello from the bytes received so far. `other`: this is something else, such as a TLS alert.
 * A hello without any cipher kind still speaks SSL 2.0 (DROWN, CVE-2015-3197).
 */
export function parseSslv2ServerHello(received: Uint8Array): Sslv2Parse {
  if (received.length < 3) return "incomplete";
  const first = received[0] ?? 0;
  const long = (first & 0x80) === 0;
  const headerLength = long ? 3 : 2;
  const length = ((first & (long ? 0x3f : 0x7f)) << 8) | (received[1] ?? 0);
  if (length < 11 || length > 16_384) return "other";
  const type = received[headerLength];
  if (type !== undefined && type !== 4) return "other";
  if (received.length < headerLength + length) return "incomplete";
  const reader = new ByteReader(received.subarray(headerLength, headerLength + length));
  reader.u8();
  reader.u8();
  reader.u8();
  const version = reader.u16();
  const certificateLength = reader.u16();
  const specsLength = reader.u16();
  reader.u16();
  const certificate = reader.bytes(certificateLength);
  const specs = reader.bytes(specsLength);
  if (reader.overrun || version !== 0x0002 || specsLength % 3 !== 0) return "other";
  const kinds: number[] = [];
  const list = new ByteReader(specs);
  while (list.remaining >= 3) kinds.push(list.u24());
  return { kinds, certificate };
}
