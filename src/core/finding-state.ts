/** What became of a finding since the baseline or the last run; `unknown` without either. */
export const FINDING_STATES = ["unknown", "new", "persisting", "worsened", "reopened"] as const;

export type FindingState = (typeof FINDING_STATES)[number];
