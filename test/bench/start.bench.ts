import { measureVigie, type Measured } from "./measured-process.ts";

const RUNS = 10;

/** Measures whole processes, from spawn to exit: what every command pays, and a complete demo scan. */
export async function run(print: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Promise<void> {
  print(`  median of ${String(RUNS)}                      wall      CPU    peak`);
  for (const argv of [["--help"], ["demo", "-q", "--format", "json"]]) {
    const runs: Measured[] = [];
    for (let index = 0; index < RUNS; index += 1) runs.push(await measureVigie(argv));
    const failed = runs.find(({ code }) => code !== 0);
    if (failed !== undefined) throw new Error(`vigie ${argv.join(" ")} ended with ${failed.code}: ${failed.stderr}`);
    const name = `vigie ${argv.slice(0, 4).join(" ")}`.padEnd(34);
    const wall = `${median(runs.map(({ wallMs }) => wallMs)).toFixed(0)} ms`;
    const cpu = `${median(runs.map(({ cpuMs }) => cpuMs)).toFixed(0)} ms`;
    const peak = `${median(runs.map(({ peakMb }) => peakMb)).toFixed(0)} MB`;
    print(`  ${name} ${wall.padStart(8)} ${cpu.padStart(8)} ${peak.padStart(7)}`);
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
