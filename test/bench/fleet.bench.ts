import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { measureVigie } from "./measured-process.ts";
import { addressOf } from "./street-address.ts";

const DELAY_MS = 60;
const AT_ONCE = 100;

/**
 * Measures `vigie scan --sites` as a whole process, on shops that answer after 60 ms, each on an address of its own. Their
 * pages are small, or have `VIGIE_BENCH_PAGE_KB` kilobytes.
 */
export async function run(print: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Promise<void> {
  print("   sites     wall      CPU   CPU a site     peak   requests a site");
  for (const sites of fleets()) print(await measureFleet(sites));
}

function fleets(): readonly number[] {
  const sizes = (process.env["VIGIE_BENCH_SITES"] ?? "100,1000").split(",").map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1 || size > 20_000)) {
    throw new Error("VIGIE_BENCH_SITES takes numbers of sites from 1 to 20000, with commas between");
  }
  return sizes;
}

function pageKb(): number {
  const size = Number(process.env["VIGIE_BENCH_PAGE_KB"] ?? 0);
  if (!Number.isInteger(size) || size < 0 || size > 4000) throw new Error("VIGIE_BENCH_PAGE_KB takes 0 to 4000");
  return size;
}

async function measureFleet(sites: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "vigie-bench-"));
  const server = fileURLToPath(new URL("./street-server.ts", import.meta.url));
  const street = spawn(process.execPath, [server, String(DELAY_MS), String(sites), String(pageKb())], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    const lines = createInterface({ input: street.stdout })[Symbol.asyncIterator]();
    const port = String((await lines.next()).value);
    const file = join(folder, "sites.yaml");
    const entries = Array.from(
      { length: sites },
      (_, index) => `  - { id: bakery-${String(index)}, url: "http://${addressOf(index)}:${port}/" }\n`,
    );
    await writeFile(file, `sites:\n${entries.join("")}`);
    const ran = await measureVigie(
      ["scan", "--sites", file, "--pace", "fast", "--concurrency", String(AT_ONCE), "--allow-private"].concat([
        "--quiet",
        "--format",
        "json",
        "--data",
        join(folder, "data"),
      ]),
    );
    // 3: what plain HTTP cannot show was not assessed, and the scanner says so.
    if (ran.code !== 0 && ran.code !== 3) throw new Error(`the fleet's run ended with ${ran.code}: ${ran.stderr}`);
    street.stdin.end();
    const requests = Number((await lines.next()).value);
    return [
      String(sites).padStart(8),
      `${(ran.wallMs / 1000).toFixed(1)} s`.padStart(8),
      `${(ran.cpuMs / 1000).toFixed(1)} s`.padStart(8),
      `${(ran.cpuMs / sites).toFixed(1)} ms`.padStart(12),
      `${ran.peakMb.toFixed(0)} MB`.padStart(8),
      (requests / sites).toFixed(1).padStart(17),
    ].join(" ");
  } finally {
    street.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
