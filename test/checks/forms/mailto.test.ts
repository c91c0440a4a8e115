import { describe, expect, it } from "vitest";
import { mailto } from "../../../checks/forms/mailto.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const cases: readonly Case[] = [
  [
    "T12 fr: envoi par messagerie",
    { pages: pagesFrom([doc(form(FR.email + FR.message, 'action="mailto:bonjour@boulangerie.test" method="post"'))]) },
    ["mailto-action"],
  ],
  [
    "T12 en: sent by e-mail program",
    { pages: pagesFrom([doc(form(EN.email + EN.message, 'action="MAILTO:hello@boulangerie.test" method="post"'))]) },
    ["mailto-action"],
  ],
  [
    "T12: an address is the only contact",
    {
      pages: pagesFrom([
        {
          role: "contact",
          url: "https://boulangerie.test/contact",
          html: doc('<a href="mailto:bonjour@boulangerie.test">Écrire</a>'),
        },
      ]),
    },
    ["mail-only"],
  ],
  [
    "fr: formulaire de contact",
    {
      pages: pagesFrom([
        {
          role: "contact",
          html: doc(form(FR.email + FR.message) + '<a href="mailto:bonjour@boulangerie.test">Écrire</a>'),
        },
      ]),
    },
    ["pass"],
  ],
  ["en: contact form", { pages: pagesFrom([doc(form(EN.email + EN.message))]) }, ["pass"]],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("forms/mailto", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(mailto, evidence)).toEqual(expected);
  });
});
