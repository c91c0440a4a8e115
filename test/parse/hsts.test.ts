import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHsts, type HstsProblem } from "../../src/parse/hsts.ts";

interface Case {
  readonly name: string;
  readonly value: string;
  readonly maxAge: number | null;
  readonly includeSubDomains?: boolean;
  readonly preload?: boolean;
  readonly problems?: readonly HstsProblem[];
}

const cases: readonly Case[] = [
  { name: "a year", value: "max-age=31536000", maxAge: 31_536_000 },
  { name: "quoted value", value: 'max-age="31536000"', maxAge: 31_536_000 },
  { name: "names ignore case", value: "MAX-AGE=300; IncludeSubDomains", maxAge: 300, includeSubDomains: true },
  { name: "empty directives", value: ";; max-age=1 ;;", maxAge: 1 },
  { name: "unknown directives are skipped", value: 'max-age=1; bakery="yes"; tart', maxAge: 1 },
  { name: "spaces round the sign", value: "max-age = 1", maxAge: 1 },
  { name: "zero turns it off", value: "max-age=0", maxAge: 0 },
  {
    name: "all",
    value: "max-age=63072000; includeSubDomains; preload",
    maxAge: 63_072_000,
    includeSubDomains: true,
    preload: true,
  },
  { name: "empty", value: "", maxAge: null, problems: ["no-max-age"] },
  {
    name: "only includeSubDomains",
    value: "includeSubDomains",
    maxAge: null,
    includeSubDomains: true,
    problems: ["no-max-age"],
  },
  { name: "a word for a number", value: "max-age=forever", maxAge: null, problems: ["bad-max-age"] },
  { name: "negative", value: "max-age=-1", maxAge: null, problems: ["bad-max-age"] },
  { name: "no value", value: "max-age", maxAge: null, problems: ["bad-max-age"] },
  { name: "half a quote", value: 'max-age="31536000', maxAge: null, problems: ["bad-grammar", "no-max-age"] },
  { name: "twice", value: "max-age=1; max-age=2", maxAge: 1, problems: ["duplicate-directive"] },
  {
    name: "two fields joined",
    value: "max-age=31536000, max-age=31536000",
    maxAge: null,
    problems: ["bad-grammar", "no-max-age"],
  },
  {
    name: "comma for a semicolon",
    value: "max-age=1, includeSubDomains",
    maxAge: null,
    problems: ["bad-grammar", "no-max-age"],
  },
];

describe("parseHsts", () => {
  it.each(cases)("$name: $value", ({ value, maxAge, includeSubDomains = false, preload = false, problems = [] }) => {
    expect(parseHsts(value)).toEqual({ maxAge, includeSubDomains, preload, problems });
  });

  it("never throws and never invents a max-age", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (value) => {
        const { maxAge } = parseHsts(value);
        expect(maxAge === null || (Number.isFinite(maxAge) && maxAge >= 0 && /[0-9]/.test(value))).toBe(true);
      }),
    );
  });
});
