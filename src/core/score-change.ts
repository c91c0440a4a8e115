import { assess } from "./assess.ts";
import type { Catalogue } from "./check.ts";
import type { Evidence } from "./evidence/evidence.ts";
import type { Profile } from "./profile.ts";

/** Why a score is another than before, in points: what the site did, what the profile did, what a new tool version did. */
export interface ScoreChange {
  readonly from: number;
  readonly to: number;
  readonly site: number;
  readonly profile: number;
  readonly tool: number;
}

/**
 * Splits the change of a score by judging the old evidence again: under today's profile with today's tool (what is left is
 * the site's), and under the old profile with today's tool (what that differs from the old score is the tool's). The parts
 * add up to the whole.
 *
 * @param before the old evidence, the total that was kept then, and the old profile as it reads today where it is unchanged;
 *   null where only its digest is known, and then profile and tool cannot be told apart and count as the profile's
 */
export function explainScoreChange(
  before: { readonly evidence: Evidence; readonly total: number; readonly profile: Profile | null },
  after: { readonly evidence: Evidence; readonly profile: Profile },
  catalogue: Catalogue,
): ScoreChange {
  const to = assess(after.evidence, after.profile, catalogue).score.total;
  const oldSiteNewRules = assess(before.evidence, after.profile, catalogue).score.total;
  const oldSiteOldRules =
    before.profile === null ? before.total : assess(before.evidence, before.profile, catalogue).score.total;
  return {
    from: before.total,
    to,
    site: round(to - oldSiteNewRules),
    profile: round(oldSiteNewRules - oldSiteOldRules),
    tool: round(oldSiteOldRules - before.total),
  };
}

function round(points: number): number {
  return Math.round(points * 10) / 10;
}
