import { ByteWriter, u16List } from "./bytes.ts";
import { EXTENSION, SCSV, WIRE_VERSIONS, type HelloVersion } from "./wire.ts";

/** What a ClientHello offers. Absent extensions are not sent. */
export interface ClientHello {
  readonly version: HelloVersion;
  readonly suites: readonly number[];
  /** The name for SNI; null sends none, as for IP literals (RFC 6066 3). */
  readonly serverName: string | null;
  readonly groups?: readonly number[];
  readonly signatureSchemes?: readonly number[];
  readonly alpn?: readonly string[];
  /** Offer DEFLATE before null compression. */
  readonly deflate?: boolean;
  readonly heartbeat?: boolean;
  readonly statusRequest?: boolean;
  readonly certificateTimestamps?: boolean;
  readonly sessionTicket?: boolean;
  readonly extendedMasterSecret?: boolean;
  readonly encryptThenMac?: boolean;
  /** TLS_FALLBACK_SCSV: this is a client's second try at a lower version (RFC 7507). */
  readonly fallback?: boolean;
  /** TLS 1.3: key shares by group; empty asks for a HelloRetryRequest (RFC 8446 4.2.8). */
  readonly keyShares?: readonly KeyShare[];
}

export interface KeyShare {
  readonly group: number;
  readonly key: Uint8Array;
}

/** Gives `length` random bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** Old F5 load balancers hang on hellos of 256–511 bytes (RFC 7685); counted with or without the headers around it. */
const HANG_FROM = 240;
const HANG_TO = 512;

/** The bytes of a ClientHello in its record. */
export function encodeClientHello(hello: ClientHello, random: RandomBytes): Uint8Array {
  const wire = WIRE_VERSIONS[hello.version];
  const tls13 = hello.version === "TLSv1.3";
  const head = new ByteWriter();
  head.u16(tls13 ? WIRE_VERSIONS["TLSv1.2"] : wire).bytes(random(32));
  // Middlebox compatibility mode (RFC 8446 D.4): a session id of 32 bytes.
  head.vector8(tls13 ? random(32) : new Uint8Array(0));
  head.vector16(u16List(suiteList(hello)));
  head.vector8(hello.deflate === true && !tls13 ? Uint8Array.of(1, 0) : Uint8Array.of(0));
  // SSL 3.0 knows no extensions, and old stacks refuse a hello with bytes after the compression methods.
  const extensions = hello.version === "SSLv3" ? new Uint8Array(0) : encodeExtensions(hello, head.length);
  if (extensions.length > 0) head.vector16(extensions);
  const message = new ByteWriter().u8(1).vector24(head.finish()).finish();
  const recordVersion = hello.version === "SSLv3" ? WIRE_VERSIONS.SSLv3 : WIRE_VERSIONS["TLSv1.0"];
  return new ByteWriter().u8(22).u16(recordVersion).vector16(message).finish();
}

function suiteList(hello: ClientHello): readonly number[] {
  const signals: number[] = [];
  if (hello.version === "SSLv3") signals.push(SCSV.emptyRenegotiationInfo);
  if (hello.fallback === true) signals.push(SCSV.fallback);
  return signals.length === 0 ? hello.suites : [...hello.suites, ...signals];
}

function encodeExtensions(hello: ClientHello, before: number): Uint8Array {
  const out = new ByteWriter();
  const add = (type: number, body: Uint8Array): void => void out.u16(type).vector16(body);
  const tls13 = hello.version === "TLSv1.3";
  if (hello.serverName !== null) add(EXTENSION.serverName, serverNameList(hello.serverName));
  if (!tls13) add(EXTENSION.renegotiationInfo, Uint8Array.of(0));
  if (hello.extendedMasterSecret === true) add(EXTENSION.extendedMasterSecret, new Uint8Array(0));
  if (hello.encryptThenMac === true) add(EXTENSION.encryptThenMac, new Uint8Array(0));
  if (hello.sessionTicket === true) add(EXTENSION.sessionTicket, new Uint8Array(0));
  if (hello.certificateTimestamps === true) add(EXTENSION.signedCertificateTimestamp, new Uint8Array(0));
  if (hello.statusRequest === true) add(EXTENSION.statusRequest, Uint8Array.of(1, 0, 0, 0, 0));
  if (hello.heartbeat === true) add(EXTENSION.heartbeat, Uint8Array.of(1));
  if (hello.alpn !== undefined && hello.alpn.length > 0) add(EXTENSION.alpn, protocolList(hello.alpn));
  if (tls13) {
    add(EXTENSION.supportedVersions, new ByteWriter().vector8(u16List([WIRE_VERSIONS["TLSv1.3"]])).finish());
    add(EXTENSION.pskKeyExchangeModes, Uint8Array.of(1, 1));
    add(EXTENSION.keyShare, keyShareList(hello.keyShares ?? []));
  }
  if (hello.signatureSchemes !== undefined && (tls13 || hello.version === "TLSv1.2")) {
    add(EXTENSION.signatureAlgorithms, new ByteWriter().vector16(u16List(hello.signatureSchemes)).finish());
  }
  // Never last: an empty last extension breaks some stacks, so the two that are never empty close the list.
  if (hello.groups !== undefined && hello.groups.length > 0) {
    if (!tls13) add(EXTENSION.ecPointFormats, Uint8Array.of(1, 0));
    add(EXTENSION.supportedGroups, new ByteWriter().vector16(u16List(hello.groups)).finish());
  }
  const body = before + 2 + out.length;
  if (body >= HANG_FROM && body < HANG_TO) {
    add(EXTENSION.padding, new Uint8Array(Math.max(1, HANG_TO - body - 4)));
  }
  return out.finish();
}

function serverNameList(name: string): Uint8Array {
  const entry = new ByteWriter().u8(0).vector16(Buffer.from(name, "ascii")).finish();
  return new ByteWriter().vector16(entry).finish();
}

function protocolList(protocols: readonly string[]): Uint8Array {
  const list = new ByteWriter();
  for (const protocol of protocols) list.vector8(Buffer.from(protocol, "ascii"));
  return new ByteWriter().vector16(list.finish()).finish();
}

function keyShareList(shares: readonly KeyShare[]): Uint8Array {
  const list = new ByteWriter();
  for (const { group, key } of shares) list.u16(group).vector16(key);
  return new ByteWriter().vector16(list.finish()).finish();
}
