import type { Socket } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import { isIpLiteral } from "../../core/domain.ts";

/**
 * TLS over a connected socket, with whatever version and certificate the other side has: who it is matters here, not how well
 * it is secured. Null where it speaks no TLS within `milliseconds`; the raw socket is the caller's to destroy.
 */
export async function secureSocket(
  raw: Socket,
  options: { readonly host: string; readonly milliseconds: number; readonly signal?: AbortSignal | undefined },
): Promise<TLSSocket | null> {
  const { host, signal } = options;
  return await new Promise<TLSSocket | null>((resolve) => {
    const socket = connect({
      socket: raw,
      host,
      servername: isIpLiteral(host) ? "" : host,
      rejectUnauthorized: false,
      minVersion: "TLSv1",
      ciphers: "DEFAULT:@SECLEVEL=0",
      ALPNProtocols: ["http/1.1"],
    });
    const give = (result: TLSSocket | null): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      if (result === null) socket.destroy();
      resolve(result);
    };
    const stop = (): void => {
      give(null);
    };
    const timer = setTimeout(stop, options.milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
    socket.once("secureConnect", () => {
      give(socket);
    });
    socket.on("error", stop).on("close", stop);
    if (signal?.aborted === true) stop();
  });
}
