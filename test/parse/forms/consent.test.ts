import { describe, expect, it } from "vitest";
import type { Field } from "../../../src/core/evidence/pages.ts";
import { isOptOut } from "../../../src/parse/forms/consent.ts";
import { readForms } from "../../../src/parse/forms/read-forms.ts";

function field(html: string, index = 0): Field {
  const found = readForms(`<form method="post">${html}</form>`, "https://boulangerie.test/")[0]?.fields[index];
  if (found === undefined) throw new Error("no field");
  return found;
}

const EMAIL = "consent.marketing_email";
const SMS = "consent.marketing_sms";
const PARTNERS = "consent.partners";
const TERMS = "consent.terms";
const PRIVACY = "consent.privacy";

describe("what a box asks for", () => {
  it.each<readonly [string, readonly string[], string]>([
    ["fr newsletter", [EMAIL], "<label><input type=checkbox> Je m’abonne à la newsletter</label>"],
    ["fr offers", [EMAIL], "<label><input type=checkbox> Recevoir vos offres par e-mail</label>"],
    [
      "fr SMS and e-mail in one box",
      [EMAIL, SMS],
      "<label><input type=checkbox> Recevoir vos offres par e-mail et par SMS</label>",
    ],
    ["fr partners", [EMAIL, PARTNERS], "<label><input type=checkbox> Recevoir les offres de nos partenaires</label>"],
    ["fr terms", [TERMS], "<label><input type=checkbox> J’accepte les CGV</label>"],
    [
      "fr terms bundled with offers",
      [EMAIL, TERMS],
      "<label><input type=checkbox> J’accepte les CGV et de recevoir les offres commerciales</label>",
    ],
    ["fr privacy", [PRIVACY], "<label><input type=checkbox> J’ai lu la politique de confidentialité</label>"],
    ["de", [EMAIL], "<label><input type=checkbox> Ja, ich möchte den Newsletter erhalten</label>"],
    ["es", [EMAIL], "<label><input type=checkbox> Deseo recibir ofertas</label>"],
    ["it", [EMAIL], "<label><input type=checkbox> Iscrivimi alla newsletter</label>"],
    ["nl", [EMAIL], "<label><input type=checkbox> Schrijf me in voor de nieuwsbrief</label>"],
    ["pt", [EMAIL], "<label><input type=checkbox> Quero receber promoções</label>"],
    ["en", [EMAIL], "<label><input type=checkbox> Keep me updated with special offers</label>"],
    ["its words before its name", [SMS], "<label><input type=checkbox name=sms_optin> Recevoir des SMS</label>"],
    ["by its name alone", [EMAIL], "<input type=checkbox name=is_subscribed>"],
    ["a text field is no consent", [], "<label>Newsletter <input name=newsletter_email></label>"],
    ["remembering a card is no consent", [], "<label><input type=checkbox> Enregistrer cette carte</label>"],
  ])("%s", (_name, consent, html) => {
    expect(field(html).consent).toEqual(consent);
  });
});

describe("what it says before anybody touches it", () => {
  const radios =
    "<fieldset><legend>Recevoir la newsletter ?</legend><label><input type=radio name=n value=1 CHECKED1>Oui</label><label><input type=radio name=n value=0 CHECKED0>Non</label></fieldset>";

  it.each<readonly [string, boolean, string]>([
    ["a ticked box", true, "<label><input type=checkbox checked> Newsletter</label>"],
    ["an empty box", false, "<label><input type=checkbox> Newsletter</label>"],
    ["a yes chosen", true, radios.replace("CHECKED1", "checked")],
    ["nothing chosen", false, radios],
    ["a select that begins with yes", true, "<label>Newsletter <select><option>Oui<option>Non</select></label>"],
    ["a select that begins with no", false, "<label>Newsletter <select><option>Non<option>Oui</select></label>"],
    ["a select with yes selected", true, "<label>Newsletter <select><option>Non<option selected>Oui</select></label>"],
  ])("%s", (_name, checked, html) => {
    expect(field(html)).toMatchObject({ checked, consent: [EMAIL] });
  });

  it("gives no consent to a ticked no", () => {
    expect(field(radios.replace("CHECKED0", "checked"), 1)).toMatchObject({ checked: false, consent: [] });
  });
});

describe("boxes that are worded the wrong way round", () => {
  it.each([
    [true, "Je ne souhaite pas recevoir la newsletter"],
    [true, "Ne plus recevoir d’offres"],
    [true, "I do not wish to receive offers"],
    [true, "Ich möchte keine Werbung"],
    [true, "No deseo recibir ofertas"],
    [true, "Non desidero ricevere offerte"],
    [true, "Ik wil geen nieuwsbrief"],
    [true, "Não desejo receber promoções"],
    [false, "Recevoir la newsletter"],
    [false, "Send me offers"],
  ])("%s: %s", (expected, text) => {
    expect(isOptOut(field(`<label><input type=checkbox> ${text}</label>`))).toBe(expected);
  });
});
