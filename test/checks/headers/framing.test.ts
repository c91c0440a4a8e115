import { describe, expect, it } from "vitest";
import { framing } from "../../../checks/headers/framing.ts";
import { bakery, hop, httpValue, origin, type HeaderLines } from "../../builders/http-evidence.ts";
import { failuresOf, outcomesOf } from "../../builders/judge.ts";
import { page, pagesValue } from "../../builders/page-evidence.ts";

const CSP = "content-security-policy";
const XFO = "x-frame-options";

const cases: readonly [name: string, lines: HeaderLines, outcome: string][] = [
  ["DENY", { [XFO]: "DENY" }, "pass"],
  ["sameorigin in small letters", { [XFO]: "sameorigin" }, "pass"],
  ["the same value twice", { [XFO]: ["SAMEORIGIN", "SAMEORIGIN"] }, "pass"],
  ["frame-ancestors 'none'", { [CSP]: "frame-ancestors 'none'" }, "pass"],
  ["frame-ancestors without sources", { [CSP]: "frame-ancestors" }, "pass"],
  ["one origin", { [CSP]: "frame-ancestors https://admin.bakery.test" }, "pass"],
  ["an open and a narrow policy", { [CSP]: "frame-ancestors *, frame-ancestors 'self'" }, "pass"],
  ["nothing", {}, "absent"],
  ["report-only", { "content-security-policy-report-only": "frame-ancestors 'none'" }, "absent"],
  ["frame-ancestors *", { [CSP]: "frame-ancestors *" }, "broad-ancestors"],
  ["scheme only", { [CSP]: "frame-ancestors https:" }, "broad-ancestors"],
  ["a whole top-level domain", { [CSP]: "frame-ancestors *.com" }, "broad-ancestors"],
  ["frame-ancestors * beats DENY", { [CSP]: "frame-ancestors *", [XFO]: "DENY" }, "broad-ancestors"],
  ["ALLOW-FROM", { [XFO]: "ALLOW-FROM https://florist.test" }, "invalid"],
  ["ALLOWALL", { [XFO]: "ALLOWALL" }, "invalid"],
  ["two values", { [XFO]: ["DENY", "SAMEORIGIN"] }, "contradictory"],
];

describe("headers/framing", () => {
  it.each(cases)("%s", (_name, lines, outcome) => {
    expect(outcomesOf(framing, { http: bakery(lines) })).toEqual([outcome]);
  });

  it("frame-ancestors in a meta element protects nobody", () => {
    const pages = pagesValue([
      page("https://bakery.test/", "home", {}, { metaPolicies: ["default-src 'self'; frame-ancestors 'none'"] }),
    ]);

    expect(outcomesOf(framing, { http: bakery(), pages })).toEqual(["meta-only"]);
  });

  it("one weakness on many pages is one finding with the pages and their roles", () => {
    const pages = pagesValue([
      page("https://bakery.test/", "home"),
      page("https://bakery.test/login", "login", { [XFO]: "DENY" }),
      page("https://bakery.test/cart", "cart"),
    ]);

    const findings = failuresOf(framing, { http: bakery(), pages });

    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: "absent",
      params: { count: 2 },
      observed: { roles: ["home", "cart"] },
      pages: ["https://bakery.test/", "https://bakery.test/cart"],
    });
  });

  it("an answer that is no document cannot be framed in a harmful way", () => {
    const http = httpValue([origin([hop("https://bakery.test/", { "content-type": "application/json" })])]);

    expect(outcomesOf(framing, { http })).toEqual(["not-assessed: no-pages"]);
  });
});
