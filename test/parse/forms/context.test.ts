import { describe, expect, it } from "vitest";
import type { Form } from "../../../src/core/evidence/pages.ts";
import { readForms } from "../../../src/parse/forms/read-forms.ts";

function read(html: string): Form | undefined {
  return readForms(html, "https://bookshop.test/page")[0];
}

function categories(html: string): readonly (string | null)[] {
  return read(`<form method="post">${html}</form>`)?.fields.map((field) => field.category) ?? [];
}

describe("what only the form can tell", () => {
  it.each<readonly [string, string, readonly (string | null)[]]>([
    [
      "« nom » beside a first name",
      "<label>Prénom<input></label><label>Nom<input></label>",
      ["identity.given_name", "identity.family_name"],
    ],
    [
      "« nom » without one",
      "<label>Nom<input></label><label>E-mail<input></label>",
      ["identity.full_name", "contact.email"],
    ],
    [
      "nombre beside apellidos",
      "<label>Nombre<input></label><label>Apellidos<input></label>",
      ["identity.given_name", "identity.family_name"],
    ],
    [
      "nome alone among others",
      "<label>Nome<input></label><label>E-mail<input></label>",
      ["identity.full_name", "contact.email"],
    ],
    [
      "a repeated field",
      '<label>Courriel<input name="a"></label><label>Confirmez<input name="b"></label>',
      ["contact.email", "contact.email"],
    ],
    [
      "three selects under a birth date",
      "<fieldset><legend>Date de naissance</legend><select name=j></select><select name=m></select><select name=a></select></fieldset>",
      ["identity.birth_date", "identity.birth_date", "identity.birth_date"],
    ],
    [
      "day, month and year without a word more",
      "<input name=day><input name=month><input name=year>",
      ["identity.birth_date", "identity.birth_date", "identity.birth_date"],
    ],
    [
      "month and year beside a card",
      "<label>Numéro de carte<input></label><select aria-label=Mois></select><select aria-label=Année></select>",
      ["payment.card_number", "payment.card_expiry", "payment.card_expiry"],
    ],
    [
      "an expiry without a card",
      "<label>Passeport<input></label><label>Valid until<input></label>",
      ["gov.id_document", null],
    ],
    [
      "a holder without a card is a person",
      "<label>Titulaire<input></label><label>E-mail<input></label>",
      ["identity.full_name", "contact.email"],
    ],
    [
      "a security code with a card",
      "<label>Card number<input></label><label>Security code<input></label>",
      ["payment.card_number", "payment.card_csc"],
    ],
    [
      "a security code that was sent",
      "<p>We sent it by SMS</p><label>Security code<input></label>",
      ["account.one_time_code"],
    ],
    [
      "an account number beside a BIC",
      "<label>BIC<input></label><label>Account number<input></label>",
      ["bank.bic", "bank.iban"],
    ],
    [
      "an account number beside a password",
      "<label>Account number<input></label><input type=password>",
      ["account.username", "account.password"],
    ],
    ["the field before the password", "<input name=x7><input type=password>", ["account.username", "account.password"]],
    [
      "a UID beside a password",
      "<label>UID<input></label><input type=password>",
      ["account.username", "account.password"],
    ],
    [
      "six boxes of one character",
      "<input maxlength=1>".repeat(6),
      Array.from({ length: 6 }, () => "account.one_time_code"),
    ],
    [
      "a country among an address",
      "<label>Ville<input></label><label>Pays<select></select></label>",
      ["address.city", "address.country"],
    ],
    [
      "a loyalty card that its placeholder names",
      '<label>N° de carte<input placeholder="Carte de fidélité"></label><input name=q>',
      ["relation.loyalty", null],
    ],
    [
      "weight and height beside a width are the product's",
      "<label>Largeur (cm)<input></label><label>Poids<input></label>",
      [null, null],
    ],
    [
      "weight among personal data is health",
      "<label>Date de naissance<input></label><label>Poids<input></label>",
      ["identity.birth_date", "special.health"],
    ],
    [
      "a gift card has a number and a code of its own",
      '<input name="giftcard_no" placeholder="Card number"><input name="gift_pin" placeholder="Security code">',
      [null, null],
    ],
    [
      "a shelf is no illness",
      "<label><input type=checkbox> Santé et beauté</label><label><input type=checkbox> J’ai une allergie</label>",
      [null, "special.health"],
    ],
  ])("%s", (_name, html, expected) => {
    expect(categories(html)).toEqual(expected);
  });

  it("takes the country chooser of the header for the shop's display", () => {
    const form = read(
      '<header><form action="/localization"><label>Pays<select><option>France (EUR €)</option></select></label></form></header>',
    );

    expect(form?.fields[0]).toMatchObject({ category: null, trap: "ship_to_country" });
  });
});

describe("decoys for robots", () => {
  it.each<readonly [string, string, string | null]>([
    ["its words say so", "<label>Ne pas remplir<input name=site></label>", "honeypot"],
    ["Mailchimp's", '<input name="b_0123456789abcdef_0123456789">', "honeypot"],
    [
      "off-screen and out of the tab order",
      '<p style="left:-5000px;position:absolute"><input name="email" tabindex="-1"></p>',
      "honeypot",
    ],
    ["a later step of the checkout is none", '<div style="display:none"><input name="email"></div>', null],
    [
      "a collapsed panel is none",
      '<div style="height:0" aria-hidden="true"><input name="email" autocomplete="off"></div>',
      null,
    ],
    [
      "a helper for autofill is none",
      '<div style="position:absolute;left:-999px"><input name="city" autocomplete="address-level2" tabindex="-1"></div>',
      null,
    ],
    [
      "nobody baits with a card number",
      '<div style="position:absolute;left:-999px"><input name="cardnumber" tabindex="-1"></div>',
      null,
    ],
  ])("%s", (_name, html, trap) => {
    const field = read(`<form method="post">${html}</form>`)?.fields[0];

    expect(field?.trap ?? null).toBe(trap);
    expect(field?.category === null).toBe(trap !== null);
  });
});

describe("form kinds", () => {
  it.each([
    ["login", "<form method=post><input name=email><input type=password></form>"],
    ["account", "<form method=post><input name=email><input type=password autocomplete=new-password></form>"],
    ["account", "<form method=post><label>Prénom<input></label><input type=email><input type=password></form>"],
    ["password_reset", "<form action=/mot-de-passe-oublie><input type=email></form>"],
    ["checkout", "<form method=post><label>IBAN<input></label></form>"],
    ["checkout", "<form action=/commande><label>Ville<input></label><label>Code postal<input></label></form>"],
    ["address", "<form action=/carnet><label>Ville<input></label><label>Code postal<input></label></form>"],
    ["newsletter", "<form action=/abo><h3>Newsletter</h3><input type=email></form>"],
    ["contact", "<form><input type=email><textarea name=message></textarea></form>"],
    ["order_tracking", "<form><label>N° de commande<input></label><input type=email></form>"],
    ["verification", "<form><label>Code reçu par SMS<input></label></form>"],
    ["review", "<form class=avis><input type=email><textarea name=message></textarea></form>"],
    ["search", "<form action=/recherche><input name=q></form>"],
    ["coupon", "<form><input name=coupon></form>"],
    ["other", "<form><input name=xyz></form>"],
  ])("%s: %s", (kind, html) => {
    expect(read(html)?.kind).toBe(kind);
  });
});
