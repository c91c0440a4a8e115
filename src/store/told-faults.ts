import { FileError } from "./files.ts";
import type { HistoryStore } from "./history.ts";

/** The store with every fault of the database told as a `FileError` that says what to do. */
export function withToldFaults(store: HistoryStore, path: string): HistoryStore {
  async function told<Value>(work: Promise<Value>): Promise<Value> {
    try {
      return await work;
    } catch (error) {
      throw asHistoryError(error, path);
    }
  }
  return {
    beginRun: (run) => told(store.beginRun(run)),
    finishRun: (runId, finishedAt) => told(store.finishRun(runId, finishedAt)),
    runs: (limit) => told(store.runs(limit)),
    resumable: (sitesDigest) => told(store.resumable(sitesDigest)),
    addResult: (result) => told(store.addResult(result)),
    sitesDone: (runId) => told(store.sitesDone(runId)),
    results: (siteId, limit) => told(store.results(siteId, limit)),
    resultsOfRun: (runId) => told(store.resultsOfRun(runId)),
    evidence: (runId, siteId) => told(store.evidence(runId, siteId)),
    states: (runId, siteId) => told(store.states(runId, siteId)),
    past: (siteId) => told(store.past(siteId)),
    findings: (siteId) => told(store.findings(siteId)),
    sites: () => told(store.sites()),
    retain: (retention, now) => told(store.retain(retention, now)),
    forget: (siteId) => told(store.forget(siteId)),
    backup: (file) => told(store.backup(file)),
    close: () => told(store.close()),
  };
}

/** What SQLite's result codes mean to whoever runs Vigie (https://www.sqlite.org/rescode.html); extended codes end in these. */
const SENTENCES: Readonly<Record<number, (path: string) => string>> = {
  5: (path) => `another process keeps ${path} busy; try again when it is done`,
  8: (path) => `${path} cannot be written; name another directory with --data`,
  11: damaged,
  13: (path) => `the disk of ${path} is full; what was kept until now stays, and a fleet goes on with --resume`,
  14: (path) => `${path} cannot be opened or made; name another directory with --data`,
  26: damaged,
};

/** A fault of the database in one sentence; a `FileError` stays what it is. */
export function asHistoryError(error: unknown, path: string): FileError {
  if (error instanceof FileError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : 0;
  const sentence = SENTENCES[code]?.(path) ?? `the history ${path} cannot be used: ${message}`;
  return new FileError(sentence, { cause: error });
}

function damaged(path: string): string {
  return `${path} is damaged; restore a backup, or move it away to begin anew`;
}
