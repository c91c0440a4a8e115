import { describe, expect, it } from "vitest";
import { withdrawal } from "../../../checks/privacy/withdrawal.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const words = "Le responsable du traitement est la boulangerie. ".repeat(20);
const site = (fields: string, body: string, policy: string | null): Evidence => ({
  pages: pagesFrom(
    [
      doc(form(fields) + body),
      ...(policy === null ? [] : [{ role: "privacy" as const, html: doc(`<p>${words}${policy}</p>`) }]),
    ],
    policy === null ? { missing: [{ role: "privacy", url: null, error: { code: "not-found", message: "" } }] } : {},
  ),
});

const cases: readonly Case[] = [
  ["I7 fr: aucune porte", site(FR.email, "", ""), ["no-way"]],
  ["I7 en: no door and no policy", site(EN.email, "", null), ["no-way"]],
  ["fr: gérer les cookies", site(FR.email, '<a href="#">Gérer mes cookies</a>', ""), ["pass"]],
  ["en: the policy says how", site(EN.email, "", "You may unsubscribe at any time."), ["pass"]],
  ["nothing was given", { pages: pagesFrom([doc("<p>Bonjour</p>")]) }, ["not-applicable: no-personal-data"]],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/withdrawal", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(withdrawal, evidence)).toEqual(expected);
  });
});
