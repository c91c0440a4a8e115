import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Area } from "../../src/core/area.ts";
import type { CheckResult } from "../../src/core/assessment.ts";
import { scoreResults } from "../../src/core/score.ts";
import { SEVERITIES } from "../../src/core/severity.ts";
import { profileOf, resultOf } from "../builders/check.ts";

const profile = profileOf();

describe("the formula", () => {
  it("is the mean of the areas, each the weighted mean of its credits", () => {
    const results = [
      resultOf({ check: "tls/a", area: "tls", weight: 3, status: "pass" }),
      resultOf({ check: "tls/b", area: "tls", weight: 1, status: "fail", severities: ["medium"] }),
      resultOf({ check: "headers/a", area: "headers", weight: 1, status: "pass" }),
    ];

    const score = scoreResults(results, profile);

    // tls: (3 × 1 + 1 × 0.4) ÷ 4 = 85; headers: 100; total: (2 × 85 + 1 × 100) ÷ 3.
    expect(score.areas).toEqual([
      { id: "tls", score: 85, coverage: 1 },
      { id: "headers", score: 100, coverage: 1 },
    ]);
    expect(score.total).toBe(90);
    expect(score.grade).toBe("A");
    expect(score.lost).toEqual([{ check: "tls/b", area: "tls", severity: "medium", points: 10 }]);
  });

  it("leaves out what does not apply and what has no weight", () => {
    const results = [
      resultOf({ check: "tls/a", area: "tls", weight: 1, status: "pass" }),
      resultOf({ check: "tls/b", area: "tls", weight: 5, status: "not-applicable" }),
      resultOf({ check: "tls/c", area: "tls", weight: 0, status: "fail", severities: ["critical"] }),
    ];

    const score = scoreResults(results, profile);

    expect(score.total).toBe(100);
    expect(score.coverage).toBe(1);
  });

  it("counts the worst finding of a check once", () => {
    const one = [resultOf({ check: "tls/a", area: "tls", weight: 1, status: "fail", severities: ["low"] })];
    const many = [
      resultOf({ check: "tls/a", area: "tls", weight: 1, status: "fail", severities: ["low", "low", "info"] }),
    ];

    expect(scoreResults(many, profile).total).toBe(scoreResults(one, profile).total);
  });
});

describe("caps", () => {
  it("keep a hundred passes from drowning one critical finding", () => {
    const passes = Array.from({ length: 100 }, (_, index) =>
      resultOf({ check: `tls/${index}`, area: "tls", weight: 1, status: "pass" }),
    );
    const expired = resultOf({ check: "tls/x", area: "tls", weight: 1, status: "fail", severities: ["critical"] });

    const score = scoreResults([...passes, expired], profile);

    expect(score.total).toBe(44);
    expect(score.grade).toBe("F");
    expect(score.caps[0]).toEqual({ reason: "finding", severity: "critical", total: 44 });
  });

  it("make the grade provisional under the minimum coverage", () => {
    const results = [
      resultOf({ check: "tls/a", area: "tls", weight: 1, status: "pass" }),
      resultOf({ check: "forms/a", area: "forms", weight: 4, status: "not-assessed" }),
    ];

    const score = scoreResults(results, profile);

    expect(score.coverage).toBe(0.2);
    expect(score.provisional).toBe(true);
    expect(score.total).toBe(74);
    expect(score.range).toEqual({ low: 40, high: 100 });
  });
});

describe("the next grade", () => {
  it("names what caps first, then what brings most", () => {
    const results = [
      resultOf({ check: "forms/iban", area: "forms", weight: 1, status: "fail", severities: ["critical"] }),
      resultOf({ check: "forms/a", area: "forms", weight: 9, status: "pass" }),
      resultOf({ check: "tls/a", area: "tls", weight: 5, status: "fail", severities: ["medium"] }),
      resultOf({ check: "tls/b", area: "tls", weight: 5, status: "pass" }),
      resultOf({ check: "headers/a", area: "headers", weight: 1, status: "pass" }),
    ];

    const { next } = scoreResults(results, profile);

    expect(next).toMatchObject({ grade: "C", fixes: ["forms/iban"], reachable: true });
  });

  it("is null at the top", () => {
    expect(
      scoreResults([resultOf({ check: "tls/a", area: "tls", weight: 1, status: "pass" })], profile).next,
    ).toBeNull();
  });

  it("says when only seeing more can help", () => {
    const results = [
      resultOf({ check: "tls/a", area: "tls", weight: 1, status: "pass" }),
      resultOf({ check: "forms/a", area: "forms", weight: 9, status: "not-assessed" }),
    ];

    expect(scoreResults(results, profile).next).toMatchObject({ grade: "B", fixes: [], reachable: false });
  });
});

const areas: readonly Area[] = ["tls", "headers", "forms"];
const statuses = ["pass", "fail", "not-applicable", "not-assessed"] as const;

const anyResults = fc
  .array(
    fc.record({
      area: fc.constantFrom(...areas),
      weight: fc.integer({ min: 0, max: 9 }),
      status: fc.constantFrom(...statuses),
      severities: fc.array(fc.constantFrom(...SEVERITIES), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) => list.map((item, index) => resultOf({ check: `${item.area}/${index}`, ...item })));

/** The results with one of them replaced. */
function withOne(
  results: readonly CheckResult[],
  index: number,
  change: Parameters<typeof resultOf>[0]["status"],
  severities: CheckResult["findings"][number]["severity"][],
) {
  return results.map((result, position) =>
    position === index % results.length
      ? resultOf({ check: result.check, area: result.area, weight: result.weight, status: change, severities })
      : result,
  );
}

describe("properties", () => {
  it("no added fault raises the total: not where it was in order, and not where it did not apply", () => {
    fc.assert(
      fc.property(anyResults, fc.nat(), fc.constantFrom(...SEVERITIES), (results, index, severity) => {
        const before = results[index % results.length];
        fc.pre(before?.status === "pass" || before?.status === "not-applicable");

        // Where nothing was seen at all the score begins at the bottom: the first sight of anything can only lift it.
        fc.pre(scoreResults(results, profile).coverage > 0);
        const after = withOne(results, index, "fail", [severity]);

        // A check that begins to apply may lift the coverage over the minimum; compare under one coverage rule.
        const uncapped = { ...profile, coverage: { minimum: 0, cap: 100 } };
        expect(scoreResults(after, uncapped).total).toBeLessThanOrEqual(scoreResults(results, uncapped).total);
      }),
      { numRuns: 2000 },
    );
  });

  it("no lost evidence raises the low end of the range", () => {
    fc.assert(
      fc.property(anyResults, fc.nat(), (results, index) => {
        const after = withOne(results, index, "not-assessed", []);

        expect(scoreResults(after, profile).range.low).toBeLessThanOrEqual(scoreResults(results, profile).range.low);
      }),
      { numRuns: 2000 },
    );
  });

  it("the total lies within its range, and everything within 0 and 100", () => {
    fc.assert(
      fc.property(anyResults, (results) => {
        const { total, range, areas: scored } = scoreResults(results, profile);

        expect(range.low).toBeLessThanOrEqual(total);
        expect(total).toBeLessThanOrEqual(range.high);
        for (const score of [total, range.low, range.high, ...scored.map((area) => area.score ?? 0)]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("the named fixes do reach the next grade where it says so", () => {
    fc.assert(
      fc.property(anyResults, (results) => {
        const { next } = scoreResults(results, profile);
        fc.pre(next !== null && next.reachable);

        const mended = results.map((result) =>
          next?.fixes.includes(result.check)
            ? resultOf({ check: result.check, area: result.area, weight: result.weight, status: "pass" })
            : result,
        );

        expect(scoreResults(mended, profile).total).toBeGreaterThanOrEqual(
          profile.grades.find(({ grade }) => grade === next?.grade)?.from ?? 101,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
