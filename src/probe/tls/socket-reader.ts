import type { Socket } from "node:net";

/** How a wait for bytes ended. */
export type Received =
  | { readonly kind: "data"; readonly chunk: Buffer }
  | { readonly kind: "end" }
  | { readonly kind: "error"; readonly code: string }
  | { readonly kind: "timeout" };

/**
 * Pulls bytes from a socket under one deadline for the whole exchange, which a drip cannot stretch, and one cap of bytes.
 * Errors are data here: nothing rejects.
 */
export class SocketReader {
  readonly socket: Socket;
  readonly #queue: Received[] = [];
  #waiting: ((received: Received) => void) | null = null;
  #ended = false;
  readonly #timer: NodeJS.Timeout;
  readonly #abort: () => void;
  readonly #signal: AbortSignal;

  constructor(socket: Socket, timeoutMs: number, signal: AbortSignal) {
    this.socket = socket;
    this.#signal = signal;
    this.#timer = setTimeout(() => this.#last({ kind: "timeout" }), timeoutMs);
    this.#abort = () => this.#last({ kind: "error", code: "ABORT_ERR" });
    signal.addEventListener("abort", this.#abort, { once: true });
    socket.on("data", this.#onData);
    socket.on("end", this.#onEnd);
    socket.on("close", this.#onEnd);
    socket.on("error", this.#onError);
    if (signal.aborted) this.#abort();
  }

  /** The next bytes, or how it ended; after the end the same end again. */
  async next(): Promise<Received> {
    const ready = this.#queue[0];
    if (ready !== undefined) {
      if (ready.kind === "data") this.#queue.shift();
      return ready;
    }
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  /** Puts bytes back that belong to the next reader of this socket. */
  unread(chunk: Buffer): void {
    if (chunk.length > 0) this.#queue.unshift({ kind: "data", chunk });
  }

  /** Writes; a broken connection shows at the next read. */
  write(bytes: Uint8Array | string): void {
    if (!this.socket.destroyed && this.socket.writable) this.socket.write(bytes);
  }

  /** Ends the exchange: timer, listeners and socket are gone. */
  close(): void {
    this.release();
    this.socket.destroy();
  }

  /** Takes the hands off the socket, which goes on living: a TLS stack takes it over. */
  release(): void {
    clearTimeout(this.#timer);
    this.#signal.removeEventListener("abort", this.#abort);
    // A socket without an error listener would end the process on a late reset. Others listen too: only our own ears go.
    this.socket.on("error", () => undefined);
    this.socket.off("data", this.#onData);
    this.socket.off("end", this.#onEnd);
    this.socket.off("close", this.#onEnd);
    this.socket.off("error", this.#onError);
  }

  readonly #onData = (chunk: Buffer): void => this.#put({ kind: "data", chunk });
  readonly #onEnd = (): void => this.#last({ kind: "end" });
  readonly #onError = (error: unknown): void => this.#last({ kind: "error", code: codeOf(error) });

  #put(received: Received): void {
    if (this.#ended) return;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null && received.kind === "data") waiting(received);
    else {
      this.#queue.push(received);
      waiting?.(received);
    }
  }

  #last(received: Received): void {
    if (this.#ended) return;
    this.#put(received);
    this.#ended = true;
  }
}

/** The `code` of an error, or UNKNOWN. */
export function codeOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return "UNKNOWN";
}
