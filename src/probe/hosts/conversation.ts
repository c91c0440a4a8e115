import type { Socket } from "node:net";

/**
 * A bounded talk with a service: at most 64 KiB are ever read and every wait has an end, however slowly a server drips.
 * Nothing rejects: silence, an end and a reset all show as what was said until then.
 */
export interface Conversation {
  send(bytes: Uint8Array | string): void;
  /**
   * What was said since the last read, as soon as `enough` holds, the time is over, the other side has ended or the cap is
   * reached. Bytes are consumed.
   */
  read(enough: (bytes: Buffer) => boolean, milliseconds: number): Promise<Buffer>;
  /** The other side ended or reset the connection, or the cap was reached. */
  readonly ended: boolean;
  close(): void;
}

const CAP = 64 * 1024;

/** Takes a connected socket over until `close`. */
export function converse(socket: Socket, signal?: AbortSignal): Conversation {
  let pending = Buffer.alloc(0);
  let received = 0;
  let ended = socket.destroyed;
  let wake: () => void = () => undefined;

  function end(): void {
    ended = true;
    wake();
  }
  socket.on("data", (chunk: Buffer) => {
    const kept = chunk.subarray(0, Math.max(0, CAP - received));
    received += kept.length;
    pending = Buffer.concat([pending, kept]);
    if (received >= CAP) {
      socket.destroy();
      ended = true;
    }
    wake();
  });
  socket.on("end", end).on("close", end).on("error", end);
  signal?.addEventListener("abort", end, { once: true });
  if (signal?.aborted === true) ended = true;

  return {
    send(bytes) {
      if (!socket.destroyed && socket.writable) socket.write(bytes);
    },
    async read(enough, milliseconds) {
      if (!ended && !enough(pending)) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            if (!ended && !enough(pending)) return;
            clearTimeout(timer);
            resolve();
          };
        });
        wake = () => undefined;
      }
      const bytes = pending;
      pending = Buffer.alloc(0);
      return bytes;
    },
    get ended() {
      return ended;
    },
    close() {
      signal?.removeEventListener("abort", end);
      socket.destroy();
    },
  };
}

/** Holds once a whole line has come. */
export function hasLine(bytes: Buffer): boolean {
  return bytes.includes(0x0a);
}
