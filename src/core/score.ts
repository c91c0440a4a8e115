import type { Area } from "./area.ts";
import type { CheckResult } from "./assessment.ts";
import type { Profile } from "./profile.ts";
import { composeTotal, type WeightedCredit } from "./score-composition.ts";
import { severityRank, type Severity } from "./severity.ts";

/** The way scores are made; a score line in a history is never drawn across a change of it without a mark. */
export const SCORE_ALGORITHM = "1";

export interface AreaScore {
  readonly id: Area;
  /** 0 to 100, one decimal; null where nothing could be assessed or nothing applies. */
  readonly score: number | null;
  /** Share of the applicable weight that was assessed, 0 to 1. */
  readonly coverage: number;
}

/** Why the total is lower than the mean of the areas. */
export interface AppliedCap {
  readonly reason: "finding" | "coverage" | "no-lift";
  readonly severity?: Severity;
  readonly total: number;
}

/** How many points of the total one failing check costs. */
export interface LostPoints {
  readonly check: string;
  readonly area: Area;
  readonly severity: Severity;
  readonly points: number;
}

export interface NextGrade {
  readonly grade: string;
  /** Check ids to bring in order, the most effective first; empty when only more coverage can help. */
  readonly fixes: readonly string[];
  /** The total that these fixes give. */
  readonly total: number;
  /** False when something that could not be assessed keeps the grade from being reached. */
  readonly reachable: boolean;
}

export interface Score {
  readonly algorithm: string;
  readonly total: number;
  readonly grade: string;
  readonly provisional: boolean;
  readonly coverage: number;
  readonly range: { readonly low: number; readonly high: number };
  readonly areas: readonly AreaScore[];
  readonly caps: readonly AppliedCap[];
  readonly lost: readonly LostPoints[];
  readonly next: NextGrade | null;
}

/** Scores the results of a site under a profile. Waivers are not looked at: a waiver never raises a score. */
export function scoreResults(results: readonly CheckResult[], profile: Profile): Score {
  const weighed = results.filter((result) => result.weight > 0 && (profile.areas[result.area] ?? 0) > 0);
  const coverage = coverageOf(weighed);
  const { total, caps } = cappedTotal(weighed, profile, coverage);
  const low = Math.min(total, lowTotal(weighed, profile));
  const high = Math.max(total, highTotal(weighed, profile));
  return {
    algorithm: SCORE_ALGORITHM,
    total,
    grade: gradeOf(total, profile),
    provisional: coverage < profile.coverage.minimum,
    coverage: round(coverage, 3),
    range: { low, high },
    areas: areaScores(results, weighed, profile),
    caps,
    lost: lostPoints(weighed, profile),
    next: nextGrade(weighed, profile, coverage, total),
  };
}

/** The grade of a total under the profile's thresholds. */
export function gradeOf(total: number, profile: Profile): string {
  return profile.grades.find(({ from }) => total >= from)?.grade ?? profile.grades.at(-1)?.grade ?? "F";
}

/** Credit of a check: 1 − the penalty for its worst failing outcome. */
function creditOf(worst: Severity | null, profile: Profile): number {
  return worst === null ? 1 : 1 - profile.penalties[worst];
}

function assessed(results: readonly CheckResult[]): readonly CheckResult[] {
  return results.filter((result) => result.status === "pass" || result.status === "fail");
}

function credits(results: readonly CheckResult[], profile: Profile): readonly WeightedCredit[] {
  return assessed(results).map((result) => ({
    area: result.area,
    weight: result.weight,
    credit: creditOf(result.worst, profile),
    fault: result.status === "fail",
  }));
}

function cappedTotal(
  results: readonly CheckResult[],
  profile: Profile,
  coverage: number,
): { total: number; caps: readonly AppliedCap[] } {
  const composed = composeTotal(credits(results, profile), profile.areas);
  // Where nothing at all was assessed there is no mean; the score then begins at the low end, and is provisional.
  const plain = coverage === 0 ? 0 : round(composed.mean, 1);
  const limits: AppliedCap[] = findingCaps(results, profile);
  if (coverage < profile.coverage.minimum) limits.push({ reason: "coverage", total: profile.coverage.cap });
  if (round(composed.floor, 1) < plain) limits.push({ reason: "no-lift", total: round(composed.floor, 1) });
  const caps = limits.filter((limit) => limit.total < plain).toSorted((a, b) => a.total - b.total);
  return { total: Math.min(plain, ...caps.map((cap) => cap.total)), caps };
}

function findingCaps(results: readonly CheckResult[], profile: Profile): AppliedCap[] {
  const severities = results.flatMap((result) => result.findings.map((finding) => finding.severity));
  return profile.caps
    .filter((cap) => severities.filter((severity) => severity === cap.severity).length >= cap.atLeast)
    .map((cap) => ({ reason: "finding", severity: cap.severity, total: cap.total }));
}

/** Every check that was not wholly assessed counted as failed in the worst way that it can. */
function lowTotal(results: readonly CheckResult[], profile: Profile): number {
  const unseen = results.filter((result) => result.status === "not-assessed" || result.partly);
  const items = results
    .filter((result) => result.status !== "not-applicable")
    .map((result) => ({
      area: result.area,
      weight: result.weight,
      credit: unseen.includes(result) ? 0 : creditOf(result.worst, profile),
      fault: result.status !== "pass",
    }));
  const ranks = unseen.map((result) => severityRank(result.worstPossible));
  const capped = profile.caps.filter((cap) => ranks.some((rank) => rank >= severityRank(cap.severity)));
  const limits = [...findingCaps(results, profile), ...capped].map((cap) => cap.total);
  return round(Math.min(composeTotal(items, profile.areas).floor, ...limits), 1);
}

/** Every check that was not assessed counted as passed. */
function highTotal(results: readonly CheckResult[], profile: Profile): number {
  const items = results
    .filter((result) => result.status !== "not-applicable")
    .map((result) => ({
      area: result.area,
      weight: result.weight,
      credit: creditOf(result.worst, profile),
      fault: result.status === "fail",
    }));
  const limits = findingCaps(results, profile).map((cap) => cap.total);
  return round(Math.min(composeTotal(items, profile.areas).floor, ...limits), 1);
}

/** Assessed weight ÷ applicable weight; 1 when nothing applies. */
function coverageOf(results: readonly CheckResult[]): number {
  const applicable = sum(results.filter((result) => result.status !== "not-applicable").map((result) => result.weight));
  if (applicable === 0) return 1;
  return sum(assessed(results).map((result) => result.weight)) / applicable;
}

function areaScores(
  all: readonly CheckResult[],
  weighed: readonly CheckResult[],
  profile: Profile,
): readonly AreaScore[] {
  const areas = [...new Set(all.map((result) => result.area))];
  return areas.map((id) => {
    const results = weighed.filter((result) => result.area === id);
    const items = credits(results, profile);
    const weight = sum(items.map((item) => item.weight));
    const mean = weight === 0 ? null : sum(items.map((item) => item.weight * item.credit)) / weight;
    return { id, score: mean === null ? null : round(mean * 100, 1), coverage: round(coverageOf(results), 3) };
  });
}

/** What each failing check costs in the mean of the areas, the dearest first. */
function lostPoints(results: readonly CheckResult[], profile: Profile): readonly LostPoints[] {
  const gain = gainByCheck(results, profile);
  return results
    .flatMap((result) => {
      const points = round(gain.get(result.check) ?? 0, 1);
      return result.worst === null || points === 0
        ? []
        : [{ check: result.check, area: result.area, severity: result.worst, points }];
    })
    .toSorted((a, b) => b.points - a.points || a.check.localeCompare(b.check, "en"));
}

/** Points of the total that bringing one check in order gives; linear, because the total is a mean of means. */
function gainByCheck(results: readonly CheckResult[], profile: Profile): ReadonlyMap<string, number> {
  const seen = assessed(results);
  const areas = new Set(seen.map((result) => result.area));
  const areaWeight = sum([...areas].map((area) => profile.areas[area] ?? 0));
  return new Map(
    seen.map((result) => {
      const weight = sum(seen.filter((other) => other.area === result.area).map((other) => other.weight));
      const share = (profile.areas[result.area] ?? 0) / areaWeight;
      return [result.check, 100 * share * (result.weight / weight) * (1 - creditOf(result.worst, profile))];
    }),
  );
}

/**
 * The shortest list of checks to bring in order that reaches the next grade: first those whose findings cap the total
 * below it, then the most effective ones until the threshold is met.
 */
function nextGrade(
  results: readonly CheckResult[],
  profile: Profile,
  coverage: number,
  total: number,
): NextGrade | null {
  const better = profile.grades.filter(({ from }) => from > total).at(-1);
  if (better === undefined) return null;
  const gain = gainByCheck(results, profile);
  const byEffect = results
    .filter((result) => result.status === "fail")
    .toSorted((a, b) => (gain.get(b.check) ?? 0) - (gain.get(a.check) ?? 0) || a.check.localeCompare(b.check, "en"));
  const fixed = new Set<string>();
  const remaining = (): readonly CheckResult[] =>
    results.map((result) => (fixed.has(result.check) ? mended(result) : result));
  const reached = (): number => cappedTotal(remaining(), profile, coverage).total;
  for (;;) {
    const hindering = cappingSeverities(remaining(), profile, better.from);
    const candidates = byEffect.filter((result) => !fixed.has(result.check));
    const next =
      candidates.find((result) => result.findings.some((finding) => hindering.has(finding.severity))) ??
      (reached() >= better.from ? undefined : candidates.find((result) => (gain.get(result.check) ?? 0) > 0));
    if (next === undefined) break;
    fixed.add(next.check);
  }
  const fixes = byEffect.filter((result) => fixed.has(result.check)).map((result) => result.check);
  return { grade: better.grade, fixes, total: reached(), reachable: reached() >= better.from };
}

/** Severities whose findings cap the total below a threshold. */
function cappingSeverities(results: readonly CheckResult[], profile: Profile, from: number): ReadonlySet<Severity> {
  return new Set(
    findingCaps(results, profile).flatMap((cap) =>
      cap.severity !== undefined && cap.total < from ? [cap.severity] : [],
    ),
  );
}

function mended(result: CheckResult): CheckResult {
  return { ...result, status: "pass", worst: null, findings: [] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function round(value: number, digits: number): number {
  return Math.round((value + Number.EPSILON) * 10 ** digits) / 10 ** digits;
}
