import { connect as connectTls, type ConnectionOptions, type TLSSocket } from "node:tls";
import type { Socket } from "node:net";
import { codeOf, SocketReader } from "./socket-reader.ts";
import { readSessionFacts, type SessionFacts } from "./ssl-session.ts";
import { startTls, type StartTlsProtocol } from "./starttls/starttls.ts";

/** One complete handshake by Node's own TLS: what only the end of a handshake shows. Nothing is verified here. */
export interface OrdinaryHandshake {
  readonly version: string | null;
  readonly suite: string | null;
  readonly alpn: string | null;
  /** DER certificates as far as Node links them, the leaf first. */
  readonly chain: readonly Uint8Array[];
  readonly ocspResponse: boolean;
  readonly session: Buffer | null;
  readonly facts: SessionFacts | null;
  readonly resumed: boolean;
  /** The alert with which the server ended a handshake that looked complete: in TLS 1.3 it reads the client's part last. */
  readonly alertAfter: number | null;
}

export type HandshakeResult =
  | { readonly kind: "done"; readonly handshake: OrdinaryHandshake }
  | { readonly kind: "failed"; readonly code: string; readonly alert: number | null };

export interface HandshakeOptions {
  readonly serverName: string | null;
  readonly alpn: readonly string[];
  readonly starttls?: StartTlsProtocol | undefined;
  readonly session?: Buffer | null;
  /** OpenSSL's list of signature algorithms, to reach the certificate of one key type. */
  readonly sigalgs?: string;
  /** Do not ask for a stapled OCSP response. */
  readonly withoutOcsp?: boolean;
  /** Wait for the session ticket that TLS 1.3 sends after the handshake. */
  readonly wantTicket: boolean;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** A server sends its tickets with or right after its last flight, some with their first words of the protocol. */
const TICKET_PATIENCE_MS = { least: 400, most: 1_000 } as const;
/** The longest wait, after the farewell, for a server that does not answer it. */
const LAST_CALL_MS = 2_000;
/** The longest wait until the farewell is written. */
const CLOSE_PATIENCE_MS = 100;
const LONGEST_CHAIN = 16;

/** Completes one ordinary handshake over a connected socket. Never rejects; the caller destroys the socket. */
export async function ordinaryHandshake(socket: Socket, options: HandshakeOptions): Promise<HandshakeResult> {
  if (options.starttls !== undefined) {
    const reader = new SocketReader(socket, options.timeoutMs, options.signal);
    const outcome = await startTls(options.starttls, reader);
    reader.release();
    if (outcome.kind !== "ready") return { kind: "failed", code: "no-starttls", alert: null };
  }
  return new Promise((resolve) => new Handshake(socket, options, resolve).start());
}

type Shown = Pick<OrdinaryHandshake, "version" | "suite" | "alpn" | "chain" | "resumed">;

/** One handshake under way. */
class Handshake {
  readonly #socket: Socket;
  readonly #options: HandshakeOptions;
  readonly #resolve: (result: HandshakeResult) => void;
  readonly #started = performance.now();
  #tls: TLSSocket | null = null;
  #ocsp = false;
  #session: Buffer | null = null;
  /** What the handshake was, read while it is open: Node forgets it with the connection. */
  #shown: Shown | null = null;
  #alertAfter: number | null = null;
  #timer: NodeJS.Timeout | null = null;
  #over = false;

  constructor(socket: Socket, options: HandshakeOptions, resolve: (result: HandshakeResult) => void) {
    this.#socket = socket;
    this.#options = options;
    this.#resolve = resolve;
  }

  start(): void {
    const { timeoutMs, signal } = this.#options;
    this.#timer = setTimeout(() => this.#fail("timeout", null), timeoutMs);
    signal.addEventListener("abort", this.#interrupted, { once: true });
    let tls: TLSSocket;
    try {
      tls = connectTls(this.#connectionOptions());
    } catch (error) {
      this.#fail(codeOf(error), null);
      return;
    }
    this.#tls = tls;
    tls.on("OCSPResponse", (response: Buffer | null) => {
      this.#ocsp = response !== null && response.length > 0;
    });
    tls.on("session", (session: Buffer) => {
      this.#session = session;
      if (this.#shown !== null) this.#finish();
    });
    tls.on("secureConnect", () => this.#secured(tls));
    tls.on("error", (error) => {
      if (this.#shown === null) return this.#fail(codeOf(error), alertOf(error));
      this.#alertAfter = alertOf(error);
      this.#finish();
    });
    tls.on("close", () => (this.#shown === null ? this.#fail("closed", null) : this.#finish()));
  }

  #connectionOptions(): ConnectionOptions {
    const { serverName, alpn, session, sigalgs } = this.#options;
    return {
      socket: this.#socket,
      servername: serverName ?? "",
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      minVersion: "TLSv1",
      maxVersion: "TLSv1.3",
      ciphers: "ALL:@SECLEVEL=0",
      requestOCSP: this.#options.withoutOcsp !== true,
      ...(alpn.length > 0 ? { ALPNProtocols: [...alpn] } : {}),
      ...(session === null || session === undefined ? {} : { session }),
      ...(sigalgs === undefined ? {} : { sigalgs }),
    };
  }

  #secured(tls: TLSSocket): void {
    this.#shown = {
      version: tls.getProtocol(),
      suite: tls.getCipher()?.standardName ?? null,
      alpn: typeof tls.alpnProtocol === "string" ? tls.alpnProtocol : null,
      chain: chainOf(tls),
      resumed: tls.isSessionReused(),
    };
    tls.resume();
    if (!this.#options.wantTicket || tls.getProtocol() !== "TLSv1.3" || this.#session !== null) {
      this.#session ??= tls.getSession() ?? null;
      this.#finish();
      return;
    }
    // The ticket comes within the time that the handshake needed, on a busy machine a little later.
    const elapsed = performance.now() - this.#started;
    const patience = Math.min(TICKET_PATIENCE_MS.most, Math.max(TICKET_PATIENCE_MS.least, elapsed * 3));
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lastCall(tls), patience);
  }

  /**
   * No ticket yet: on a busy machine that may only mean "not yet". The server reads our farewell after our Finished, to which it
   * sends its tickets, so what it closes without a ticket has none to give. OpenSSL still takes tickets after its own farewell.
   */
  #lastCall(tls: TLSSocket): void {
    this.#timer = setTimeout(() => this.#finish(), LAST_CALL_MS);
    tls.end();
  }

  readonly #interrupted = (): void => this.#fail("interrupted", null);

  #finish(): void {
    const shown = this.#shown;
    if (this.#over || shown === null) return;
    const session = this.#session;
    const result: HandshakeResult = {
      kind: "done",
      handshake: {
        ...shown,
        ocspResponse: this.#ocsp,
        session,
        facts: session === null ? null : readSessionFacts(session),
        alertAfter: this.#alertAfter,
      },
    };
    this.#end(result);
  }

  #fail(code: string, alert: number | null): void {
    if (!this.#over) this.#end({ kind: "failed", code, alert });
  }

  #end(result: HandshakeResult): void {
    this.#over = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#options.signal.removeEventListener("abort", this.#interrupted);
    const tls = this.#tls;
    tls?.removeAllListeners();
    tls?.on("error", () => undefined);
    const finished = (): void => {
      clearTimeout(patience);
      tls?.destroy();
      this.#resolve(result);
    };
    // Without close_notify OpenSSL takes the session out of its cache, and a later handshake could not resume it.
    const patience = setTimeout(finished, CLOSE_PATIENCE_MS);
    if (result.kind === "done") tls?.end(finished);
    else finished();
  }
}

/** The chain as Node links it by issuer; it stops at a certificate that is its own issuer. */
function chainOf(tls: TLSSocket): Uint8Array[] {
  const chain: Uint8Array[] = [];
  let certificate = tls.getPeerX509Certificate();
  while (certificate !== undefined && chain.length < LONGEST_CHAIN) {
    chain.push(Uint8Array.from(certificate.raw));
    const issuer: typeof certificate | undefined = certificate.issuerCertificate;
    if (issuer === undefined || issuer.raw.equals(certificate.raw)) break;
    certificate = issuer;
  }
  return chain;
}

/** The alert number in an OpenSSL error, such as ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION with "alert number 70". */
function alertOf(error: Error): number | null {
  const match = /alert number (\d+)/i.exec(error.message);
  return match?.[1] === undefined ? null : Number(match[1]);
}
