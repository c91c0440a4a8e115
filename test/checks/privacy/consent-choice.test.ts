import { describe, expect, it } from "vitest";
import { consentChoice } from "../../../checks/privacy/consent-choice.ts";
import { doc, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const cases: readonly Case[] = [
  [
    "K3, K4 fr: avec des traceurs",
    { pages: pagesFrom([doc('<script src="https://static.hotjar.com/c/hotjar-1.js"></script>')]) },
    ["not-assessed: needs-browser"],
  ],
  [
    "K3, K4 en: with a consent tool",
    { pages: pagesFrom([doc("")], { consentTool: "Didomi" }) },
    ["not-assessed: needs-browser"],
  ],
  ["nothing to refuse", { pages: pagesFrom([doc("<p>Bonjour</p>")]) }, ["not-applicable: no-trackers"]],
];

describe("privacy/consent-choice", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(consentChoice, evidence)).toEqual(expected);
  });
});
