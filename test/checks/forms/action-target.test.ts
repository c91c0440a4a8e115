import { describe, expect, it } from "vitest";
import { actionTarget } from "../../../checks/forms/action-target.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const to = (action: string, fields: string = FR.email): Evidence => ({
  pages: pagesFrom([doc(form(fields, `method="post" action="${action}"`))]),
});

const cases: readonly Case[] = [
  ["T9 fr: destinataire inconnu", to("https://collecte.inconnu.example/x"), ["unknown-host"]],
  ["T9 en: unknown host", to("https://collect.unknown.example/x", EN.email), ["unknown-host"]],
  ["T9: a known e-mailing provider", to("https://sibforms.com/serve/abc"), ["known-processor"]],
  ["L15: a form service", to("https://formspree.io/f/abc"), ["hosted-form"]],
  [
    "L15: a form service in a frame",
    { pages: pagesFrom([doc('<iframe src="https://docs.google.com/forms/d/e/x/viewform"></iframe>')]) },
    ["hosted-form"],
  ],
  ["fr: le site lui-même", to("/go"), ["pass"]],
  ["en: a sub-domain of the site", to("https://pay.boulangerie.test/go", EN.email), ["pass"]],
  ["the payment provider", to("https://secure.payplug.com/pay"), ["pass"]],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("forms/action-target", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(actionTarget, evidence)).toEqual(expected);
  });
});
