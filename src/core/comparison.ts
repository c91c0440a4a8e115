import type { FindingState } from "./finding-state.ts";
import { severityRank, type Severity } from "./severity.ts";

/** A finding as the past keeps it. */
export interface KnownFinding {
  readonly fingerprint: string;
  readonly check: string;
  readonly subject: string;
  readonly severity: Severity;
  readonly title: string;
}

/** A site's past: what the last run (or a baseline) had, and what an earlier one had that was fixed since. */
export interface Past {
  readonly last: readonly KnownFinding[];
  /** Fingerprints that were seen once and seen to be fixed. */
  readonly fixedBefore: ReadonlySet<string>;
}

export interface Present {
  readonly findings: readonly { readonly fingerprint: string; readonly severity: Severity }[];
  /** Checks that could be assessed wholly: only of these can a finding be said to be fixed. */
  readonly assessedChecks: ReadonlySet<string>;
}

export interface Comparison {
  readonly states: ReadonlyMap<string, FindingState>;
  /** Known findings that are now seen to be in order. */
  readonly fixed: readonly KnownFinding[];
  /** Known findings of checks that could not be assessed now: neither fixed nor persisting. */
  readonly notAssessed: readonly KnownFinding[];
}

/** Compares a run with the past. What could not be assessed is never fixed. */
export function compareWithPast(present: Present, past: Past): Comparison {
  const known = new Map(past.last.map((finding) => [finding.fingerprint, finding]));
  const states = new Map<string, FindingState>();
  for (const { fingerprint, severity } of present.findings) {
    const before = known.get(fingerprint);
    states.set(fingerprint, stateOf(severity, before?.severity, past.fixedBefore.has(fingerprint)));
  }
  const gone = past.last.filter(({ fingerprint }) => !states.has(fingerprint));
  return {
    states,
    fixed: gone.filter(({ check }) => present.assessedChecks.has(check)),
    notAssessed: gone.filter(({ check }) => !present.assessedChecks.has(check)),
  };
}

function stateOf(now: Severity, before: Severity | undefined, fixedBefore: boolean): FindingState {
  if (before === undefined) return fixedBefore ? "reopened" : "new";
  return severityRank(now) > severityRank(before) ? "worsened" : "persisting";
}
