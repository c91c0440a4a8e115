import { describe, expect, it } from "vitest";
import { formActionPolicy } from "../../../checks/forms/form-action-policy.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const page = (policy: string | null, fields: string = FR.email): Evidence => ({
  pages: pagesFrom([
    { html: doc(form(fields)), headers: policy === null ? [] : [["content-security-policy", policy]] },
  ]),
});

const cases: readonly Case[] = [
  ["T8 fr: aucune politique", page(null), ["missing"]],
  ["T8 en: default-src does not stand in for it", page("default-src 'self'", EN.email), ["missing"]],
  ["T8: any host", page("form-action *"), ["broad"]],
  ["T8: any http address", page("form-action 'self' http:"), ["broad"]],
  ["fr: politique étroite", page("form-action 'self'"), ["pass"]],
  ["en: the narrowest of two policies counts", page("form-action https:, form-action 'self'", EN.email), ["pass"]],
  [
    "a saved page has no headers",
    { pages: pagesFrom([{ html: doc(form(FR.email)), over: { foundBy: "saved-file" } }]) },
    ["not-assessed: no-headers"],
  ],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("forms/form-action-policy", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(formActionPolicy, evidence)).toEqual(expected);
  });
});
