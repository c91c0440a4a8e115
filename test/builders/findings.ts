import { catalogue } from "../../checks/index.ts";
import { runCheck, type CheckResult } from "../../src/core/assessment.ts";
import type { Evidence } from "../../src/core/evidence/evidence.ts";

/** What the checks of forms and privacy say of evidence, under their own defaults. */
export function pageResults(evidence: Evidence): readonly CheckResult[] {
  return catalogue
    .filter(({ area }) => area === "forms" || area === "privacy")
    .map((check) => {
      const settings = { weight: 1, severity: check.severity, settings: check.settings.parse({}) };
      return runCheck(check, settings, evidence.sections, {
        target: evidence.target,
        at: new Date(evidence.finishedAt),
      });
    });
}
