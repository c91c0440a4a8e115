import type { Socket } from "node:net";
import type { Cost } from "../core/evidence/evidence.ts";

/** What one target has cost: counted on the raw sockets, so that TLS and header bytes are in. */
export interface Counters {
  request(): void;
  /** Counts a connection and its bytes until it closes, and remembers the socket for `destroyAll`. */
  follow(socket: Socket): void;
  cost(): Cost;
  readonly requests: number;
  /** Destroys every followed socket and resolves when all have closed. */
  destroyAll(): Promise<void>;
}

/** Counters from zero; the wall time runs from now on. */
export function createCounters(now: () => number): Counters {
  const started = now();
  const live = new Set<Socket>();
  let requests = 0;
  let connections = 0;
  let bytesIn = 0;
  let bytesOut = 0;

  return {
    request() {
      requests += 1;
    },
    follow(socket) {
      connections += 1;
      live.add(socket);
      socket.once("close", () => {
        live.delete(socket);
        bytesIn += socket.bytesRead;
        bytesOut += socket.bytesWritten;
      });
    },
    cost() {
      const open = [...live];
      return {
        connections,
        requests,
        bytesIn: open.reduce((sum, socket) => sum + socket.bytesRead, bytesIn),
        bytesOut: open.reduce((sum, socket) => sum + socket.bytesWritten, bytesOut),
        wallMs: Math.max(0, Math.round(now() - started)),
      };
    },
    get requests() {
      return requests;
    },
    async destroyAll() {
      const closing = [...live].map(
        (socket) =>
          new Promise<void>((resolve) => {
            socket.once("close", () => {
              resolve();
            });
            socket.destroy();
          }),
      );
      await Promise.all(closing);
    },
  };
}
