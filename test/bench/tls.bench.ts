import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { scanEndpoint } from "../../src/probe/tls/scan-endpoint.ts";
import type { TlsEndpoint } from "../../src/core/evidence/tls.ts";
import { loopbackEndpoint } from "../servers/tls/loopback.ts";
import { startTlsServer } from "../servers/tls/tls-server.ts";
import { missing, startStack, type StackSetup } from "../stacks/tls/stack.ts";
import { MODERN_NGINX, OLD_NGINX } from "../stacks/tls/setups.ts";
import { startDelayProxy } from "./delay-proxy.ts";

const RUNS = 20;
const ROUND_TRIP_MS = 50;

interface Row {
  readonly tool: string;
  readonly server: string;
  readonly connections: number;
  readonly wallMs: number;
  readonly found: string;
  readonly note: string;
}

/** Measures the TLS engine on real servers and prints a table, with nmap and sslscan beside where they are installed. */
export async function run(): Promise<void> {
  const rows: Row[] = [];
  rows.push(await inProcess());
  for (const [name, setup] of [
    ["nginx, modern (3 + 3 suites)", MODERN_NGINX],
    ["nginx, everything (126 pairs)", OLD_NGINX],
  ] as const) {
    const lack = missing(setup);
    if (lack === null) rows.push(...(await onStack(name, setup)));
    else process.stdout.write(`skipped: ${name}: ${lack} is not installed\n`);
  }
  print(rows);
}

/** The engine and a server of Node's in one process: what the engine itself costs. */
async function inProcess(): Promise<Row> {
  await using server = await startTlsServer(["rsa"], {
    minVersion: "TLSv1.2",
    honorCipherOrder: false,
    ciphers:
      "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-CHACHA20-POLY1305",
    ecdhCurve: "X25519:P-256:P-384",
  });
  const runs = await repeat(server.port);
  return ours("Node in process, modern (3 + 3 suites)", runs, alike(runs));
}

async function onStack(name: string, setup: StackSetup): Promise<Row[]> {
  await using stack = await startStack(setup);
  const before = nginxJiffies(stack.port);
  const runs = await repeat(stack.port);
  const cpu = ((nginxJiffies(stack.port) - before) * 10) / RUNS;
  const rows = [ours(name, runs, `${alike(runs)}; server CPU ${cpu.toFixed(1)} ms a scan`)];
  await using far = await startDelayProxy(stack.port, ROUND_TRIP_MS);
  rows.push(ours(`${name}, ${ROUND_TRIP_MS} ms away`, await repeat(far.port, 3), ""));
  for (const tool of [nmap, sslscan]) {
    const row = await tool(name, stack.port, 0);
    if (row === null) continue;
    rows.push(row);
    const slow = await tool(`${name}, ${ROUND_TRIP_MS} ms away`, stack.port, ROUND_TRIP_MS);
    if (slow !== null) rows.push(slow);
  }
  return rows;
}

async function repeat(port: number, times = RUNS): Promise<TlsEndpoint[]> {
  const runs: TlsEndpoint[] = [];
  // The first run pays for compilation; it is no measure of the engine.
  await scanEndpoint(loopbackEndpoint(port));
  for (let index = 0; index < times; index += 1) runs.push(await scanEndpoint(loopbackEndpoint(port)));
  return runs;
}

/** In words, whether the runs gave the same evidence but for what they cost. */
function alike(runs: readonly TlsEndpoint[]): string {
  const answers = new Set(runs.map((run) => JSON.stringify({ ...run, cost: null }))).size;
  return answers === 1 ? `${RUNS} runs alike` : `${answers} different answers in ${RUNS} runs`;
}

function ours(server: string, runs: readonly TlsEndpoint[], note: string): Row {
  const walls = runs.map((one) => one.cost.wallMs).sort((a, b) => a - b);
  const [first] = runs;
  const found = Object.entries(first?.versions ?? {})
    .map(([version, { suites }]) => `${version} ${suites.length}`)
    .join(", ");
  return {
    tool: "vigie",
    server,
    connections: Math.max(...runs.map((one) => one.cost.connections)),
    wallMs: walls[Math.floor(walls.length / 2)] ?? 0,
    found,
    note,
  };
}

/** Jiffies (10 ms) that the workers of the nginx on this port have used; 0 where /proc does not say. */
function nginxJiffies(port: number): number {
  let total = 0;
  for (const pid of processes()) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "";
      const folder = command.startsWith("nginx: worker") ? readFileSync(`/proc/${parent}/cmdline`, "utf8") : "";
      if (!folder.includes("vigie-stack-") || port === 0) continue;
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      total += Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
    } catch {
      // A process that ended between the listing and the reading.
    }
  }
  return total;
}

function processes(): readonly string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

async function nmap(server: string, port: number, roundTripMs: number): Promise<Row | null> {
  return other("nmap", server, port, roundTripMs, (through) => [
    "-Pn",
    "-p",
    String(through),
    "--script",
    "ssl-enum-ciphers,ssl-cert",
    "127.0.0.1",
  ]);
}

async function sslscan(server: string, port: number, roundTripMs: number): Promise<Row | null> {
  return other("sslscan", server, port, roundTripMs, (through) => ["--no-colour", `127.0.0.1:${through}`]);
}

/** Runs another scanner through the counting proxy. It runs in a process of its own, so that the proxy can work meanwhile. */
async function other(
  tool: string,
  server: string,
  port: number,
  roundTripMs: number,
  args: (through: number) => readonly string[],
): Promise<Row | null> {
  if (spawnSync("sh", ["-c", `command -v ${tool}`]).status !== 0) return null;
  await using proxy = await startDelayProxy(port, roundTripMs);
  const started = performance.now();
  const output = await outputOf(tool, args(proxy.port));
  const wallMs = Math.round(performance.now() - started);
  const suites = output.match(/TLS_[A-Z0-9_a-z]+ \(|^(?:Accepted|Preferred) .*$/gm)?.length ?? 0;
  return { tool, server, connections: proxy.connections, wallMs, found: `${suites} pairs`, note: "" };
}

async function outputOf(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    child.once("error", reject);
    child.once("close", () => resolve(output));
  });
}

function print(rows: readonly Row[]): void {
  const lines = [["tool", "server", "connections", "wall", "found", ""], ...rows.map(cells)];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  for (const line of lines) {
    process.stdout.write(
      `${line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()}\n`,
    );
  }
}

function cells(row: Row): string[] {
  const wall = row.wallMs < 1_000 ? `${row.wallMs} ms` : `${(row.wallMs / 1_000).toFixed(1)} s`;
  return [row.tool, row.server, String(row.connections), wall, row.found, row.note];
}
