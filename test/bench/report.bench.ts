import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { reportSchema } from "../../src/core/report.ts";
import { packageFile } from "../../src/package-root.ts";
import { buildFleet } from "../../src/report/fleet.ts";
import { FORMATS, type renderDocument } from "../../src/report/formats.ts";
import { measureVigie } from "./measured-process.ts";

const RUNS = 5;

/** Measures `vigie report` on the demo shop's evidence as a whole process, best of five, and how large each format is. */
export async function run(print: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "vigie-bench-"));
  try {
    const data = ["--data", join(folder, "data")];
    const evidence = join(folder, "evidence.json");
    await succeed(["demo", "-q", "--format", "json", "--out", `evidence=${evidence}`]);
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
    await fleetIndex(join(folder, "report.json"), print);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sites of the fleet whose index is rendered, and findings of each. */
const SITES = 1000;
const FINDINGS = 20;

const built = z.looseObject({
  renderDocument: z.custom<typeof renderDocument>((value) => typeof value === "function"),
});

/** Renders the index of a large fleet, in this process: the built package's own renderer, because Node does not run .tsx. */
async function fleetIndex(reportFile: string, print: (line: string) => void): Promise<void> {
  const report = reportSchema.parse(JSON.parse(await readFile(reportFile, "utf8")));
  const sites = Array.from({ length: SITES }, (_, index) => {
    const id = `boulangerie-${String(index)}.test`;
    return { ...report, target: { ...report.target, id, host: id }, findings: report.findings.slice(0, FINDINGS) };
  });
  const { tool, lang, startedAt, finishedAt } = report;
  const fleet = buildFleet({ tool, language: lang, startedAt, finishedAt, sites });
  const { renderDocument: render } = built.parse(await import(packageFile("dist", "src", "report", "formats.js")));
  await render("html", { ...fleet, sites: sites.slice(0, 1) });
  for (const format of ["html", "text"] as const) {
    const begin = performance.now();
    const { length } = await render(format, fleet);
    const wall = `${(performance.now() - begin).toFixed(0)} ms`.padStart(8);
    const peak = `${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`.padStart(7);
    const about = `${String(SITES)} sites, ${String(FINDINGS)} findings each, index as ${format}`;
    print(`  ${about}: ${wall}, ${(length / 1000).toFixed(0)} kB, peak of this process ${peak}`);
  }
}

async function succeed(argv: readonly string[]): ReturnType<typeof measureVigie> {
  const ran = await measureVigie(argv);
  if (ran.code !== 0) throw new Error(`vigie ${argv.join(" ")} ended with ${String(ran.code)}: ${ran.stderr}`);
  return ran;
}
