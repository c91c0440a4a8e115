import { connect, type Socket } from "node:net";
import type { Counters } from "./counters.ts";
import { toNetError } from "./errors.ts";
import { NetError } from "./net.ts";

export interface RawDial {
  readonly address: string;
  readonly port: number;
  /** For the sentences: the name that the user knows. */
  readonly host: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly counters: Counters;
}

/**
 * Opens one TCP connection to a pinned address: the only place of the house that does. Rejects with a `NetError` when it
 * does not stand within the time; the half-open socket is gone by then.
 */
export async function dialAddress(options: RawDial): Promise<Socket> {
  const { address, port, host, timeoutMs, signal, counters } = options;
  if (signal?.aborted === true) throw toInterrupted(signal, host, port);
  const socket = connect({ host: address, port, noDelay: true, autoSelectFamily: false });
  counters.follow(socket);
  // Stays for the life of the socket: an error between two owners must not end the process.
  socket.on("error", () => undefined);
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new NetError("timeout", `${host}:${String(port)} does not answer; a firewall may drop the packets`));
      }, timeoutMs);
      const onAbort = (): void => {
        done(reject, toInterrupted(signal, host, port));
      };
      const onError = (error: Error): void => {
        done(reject, toNetError(error, { host, port, secure: false }));
      };
      const onConnect = (): void => {
        done(resolve);
      };
      function done<T extends readonly unknown[]>(settle: (...result: T) => void, ...result: T): void {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
        socket.off("error", onError).off("connect", onConnect);
        settle(...result);
      }
      socket.once("error", onError).once("connect", onConnect);
      signal?.addEventListener("abort", onAbort, { once: true });
    });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** The `NetError` of an aborted signal: its own reason where that is one, else `interrupted`. */
export function toInterrupted(signal: AbortSignal | undefined, host: string, port: number): NetError {
  const reason: unknown = signal?.reason;
  if (reason instanceof NetError) return reason;
  return new NetError("interrupted", `stopped while speaking with ${host}:${String(port)}`, { cause: reason });
}
