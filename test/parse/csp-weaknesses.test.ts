import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectPolicies } from "../../src/parse/csp.ts";
import { assessCsp, CSP_LEVELS, type CspLevel, type CspWeakness } from "../../src/parse/csp-weaknesses.ts";

const NONCE = "'nonce-q1w2e3r4t5y6u7i8o9p0aA=='";
const GOOD = "object-src 'none'; base-uri 'none'; form-action 'self'; style-src 'self'";

const cases: readonly {
  readonly name: string;
  readonly policies: readonly string[];
  readonly level: CspLevel;
  readonly weaknesses: readonly CspWeakness[];
}[] = [
  { name: "none", policies: [], level: "none", weaknesses: ["absent"] },
  {
    name: "strict with nonce",
    policies: [`script-src ${NONCE} 'strict-dynamic' https: 'unsafe-inline'; ${GOOD}`],
    level: "strict",
    weaknesses: [],
  },
  { name: "nonce", policies: [`script-src ${NONCE}; ${GOOD}`], level: "nonce", weaknesses: [] },
  { name: "list", policies: [`script-src 'self' https://js.stripe.com; ${GOOD}`], level: "list", weaknesses: [] },
  {
    name: "framing only",
    policies: ["frame-ancestors 'none'; upgrade-insecure-requests"],
    level: "framing-only",
    weaknesses: ["no-script-control", "form-action-missing", "style-unsafe-inline"],
  },
  { name: "star", policies: [`script-src *; ${GOOD}`], level: "open-list", weaknesses: ["script-anything"] },
  {
    name: "bare scheme",
    policies: [`script-src https: 'self'; ${GOOD}`],
    level: "open-list",
    weaknesses: ["script-anything"],
  },
  {
    name: "data:",
    policies: [`script-src 'self' data:; ${GOOD}`],
    level: "open-list",
    weaknesses: ["script-anything"],
  },
  {
    name: "inline by default-src",
    policies: ["default-src 'self' 'unsafe-inline'; form-action 'self'"],
    level: "open-list",
    weaknesses: ["script-unsafe-inline", "style-unsafe-inline"],
  },
  {
    name: "inline handlers only",
    policies: [`script-src ${NONCE}; script-src-attr 'unsafe-inline'; ${GOOD}`],
    level: "open-list",
    weaknesses: ["script-unsafe-inline"],
  },
  {
    name: "known bypass",
    policies: [`script-src 'self' https://cdn.jsdelivr.net; ${GOOD}`],
    level: "bypassable-list",
    weaknesses: ["bypassable-host"],
  },
  {
    name: "known bypass by wildcard",
    policies: [`script-src 'self' *.googleapis.com; ${GOOD}`],
    level: "bypassable-list",
    weaknesses: ["bypassable-host"],
  },
  { name: "eval", policies: [`script-src 'self' 'unsafe-eval'; ${GOOD}`], level: "list", weaknesses: ["unsafe-eval"] },
  {
    name: "http host",
    policies: [`script-src http://cdn.florist.test; ${GOOD}`],
    level: "list",
    weaknesses: ["http-source"],
  },
  { name: "address", policies: [`script-src https://192.0.2.7; ${GOOD}`], level: "list", weaknesses: ["ip-source"] },
  {
    name: "no object-src, no base-uri",
    policies: [`script-src ${NONCE}; form-action 'self'; style-src 'self'`],
    level: "nonce",
    weaknesses: ["object-src-missing", "base-uri-missing"],
  },
  {
    name: "form-action *",
    policies: ["default-src 'none'; form-action *; base-uri *"],
    level: "list",
    weaknesses: ["form-action-broad"],
  },
  { name: "short nonce", policies: [`script-src 'nonce-abc'; ${GOOD}`], level: "nonce", weaknesses: ["weak-nonce"] },
  {
    name: "strict-dynamic alone",
    policies: [`script-src 'strict-dynamic' 'self'; ${GOOD}`],
    level: "list",
    weaknesses: ["strict-dynamic-alone"],
  },
  {
    name: "slips",
    policies: [`script-src 'self' 'unsafe_inline'; scriptsrc 'self'; ${GOOD}; object-src *`],
    level: "list",
    weaknesses: ["unknown-directive", "repeated-directive", "invalid-source"],
  },
  {
    name: "the second policy closes what the first leaves open",
    policies: [`script-src * 'unsafe-inline' 'unsafe-eval'; ${GOOD}`, "script-src 'self'"],
    level: "list",
    weaknesses: [],
  },
  {
    name: "a bypassable host that the second policy does not admit",
    policies: [`script-src 'self' https://cdn.jsdelivr.net; ${GOOD}`, "script-src 'self'"],
    level: "list",
    weaknesses: [],
  },
];

describe("assessCsp", () => {
  it.each(cases)("$name", ({ policies, level, weaknesses }) => {
    const set = collectPolicies(
      policies.map((policy) => ["content-security-policy", policy]),
      [],
    );

    const assessment = assessCsp(set);

    expect(assessment.level).toBe(level);
    expect(assessment.weaknesses.map(({ weakness }) => weakness)).toEqual(weaknesses);
  });

  it("a report-only policy protects nobody", () => {
    const set = collectPolicies([["content-security-policy-report-only", "default-src 'self'"]], []);

    expect(assessCsp(set)).toEqual({ level: "report-only", weaknesses: [{ weakness: "report-only", values: [] }] });
  });

  it("never throws for anything that a server sends, and a second policy never lowers the level", () => {
    const source = fc.constantFrom(
      "'self'",
      "*",
      "https:",
      "'unsafe-inline'",
      NONCE,
      "'strict-dynamic'",
      "http://[",
      "*.x",
      "a_b",
      "%",
    );
    const policy = fc
      .array(fc.tuple(fc.constantFrom("script-src", "default-src", "object-src", "base-uri", "x"), fc.array(source)))
      .map((directives) => directives.map(([name, sources]) => [name, ...sources].join(" ")).join(";"));
    fc.assert(
      fc.property(policy, policy, fc.string(), (first, second, noise) => {
        assessCsp(collectPolicies([["content-security-policy", noise]], [noise]));
        const fields = [["content-security-policy", `${first};style-src 'self'`]];
        const alone = assessCsp(collectPolicies(fields, []));
        const both = assessCsp(collectPolicies([...fields, ["content-security-policy", second]], []));
        expect(CSP_LEVELS.indexOf(both.level)).toBeGreaterThanOrEqual(CSP_LEVELS.indexOf(alone.level));
      }),
    );
  });
});
