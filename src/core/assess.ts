import { runChecks, type CheckResult } from "./assessment.ts";
import type { Catalogue } from "./check.ts";
import type { Evidence } from "./evidence/evidence.ts";
import type { Profile } from "./profile.ts";
import { scoreResults, type Score } from "./score.ts";

/** The judgement of one scan: what every check of the profile said, and the score that follows. */
export interface Assessment {
  readonly profile: Profile;
  readonly results: readonly CheckResult[];
  readonly score: Score;
}

/** Judges evidence under a profile, without network, files or clock: the same input always gives the same assessment. */
export function assess(evidence: Evidence, profile: Profile, catalogue: Catalogue): Assessment {
  const results = runChecks(catalogue, profile, evidence);
  return { profile, results, score: scoreResults(results, profile) };
}
