import { describe, expect, it } from "vitest";
import { framedLogin } from "../../../checks/forms/framed-login.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const framed = { frameOf: "https://boulangerie.test/" };
const login = (fields: string, over: object, headers: readonly (readonly [string, string])[] = []): Evidence => ({
  pages: pagesFrom([{ url: "https://boulangerie.test/connexion", html: doc(form(fields)), headers, over }]),
});

const cases: readonly Case[] = [
  ["A8 fr: connexion dans un cadre", login(FR.email + FR.password, framed), ["login-in-frame"]],
  ["A8 en: log-in in a frame", login(EN.email + EN.password, framed), ["login-in-frame"]],
  [
    "the frame says who may show it",
    login(FR.email + FR.password, framed, [["content-security-policy", "frame-ancestors 'self'"]]),
    ["pass"],
  ],
  ["in a page of its own", login(EN.email + EN.password, {}), ["pass"]],
  ["no log-in", login(FR.email, framed), ["not-applicable: no-password"]],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("forms/framed-login", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(framedLogin, evidence)).toEqual(expected);
  });
});
