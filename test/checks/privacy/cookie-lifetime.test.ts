import { describe, expect, it } from "vitest";
import { cookieLifetimeCheck } from "../../../checks/privacy/cookie-lifetime.ts";
import { doc, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const cookie = (name: string, days: number): Evidence => ({
  pages: pagesFrom([
    { html: doc(""), headers: [["set-cookie", `${name}=abc; Max-Age=${String(days * 86_400)}; Path=/`]] },
  ]),
});

const cases: readonly Case[] = [
  ["K5 fr: traceur de deux ans", cookie("_ga", 730), ["tracker-too-long"]],
  ["K5 en: a choice kept for a year", cookie("axeptio_cookies", 365), ["choice-too-long"]],
  ["fr: treize mois", cookie("_fbp", 395), ["pass"]],
  ["en: six months", cookie("didomi_token", 182), ["pass"]],
  [
    "a session cookie",
    { pages: pagesFrom([{ html: doc(""), headers: [["set-cookie", "PHPSESSID=x"]] }]) },
    ["not-applicable: no-long-cookies"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/cookie-lifetime", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(cookieLifetimeCheck, evidence)).toEqual(expected);
  });
});
