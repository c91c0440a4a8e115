import { describe, expect, it } from "vitest";
import { hsts } from "../../../checks/headers/hsts.ts";
import { bakery, hop, httpValue, origin, redirect } from "../../builders/http-evidence.ts";
import { failuresOf, outcomesOf } from "../../builders/judge.ts";
import { page, pagesValue } from "../../builders/page-evidence.ts";

const HEADER = "strict-transport-security";

const cases: readonly [name: string, value: string | readonly string[] | null, outcome: string][] = [
  ["a year", "max-age=31536000", "pass"],
  ["exactly half a year", "max-age=15552000", "pass"],
  ["one second less", "max-age=15551999", "short"],
  ["nothing", null, "absent"],
  ["no number", "max-age=never", "malformed"],
  ["nothing but includeSubDomains", "includeSubDomains", "malformed"],
  ["switched off", "max-age=0; includeSubDomains", "disabled"],
  ["two fields", ["max-age=31536000", "max-age=31536000"], "duplicated"],
  ["two fields joined by a proxy", "max-age=31536000, max-age=31536000", "malformed"],
  ["preload without the sub-domains", "max-age=63072000; preload", "preload-premature"],
  ["ready for preload", "max-age=63072000; includeSubDomains; preload", "pass"],
];

describe("headers/hsts", () => {
  it.each(cases)("%s", (_name, value, outcome) => {
    expect(outcomesOf(hsts, { http: bakery(value === null ? {} : { [HEADER]: value }) })).toEqual([outcome]);
  });

  it("concludes nothing from errors and refusals alone: nginx leaves the header off those", () => {
    const refused = (status: number) => httpValue([origin([hop("https://bakery.test/", {}, { status })])]);

    expect(outcomesOf(hsts, { http: refused(401) })).toEqual(["not-assessed: http-error"]);
    expect(outcomesOf(hsts, { http: refused(503) })).toEqual(["not-assessed: http-error"]);
  });

  it("a stricter profile asks for the sub-domains", () => {
    const http = bakery({ [HEADER]: "max-age=31536000" });

    expect(outcomesOf(hsts, { http }, { minimumMaxAge: 31_536_000, requireSubDomains: true })).toEqual([
      "no-subdomains",
    ]);
  });

  it("judges every host of the chain on its own", () => {
    const http = httpValue([
      origin([
        redirect("https://bakery.test/", "https://www.bakery.test/"),
        hop("https://www.bakery.test/", { [HEADER]: "max-age=31536000" }),
      ]),
    ]);

    const [apex] = failuresOf(hsts, { http });

    expect(outcomesOf(hsts, { http })).toEqual(["absent", "pass"]);
    expect(apex).toMatchObject({
      subject: "absent",
      params: { hosts: ["bakery.test"] },
      pages: ["https://bakery.test/"],
    });
  });

  it("judges the host of the payment page too", () => {
    const http = bakery({ [HEADER]: "max-age=31536000" });
    const pages = pagesValue([page("https://pay.bakery.test/checkout", "checkout")]);

    expect(outcomesOf(hsts, { http, pages })).toEqual(["pass", "absent"]);
  });

  it("over http alone it is not assessed, and the header there counts for nothing", () => {
    const http = httpValue([origin([hop("http://bakery.test/", { [HEADER]: "max-age=31536000" })])]);

    expect(outcomesOf(hsts, { http })).toEqual(["not-assessed: no-https"]);
  });

  it("a bot wall's answer is not the merchant's", () => {
    const http = httpValue([origin([hop("https://bakery.test/", {}, { status: 403, challenge: true })])]);

    expect(outcomesOf(hsts, { http })).toEqual(["not-assessed: blocked"]);
  });

  it("never advises preload", () => {
    for (const [, value] of cases) {
      for (const { remedy } of failuresOf(hsts, { http: bakery(value === null ? {} : { [HEADER]: value }) })) {
        expect(JSON.stringify(remedy)).not.toContain("preload");
      }
    }
  });
});
