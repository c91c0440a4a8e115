import type { Socket } from "node:net";
import { parseSslv2ServerHello, type Sslv2ServerHello } from "./codec/sslv2.ts";
import { FlightReader, type Alert, type Flight, type StopAt } from "./codec/server-flight.ts";
import { codeOf, SocketReader } from "./socket-reader.ts";
import { startTls, type StartTlsProtocol } from "./starttls/starttls.ts";

/** Opens one connection to the endpoint: the only thing that the engine knows of the network. */
export type Connect = (signal: AbortSignal) => Promise<Socket>;

/** What one hello brought. */
export type Answer =
  /** `late`: the rest of the flight did not come in time. */
  | { readonly kind: "flight"; readonly flight: Flight; readonly late: boolean }
  | { readonly kind: "sslv2"; readonly hello: Sslv2ServerHello }
  | { readonly kind: "alert"; readonly alert: Alert }
  /** The server closed without a word. */
  | { readonly kind: "closed" }
  | { readonly kind: "reset" }
  | { readonly kind: "timeout"; readonly phase: "connect" | "answer" }
  /** No connection: refused, unreachable, blocked by the scope … */
  | { readonly kind: "no-connection"; readonly code: string }
  /** Readable text where a hello should be: another protocol. */
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "malformed"; readonly reason: string }
  | { readonly kind: "no-starttls"; readonly text: string }
  /** Nothing was sent. */
  | { readonly kind: "not-made"; readonly reason: "budget" | "throttled" | "timeout" | "interrupted" | "blocked" };

export interface ExchangeOptions {
  readonly connect: Connect;
  readonly bytes: Uint8Array;
  readonly read: StopAt | "sslv2";
  readonly starttls?: StartTlsProtocol | undefined;
  /** Milliseconds for the answer, however slowly it drips. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface ExchangeResult {
  readonly answer: Answer;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** A first flight is a few kilobytes; a chain of a megabyte is read no further than this. */
const MOST_BYTES = 524_288;

/** Sends one hello over a connection of its own and reads what is wanted of the answer. Never rejects. */
export async function exchange(options: ExchangeOptions): Promise<ExchangeResult> {
  let socket: Socket;
  try {
    socket = await options.connect(options.signal);
  } catch (error) {
    return { answer: connectFailure(error), bytesIn: 0, bytesOut: 0 };
  }
  const reader = new SocketReader(socket, options.timeoutMs, options.signal);
  const answer = await converse(reader, options);
  const { bytesRead, bytesWritten } = socket;
  reader.close();
  return { answer, bytesIn: bytesRead, bytesOut: bytesWritten };
}

/** What a failed connect means. Some codes are the door's own word, which no second try changes. */
export function connectFailure(error: unknown): Answer {
  const code = codeOf(error);
  switch (code) {
    case "timeout":
    case "deadline":
    case "ETIMEDOUT":
      return { kind: "timeout", phase: "connect" };
    case "reset":
    case "ECONNRESET":
      return { kind: "reset" };
    case "ABORT_ERR":
    case "interrupted":
      return { kind: "not-made", reason: "interrupted" };
    case "blocked":
    case "out-of-scope":
    case "private-address":
    case "proxy":
    case "dry-run":
      return { kind: "not-made", reason: "blocked" };
    case "budget":
    case "needs-authorisation":
      return { kind: "not-made", reason: "budget" };
    default:
      return { kind: "no-connection", code: code === "ECONNREFUSED" ? "refused" : code };
  }
}

async function converse(reader: SocketReader, options: ExchangeOptions): Promise<Answer> {
  if (options.starttls !== undefined) {
    const outcome = await startTls(options.starttls, reader);
    if (outcome.kind === "refused" || outcome.kind === "broken") return { kind: "no-starttls", text: outcome.text };
    if (outcome.kind === "end") return ended(outcome.how, outcome.code);
  }
  reader.write(options.bytes);
  return options.read === "sslv2" ? readSslv2(reader) : readFlight(reader, options.read);
}

async function readFlight(reader: SocketReader, stopAt: StopAt): Promise<Answer> {
  const flight = new FlightReader(stopAt);
  let first: Buffer | null = null;
  let total = 0;
  for (;;) {
    const received = await reader.next();
    if (received.kind !== "data") {
      const partial = flight.partial();
      if (partial !== null) return { kind: "flight", flight: partial, late: received.kind === "timeout" };
      return received.kind === "error" ? ended("error", received.code) : ended(received.kind);
    }
    first = first === null || first.length < 16 ? Buffer.concat([first ?? Buffer.alloc(0), received.chunk]) : first;
    total += received.chunk.length;
    const end = flight.push(received.chunk);
    if (end !== null) {
      if (end.kind === "flight") return { ...end, late: false };
      if (end.kind === "alert") return end;
      return plainText(first) ?? end;
    }
    if (total > MOST_BYTES) {
      const partial = flight.partial();
      return partial === null
        ? { kind: "malformed", reason: "too-large" }
        : { kind: "flight", flight: partial, late: false };
    }
  }
}

async function readSslv2(reader: SocketReader): Promise<Answer> {
  let bytes = Buffer.alloc(0);
  for (;;) {
    const received = await reader.next();
    if (received.kind === "error") return ended("error", received.code);
    if (received.kind !== "data") return ended(received.kind);
    bytes = Buffer.concat([bytes, received.chunk]);
    const hello = parseSslv2ServerHello(bytes);
    if (hello === "incomplete") continue;
    if (hello !== "other") return { kind: "sslv2", hello };
    // A TLS server answers with an alert of its own record layer.
    if (bytes[0] === 21 && bytes.length >= 7) {
      return { kind: "alert", alert: { fatal: bytes[5] !== 1, description: bytes[6] ?? 0 } };
    }
    return plainText(bytes) ?? { kind: "malformed", reason: "sslv2" };
  }
}

function ended(how: "end" | "error" | "timeout", code?: string): Answer {
  if (how === "timeout") return { kind: "timeout", phase: "answer" };
  if (how === "end") return { kind: "closed" };
  if (code === "ABORT_ERR") return { kind: "not-made", reason: "interrupted" };
  return { kind: "reset" };
}

/** Text of another protocol ("HTTP/1.1 400", "220 mail", "SSH-2.0"), cut to one line. */
function plainText(bytes: Buffer): Answer | null {
  const text = bytes.subarray(0, 120).toString("latin1");
  if (!/^[\x20-\x7e\r\n\t]{4,}/.test(text)) return null;
  const line = text.replace(/[^\x20-\x7e].*$/s, "").trim();
  return { kind: "plain", text: line };
}
