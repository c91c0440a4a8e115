import { describe, expect, it } from "vitest";
import { terms } from "../../../checks/privacy/terms.ts";
import { doc, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const cart = { role: "cart" as const, url: "https://boulangerie.test/panier", html: doc("<p>Panier</p>") };
const missing = { missing: [{ role: "terms" as const, url: null, error: { code: "not-found", message: "" } }] };
const text = (words: string, status = 200): Evidence => ({
  pages: pagesFrom([doc("<p>Accueil</p>"), cart, { role: "terms", html: doc(`<p>${words}</p>`), status }]),
});

const cases: readonly Case[] = [
  ["I4 fr: absentes d'une boutique", { pages: pagesFrom([doc("<p>Accueil</p>"), cart], missing) }, ["missing"]],
  ["I4 en: a dead link", text("Not found", 404), ["dead"]],
  ["I4: an empty page", text("Bientôt."), ["empty"]],
  ["fr: lisibles", text("Les présentes conditions régissent les ventes. ".repeat(20)), ["pass"]],
  ["en: readable", text("These terms govern all sales. ".repeat(30)), ["pass"]],
  ["nothing is sold", { pages: pagesFrom([doc("<p>Association</p>")], missing) }, ["not-applicable: no-shop"]],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/terms", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(terms, evidence)).toEqual(expected);
  });
});
