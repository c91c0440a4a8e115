import { ByteReader } from "../../../src/probe/tls/codec/bytes.ts";

/** A ClientHello as a server reads it. Written for the tests, apart from the encoder that it checks. */
export interface ReadHello {
  readonly recordVersion: number;
  readonly version: number;
  readonly sessionId: Uint8Array;
  readonly suites: readonly number[];
  readonly fallback: boolean;
  readonly compressions: readonly number[];
  readonly extensions: ReadonlyMap<number, Uint8Array>;
  readonly serverName: string | null;
  readonly groups: readonly number[];
  /** supported_versions names 0304. */
  readonly tls13: boolean;
  /** Bytes of the whole hello with its record header. */
  readonly length: number;
}

/** Reads one record with one ClientHello in it. Throws where it is malformed: in a test that is a failure. */
export function readClientHello(bytes: Uint8Array): ReadHello {
  const record = new ByteReader(bytes);
  if (record.u8() !== 22) throw new Error("no handshake record");
  const recordVersion = record.u16();
  const message = new ByteReader(record.vector16());
  if (message.u8() !== 1) throw new Error("no ClientHello");
  const body = new ByteReader(message.vector24());
  const version = body.u16();
  body.bytes(32);
  const sessionId = body.vector8();
  const suites = numbers(body.vector16());
  const compressions = [...body.vector8()];
  const extensions = new Map<number, Uint8Array>();
  if (body.remaining > 0) {
    const list = new ByteReader(body.vector16());
    while (list.remaining > 0) extensions.set(list.u16(), list.vector16());
    if (list.overrun) throw new Error("extensions overrun");
  }
  if (record.overrun || message.overrun || body.overrun || body.remaining > 0 || record.remaining > 0) {
    throw new Error("lengths do not add up");
  }
  return {
    recordVersion,
    version,
    sessionId,
    suites,
    fallback: suites.includes(0x5600),
    compressions,
    extensions,
    serverName: readName(extensions.get(0)),
    groups: numbers(new ByteReader(extensions.get(10) ?? new Uint8Array([0, 0])).vector16()),
    tls13: Buffer.from(extensions.get(43) ?? [])
      .toString("hex")
      .slice(2)
      .includes("0304"),
    length: bytes.length,
  };
}

function numbers(bytes: Uint8Array): number[] {
  const reader = new ByteReader(bytes);
  const list: number[] = [];
  while (reader.remaining >= 2) list.push(reader.u16());
  return list;
}

function readName(extension: Uint8Array | undefined): string | null {
  if (extension === undefined) return null;
  const entry = new ByteReader(new ByteReader(extension).vector16());
  entry.u8();
  return Buffer.from(entry.vector16()).toString("ascii");
}
