import type { Report } from "../core/report.ts";

/** Whether nothing of the site could be judged, so that a grade would speak of nothing. */
export function nothingSeen({ score, verdicts }: Pick<Report, "score" | "verdicts">): boolean {
  return score.coverage === 0 && verdicts.some(({ status }) => status === "not-assessed");
}

/** Why, in the sentence that most checks give. */
export function unseenReason({ verdicts }: Pick<Report, "verdicts">): string {
  const counts = new Map<string, number>();
  for (const { status, message } of verdicts) {
    if (status === "not-assessed") counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}
