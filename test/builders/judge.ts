import type { Check, CheckContext } from "../../src/core/check.ts";
import type { FailedVerdict, Verdict } from "../../src/core/verdict.ts";

/** The day of the tests. */
export const AT = new Date("2026-11-23T12:00:00Z");

const CONTEXT: CheckContext = {
  target: { id: "bakery.test", url: "https://bakery.test/", host: "bakery.test", domain: "bakery.test" },
  at: AT,
};

/** What a check says of evidence, with its own settings unless told otherwise. */
export function verdictsOf(
  check: Check,
  evidence: Parameters<Check["evaluate"]>[0],
  settings: Readonly<Record<string, unknown>> = {},
): readonly Verdict[] {
  return check.evaluate(evidence, check.settings.parse(settings), CONTEXT);
}

/** The outcomes in short, in order: "pass", an outcome code, "not-applicable: reason", "not-assessed: reason". */
export function outcomesOf(...input: Parameters<typeof verdictsOf>): readonly string[] {
  return verdictsOf(...input).map((verdict) => {
    if (verdict.status === "pass") return "pass";
    return verdict.status === "fail" ? verdict.code : `${verdict.status}: ${verdict.reason}`;
  });
}

/** The failed verdicts alone. */
export function failuresOf(...input: Parameters<typeof verdictsOf>): readonly FailedVerdict[] {
  return verdictsOf(...input).filter((verdict) => verdict.status === "fail");
}
