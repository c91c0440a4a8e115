import { createHash, X509Certificate } from "node:crypto";
import { suiteById } from "../../../data/tls/cipher-suites.ts";
import { knownPrime } from "../../../data/tls/dh-primes.ts";
import { bitLength } from "../codec/messages.ts";
import type { Flight } from "../codec/server-flight.ts";
import type { ClientHello } from "../codec/client-hello.ts";
import { EXTENSION, WIRE_VERSIONS } from "../codec/wire.ts";

/** How often something was seen and not seen where it could have been. */
export class Tally {
  yes = 0;
  no = 0;

  add(seen: boolean): void {
    if (seen) this.yes += 1;
    else this.no += 1;
  }

  get probes(): number {
    return this.yes + this.no;
  }

  /** Whether it was ever seen; null where nobody looked. */
  get ever(): boolean | null {
    return this.probes === 0 ? null : this.yes > 0;
  }
}

/** A finite-field prime as it was seen. */
export interface SeenPrime {
  readonly bits: number;
  readonly sha256: string;
  readonly name: string | null;
  readonly export: boolean;
}

export interface SeenChain {
  readonly sha256: string;
  ders: readonly Uint8Array[];
  /** Whether `ders` is the list as the server sent it. */
  asSent: boolean;
  /** Key type of the leaf: rsa, ec, ed25519 …; null where OpenSSL cannot read it. */
  readonly keyType: string | null;
  /** The named group of an EC leaf; null for other keys and curves without a group. */
  readonly keyGroup: number | null;
  probes: number;
}

/** More different chains or primes than this behind one address are counted no further. */
const MOST_DIFFERENT = 8;

/**
 * What is known of one endpoint. Every flight of every probe is told to it, so that no probe is spent on a fact that another
 * one brought along.
 */
export class Knowledge {
  readonly secureRenegotiation = new Tally();
  readonly extendedMasterSecret = new Tally();
  readonly encryptThenMac = new Tally();
  readonly sessionTickets = new Tally();
  readonly ocspStapling = new Tally();
  readonly compression = new Tally();
  readonly heartbeat = new Tally();
  readonly sentinel = new Tally();
  readonly clientCertificate = new Tally();
  readonly alpn: string[] = [];
  readonly alpnOffers = new Tally();
  readonly signatureSchemes = new Set<number>();
  readonly legacyGroups: number[] = [];
  readonly legacyGroupProbes = new Tally();
  readonly chains = new Map<string, SeenChain>();
  readonly primes = new Map<string, SeenPrime>();
  readonly dhValues = new Map<string, number>();
  readonly ecdhValues = new Map<string, number>();
  readonly warnings = new Set<number>();
  readonly oddities = new Set<string>();
  timestamps = 0;
  timestampProbes = 0;
  exportRsaBits: number | null = null;
  flights = 0;

  /** Takes in what the first flight of a TLS 1.2 or older server says beyond what its probe asked for. */
  learn(hello: ClientHello, flight: Flight): void {
    const server = flight.hello;
    const suite = suiteById(server.suite);
    this.flights += 1;
    for (const warning of flight.warnings) this.warnings.add(warning);
    if (server.version >= WIRE_VERSIONS["TLSv1.3"] || suite === undefined) return;
    const echoed = (type: number): boolean => server.extensions.includes(type);
    if (hello.version !== "SSLv3" || server.extensions.length > 0) {
      this.secureRenegotiation.add(echoed(EXTENSION.renegotiationInfo));
    }
    if (hello.extendedMasterSecret === true) this.extendedMasterSecret.add(echoed(EXTENSION.extendedMasterSecret));
    if (hello.encryptThenMac === true && suite.mode === "CBC")
      this.encryptThenMac.add(echoed(EXTENSION.encryptThenMac));
    if (hello.sessionTicket === true) this.sessionTickets.add(echoed(EXTENSION.sessionTicket));
    // RFC 6066 8: a server may echo the extension and send no answer all the same.
    if (hello.statusRequest === true && (flight.done || flight.ocspResponse))
      this.ocspStapling.add(flight.ocspResponse);
    if (hello.deflate === true) this.compression.add(server.compression === 1);
    if (hello.heartbeat === true) this.heartbeat.add(echoed(EXTENSION.heartbeat));
    if (hello.certificateTimestamps === true) {
      this.timestamps = Math.max(this.timestamps, server.timestamps);
      this.timestampProbes += 1;
    }
    if (server.version === WIRE_VERSIONS["TLSv1.2"]) this.sentinel.add(server.sentinel !== null);
    if (flight.done) this.clientCertificate.add(flight.clientCertificateRequested);
    if (hello.alpn !== undefined && hello.alpn.length > 0) {
      this.alpnOffers.add(server.alpn !== null);
      if (server.alpn !== null && hello.alpn.includes(server.alpn) && !this.alpn.includes(server.alpn)) {
        this.alpn.push(server.alpn);
      }
    }
    this.#learnChain(flight);
    this.#learnKeyExchange(suite.export, flight);
  }

  #learnChain(flight: Flight): void {
    this.#addChain(flight.certificates, true);
  }

  /**
   * Notes the chain of a completed handshake. Node shows it linked by issuer and not as sent, so the chain of a TLS 1.2 flight,
   * where there is one, is kept.
   */
  learnHandshakeChain(ders: readonly Uint8Array[]): void {
    this.#addChain(ders, false);
  }

  #addChain(ders: readonly Uint8Array[], asSent: boolean): void {
    const [leaf] = ders;
    if (leaf === undefined) return;
    const sha256 = digest(leaf);
    const known = this.chains.get(sha256);
    if (known !== undefined) {
      known.probes += 1;
      if (asSent && !known.asSent) {
        known.ders = ders;
        known.asSent = true;
      }
    } else if (this.chains.size < MOST_DIFFERENT) {
      this.chains.set(sha256, { sha256, ders, asSent, ...keyOf(leaf), probes: 1 });
    }
  }

  #learnKeyExchange(exportSuite: boolean, flight: Flight): void {
    const exchange = flight.keyExchange;
    if (exchange === null) return;
    if (exchange.kind === "rsa-export") {
      this.exportRsaBits = Math.min(this.exportRsaBits ?? Infinity, exchange.modulusBits);
      return;
    }
    if (exchange.kind === "other") return;
    if (exchange.signatureScheme !== null) this.signatureSchemes.add(exchange.signatureScheme);
    if (exchange.kind === "ecdhe") {
      if (exchange.group === null) this.oddities.add("explicit-curve");
      else {
        if (!this.legacyGroups.includes(exchange.group)) this.legacyGroups.push(exchange.group);
        count(this.ecdhValues, `${exchange.group}:${digest(exchange.point)}`);
      }
      return;
    }
    const sha256 = digest(exchange.prime);
    count(this.dhValues, `${sha256}:${digest(exchange.value)}`);
    if (this.primes.has(sha256) || this.primes.size >= MOST_DIFFERENT) return;
    const name = knownPrime(sha256)?.name ?? null;
    this.primes.set(sha256, { bits: bitLength(exchange.prime), sha256, name, export: exportSuite });
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** SHA-256 in hexadecimal. */
export function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const CURVE_GROUPS: ReadonlyMap<string, number> = new Map([
  ["prime256v1", 0x0017],
  ["secp384r1", 0x0018],
  ["secp521r1", 0x0019],
]);

function keyOf(leaf: Uint8Array): Pick<SeenChain, "keyType" | "keyGroup"> {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = new X509Certificate(leaf).publicKey;
    const curve = asymmetricKeyDetails?.namedCurve;
    return { keyType: asymmetricKeyType ?? null, keyGroup: CURVE_GROUPS.get(curve ?? "") ?? null };
  } catch {
    // Hostile or exotic DER: the chain is still kept as it came.
    return { keyType: null, keyGroup: null };
  }
}
