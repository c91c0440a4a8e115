import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { packageFile } from "../../src/package-root.ts";

/** What one whole process cost. */
export interface Measured {
  readonly code: number | null;
  readonly wallMs: number;
  /** User and system time of all its threads. */
  readonly cpuMs: number;
  /** The most memory that it held at a time. */
  readonly peakMb: number;
  readonly stderr: string;
}

/**
 * The process says itself, at its end and in a file of its own, what it used: nothing has to be polled. A pipe would not do: a
 * fleet's process starts itself anew, and only the standard streams outlive that.
 */
const TELL_USAGE = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from "node:fs";
  process.on("exit", () => writeFileSync(process.env.VIGIE_BENCH_USAGE, JSON.stringify(process.resourceUsage())));
`)}`;

/** Runs the built `vigie` and measures it. Its standard output is thrown away. */
export async function measureVigie(argv: readonly string[]): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "vigie-usage-"));
  const file = join(folder, "usage.json");
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", TELL_USAGE, packageFile("dist", "src", "bin.js"), ...argv], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, VIGIE_BENCH_USAGE: file },
  });
  const [stderr, code] = await Promise.all([
    textOf(child.stderr),
    new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    }),
  ]);
  const wallMs = performance.now() - started;
  const usage = await readFile(file, "utf8");
  await rm(folder, { recursive: true });
  // What process.resourceUsage() of the same Node wrote: times in µs, memory in KiB.
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage) as NodeJS.ResourceUsage;
  return { code, wallMs, cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024, stderr };
}

async function textOf(stream: Readable): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
}
