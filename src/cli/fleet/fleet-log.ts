import type { SiteResult } from "../../store/history.ts";
import type { Io } from "../io.ts";

/** What a fleet run says of a site on stderr. */
export interface SiteLine {
  readonly done: number;
  readonly of: number;
  readonly result: SiteResult;
  readonly fresh: number;
  readonly fixed: number;
}

/**
 * One line a site: for a person and for journald as text, or one JSON object (`--log json`). The time is journald's and
 * cron's affair in text, and a field in JSON.
 */
export async function logSite(io: Io, format: "text" | "json", line: SiteLine): Promise<void> {
  const { result } = line;
  if (format === "json") {
    const { siteId, url, score, error, counts, finishedAt } = result;
    const entry = { at: finishedAt, site: siteId, url, score, error, counts, new: line.fresh, fixed: line.fixed };
    await io.stderr.write(`${JSON.stringify(entry)}\n`);
    return;
  }
  const position = `[${String(line.done).padStart(String(line.of).length)}/${line.of}]`;
  await io.stderr.write(`${position} ${result.siteId}: ${outcomeOf(line)}\n`);
}

/** Whether a site's line tells something that the last run did not: cron then only writes on a night with news. */
export function isNews({ result, fresh, fixed }: SiteLine): boolean {
  return result.error !== null || fresh > 0 || fixed > 0;
}

function outcomeOf({ result, fresh, fixed }: SiteLine): string {
  if (result.error !== null) return `not scanned: ${result.error.message} (${result.error.code})`;
  if (result.score === null) return "no score";
  if (result.score.coverage === 0) return "nothing could be seen";
  const { grade, total, provisional } = result.score;
  const changes = [...(fresh > 0 ? [`${fresh} new`] : []), ...(fixed > 0 ? [`${fixed} fixed`] : [])].join(", ");
  const worst = result.worst === null ? "" : `, worst: ${result.worst.severity} ${result.worst.check}`;
  return `${grade}${provisional ? " provisional" : ""} ${total}${changes === "" ? "" : `, ${changes}`}${worst}`;
}
