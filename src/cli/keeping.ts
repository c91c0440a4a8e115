import { randomBytes } from "node:crypto";
import { dataDirectory, openHistory } from "../store/data-directory.ts";
import { FileError } from "../store/files.ts";
import type { HistoryStore } from "../store/history.ts";
import type { Io } from "./io.ts";
import { resultOf, type JudgedSite } from "./judge-site.ts";
import type { Options } from "./options.ts";

/** Evidence is kept for 90 days (the newest of each site for ever), scores and fixed findings for three years. */
export const RETENTION = { evidenceDays: 90, resultDays: 1096 } as const;

/** Opens the history that the options name; null with `--no-save`. */
export async function openKeeping(options: Options, io: Io): Promise<HistoryStore | null> {
  if (options.flag("no-save")) return null;
  return await openHistory(dataDirectory(options.text("data"), io.env, io.cwd));
}

/** An id that sorts by time and is unique without coordination: `20261123T221500Z-4f2a9c`. */
export function newRunId(at: Date): string {
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  return `${stamp}-${randomBytes(3).toString("hex")}`;
}

/** Keeps one scan as `keepSingle` does, and gives the fault where that fails: minutes of scanning are worth telling all the same. */
export async function faultInKeeping(history: HistoryStore, judged: JudgedSite): Promise<FileError | null> {
  try {
    await keepSingle(history, judged);
    return null;
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
}

/** Keeps one scan as a run of its own. */
export async function keepSingle(history: HistoryStore, judged: JudgedSite): Promise<void> {
  const { evidence } = judged;
  const id = newRunId(new Date(evidence.startedAt));
  await history.beginRun({
    id,
    kind: "single",
    startedAt: evidence.startedAt,
    finishedAt: null,
    sitesDigest: "",
    toolVersion: evidence.tool.version,
  });
  await history.addResult(resultOf(judged, id));
  await history.finishRun(id, evidence.finishedAt);
  await history.retain(RETENTION, new Date(evidence.finishedAt));
}
