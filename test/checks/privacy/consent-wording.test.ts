import { describe, expect, it } from "vitest";
import { consentWording } from "../../../checks/privacy/consent-wording.ts";
import { doc, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const box = (label: string): Evidence => ({
  pages: pagesFrom([
    doc(
      form(
        `${FR.name}${FR.email}${FR.newPassword}<input type="checkbox" id="b" name="accord"><label for="b">${label}</label>`,
      ),
    ),
  ]),
});

const cases: readonly Case[] = [
  [
    "C2 fr: CGV et offres ensemble",
    box("J'accepte les CGV et je souhaite recevoir vos offres par e-mail"),
    ["bundled"],
  ],
  [
    "C2 en: terms and offers together",
    box("I agree to the terms and conditions and to receive your newsletter"),
    ["bundled"],
  ],
  [
    "C5 fr: partenaires sans liste",
    box("J'accepte de recevoir les offres de vos partenaires"),
    ["partners-without-list"],
  ],
  ["C5 en: partners without a list", box("Send me special offers from your partners"), ["partners-without-list"]],
  ["C5: with a list", box('J\'accepte de recevoir les offres de <a href="/partenaires">vos partenaires</a>'), ["pass"]],
  ["C6 fr: SMS et e-mail", box("Recevoir nos offres par e-mail et par SMS"), ["sms-and-email"]],
  ["C6 en: SMS and e-mail", box("Receive our newsletter and offers by SMS"), ["sms-and-email"]],
  ["fr: une seule chose", box("Recevoir la newsletter par e-mail"), ["pass"]],
  ["en: one thing", box("Receive the newsletter"), ["pass"]],
  [
    "terms alone are no marketing",
    box("J'accepte les conditions générales de vente"),
    ["not-applicable: no-consent-box"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/consent-wording", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(consentWording, evidence)).toEqual(expected);
  });
});
