import { suiteById, type CipherSuite } from "../../../data/tls/cipher-suites.ts";
import {
  carriesOcspResponse,
  parseCertificates,
  parseServerHello,
  parseServerKeyExchange,
  type KeyExchangeShape,
  type ServerHello,
  type ServerKeyExchange,
} from "./messages.ts";
import { RecordReader, type RecordEvent } from "./record-reader.ts";
import { HANDSHAKE, WIRE_VERSIONS } from "./wire.ts";

/** How far a probe reads: to the ServerHello, to the key exchange (or the end of the flight), or to the end of the flight. */
export type StopAt = "hello" | "key-exchange" | "done";

export interface Alert {
  readonly fatal: boolean;
  readonly description: number;
}

/** What a server's first flight said, as far as it was read. */
export interface Flight {
  readonly hello: ServerHello;
  readonly certificates: readonly Uint8Array[];
  /** The chain was longer than the reader keeps. */
  readonly certificatesCut: boolean;
  readonly ocspResponse: boolean;
  readonly keyExchange: ServerKeyExchange | null;
  readonly clientCertificateRequested: boolean;
  /** ServerHelloDone was read: whatever is absent above was not sent. */
  readonly done: boolean;
  /** Warnings that came before the hello, such as unrecognized_name. */
  readonly warnings: readonly number[];
}

export type FlightEnd =
  | { readonly kind: "flight"; readonly flight: Flight }
  | { readonly kind: "alert"; readonly alert: Alert }
  | { readonly kind: "malformed"; readonly reason: string };

/** A warning too many is a loop: no server has more to warn of before its hello. */
const MOST_WARNINGS = 16;

/** Puts one server's first flight together from its bytes. */
export class FlightReader {
  readonly #records = new RecordReader();
  readonly #stopAt: StopAt;
  readonly #warnings: number[] = [];
  #hello: ServerHello | null = null;
  #certificates: readonly Uint8Array[] = [];
  #cut = false;
  #ocsp = false;
  #exchange: ServerKeyExchange | null = null;
  #requested = false;
  #done = false;

  constructor(stopAt: StopAt) {
    this.#stopAt = stopAt;
  }

  /** Takes bytes and gives the end where they reach it. */
  push(chunk: Uint8Array): FlightEnd | null {
    for (const event of this.#records.push(chunk)) {
      const end = this.#event(event);
      if (end !== null) return end;
    }
    return null;
  }

  /** What there is when the connection ends: a flight if at least the hello came. */
  partial(): Flight | null {
    if (this.#hello === null) return null;
    return {
      hello: this.#hello,
      certificates: this.#certificates,
      certificatesCut: this.#cut,
      ocspResponse: this.#ocsp,
      keyExchange: this.#exchange,
      clientCertificateRequested: this.#requested,
      done: this.#done,
      warnings: this.#warnings,
    };
  }

  #event(event: RecordEvent): FlightEnd | null {
    switch (event.type) {
      case "alert":
        return this.#alert(event.level, event.description);
      case "malformed":
        return this.#hello === null ? { kind: "malformed", reason: event.reason } : this.#finish();
      case "encrypted":
        return this.#hello === null ? { kind: "malformed", reason: "data-before-hello" } : this.#finish();
      case "message":
        return this.#message(event.handshake, event.body, event.cut);
    }
  }

  #alert(level: number, description: number): FlightEnd | null {
    // close_notify comes as a warning, and nothing follows it.
    const fatal = level !== 1 || description === 0;
    if (!fatal && this.#warnings.length < MOST_WARNINGS) {
      this.#warnings.push(description);
      return null;
    }
    return this.#hello === null ? { kind: "alert", alert: { fatal, description } } : this.#finish();
  }

  #message(type: number, body: Uint8Array, cut: boolean): FlightEnd | null {
    if (this.#hello === null) {
      if (type !== HANDSHAKE.serverHello || cut) return { kind: "malformed", reason: "hello-expected" };
      const hello = parseServerHello(body);
      if (hello === null) return { kind: "malformed", reason: "server-hello" };
      this.#hello = hello;
      const rest = hello.version === WIRE_VERSIONS["TLSv1.3"] ? "hello" : this.#stopAt;
      return rest === "hello" ? this.#finish() : null;
    }
    switch (type) {
      case HANDSHAKE.certificate:
        this.#certificates = parseCertificates(body);
        this.#cut = cut;
        return null;
      case HANDSHAKE.certificateStatus:
        this.#ocsp = carriesOcspResponse(body);
        return null;
      case HANDSHAKE.serverKeyExchange:
        this.#exchange = this.#keyExchange(this.#hello, body);
        return this.#stopAt === "key-exchange" ? this.#finish() : null;
      case HANDSHAKE.certificateRequest:
        this.#requested = true;
        return null;
      case HANDSHAKE.serverHelloDone:
        this.#done = true;
        return this.#finish();
      default:
        return null;
    }
  }

  #keyExchange(hello: ServerHello, body: Uint8Array): ServerKeyExchange | null {
    const suite = suiteById(hello.suite);
    if (suite === undefined) return null;
    const signed = suite.authentication !== "anon" && suite.authentication !== "PSK";
    return parseServerKeyExchange(body, shapeOf(suite), signed, hello.version === WIRE_VERSIONS["TLSv1.2"]);
  }

  #finish(): FlightEnd {
    const flight = this.partial();
    return flight === null ? { kind: "malformed", reason: "hello-expected" } : { kind: "flight", flight };
  }
}

function shapeOf(suite: CipherSuite): KeyExchangeShape {
  switch (suite.keyExchange) {
    case "ECDHE":
      return "ecdhe";
    case "DHE":
      return "dhe";
    case "ECDHE_PSK":
      return "psk-ecdhe";
    case "DHE_PSK":
      return "psk-dhe";
    case "RSA":
      return suite.export ? "rsa-export" : "other";
    default:
      return "other";
  }
}
