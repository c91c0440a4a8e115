import { describe, expect, it } from "vitest";
import { sensitiveData } from "../../../checks/forms/sensitive-data.ts";
import { doc, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const asks = (label: string, input = '<input id="x" name="x">'): Evidence => ({
  pages: pagesFrom([doc(form(`${FR.email}<label for="x">${label}</label>${input}`))]),
});

const cases: readonly Case[] = [
  ["L13 fr: numéro de sécurité sociale", asks("Numéro de sécurité sociale"), ["national-id"]],
  ["L13 en: social security number", asks("Social security number"), ["national-id"]],
  [
    "L13: pièce d'identité",
    asks("Copie de votre pièce d'identité", '<input id="x" name="x" type="file">'),
    ["identity-document"],
  ],
  ["L13: santé", asks("Allergies ou problèmes de santé"), ["health"]],
  ["L13: religion", asks("Religion"), ["special-category"]],
  ["L13: enfant", asks("Prénom de l'enfant"), ["child"]],
  ["L13: revenus", asks("Revenus mensuels nets"), ["finances"]],
  ["fr: rien de tel", { pages: pagesFrom([doc(form(FR.email + FR.name))]) }, ["not-applicable: no-sensitive-data"]],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("forms/sensitive-data settings", () => {
  it("does not ask an optician why he asks about health", () => {
    expect(
      outcomesOf(sensitiveData, asks("Allergies ou problèmes de santé"), { expected: ["special.health"] }),
    ).toEqual(["not-applicable: no-sensitive-data"]);
  });
});

describe("forms/sensitive-data", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(sensitiveData, evidence)).toEqual(expected);
  });
});
