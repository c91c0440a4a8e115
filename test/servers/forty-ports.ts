import { DEFAULT_PORTS } from "../../src/data/ports.ts";
import type { Listening } from "../../src/net/small-internet.ts";
import { closedPort, type LoopbackServer } from "./loopback.ts";
import { SCRIPTS, startService } from "./services.ts";
import { startSilentPort } from "./silent-port.ts";

/** What really listens on some of the default ports; every service speaks on its first connection. */
const OPEN: Readonly<Record<number, string>> = {
  21: "ftp-tls",
  22: "ssh",
  25: "smtp-plain",
  80: "web",
  110: "pop3-plain",
  143: "imap-plain",
  873: "rsync",
  3306: "mysql",
  3389: "rdp",
  5432: "postgresql",
  5672: "amqp",
  6379: "redis-password",
  9200: "elasticsearch",
  11_211: "memcached",
};

export interface FortyPorts extends AsyncDisposable {
  /** For a net: each default port of the bakery and where it really is on loopback. */
  readonly connectTo: Readonly<Record<string, Listening>>;
  readonly states: ReadonlyMap<number, "open" | "closed" | "filtered">;
  readonly servers: readonly LoopbackServer[];
}

/** The default ports of `bakery.test` over real sockets: 14 open, and of the others every second one refuses or drops. */
export async function startFortyPorts(controls: readonly number[] = []): Promise<FortyPorts> {
  const silent = await startSilentPort();
  const refuses = await closedPort();
  const servers: LoopbackServer[] = [];
  const connectTo: Record<string, Listening> = {};
  const states = new Map<number, "open" | "closed" | "filtered">();
  for (const port of [...DEFAULT_PORTS.map((one) => one.port), ...controls]) {
    const script = SCRIPTS[OPEN[port] ?? ""];
    const server = script === undefined ? null : await startService(script);
    if (server !== null) servers.push(server);
    const state = server !== null ? "open" : states.size % 2 === 0 ? "closed" : "filtered";
    states.set(port, state);
    const real = server?.port ?? (state === "closed" ? refuses : silent.port);
    connectTo[`bakery.test:${String(port)}`] = { address: "127.0.0.1", port: real };
  }
  return {
    connectTo,
    states,
    servers,
    async [Symbol.asyncDispose]() {
      await Promise.all([silent[Symbol.asyncDispose](), ...servers.map((server) => server.close())]);
    },
  };
}
