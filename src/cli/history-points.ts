import type { HistoryPoint } from "../report/history.ts";
import type { HistoryStore } from "../store/history.ts";

/** As many past scans as a score line can show. */
const MOST_POINTS = 60;

/** The past scores of a site, for its score line; none without a history. */
export async function historyPoints(history: HistoryStore | null, siteId: string): Promise<readonly HistoryPoint[]> {
  if (history === null) return [];
  const results = await history.results(siteId, MOST_POINTS);
  return results.flatMap(({ score, finishedAt }) =>
    score === null || score.coverage === 0
      ? []
      : [
          {
            at: finishedAt,
            total: score.total,
            grade: score.grade,
            provisional: score.provisional,
            profileDigest: score.profileDigest,
            algorithm: score.algorithm,
          },
        ],
  );
}
