import { reportSchema } from "../core/report.ts";
import type { Past } from "../core/comparison.ts";
import { ConfigError } from "../core/strict-yaml.ts";
import { readTextFile } from "../store/files.ts";
import type { HistoryStore } from "../store/history.ts";
import { UsageError } from "./errors.ts";

/** What to compare with: `--baseline latest` or a report file; without the option the history, for the states alone. */
export type Baseline =
  { readonly kind: "history"; readonly gates: boolean } | { readonly kind: "file"; readonly past: Past };

/** Reads `--baseline`. Throws `UsageError`, `FileError` or `ConfigError`. */
export async function readBaseline(option: string | undefined, saving: boolean): Promise<Baseline> {
  if (option === undefined) return { kind: "history", gates: false };
  if (option === "latest") {
    if (!saving) throw new UsageError("--baseline latest needs the history; leave --no-save out");
    return { kind: "history", gates: true };
  }
  return { kind: "file", past: await pastOfReport(option) };
}

/** The past of a site under a baseline; null where there is none. */
export async function pastOf(baseline: Baseline, history: HistoryStore | null, siteId: string): Promise<Past | null> {
  if (baseline.kind === "file") return baseline.past;
  return history === null ? null : await history.past(siteId);
}

async function pastOfReport(path: string): Promise<Past> {
  const text = await readTextFile(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ConfigError([`--baseline ${path}: not JSON; give a report written with --out json=FILE`]);
  }
  const parsed = reportSchema.safeParse(value);
  if (!parsed.success) throw new ConfigError([`--baseline ${path}: not a report of vigie.report/1`]);
  return {
    last: parsed.data.findings.map(({ fingerprint, check, subject, severity, message }) => ({
      fingerprint,
      check,
      subject,
      severity,
      title: message,
    })),
    fixedBefore: new Set(),
  };
}
