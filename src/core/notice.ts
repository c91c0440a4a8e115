import type { Comparison, KnownFinding } from "./comparison.ts";
import { severityRank, type Severity } from "./severity.ts";

/** What is told of a site when something changed; nothing is told of what stays as it was. */
export interface Notice {
  readonly event:
    | "finding-new"
    | "finding-worsened"
    | "finding-fixed"
    | "certificate-expiring"
    | "waiver-expiring"
    | "site-not-assessable";
  readonly site: string;
  readonly severity?: Severity;
  readonly check?: string;
  readonly title: string;
  /** A day (YYYY-MM-DD), for what expires. */
  readonly on?: string;
}

export interface NoticeInput {
  readonly site: string;
  readonly findings: readonly KnownFinding[];
  readonly comparison: Comparison | null;
  /** New and worsened findings under this level are not told. */
  readonly level: Severity;
  readonly nextExpiry: string | null;
  readonly expiringWaivers: readonly { readonly check: string; readonly expires: string }[];
  readonly at: Date;
  /** When the last run of this site was; null on the first. */
  readonly lastRun: Date | null;
}

/** A certificate or a waiver is told on the run that first comes within so many days of its end, and again at the second. */
const DAYS_BEFORE = [14, 3] as const;

const DAY_MS = 86_400_000;

/** What there is to tell after a run: changes, never states, so that a quiet night is silent. */
export function noticesOf(input: NoticeInput): readonly Notice[] {
  return [...findingNotices(input), ...certificateNotices(input), ...waiverNotices(input)];
}

/** A site that could not be assessed `times` times in a row is told once, at that time. */
export function notAssessableNotice(site: string, failures: number, times: number, message: string): Notice | null {
  return failures === times
    ? { event: "site-not-assessable", site, title: `could not be assessed ${times} times in a row: ${message}` }
    : null;
}

function findingNotices({ site, findings, comparison, level }: NoticeInput): readonly Notice[] {
  if (comparison === null) return [];
  const told: Notice[] = [];
  for (const { fingerprint, severity, check, title } of findings) {
    const state = comparison.states.get(fingerprint);
    if (severityRank(severity) < severityRank(level)) continue;
    if (state === "new" || state === "reopened") told.push({ event: "finding-new", site, severity, check, title });
    if (state === "worsened") told.push({ event: "finding-worsened", site, severity, check, title });
  }
  for (const { severity, check, title } of comparison.fixed) {
    if (severityRank(severity) >= severityRank(level))
      told.push({ event: "finding-fixed", site, severity, check, title });
  }
  return told;
}

function certificateNotices({ site, nextExpiry, at, lastRun }: NoticeInput): readonly Notice[] {
  if (nextExpiry === null || !crossedThreshold(new Date(nextExpiry), at, lastRun)) return [];
  return [{ event: "certificate-expiring", site, title: "a certificate expires soon", on: nextExpiry.slice(0, 10) }];
}

function waiverNotices({ site, expiringWaivers, at, lastRun }: NoticeInput): readonly Notice[] {
  return expiringWaivers
    .filter(({ expires }) => crossedThreshold(new Date(`${expires}T23:59:59Z`), at, lastRun))
    .map(({ check, expires }) => ({
      event: "waiver-expiring",
      site,
      check,
      title: `the waiver for ${check} ends`,
      on: expires,
    }));
}

/** Whether one of the days before the end lies between the last run and this one. */
function crossedThreshold(end: Date, at: Date, lastRun: Date | null): boolean {
  if (Number.isNaN(end.getTime())) return false;
  return DAYS_BEFORE.some((days) => {
    const threshold = end.getTime() - days * DAY_MS;
    return threshold <= at.getTime() && (lastRun === null || lastRun.getTime() < threshold);
  });
}
