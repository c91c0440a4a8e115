import { spawn } from "node:child_process";
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

/** The process says itself, at its end and on a pipe of its own, what it used: nothing has to be polled. */
const TELL_USAGE = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from "node:fs";
  process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));
`)}`;

/** Runs the built `vigie` and measures it. Its standard output is thrown away. */
export async function measureVigie(argv: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", TELL_USAGE, packageFile("dist", "src", "bin.js"), ...argv], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const [stderr, usage, code] = await Promise.all([
    // Both streams are pipes, because the spawn above says so.
    textOf(child.stdio[2] as Readable),
    textOf(child.stdio[3] as Readable),
    new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    }),
  ]);
  const wallMs = performance.now() - started;
  // What process.resourceUsage() of the same Node wrote: times in µs, memory in KiB.
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage) as NodeJS.ResourceUsage;
  return { code, wallMs, cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024, stderr };
}

async function textOf(stream: Readable): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
}
