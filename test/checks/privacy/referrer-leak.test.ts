import { describe, expect, it } from "vitest";
import { referrerLeak } from "../../../checks/privacy/referrer-leak.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const get = (fields: string, head = ""): string => doc(form(fields, 'method="get" action="/suivi"'), head);
const analytics = '<script src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>';

const cases: readonly Case[] = [
  [
    "L5 fr: adresses entières envoyées",
    { pages: pagesFrom([{ html: get(FR.email), headers: [["referrer-policy", "unsafe-url"]] }]) },
    ["full-referrer"],
  ],
  [
    "L5 en: by a meta element",
    { pages: pagesFrom([get(EN.email, '<meta name="referrer" content="no-referrer-when-downgrade">')]) },
    ["full-referrer"],
  ],
  ["L5: analytics read the address", { pages: pagesFrom([get(FR.email, analytics)]) }, ["read-by-third-party"]],
  ["fr: personne ne les lit", { pages: pagesFrom([get(FR.email)]) }, ["pass"]],
  [
    "en: nothing in addresses",
    { pages: pagesFrom([doc(form(EN.email), analytics)]) },
    ["not-applicable: no-address-with-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/referrer-leak", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(referrerLeak, evidence)).toEqual(expected);
  });
});
