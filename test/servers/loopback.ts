import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from "node:net";

/** A real server on an ephemeral loopback port. */
export interface LoopbackServer extends AsyncDisposable {
  readonly port: number;
  /** Connections accepted so far. */
  readonly accepted: number;
  /** Connections open now. */
  readonly open: number;
  /** Resolves when the last open connection has closed. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** An HTTP server, or an HTTPS one where a certificate is given. */
export async function startHttp(
  listener: RequestListener,
  tls?: { readonly cert: string; readonly key: string },
): Promise<LoopbackServer> {
  return await listen(tls === undefined ? createHttpServer(listener) : createHttpsServer({ ...tls }, listener));
}

/** A server that speaks whatever the handler writes: for answers that no HTTP library would send. */
export async function startRaw(handler: (socket: Socket) => void): Promise<LoopbackServer> {
  return await listen(createTcpServer(handler));
}

/** A loopback port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = await startRaw(() => undefined);
  await server.close();
  return server.port;
}

async function listen(server: Server): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  let accepted = 0;
  let waiting: (() => void)[] = [];
  server.on("connection", (socket: Socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      sockets.delete(socket);
      if (sockets.size > 0) return;
      for (const done of waiting) done();
      waiting = [];
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const port = (server.address() as AddressInfo).port;
  async function close(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  }
  return {
    port,
    get accepted() {
      return accepted;
    },
    get open() {
      return sockets.size;
    },
    async quiet() {
      if (sockets.size === 0) return;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
