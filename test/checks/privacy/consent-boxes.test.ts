import { describe, expect, it } from "vitest";
import { consentBoxes } from "../../../checks/privacy/consent-boxes.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const box = (label: string, attributes = "", name = "newsletter"): string =>
  `<input type="checkbox" id="b" name="${name}" ${attributes}><label for="b">${label}</label>`;
const account = (fields: string): Evidence => ({
  pages: pagesFrom([doc(form(`${FR.name}${FR.email}${FR.newPassword}${fields}<button>Créer mon compte</button>`))]),
});
const english = (fields: string): Evidence => ({
  pages: pagesFrom([doc(form(`${EN.name}${EN.email}${EN.newPassword}${fields}<button>Create my account</button>`))]),
});
const radios = (yes: string, no: string): string =>
  `<fieldset><legend>Recevoir nos offres par e-mail</legend><input type="radio" id="y" name="optin" value="1" ${yes}><label for="y">Oui</label><input type="radio" id="z" name="optin" value="0" ${no}><label for="z">Non</label></fieldset>`;

const cases: readonly Case[] = [
  ["C1 fr: case pré-cochée", account(box("Je souhaite recevoir vos offres par e-mail", "checked")), ["preticked"]],
  ["C1 en: pre-ticked box", english(box("I would like to receive special offers by e-mail", "checked")), ["preticked"]],
  ["C1: a radio that says yes", account(radios("checked", "")), ["preticked-choice"]],
  [
    "C1: a select that says yes",
    account(
      '<label for="s">Recevoir la newsletter</label><select id="s" name="newsletter"><option>Non</option><option selected>Oui</option></select>',
    ),
    ["preticked-choice"],
  ],
  ["C3 fr: case obligatoire", account(box("J'accepte de recevoir vos offres", "required")), ["required"]],
  ["C3 en: required by an asterisk", english(box("I agree to receive your newsletter *")), ["required"]],
  ["C4 fr: case à cocher pour refuser", account(box("Je ne souhaite pas recevoir vos offres")), ["opt-out"]],
  ["C4 en: opt-out", english(box("I do not want to receive special offers")), ["opt-out"]],
  ["fr: case vide", account(box("Je souhaite recevoir vos offres par e-mail")), ["pass"]],
  ["en: empty box", english(box("I would like to receive your newsletter")), ["pass"]],
  ["a radio that says no", account(radios("", "checked")), ["pass"]],
  ["C7: no box on an account form is no fault", account(""), ["not-applicable: no-consent-box"]],
  [
    "C8: a newsletter form needs no box",
    {
      pages: pagesFrom([
        doc(form(`${FR.email}<button>S'abonner à la newsletter</button>`, 'method="post" action="/newsletter"')),
      ]),
    },
    ["pass"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/consent-boxes", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(consentBoxes, evidence)).toEqual(expected);
  });
});
