import { describe, expect, it } from "vitest";
import { policyLink } from "../../../checks/privacy/policy-link.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const contact = (fields: string, after: string): Evidence => ({ pages: pagesFrom([doc(`${form(fields)}${after}`)]) });
const far = `<p>${"Nos pains sont faits au levain. ".repeat(40)}</p>`;

const cases: readonly Case[] = [
  ["I1 fr: nulle part", contact(FR.email + FR.message, ""), ["nowhere"]],
  ["I1 en: nowhere", contact(EN.email + EN.message, ""), ["nowhere"]],
  [
    "I1: in the footer only",
    contact(
      FR.email + FR.message,
      `${far}<footer><a href="/confidentialite">Politique de confidentialité</a></footer>`,
    ),
    ["not-near"],
  ],
  [
    "fr: juste après",
    contact(FR.email + FR.message, '<p><a href="/confidentialite">Politique de confidentialité</a></p>'),
    ["pass"],
  ],
  ["en: inside", contact(`${EN.email}${EN.message}<a href="/privacy">Privacy policy</a>`, ""), ["pass"]],
  ["a log-in teaches nothing new", contact(FR.email + FR.password, ""), ["not-applicable: no-personal-data"]],
  [
    "nothing but an error page",
    { pages: pagesFrom([{ html: doc(form(FR.email + FR.message)), status: 500 }]) },
    ["not-assessed: http-error"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/policy-link", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(policyLink, evidence)).toEqual(expected);
  });
});
