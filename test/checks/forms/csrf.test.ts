import { describe, expect, it } from "vitest";
import { csrf } from "../../../checks/forms/csrf.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const session = (attributes: readonly (readonly [string, string | null])[]) => ({
  cookies: [
    {
      name: "PHPSESSID",
      valueLength: 26,
      valueDigest: "0",
      attributes: attributes.map(([name, value]) => [name, value]),
    },
  ],
});
const page = (fields: string, over: object): Evidence => ({ pages: pagesFrom([{ html: doc(form(fields)), over }]) });
const token = '<input type="hidden" name="_csrf_token" value="x">';

const cases: readonly Case[] = [
  ["A6 fr: ni jeton ni SameSite", page(FR.email + FR.password, session([["path", "/"]])), ["no-token"]],
  ["A6 en: SameSite=None", page(EN.email + EN.password, session([["samesite", "None"]])), ["no-token"]],
  ["fr: jeton", page(FR.email + FR.password + token, session([])), ["pass"]],
  ["en: the cookie stays at home", page(EN.email + EN.password, session([["samesite", "Lax"]])), ["pass"]],
  ["no session was seen", page(FR.email, {}), ["not-assessed: no-session-cookie"]],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("forms/csrf", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(csrf, evidence)).toEqual(expected);
  });
});
