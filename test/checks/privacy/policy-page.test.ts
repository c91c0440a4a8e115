import { describe, expect, it } from "vitest";
import { policyPage } from "../../../checks/privacy/policy-page.ts";
import { doc, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const words = "Le responsable du traitement est la boulangerie. ".repeat(20);
const policy = (html: string, status = 200): Evidence => ({
  pages: pagesFrom([
    doc("<p>Accueil</p>"),
    { role: "privacy", url: "https://boulangerie.test/confidentialite", html, status },
  ]),
});
const missing = (code: string): Evidence => ({
  pages: pagesFrom([doc("<p>Accueil</p>")], {
    missing: [{ role: "privacy", url: null, error: { code, message: "" } }],
  }),
});

const cases: readonly Case[] = [
  ["I5 fr: page introuvable", policy("<h1>Page introuvable</h1>", 404), ["dead"]],
  ["I5 en: an empty page", policy(doc("<h1>Privacy policy</h1><p>Coming soon.</p>")), ["empty"]],
  ["fr: lisible", policy(doc(`<p>${words}</p>`)), ["pass"]],
  ["en: readable", policy(doc(`<p>${"The controller is the bakery. ".repeat(30)}</p>`)), ["pass"]],
  ["written by script", policy('<div id="root"></div><script src="/app.js"></script>'), ["not-assessed: not-rendered"]],
  ["the server was in trouble", policy("<p>Erreur</p>", 503), ["not-assessed: http-error"]],
  ["not linked: the finding of another check", missing("not-found"), ["not-applicable: no-policy"]],
  ["out of reach", missing("timeout"), ["not-assessed: timeout"]],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/policy-page", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(policyPage, evidence)).toEqual(expected);
  });
});
