import type { Area } from "./area.ts";
import type { CheckResult } from "./assessment.ts";
import type { Sections } from "./evidence/evidence.ts";
import type { FindingState } from "./finding-state.ts";
import type { GateRule, Profile } from "./profile.ts";
import { isRefusal } from "./refusal.ts";
import type { Score } from "./score.ts";
import { SEVERITIES, severityRank, type Severity } from "./severity.ts";

export interface GateFinding {
  readonly severity: Severity;
  readonly state: FindingState;
  readonly waived: boolean;
}

/** When findings fail a scan: at or above a severity; with `onlyNew`, only those that a baseline does not know. */
export interface FailOn {
  readonly severity: Severity;
  readonly onlyNew: boolean;
}

/** Why a gate says what it says; `code` is the exit code. */
export type GateVerdict =
  | { readonly code: 0; readonly reason: "no-gate" | "passed" }
  | { readonly code: 1; readonly reason: "findings"; readonly count: number; readonly severity: Severity }
  | { readonly code: 1; readonly reason: "score"; readonly total: number; readonly minimum: number }
  | { readonly code: 3; readonly reason: "not-assessed"; readonly areas: readonly Area[] };

/** Parses `high` or `new:high`; null when it is neither. */
export function parseFailOn(text: string): FailOn | null {
  const onlyNew = text.startsWith("new:");
  const severity = SEVERITIES.find((candidate) => candidate === (onlyNew ? text.slice("new:".length) : text));
  return severity === undefined ? null : { severity, onlyNew };
}

/**
 * Decides the exit code of an assessed scan. What could not be assessed (3) weighs more than findings (1), because a gate
 * that did not see is not a gate. Known findings of a baseline and waived ones never trip it; the score is the unwaived one.
 */
export function judgeGate(input: {
  readonly results: readonly CheckResult[];
  readonly findings: readonly GateFinding[];
  readonly score: Score;
  readonly profile: Profile;
  readonly rule: GateRule;
  /** Whether the site itself answered and did not only turn us away: without it there is a name, and no scan. */
  readonly answered: boolean;
}): GateVerdict {
  const { results, findings, score, profile, rule, answered } = input;
  const failOn = rule.failOn === undefined ? null : parseFailOn(rule.failOn);
  const gated = failOn !== null || rule.minScore !== undefined || profile.gate.areas.length > 0;
  const unseen = unassessedAreas(results);
  const relevant = profile.gate.areas.length > 0 ? unseen.filter((area) => profile.gate.areas.includes(area)) : unseen;
  if (gated && relevant.length > 0) return { code: 3, reason: "not-assessed", areas: relevant };
  if (!answered || nothingSeen(results)) return { code: 3, reason: "not-assessed", areas: unseen };
  if (failOn !== null) {
    const count = findings.filter((finding) => trips(finding, failOn)).length;
    if (count > 0) return { code: 1, reason: "findings", count, severity: failOn.severity };
  }
  if (rule.minScore !== undefined && score.total < rule.minScore) {
    return { code: 1, reason: "score", total: score.total, minimum: rule.minScore };
  }
  return { code: 0, reason: gated ? "passed" : "no-gate" };
}

function trips(finding: GateFinding, failOn: FailOn): boolean {
  if (finding.waived || severityRank(finding.severity) < severityRank(failOn.severity)) return false;
  if (finding.state === "persisting") return false;
  return !failOn.onlyNew || finding.state !== "unknown";
}

/** Whether the site let itself be looked at: an answer that only turns the visitor away is none. A probe that was not chosen says nothing. */
export function siteAnswered(sections: Sections): boolean {
  const { tls, http, pages } = sections;
  const asked = [tls, http, pages].some((section) => section.state !== "skipped" || section.reason === "interrupted");
  if (!asked) return true;
  const ends = http.state === "collected" ? http.value.origins.flatMap(({ chain }) => chain.slice(-1)) : [];
  if (ends.length > 0) return ends.some((end) => !isRefusal(end));
  if (pages.state === "collected" && pages.value.pages.length > 0) return true;
  return tls.state === "collected" && tls.value.endpoints.some(({ state }) => state !== "failed");
}

/** Reasons that are a choice of the user's or a known limit, not a scan that went wrong. */
const CHOSEN = new Set([
  "needs-authorisation",
  "needs-browser",
  "not-selected",
  "not-applicable",
  "no-target",
  "not-tested",
]);

/** Areas with weight of which nothing at all could be seen, for a reason that nobody chose. */
function unassessedAreas(results: readonly CheckResult[]): readonly Area[] {
  const areas = [...new Set(results.filter((result) => result.weight > 0).map((result) => result.area))];
  return areas.filter((area) => {
    const ofArea = results.filter((result) => result.area === area && result.weight > 0);
    const applicable = ofArea.filter((result) => result.status !== "not-applicable");
    return (
      applicable.length > 0 &&
      applicable.every((result) => result.status === "not-assessed") &&
      applicable.some((result) =>
        result.verdicts.some((verdict) => verdict.status === "not-assessed" && !CHOSEN.has(verdict.reason)),
      )
    );
  });
}

/** Whether not one check could be assessed although some should have been: a host that is not there. */
function nothingSeen(results: readonly CheckResult[]): boolean {
  return (
    unassessedAreas(results).length > 0 &&
    results.every((result) => result.status === "not-assessed" || result.status === "not-applicable")
  );
}
