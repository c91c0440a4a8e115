import { readFileSync } from "node:fs";
import { catalogue } from "../../../checks/index.ts";
import { assess } from "../../../src/core/assess.ts";
import { evidenceSchema, type Evidence } from "../../../src/core/evidence/evidence.ts";
import type { Report } from "../../../src/core/report.ts";
import type { Language } from "../../../src/core/text.ts";
import { packageFile } from "../../../src/package-root.ts";
import { buildReport } from "../../../src/report/build.ts";
import { loadProfile } from "../../../src/store/profiles.ts";

/**
 * A run of the demo shop as `vigie demo --out evidence=test/golden/bakery.evidence.json` saved it, with its own times and
 * costs: what every format is tried on.
 */
export function goldenEvidence(): Evidence {
  return evidenceSchema.parse(JSON.parse(readFileSync(packageFile("test", "golden", "bakery.evidence.json"), "utf8")));
}

/** The saved run, judged today under the merchant's profile. */
export function goldenReport(language: Language, evidence: Evidence = goldenEvidence()): Report {
  const assessment = assess(evidence, loadProfile("merchant", catalogue, "."), catalogue);
  return buildReport({ assessment, evidence, catalogue, language });
}
