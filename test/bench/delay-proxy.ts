import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A TCP proxy that makes the loopback as far away as another country: the round trip is spent at connect and on every answer. */
export interface DelayProxy extends AsyncDisposable {
  readonly port: number;
  /** Connections taken so far. */
  readonly connections: number;
}

/** Starts a proxy to a loopback port with a round trip of so many milliseconds. */
export async function startDelayProxy(target: number, roundTripMs: number): Promise<DelayProxy> {
  let connections = 0;
  const open = new Set<Socket>();
  const server = createServer({ pauseOnConnect: true }, (client) => {
    connections += 1;
    // The kernel has completed the client's handshake at once: its round trip is added here, half of the way back included.
    const upstream = connect(target, "127.0.0.1");
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => undefined);
      socket.once("close", () => open.delete(socket));
    }
    setTimeout(() => client.resume(), roundTripMs);
    forward(client, upstream, roundTripMs / 2);
    forward(upstream, client, roundTripMs / 2);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    get connections() {
      return connections;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function forward(from: Socket, to: Socket, delayMs: number): void {
  from.on("data", (chunk: Buffer) => {
    setTimeout(() => {
      if (!to.destroyed) to.write(chunk);
    }, delayMs);
  });
  from.on("end", () => setTimeout(() => to.end(), delayMs));
  from.on("close", () => setTimeout(() => to.destroy(), delayMs));
}
