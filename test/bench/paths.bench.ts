import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import pLimit from "p-limit";
import type { Pace } from "../../src/core/evidence/evidence.ts";
import { scopeOf } from "../../src/core/scope.ts";
import { parseTarget } from "../../src/core/target.ts";
import { createNet } from "../../src/net/create-net.ts";
import { createSchedulerPool } from "../../src/net/scheduler.ts";
import { probePaths } from "../../src/probe/paths/probe-paths.ts";

/** Targets under way at a time, as a fleet has them. */
const AT_ONCE = 100;

interface Row {
  readonly what: string;
  readonly targets: number;
  readonly planned: number;
  readonly requests: number;
  readonly connections: number;
  readonly bytesIn: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

/**
 * Measures the paths probe against a shop that answers after 60 ms, in a process of its own: requests, connections, bytes and
 * the scanner's CPU for one target and for a fleet on addresses of its own. Core and platform tiers of WooCommerce.
 */
export async function run(print: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Promise<void> {
  const server = await openServer(60);
  const instant = await openServer(0);
  try {
    await measure("warm-up", instant.port, 3, "fast");
    const rows = [
      await measure("1 target, pace normal", server.port, 1, "normal"),
      await measure("1 target, pace fast", server.port, 1, "fast"),
      await measure("200 targets, pace normal", server.port, 200, "normal"),
      await measure("200 targets, no delay, pace fast", instant.port, 200, "fast"),
    ];
    printTable(rows, print);
  } finally {
    server.close();
    instant.close();
  }
}

async function openServer(delayMs: number): Promise<{ readonly port: number; close(): void }> {
  const file = fileURLToPath(new URL("./paths-server.ts", import.meta.url));
  const child = spawn(process.execPath, [file, String(delayMs)], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { port: Number(line.toString("utf8").trim()), close: () => child.kill() };
}

async function measure(what: string, port: number, targets: number, pace: Pace): Promise<Row> {
  const schedulers = createSchedulerPool({ pace });
  const limit = pLimit(AT_ONCE);
  const before = process.cpuUsage();
  const start = performance.now();
  const results = await Promise.all(
    Array.from({ length: targets }, (_, index) => limit(() => scan(index, port, schedulers))),
  );
  const used = process.cpuUsage(before);
  const sum = (pick: (result: (typeof results)[number]) => number): number =>
    results.reduce((total, result) => total + pick(result), 0);
  return {
    what,
    targets,
    planned: sum((result) => result.planned) / targets,
    requests: sum((result) => result.sent) / targets,
    connections: sum((result) => result.connections) / targets,
    bytesIn: sum((result) => result.bytesIn) / targets,
    wallMs: performance.now() - start,
    cpuMs: (used.user + used.system) / 1000,
  };
}

/** One target on a loopback address of its own, so that each has its own pace. */
async function scan(index: number, port: number, schedulers: ReturnType<typeof createSchedulerPool>) {
  const target = parseTarget(`http://shop-${String(index)}.test/`);
  const address = `127.0.${String(1 + Math.floor(index / 250))}.${String(1 + (index % 250))}`;
  const net = createNet({
    schedulers,
    scope: scopeOf(target),
    authorised: true,
    userAgent: "Vigie/bench",
    connectTo: { [`${target.host}:80`]: { address, port } },
  });
  try {
    const value = await probePaths({ net, target, baseUrl: target.url, platform: "woocommerce" });
    if (value.hits.filter((hit) => hit.outcome === "confirmed").length !== 3 || value.stopped !== null) {
      throw new Error(`the bench's shop was misjudged: ${JSON.stringify(value.hits)}`);
    }
    return {
      planned: value.planned,
      sent: value.sent,
      connections: net.cost().connections,
      bytesIn: net.cost().bytesIn,
    };
  } finally {
    await net.close();
  }
}

function printTable(rows: readonly Row[], print: (line: string) => void): void {
  print("                                     probes  requests  connections   kB in    wall   CPU   CPU per");
  print("  each target                           n       n           n          n       s      s   100 probes");
  for (const row of rows) {
    const perHundred = (row.cpuMs / (row.planned * row.targets)) * 100;
    print(
      [
        `  ${row.what.padEnd(34)}`,
        row.planned.toFixed(0).padStart(6),
        row.requests.toFixed(0).padStart(8),
        row.connections.toFixed(1).padStart(11),
        (row.bytesIn / 1000).toFixed(0).padStart(10),
        (row.wallMs / 1000).toFixed(1).padStart(8),
        (row.cpuMs / 1000).toFixed(2).padStart(6),
        `${perHundred.toFixed(1)} ms`.padStart(10),
      ].join(" "),
    );
  }
}
