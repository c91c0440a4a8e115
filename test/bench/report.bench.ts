import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FORMATS } from "../../src/report/formats.ts";
import { measureVigie } from "./measured-process.ts";

const RUNS = 5;

/** Measures `vigie report` on the demo shop's evidence as a whole process, best of five, and how large each format is. */
export async function run(print: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "vigie-bench-"));
  try {
    const data = ["--data", join(folder, "data")];
    const evidence = join(folder, "evidence.json");
    await succeed(["demo", "-q", "--format", "json", "--out", `evidence=${evidence}`, ...data]);
    print("  format           wall      CPU    peak       size");
    for (const format of FORMATS) {
      const path = join(folder, `report.${format}`);
      const argv = ["report", evidence, "--format", "json", "--out", `${format}=${path}`, ...data];
      let best = await succeed(argv);
      for (let index = 1; index < RUNS; index += 1) {
        const next = await succeed(argv);
        if (next.wallMs < best.wallMs) best = next;
      }
      const { size } = await stat(path);
      const wall = `${best.wallMs.toFixed(0)} ms`.padStart(8);
      const cpu = `${best.cpuMs.toFixed(0)} ms`.padStart(8);
      const peak = `${best.peakMb.toFixed(0)} MB`.padStart(7);
      print(`  ${format.padEnd(12)} ${wall} ${cpu} ${peak} ${`${(size / 1000).toFixed(1)} kB`.padStart(10)}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function succeed(argv: readonly string[]): ReturnType<typeof measureVigie> {
  const ran = await measureVigie(argv);
  if (ran.code !== 0) throw new Error(`vigie ${argv.join(" ")} ended with ${String(ran.code)}: ${ran.stderr}`);
  return ran;
}
