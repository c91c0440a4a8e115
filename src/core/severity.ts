/** How bad a failing outcome is, mildest first. */
export const SEVERITIES = ["info", "low", "medium", "high", "critical"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Rank of a severity: 0 for `info` to 4 for `critical`. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Orders the worst first; for `Array.prototype.sort`. */
export function worstFirst(a: Severity, b: Severity): number {
  return severityRank(b) - severityRank(a);
}

/** Moves a severity by whole steps and stays on the scale; used for aggravation (+1) and mitigation (−1). */
export function shiftSeverity(severity: Severity, steps: number): Severity {
  const rank = Math.min(SEVERITIES.length - 1, Math.max(0, severityRank(severity) + steps));
  return SEVERITIES[rank] ?? severity;
}
