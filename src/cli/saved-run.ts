import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Evidence } from "../core/evidence/evidence.ts";
import type { FindingState } from "../core/finding-state.ts";
import type { HistoryPoint } from "../report/history.ts";
import { dataDirectory, hasHistory, openHistory } from "../store/data-directory.ts";
import type { HistoryStore, SiteResult } from "../store/history.ts";
import { UsageError } from "./errors.ts";
import { readEvidence } from "./evidence-file.ts";
import { historyPoints } from "./history-points.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";

/** A scan of the past: from the history, or from a file of evidence. */
export interface SavedRun {
  readonly evidence: Evidence;
  /** Null for a file. */
  readonly result: SiteResult | null;
  readonly states: ReadonlyMap<string, FindingState>;
  /** Past scores of the site; none for a file. */
  readonly points: readonly HistoryPoint[];
}

/** Opens the history for reading; a `UsageError` where there is none yet, so that no empty one is made. */
export async function openReadHistory(options: Options, io: Io): Promise<HistoryStore> {
  const directory = dataDirectory(options.text("data"), io.env, io.cwd);
  if (!hasHistory(directory))
    throw new UsageError(`there is no history in ${directory} yet; scan something first, or name it with --data`);
  return await openHistory(directory);
}

/**
 * Finds a scan by what a person would type: a file of evidence (`-` for standard input), a run id (with `RUN/SITE` for a site of a fleet), a site id
 * (its newest run), `SITE~1` (the one before). Throws `UsageError`.
 */
export async function findRun(reference: string, options: Options, io: Io): Promise<SavedRun> {
  const path = reference === "-" ? reference : resolve(io.cwd, reference);
  if (path === "-" || existsSync(path))
    return { evidence: await readEvidence(path, io), result: null, states: new Map(), points: [] };
  const history = await openReadHistory(options, io);
  try {
    const result = (await byRun(history, reference)) ?? (await bySite(history, reference));
    if (result === null)
      throw new UsageError(`no file, run or site "${reference}"; "vigie history" lists what is kept`);
    const evidence = await history.evidence(result.runId, result.siteId);
    if (evidence === null)
      throw new UsageError(`the evidence of ${reference} is not kept (the scan failed, or it is too old)`);
    const states = await history.states(result.runId, result.siteId);
    return { evidence, result, states, points: await historyPoints(history, result.siteId) };
  } finally {
    await history.close();
  }
}

async function byRun(history: HistoryStore, reference: string): Promise<SiteResult | null> {
  const [runId = "", siteId] = reference.split("/");
  const results = await history.resultsOfRun(runId);
  if (siteId !== undefined) return results.find((result) => result.siteId === siteId) ?? null;
  if (results.length > 1) {
    throw new UsageError(
      `run ${runId} has ${results.length} sites; name one: ${runId}/${results[0]?.siteId ?? "SITE"}`,
    );
  }
  return results[0] ?? null;
}

async function bySite(history: HistoryStore, reference: string): Promise<SiteResult | null> {
  const [, siteId = reference, back = "0"] = /^(.*)~(\d{1,4})$/.exec(reference) ?? [];
  const results = await history.results(siteId, Number(back) + 1);
  return results[Number(back)] ?? null;
}
