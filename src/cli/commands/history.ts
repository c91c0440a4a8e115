import { resolve } from "node:path";
import type { SiteResult } from "../../store/history.ts";
import { checkWritable, writeFileAtomically } from "../../store/files.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { openReadHistory } from "../saved-run.ts";

const MAXIMUM_ROWS = 1000;

/** `vigie history [SITE] | export FILE | backup FILE`. */
export async function history(options: Options, io: Io): Promise<number> {
  const format = options.choice("format", ["text", "json"], "text");
  const [first, path] = options.positionals;
  const store = await openReadHistory(options, io);
  try {
    if (first === "backup" || first === "export") {
      if (path === undefined) throw new UsageError(`say where to: vigie history ${first} FILE`);
      const destination = resolve(io.cwd, path);
      await checkWritable(destination);
      if (first === "backup") await store.backup(destination);
      else await writeFileAtomically(destination, exported(store));
      await io.stderr.write(`vigie: wrote ${path}\n`);
      return 0;
    }
    if (path !== undefined)
      throw new UsageError(`"${path}" is one word too many; one site at a time: vigie history SITE`);
    const sites = first === undefined ? await store.sites() : [first];
    const rows: SiteResult[] = [];
    for (const site of sites) rows.push(...(await store.results(site, first === undefined ? 1 : MAXIMUM_ROWS)));
    if (first !== undefined && rows.length === 0) throw new UsageError(`nothing is kept of "${first}"`);
    await io.stdout.write(format === "json" ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
    return 0;
  } finally {
    await store.close();
  }
}

/** Every result with its evidence and findings, one JSON object a line: what `forget` would remove, and no more. */
async function* exported(store: Awaited<ReturnType<typeof openReadHistory>>): AsyncGenerator<string> {
  for (const site of await store.sites()) {
    for (const result of await store.results(site, Number.MAX_SAFE_INTEGER)) {
      const evidence = await store.evidence(result.runId, result.siteId);
      yield `${JSON.stringify({ type: "result", ...result, evidence })}\n`;
    }
    for (const finding of await store.findings(site))
      yield `${JSON.stringify({ type: "finding", site, ...finding })}\n`;
  }
}

/** A score line is not drawn across a change of profile or algorithm: the row where it changes is marked. */
function table(rows: readonly SiteResult[]): string {
  const lines = rows.map((row, index) => {
    const earlier = rows[index + 1];
    const mark =
      earlier?.siteId === row.siteId && measure(earlier) !== measure(row) ? "  ≠ other profile or algorithm" : "";
    const score =
      row.score === null
        ? `not scanned: ${row.error?.code ?? "unknown"}`
        : row.score.coverage === 0
          ? "nothing seen"
          : `${row.score.grade}${row.score.provisional ? "?" : " "} ${row.score.total.toFixed(1).padStart(5)}`;
    return `${row.finishedAt.slice(0, 16).replace("T", " ")}  ${row.siteId.padEnd(24)} ${score}  ${row.runId}${mark}`;
  });
  return `${lines.join("\n")}${lines.length > 0 ? "\n" : ""}`;
}

/** What two totals must share to be compared. */
export function measure(result: SiteResult): string {
  return result.score === null ? "" : `${result.score.algorithm} ${result.score.profileDigest}`;
}
