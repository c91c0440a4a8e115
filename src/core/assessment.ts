import type { Area } from "./area.ts";
import type { Check, CheckContext } from "./check.ts";
import type { Evidence, SectionName, Sections } from "./evidence/evidence.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Profile, ProfileCheck } from "./profile.ts";
import { severityRank, shiftSeverity, type Severity } from "./severity.ts";
import { notAssessed, type FailedVerdict, type Verdict } from "./verdict.ts";

/** What is at stake raises a severity by one step at most, however many reasons there are. */
const MAXIMUM_AGGRAVATION = 1;

export type CheckStatus = "pass" | "fail" | "not-applicable" | "not-assessed";

/** A failed verdict with its identity and its severity under the profile; not yet rendered in a language. */
export interface Finding {
  readonly fingerprint: string;
  readonly check: string;
  readonly area: Area;
  readonly severity: Severity;
  readonly verdict: FailedVerdict;
}

/** What one check said of one site. */
export interface CheckResult {
  readonly check: string;
  readonly area: Area;
  readonly weight: number;
  readonly status: CheckStatus;
  /** Whether some subject of it could not be seen, whatever its status. */
  readonly partly: boolean;
  /** Severity of the worst finding; null when there is none. */
  readonly worst: Severity | null;
  /** Severity of the worst outcome that it can have under the profile. */
  readonly worstPossible: Severity;
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
}

/**
 * Runs one check over the evidence under a profile. A needed section that was not collected makes it not-assessed, with the
 * section's own reason, without running it.
 */
export function runCheck(
  check: Check,
  settings: ProfileCheck,
  sections: Partial<Sections>,
  context: CheckContext,
): CheckResult {
  const missing = check.needs.map((name) => missingReason(sections[name])).find((reason) => reason !== null);
  const verdicts =
    missing === undefined || missing === null
      ? check.evaluate(collectedValues(check, sections), settings.settings, context)
      : [notAssessed(missing)];
  const findings = uniqueFindings(check, settings, verdicts, context.target.id);
  return {
    check: check.id,
    area: check.area,
    weight: settings.weight,
    status: overallStatus(verdicts),
    partly: verdicts.some((verdict) => verdict.status === "not-assessed"),
    worst: worstOf(findings.map((finding) => finding.severity)),
    worstPossible: shiftSeverity(worstOf(Object.values(settings.severity)) ?? "info", MAXIMUM_AGGRAVATION),
    verdicts,
    findings,
  };
}

/** Runs every check that the profile names, in catalogue order. The same evidence and profile always give the same results. */
export function runChecks(catalogue: readonly Check[], profile: Profile, evidence: Evidence): readonly CheckResult[] {
  const context: CheckContext = { target: evidence.target, at: new Date(evidence.finishedAt) };
  return catalogue.flatMap((check) => {
    const settings = profile.checks[check.id];
    return settings === undefined ? [] : [runCheck(check, settings, evidence.sections, context)];
  });
}

/** A fault outweighs what could not be seen, which outweighs a pass; a check without any verdict has nothing to say. */
function overallStatus(verdicts: readonly Verdict[]): CheckStatus {
  const has = (status: CheckStatus): boolean => verdicts.some((verdict) => verdict.status === status);
  if (has("fail")) return "fail";
  if (has("not-assessed")) return "not-assessed";
  if (has("pass")) return "pass";
  return "not-applicable";
}

function uniqueFindings(
  check: Check,
  settings: ProfileCheck,
  verdicts: readonly Verdict[],
  targetId: string,
): readonly Finding[] {
  const byFingerprint = new Map<string, Finding>();
  for (const verdict of verdicts) {
    if (verdict.status !== "fail") continue;
    const severity = shiftSeverity(
      settings.severity[verdict.code] ?? "info",
      Math.min(MAXIMUM_AGGRAVATION, verdict.shift),
    );
    const id = fingerprint(check.id, targetId, verdict.subject);
    const known = byFingerprint.get(id);
    if (known !== undefined && severityRank(known.severity) >= severityRank(severity)) continue;
    byFingerprint.set(id, { fingerprint: id, check: check.id, area: check.area, severity, verdict });
  }
  return [...byFingerprint.values()];
}

function missingReason(section: Sections[SectionName] | undefined): string | null {
  if (section === undefined) return "not-selected";
  if (section.state === "collected") return null;
  return section.state === "skipped" ? section.reason : section.error.code;
}

function collectedValues(check: Check, sections: Partial<Sections>): Parameters<Check["evaluate"]>[0] {
  const entries = [...check.needs, ...check.uses].flatMap((name) => {
    const section = sections[name];
    return section?.state === "collected" ? [[name, section.value]] : [];
  });
  // Keys and values come from one table of sections, so each value has the type of its name.
  return Object.fromEntries(entries) as Parameters<Check["evaluate"]>[0];
}

function worstOf(severities: readonly Severity[]): Severity | null {
  return severities.reduce<Severity | null>(
    (worst, severity) => (worst === null || severityRank(severity) > severityRank(worst) ? severity : worst),
    null,
  );
}
