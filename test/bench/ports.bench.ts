import { performance } from "node:perf_hooks";
import type { Pace } from "../../src/core/evidence/evidence.ts";
import { parseTarget } from "../../src/core/target.ts";

import { createSchedulerPool, PACE_TABLE } from "../../src/net/scheduler.ts";
import { PATIENCE } from "../../src/probe/hosts/identify-port.ts";
import { probeHosts } from "../../src/probe/hosts/probe-hosts.ts";
import { startFortyPorts } from "../servers/forty-ports.ts";
import { closing, testNet } from "../servers/test-net.ts";

const CONTROLS = [55_555, 55_556];

/** The forty default ports over real sockets, at each pace, beside what the pace and one deadline give. */
export async function run(print: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Promise<void> {
  print("  pace     right  connections  bytes sent     wall   pace + one deadline");
  for (const pace of ["fast", "normal", "gentle"] as const) print(await measure(pace));
}

async function measure(pace: Pace): Promise<string> {
  await using ports = await startFortyPorts(CONTROLS);
  await using net = closing(testNet({ schedulers: createSchedulerPool({ pace }), connectTo: ports.connectTo }));
  const start = performance.now();
  const { hosts, connections = 0 } = await probeHosts({
    net,
    target: parseTarget("bakery.test"),
    hosts: ["bakery.test"],
    pace,
    extraRoots: [],
    now: () => new Date(),
    signal: new AbortController().signal,
    controls: CONTROLS,
  });
  const wall = performance.now() - start;
  const seen = hosts[0]?.ports ?? [];
  const right = seen.filter(({ port, state }) => ports.states.get(port) === state).length;
  const bound = ((connections - 1) * 1000) / PACE_TABLE[pace].port.perSecond + PATIENCE.connect;
  return [
    `  ${pace.padEnd(7)}`,
    `${String(right)}/${String(seen.length)}`,
    String(connections).padStart(12),
    String(net.cost().bytesOut).padStart(11),
    `${wall.toFixed(0)} ms`.padStart(8),
    `${bound.toFixed(0)} ms`.padStart(21),
  ].join(" ");
}
