/** One past scan of a site, as a line of its history. */
export interface HistoryPoint {
  /** ISO 8601 instant of the end of the scan. */
  readonly at: string;
  readonly total: number;
  readonly grade: string;
  readonly provisional: boolean;
  /** Scores are comparable only under the same profile and algorithm. */
  readonly profileDigest: string;
  readonly algorithm: string;
}

/** Oldest first, in runs that may be joined by a line: a change of profile or algorithm begins a new run. */
export function comparableRuns(points: readonly HistoryPoint[]): readonly (readonly HistoryPoint[])[] {
  const sorted = points.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const runs: HistoryPoint[][] = [];
  for (const point of sorted) {
    const last = runs.at(-1);
    const previous = last?.at(-1);
    const same = previous?.profileDigest === point.profileDigest && previous.algorithm === point.algorithm;
    if (last !== undefined && same) last.push(point);
    else runs.push([point]);
  }
  return runs;
}
