import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Worker } from "node:worker_threads";

/** A loopback port that drops every packet of a new connection, as a firewall does. */
export interface SilentPort extends AsyncDisposable {
  readonly port: number;
}

/** Listens with the shortest queue and then never takes a connection from it, since its thread sleeps. */
const SLEEPER = `
  const { parentPort } = require("node:worker_threads");
  const server = require("node:net").createServer();
  server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
`;

/** Milliseconds; on loopback a connection stands at once or not at all. */
const AT_ONCE = 200;
const MOST = 16;

/**
 * Makes a port that is neither open nor closed: its queue is filled until the kernel drops the packets of newcomers (Linux:
 * listen(2), `tcp_abort_on_overflow` off). Throws where the kernel does otherwise.
 */
export async function startSilentPort(): Promise<SilentPort> {
  const worker = new Worker(SLEEPER, { eval: true });
  const fillers: Socket[] = [];
  const stop = async (): Promise<void> => {
    for (const socket of fillers) socket.destroy();
    await worker.terminate();
  };
  const [port] = (await once(worker, "message")) as [number]; // What the script above posts.
  for (let filled = 0; filled < MOST; filled += 1) {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    fillers.push(socket);
    if (!(await stands(socket))) return { port, [Symbol.asyncDispose]: stop };
  }
  await stop();
  throw new Error("this kernel drops no packets of a port whose queue is full");
}

async function stands(socket: Socket): Promise<boolean> {
  try {
    await once(socket, "connect", { signal: AbortSignal.timeout(AT_ONCE) });
    return true;
  } catch {
    socket.destroy();
    return false;
  }
}
