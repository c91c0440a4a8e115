import { z } from "zod";
import type { CheckResult } from "../../src/core/assessment.ts";
import { defineCheck, type Check } from "../../src/core/check.ts";
import type { Area } from "../../src/core/area.ts";
import { fingerprint } from "../../src/core/fingerprint.ts";
import type { Profile } from "../../src/core/profile.ts";
import { severityRank, type Severity } from "../../src/core/severity.ts";
import { fail, type FailedVerdict, type Verdict } from "../../src/core/verdict.ts";

const text = {
  title: "Bread on the shelf",
  pass: "There is bread.",
  why: "Customers come for bread.",
  outcomes: { missing: "{loaf} is missing.", stale: "{loaf} is stale." },
};

/** A check of the bakery: it says what the `verdicts` function says. */
export function breadCheck(
  verdicts: () => readonly Verdict<"missing" | "stale">[],
  id: `${Area}/${string}` = "headers/bread",
): Check {
  return defineCheck({
    id,
    needs: ["http"],
    uses: ["pages"],
    severity: { missing: "high", stale: "low" },
    settings: z.strictObject({ loaves: z.number().int().min(1).default(3) }),
    references: { rfc: ["RFC 2324"] },
    text: { en: text, fr: text },
    evaluate: verdicts,
  });
}

/** A failed verdict about one loaf. */
export function missing(subject: string): FailedVerdict<"missing"> {
  const verdict = fail({ code: "missing", subject, params: { loaf: subject } });
  if (verdict.status !== "fail") throw new Error("fail() gave no failed verdict");
  return verdict;
}

/** A result as the score reads it. */
export function resultOf(input: {
  readonly check: string;
  readonly area: Area;
  readonly weight: number;
  readonly status: CheckResult["status"];
  readonly severities?: readonly Severity[];
  readonly worstPossible?: Severity;
}): CheckResult {
  const severities = input.status === "fail" ? (input.severities ?? ["medium"]) : [];
  const worst = severities.toSorted((a, b) => severityRank(b) - severityRank(a))[0] ?? null;
  return {
    check: input.check,
    area: input.area,
    weight: input.weight,
    status: input.status,
    partly: input.status === "not-assessed",
    worst,
    worstPossible: input.worstPossible ?? "critical",
    verdicts: input.status === "not-assessed" ? [{ status: "not-assessed", reason: "timeout" }] : [],
    findings: severities.map((severity, index) => ({
      fingerprint: fingerprint(input.check, "bakery.test", String(index)),
      check: input.check,
      area: input.area,
      severity,
      verdict: missing(String(index)),
    })),
  };
}

/** A resolved profile with the default penalties and grades. */
export function profileOf(overrides: Partial<Profile> = {}): Profile {
  return {
    id: "bakery",
    version: "1",
    digest: "0".repeat(16),
    title: { en: "Bakery", fr: "Boulangerie" },
    areas: { tls: 2, headers: 1, forms: 3 },
    penalties: { critical: 1, high: 1, medium: 0.6, low: 0.3, info: 0 },
    grades: [
      { grade: "A", from: 90 },
      { grade: "B", from: 75 },
      { grade: "C", from: 60 },
      { grade: "F", from: 0 },
    ],
    caps: [
      { severity: "critical", atLeast: 1, total: 44 },
      { severity: "high", atLeast: 1, total: 74 },
    ],
    coverage: { minimum: 0.6, cap: 74 },
    gate: { areas: [], tags: {} },
    checks: {},
    requirements: [],
    ...overrides,
  };
}
