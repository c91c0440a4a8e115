import { csvLines } from "../../report/cells.ts";
import type { SiteResult } from "../../store/history.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { openReadHistory } from "../saved-run.ts";
import { measure } from "./history.ts";

interface TrendRow {
  readonly site: string;
  readonly at: string;
  readonly total: number;
  readonly grade: string;
  readonly coverage: number;
  readonly findings: number;
  readonly profile: string;
  /** False where the profile or the algorithm is another than in the row before: the two totals do not compare. */
  readonly comparable: boolean;
}

/** `vigie trend [SITE]`: the score line of the sites, oldest first, for a spreadsheet or a chart. */
export async function trend(options: Options, io: Io): Promise<number> {
  const format = options.choice("format", ["csv", "json"], "csv");
  const store = await openReadHistory(options, io);
  try {
    const chosen = options.positionals;
    const kept = await store.sites();
    const unknown = chosen.find((site) => !kept.includes(site));
    if (unknown !== undefined) throw new UsageError(`nothing is kept of "${unknown}"; "vigie history" lists the sites`);
    const sites = chosen.length > 0 ? chosen : kept;
    const rows: TrendRow[] = [];
    for (const site of sites) rows.push(...rowsOf((await store.results(site, 10_000)).toReversed()));
    await io.stdout.write(format === "json" ? `${JSON.stringify(rows, null, 2)}\n` : csv(rows));
    return 0;
  } finally {
    await store.close();
  }
}

function rowsOf(results: readonly SiteResult[]): readonly TrendRow[] {
  // A night on which nothing could be seen is a gap in the line, not a fall to 0.
  const scored = results.filter(({ score }) => score !== null && score.coverage > 0);
  return scored.flatMap((result, index) => {
    const { score } = result;
    const earlier = scored[index - 1];
    if (score === null) return [];
    return [
      {
        site: result.siteId,
        at: result.finishedAt,
        total: score.total,
        grade: score.grade,
        coverage: score.coverage,
        findings: Object.values(result.counts).reduce((sum, count) => sum + count, 0),
        profile: `${score.profileId} ${score.profileVersion}`,
        comparable: earlier === undefined || measure(earlier) === measure(result),
      },
    ];
  });
}

const COLUMNS = ["site", "at", "total", "grade", "coverage", "findings", "profile", "comparable"] as const;

function csv(rows: readonly TrendRow[]): string {
  return csvLines(
    COLUMNS,
    rows.map((row) => COLUMNS.map((name) => String(row[name]))),
  );
}
