import { describe, expect, it } from "vitest";
import { judgeGate, parseFailOn, type GateFinding } from "../../src/core/gate.ts";
import type { GateRule } from "../../src/core/profile.ts";
import { scoreResults } from "../../src/core/score.ts";
import { profileOf, resultOf } from "../builders/check.ts";

const inOrder = [resultOf({ check: "tls/a", area: "tls", weight: 1, status: "pass" })];
const unseen = [...inOrder, resultOf({ check: "forms/a", area: "forms", weight: 1, status: "not-assessed" })];

function gate(rule: GateRule, findings: readonly GateFinding[], results = inOrder) {
  const profile = profileOf();
  return judgeGate({ results, findings, score: scoreResults(results, profile), profile, rule, answered: true });
}

const high: GateFinding = { severity: "high", state: "unknown", waived: false };

describe("judgeGate", () => {
  it.each([
    ["no gate, findings", {}, [high], inOrder, 0],
    ["no gate, an area unseen", {}, [], unseen, 0],
    ["a finding at the level", { failOn: "high" }, [high], inOrder, 1],
    ["a finding under the level", { failOn: "critical" }, [high], inOrder, 0],
    ["a waived finding", { failOn: "high" }, [{ ...high, waived: true }], inOrder, 0],
    ["a known finding", { failOn: "high" }, [{ ...high, state: "persisting" as const }], inOrder, 0],
    [
      "a worsened finding gates like a new one",
      { failOn: "new:high" },
      [{ ...high, state: "worsened" as const }],
      inOrder,
      1,
    ],
    ["a reopened finding too", { failOn: "new:high" }, [{ ...high, state: "reopened" as const }], inOrder, 1],
    ["new findings only, and nothing to compare with", { failOn: "new:high" }, [high], inOrder, 0],
    ["a score under the minimum", { minScore: 100.5 }, [], inOrder, 1],
    ["a score at the minimum", { minScore: 100 }, [], inOrder, 0],
    ["an unseen area weighs more than findings", { failOn: "high" }, [high], unseen, 3],
    ["nothing seen at all is never a pass", {}, [], unseen.slice(1), 3],
  ])("%s", (_name, rule, findings, results, code) => {
    expect(gate(rule, findings, results).code).toBe(code);
  });
});

describe("a site that never answered", () => {
  it("is no completed scan, whatever its name's records say", () => {
    const profile = profileOf();

    const verdict = judgeGate({
      results: inOrder,
      findings: [],
      score: scoreResults(inOrder, profile),
      profile,
      rule: {},
      answered: false,
    });

    expect(verdict.code).toBe(3);
  });
});

describe("parseFailOn", () => {
  it.each([
    ["high", { severity: "high", onlyNew: false }],
    ["new:low", { severity: "low", onlyNew: true }],
    ["severe", null],
    ["new:", null],
  ])("%s", (text, expected) => {
    expect(parseFailOn(text)).toEqual(expected);
  });
});
