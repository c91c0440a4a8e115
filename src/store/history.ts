import type { KnownFinding, Past } from "../core/comparison.ts";
import type { Evidence } from "../core/evidence/evidence.ts";
import type { FindingState } from "../core/finding-state.ts";

/** One run: a single scan or a fleet. */
export interface RunRecord {
  readonly id: string;
  readonly kind: "single" | "fleet";
  readonly startedAt: string;
  /** Null while it runs, or when it was interrupted. */
  readonly finishedAt: string | null;
  /** Digest of the sites file and the selection, to find the run to resume; empty for a single scan. */
  readonly sitesDigest: string;
  readonly toolVersion: string;
}

/** How a site scored in a run; a score line is never drawn across a change of profile or algorithm without a mark. */
export interface ScoreRecord {
  readonly total: number;
  readonly grade: string;
  readonly coverage: number;
  readonly low: number;
  readonly high: number;
  readonly provisional: boolean;
  readonly algorithm: string;
  readonly profileId: string;
  readonly profileVersion: string;
  readonly profileDigest: string;
}

/** What became of one site in one run. */
export interface SiteResult {
  readonly runId: string;
  readonly siteId: string;
  readonly url: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly toolVersion: string;
  /** Null when the site could not be scanned; then `error` says why. */
  readonly score: ScoreRecord | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** Findings by severity, for tables that do not open the evidence. */
  readonly counts: Readonly<Record<string, number>>;
  readonly worst: { readonly check: string; readonly severity: string; readonly title: string } | null;
  /** When the first certificate in use expires; null where none was seen. */
  readonly nextExpiry: string | null;
}

/** What a run adds: the result, its evidence and what is known of each finding now. */
export interface NewResult extends SiteResult {
  readonly evidence: Evidence | null;
  readonly states: Readonly<Record<string, FindingState>>;
  readonly findings: readonly KnownFinding[];
  readonly fixed: readonly string[];
}

/** One finding over time. */
export interface FindingHistory extends KnownFinding {
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly fixedAt: string | null;
}

/** How long things are kept. */
export interface Retention {
  /** Days of evidence; scores and findings stay. */
  readonly evidenceDays: number;
  /** Days of results and of findings fixed since. */
  readonly resultDays: number;
}

/**
 * Where runs are kept. Asynchronous although the embedded store is not, so that a store across a network fits without
 * touching scan, report or ui. Every implementation passes the contract suite in `test/store`.
 */
export interface HistoryStore {
  beginRun(run: RunRecord): Promise<void>;
  finishRun(runId: string, finishedAt: string): Promise<void>;
  /** Newest first: in the order in which they were added, whatever the clock said. */
  runs(limit: number): Promise<readonly RunRecord[]>;
  /** The newest unfinished run over the same sites. */
  resumable(sitesDigest: string): Promise<RunRecord | null>;
  /** Adds a result and brings the findings of its site up to date, all or nothing. A second result for the same run and site replaces nothing and is refused. */
  addResult(result: NewResult): Promise<void>;
  /** Ids of the sites that a run has done. */
  sitesDone(runId: string): Promise<ReadonlySet<string>>;
  /** Results of a site, newest first: in the order in which they were added, whatever the clock said. */
  results(siteId: string, limit: number): Promise<readonly SiteResult[]>;
  resultsOfRun(runId: string): Promise<readonly SiteResult[]>;
  /** The evidence of a result; null where it failed or retention dropped it. */
  evidence(runId: string, siteId: string): Promise<Evidence | null>;
  states(runId: string, siteId: string): Promise<ReadonlyMap<string, FindingState>>;
  /** What the past of a site says, for states. */
  past(siteId: string): Promise<Past | null>;
  findings(siteId: string): Promise<readonly FindingHistory[]>;
  sites(): Promise<readonly string[]>;
  /**
   * Drops what is older than its time. Where nothing was added for longer than evidence is kept, nothing is dropped yet: the
   * clock may have leapt, and there is no hurry.
   */
  retain(retention: Retention, now: Date): Promise<void>;
  /** Removes all that is stored of a site; gives how many results there were. */
  forget(siteId: string): Promise<number>;
  /** A consistent copy while others write. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}
