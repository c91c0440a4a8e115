import { describe, expect, it } from "vitest";
import { bankDetails } from "../../../checks/forms/bank-details.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const asks = (fields: string, attributes?: string): Evidence => ({ pages: pagesFrom([doc(form(fields, attributes))]) });

const cases: readonly Case[] = [
  ["L12 fr: RIB dans un formulaire de contact", asks(FR.email + FR.message + FR.iban), ["contact-form"]],
  ["L12 en: IBAN in a contact form", asks(EN.email + EN.message + EN.iban), ["contact-form"]],
  [
    "L12: sent to a form service",
    asks(FR.name + FR.iban, 'method="post" action="https://formspree.io/f/x"'),
    ["form-service"],
  ],
  ["L12: collected on the site", asks(FR.name + FR.iban, 'method="post" action="/paiement-3x"'), ["collected-here"]],
  [
    "at the direct debit provider",
    asks(FR.name + FR.iban, 'method="post" action="https://pay.gocardless.com/x"'),
    ["pass"],
  ],
  ["en: no bank details", asks(EN.email), ["not-applicable: no-bank-details"]],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("forms/bank-details", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(bankDetails, evidence)).toEqual(expected);
  });
});
