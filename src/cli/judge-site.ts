import { catalogue } from "../../checks/index.ts";
import { assess, type Assessment } from "../core/assess.ts";
import { compareWithPast, type Comparison, type KnownFinding, type Past } from "../core/comparison.ts";
import type { Evidence } from "../core/evidence/evidence.ts";
import type { Profile } from "../core/profile.ts";
import { severityRank } from "../core/severity.ts";
import { renderText, type Language } from "../core/text.ts";
import { applyWaivers, type AppliedWaivers, type Waiver } from "../core/waivers.ts";
import type { Report } from "../core/report.ts";
import { buildReport } from "../report/build.ts";
import type { NewResult } from "../store/history.ts";

/** A site's evidence judged under a profile, held against its past and its waivers. */
export interface JudgedSite {
  readonly evidence: Evidence;
  readonly assessment: Assessment;
  /** Null without a past. */
  readonly comparison: Comparison | null;
  readonly waivers: AppliedWaivers;
}

/** Judges evidence. The clock is the evidence's own, so that yesterday's scan is judged as of yesterday. */
export function judgeSite(
  evidence: Evidence,
  profile: Profile,
  waivers: readonly Waiver[],
  past: Past | null,
): JudgedSite {
  const assessment = assess(evidence, profile, catalogue);
  const findings = assessment.results.flatMap((result) => result.findings);
  const whole = assessment.results.filter((result) => !result.partly && result.status !== "not-assessed");
  return {
    evidence,
    assessment,
    comparison:
      past === null
        ? null
        : compareWithPast({ findings, assessedChecks: new Set(whole.map((result) => result.check)) }, past),
    waivers: applyWaivers(
      waivers,
      evidence.target.id,
      findings.map((finding) => ({ ...finding, subject: finding.verdict.subject })),
      new Date(evidence.finishedAt),
    ),
  };
}

/** The report of a judged site in a language. */
export function reportOf(judged: JudgedSite, language: Language): Report {
  const { assessment, evidence, comparison, waivers } = judged;
  return buildReport({
    assessment,
    evidence,
    catalogue,
    language,
    states: comparison?.states ?? new Map(),
    fixed: (comparison?.fixed ?? []).map(({ fingerprint, check, subject, title }) => ({
      fingerprint,
      check,
      subject,
      title,
    })),
    waivers: new Map(
      [...waivers.waived].map(([fingerprint, { reason, expires, owner }]) => [
        fingerprint,
        { reason, expires, ...(owner === undefined ? {} : { owner }) },
      ]),
    ),
  });
}

/** What the history keeps of a judged site. */
export function resultOf(judged: JudgedSite, runId: string): NewResult {
  const { assessment, evidence, comparison } = judged;
  const { score, profile, results } = assessment;
  const findings = results
    .flatMap((result) => result.findings)
    .toSorted((a, b) => severityRank(b.severity) - severityRank(a.severity));
  const known: readonly KnownFinding[] = findings.map((finding) => ({
    fingerprint: finding.fingerprint,
    check: finding.check,
    subject: finding.verdict.subject,
    severity: finding.severity,
    title: titleOf(finding.check, finding.verdict.code, finding.verdict.params),
  }));
  const [worst] = known;
  return {
    runId,
    siteId: evidence.target.id,
    url: evidence.target.url,
    startedAt: evidence.startedAt,
    finishedAt: evidence.finishedAt,
    toolVersion: evidence.tool.version,
    score: {
      total: score.total,
      grade: score.grade,
      coverage: score.coverage,
      low: score.range.low,
      high: score.range.high,
      provisional: score.provisional,
      algorithm: score.algorithm,
      profileId: profile.id,
      profileVersion: profile.version,
      profileDigest: profile.digest,
    },
    error: null,
    counts: countBy(known.map(({ severity }) => severity)),
    worst: worst === undefined ? null : { check: worst.check, severity: worst.severity, title: worst.title },
    nextExpiry: nextExpiryOf(evidence),
    evidence,
    states: Object.fromEntries(comparison?.states ?? []),
    findings: known,
    fixed: (comparison?.fixed ?? []).map(({ fingerprint }) => fingerprint),
  };
}

/** When the first certificate of the site's own endpoints expires; null where none was seen. */
export function nextExpiryOf(evidence: Evidence): string | null {
  const { tls } = evidence.sections;
  if (tls.state !== "collected") return null;
  const dates = tls.value.endpoints.flatMap(({ certificates }) => certificates.map(({ notAfter }) => notAfter));
  return dates.toSorted()[0] ?? null;
}

function titleOf(checkId: string, code: string, params: Parameters<typeof renderText>[1]): string {
  const template = catalogue.find(({ id }) => id === checkId)?.text.en.outcomes[code];
  return template === undefined ? checkId : renderText(template, params, "en");
}

function countBy(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
