import type { Socket } from "node:net";
import { encodeClientHello, type ClientHello, type RandomBytes } from "./codec/client-hello.ts";
import { encodeSslv2Hello } from "./codec/sslv2.ts";
import type { StopAt } from "./codec/server-flight.ts";
import { connectFailure, exchange, type Answer, type Connect } from "./exchange.ts";
import { LaneGate } from "./lane-gate.ts";
import { isTrouble, signatureOf } from "./signature.ts";
import type { StartTlsProtocol } from "./starttls/starttls.ts";
import { SSLV2_CIPHER_KINDS } from "../../data/tls/sslv2-ciphers.ts";

export interface SessionOptions {
  readonly connect: Connect;
  /** Connections in flight at most, from the pace. */
  readonly lanes: number;
  /** Connections in all at most; null where the scan is authorised. */
  readonly budget: number | null;
  readonly starttls?: StartTlsProtocol | undefined;
  readonly random: RandomBytes;
  readonly signal: AbortSignal;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  readonly onProbe?: ((made: number) => void) | undefined;
}

/** Why no further connection is made. */
export type StopReason = "budget" | "throttled" | "timeout" | "interrupted" | "blocked";

/** The longest wait for an answer before the server's speed is known, and the shortest after. */
const FIRST_TIMEOUT_MS = 5_000;
const SHORTEST_TIMEOUT_MS = 2_000;
/** So many silences in one scan, and it ends: a tarpit must not hold it. */
const PATIENCE = 4;
/** Connections kept back from the budget for the check that the server still answers. */
const RESERVE = 2;
/** A scan that is still meeting silences after so long ends. */
const LONGEST_SILENCE_MS = 8_000;
const SLOW_GAP_MS = 250;
/** So often a server that turns a STARTTLS dialogue away is asked again, in one lane and with the gap. */
const KNOCKS = 3;
const TEMPORARY = /^4\d\d/;

/**
 * `later`: nothing else waits for the answer, so it may wait for a lane. `last`: nothing is asked after it, and a server that lives
 * is sure to answer it; then its answer is the sign of life that `close` looks for, and it may draw on the reserve.
 */
export type Urgency = "now" | "later" | "last";

interface Probe {
  readonly urgency: Urgency;
  readonly bytes: Uint8Array;
  readonly read: StopAt | "sslv2";
}

/**
 * Everything that one endpoint is asked goes through here: lanes, budget, the slow-down at the first sign of a limit, and the
 * question whether the server still answers what it answered before. A reset, a refusal or a silence is never handed on as an
 * answer to the hello before a second try has shown the same and a hello known to be good has shown that the server lives.
 */
export class Session {
  readonly options: SessionOptions;
  readonly #gate: LaneGate;
  readonly #started: number;
  readonly #usual = new Set<string>();
  #stop: StopReason | null = null;
  #good: Probe | null = null;
  #aliveCheck: Promise<boolean> | null = null;
  #connections = 0;
  #bytesIn = 0;
  #bytesOut = 0;
  #timeouts = 0;
  #failures = 0;
  #slowestMs = 0;
  #lastFailure: Answer | null = null;
  #slowed = false;
  #livedAtLast = false;
  #plainText: string | null = null;
  #startTlsText: string | null = null;

  constructor(options: SessionOptions) {
    this.options = options;
    this.#gate = new LaneGate(options.lanes, options.clock);
    this.#started = options.clock();
  }

  get connections(): number {
    return this.#connections;
  }

  get bytesIn(): number {
    return this.#bytesIn;
  }

  get bytesOut(): number {
    return this.#bytesOut;
  }

  /** Why the scan ended early; null while nothing stops it. */
  get stopped(): StopReason | null {
    return this.#stop;
  }

  /** Whether the scan went down to one lane at some time. */
  get slowed(): boolean {
    return this.#slowed;
  }

  /** The last failure to get any answer at all. */
  get lastFailure(): Answer | null {
    return this.#lastFailure;
  }

  /** The first words of a server that speaks another protocol; null where none did. */
  get plainText(): string | null {
    return this.#plainText;
  }

  /** Why the STARTTLS dialogue did not lead to a ClientHello; null where it did or there was none. */
  get startTlsText(): string | null {
    return this.#startTlsText;
  }

  /** Connections that the budget still allows, without the reserve. */
  get budgetLeft(): number {
    const { budget } = this.options;
    return budget === null ? Infinity : Math.max(0, budget - RESERVE - this.#connections);
  }

  /** Sends a ClientHello over a connection of its own. */
  async ask(hello: ClientHello, read: StopAt, urgency: Urgency = "now"): Promise<Answer> {
    const answer = await this.#send({ bytes: encodeClientHello(hello, this.options.random), read, urgency });
    if (urgency === "last") this.#livedAtLast = answer.kind === "flight";
    return answer;
  }

  /** Sends an SSL 2.0 hello. */
  async askSslv2(): Promise<Answer> {
    return this.#send({
      bytes: encodeSslv2Hello(SSLV2_CIPHER_KINDS, this.options.random),
      read: "sslv2",
      urgency: "later",
    });
  }

  /**
   * A connection for a TLS stack to use, under the same lanes and budget. `use` owns the socket and must end it; null where none
   * was made.
   */
  async withSocket<Result>(use: (socket: Socket) => Promise<Result>): Promise<Result | null> {
    if (this.#refusal(false) !== null) return null;
    await this.#gate.enter();
    try {
      if (this.#refusal(false) !== null) return null;
      this.#count();
      let socket: Socket;
      try {
        socket = await this.options.connect(this.options.signal);
      } catch (error) {
        const failure = connectFailure(error);
        if (failure.kind === "not-made") this.stop(failure.reason);
        else this.#trouble(failure);
        return null;
      }
      const result = await use(socket);
      this.#bytesIn += socket.bytesRead;
      this.#bytesOut += socket.bytesWritten;
      socket.destroy();
      return result;
    } finally {
      this.#gate.leave();
    }
  }

  /** Whether the first hello that was answered well is still answered; true where there never was one. */
  async isAlive(): Promise<boolean> {
    const good = this.#good;
    if (good === null) return true;
    this.#aliveCheck ??= this.#once(good, true).then((answer) => {
      this.#aliveCheck = null;
      return answer.kind === "flight";
    });
    return this.#aliveCheck;
  }

  /** Asks the known good hello once more at the end, unless the last question told as much; false stops the scan as throttled. */
  async close(): Promise<boolean> {
    if (this.#stop !== null && this.#stop !== "budget") return false;
    const alive = this.#livedAtLast || (await this.isAlive());
    if (!alive) this.stop("throttled");
    return alive;
  }

  /** Makes no further connection. */
  stop(reason: StopReason): void {
    this.#stop ??= reason;
  }

  async #send(probe: Probe): Promise<Answer> {
    const reserved = probe.urgency === "last";
    let answer = await this.#once(probe, reserved);
    if (this.#isTurnedAway(answer)) return this.#knockAgain(probe, answer);
    if (!this.#isSuspect(answer)) return answer;
    this.#slow();
    if (answer.kind !== "timeout") {
      answer = await this.#once(probe, reserved);
      if (!this.#isSuspect(answer)) return answer;
    }
    if (this.#good === null || this.#stop !== null) return answer;
    if (!(await this.isAlive())) {
      this.stop("throttled");
      return { kind: "not-made", reason: "throttled" };
    }
    // The server lives and says the same again: it is this hello that it does not like, and no limit was hit.
    this.#gate.limit(this.options.lanes, 0);
    if (answer.kind !== "timeout") this.#usual.add(signatureOf(answer));
    return answer;
  }

  /** A dialogue that was led before, or a temporary refusal (421 of SMTP and FTP): too many connections, and no word on the hello. */
  #isTurnedAway(answer: Answer): answer is Extract<Answer, { kind: "no-starttls" }> {
    return answer.kind === "no-starttls" && (this.#good !== null || TEMPORARY.test(answer.text));
  }

  async #knockAgain(probe: Probe, first: Answer): Promise<Answer> {
    this.#slow();
    let answer = first;
    for (let tries = 0; tries < KNOCKS && this.#isTurnedAway(answer); tries += 1) {
      answer = await this.#once(probe, probe.urgency === "last");
    }
    if (!this.#isTurnedAway(answer) || this.#good === null) return answer;
    this.stop("throttled");
    return { kind: "not-made", reason: "throttled" };
  }

  #isSuspect(answer: Answer): boolean {
    return isTrouble(answer) && !this.#usual.has(signatureOf(answer));
  }

  async #once(probe: Probe, reserved: boolean): Promise<Answer> {
    const refusal = this.#refusal(reserved);
    if (refusal !== null) return { kind: "not-made", reason: refusal };
    await this.#gate.enter(probe.urgency === "later");
    try {
      const late = this.#refusal(reserved);
      if (late !== null) return { kind: "not-made", reason: late };
      this.#count();
      const started = this.options.clock();
      const { answer, bytesIn, bytesOut } = await exchange({
        connect: this.options.connect,
        bytes: probe.bytes,
        read: probe.read,
        starttls: this.options.starttls,
        timeoutMs: this.#timeoutMs(),
        signal: this.options.signal,
      });
      this.#bytesIn += bytesIn;
      this.#bytesOut += bytesOut;
      this.#learn(probe, answer, this.options.clock() - started);
      return answer;
    } finally {
      this.#gate.leave();
    }
  }

  #refusal(reserved: boolean): StopReason | null {
    if (this.options.signal.aborted) this.stop("interrupted");
    if (this.#stop !== null && !(reserved && this.#stop === "budget")) return this.#stop;
    const { budget } = this.options;
    if (budget !== null && this.#connections >= budget - (reserved ? 0 : RESERVE)) return "budget";
    return null;
  }

  #count(): void {
    this.#connections += 1;
    this.options.onProbe?.(this.#connections);
  }

  #learn(probe: Probe, answer: Answer, elapsedMs: number): void {
    if (isTrouble(answer)) {
      this.#trouble(answer);
      return;
    }
    if (answer.kind === "not-made") {
      this.stop(answer.reason);
      return;
    }
    if (answer.kind === "plain") this.#plainText ??= answer.text;
    if (answer.kind === "no-starttls") this.#startTlsText ??= answer.text;
    const late = answer.kind === "flight" && answer.late;
    if (!late) this.#slowestMs = Math.max(this.#slowestMs, elapsedMs);
    if (answer.kind !== "flight") return;
    this.#good ??= { ...probe, read: "hello" };
    if (!late) return;
    this.#timeouts += 1;
    if (this.#timeouts >= PATIENCE) this.stop("timeout");
  }

  #trouble(answer: Answer): void {
    this.#lastFailure = answer;
    this.#failures += 1;
    if (answer.kind === "timeout") this.#timeouts += 1;
    const nothingYet = this.#slowestMs === 0;
    const late = this.options.clock() - this.#started > LONGEST_SILENCE_MS;
    if (this.#timeouts >= (nothingYet || late ? 2 : PATIENCE)) this.stop("timeout");
    if (nothingYet && answer.kind === "no-connection" && this.#failures >= 2) this.stop("timeout");
  }

  #slow(): void {
    this.#slowed = true;
    this.#gate.limit(1, SLOW_GAP_MS);
  }

  #timeoutMs(): number {
    if (this.#slowestMs === 0) return FIRST_TIMEOUT_MS;
    return Math.min(FIRST_TIMEOUT_MS, Math.max(SHORTEST_TIMEOUT_MS, this.#slowestMs * 10));
  }
}
