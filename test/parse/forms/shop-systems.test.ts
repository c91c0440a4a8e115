import { describe, expect, it } from "vitest";
import { statedMinimum } from "../../../checks/forms/password-rules.ts";
import { readForms } from "../../../src/parse/forms/read-forms.ts";

const read = (html: string) => readForms(html, "https://boulangerie.test/page")[0];

describe("forms as shop systems write them", () => {
  it.each([
    [
      "PrestaShop's guest checkout with a box for offers",
      '<form action="/commande" method="post"><label for="f">Prénom</label><input id="f" name="firstname"><label for="l">Nom</label><input id="l" name="lastname"><label for="e">E-mail</label><input id="e" name="email" type="email"><label><input name="optin" type="checkbox">Recevoir les offres de nos partenaires</label></form>',
      "checkout",
    ],
    [
      "Drupal's registration with a newsletter box",
      '<form action="/de/user/register" method="post"><label for="m">E-Mail-Adresse</label><input id="m" type="email" name="mail"><label for="n">Benutzername</label><input id="n" name="name"><label for="t">Telefonnummer</label><input id="t" type="tel" name="telefon"><input id="b" type="checkbox" name="newsletter"><label for="b">Ja, ich möchte den Newsletter erhalten</label></form>',
      "account",
    ],
    [
      "a newsletter that only its box names",
      '<form method="post" action="/x"><input type="email" name="email" placeholder="E-mail"><label><input type="checkbox" name="ok">J’accepte de recevoir la newsletter</label></form>',
      "newsletter",
    ],
  ])("%s", (_what, html, kind) => {
    expect(read(html)?.kind).toBe(kind);
  });

  it.each([
    [
      "Magento",
      '<div class="field email required"><div class="control"><input type="email" name="email"></div></div>',
      true,
    ],
    [
      "Magento's script",
      `<input type="email" name="email" data-validate="{required:true, 'validate-email':true}">`,
      true,
    ],
    ["WooCommerce", '<p class="form-row validate-required"><input type="email" name="billing_email"></p>', true],
    ["a plain field", '<div class="field"><input type="email" name="email"></div>', false],
    ["a class about something else", '<div class="not-required-hint"><input type="email" name="email"></div>', false],
  ])("reads that a field is demanded: %s", (_what, html, required) => {
    expect(read(`<form method="post">${html}</form>`)?.fields[0]?.required).toBe(required);
  });

  it("takes the longest minimum that a password field states", () => {
    const form = read(
      '<form method="post"><input type="password" name="password" pattern=".{5,}" data-minlength="8" autocomplete="new-password"></form>',
    );
    const [field] = form?.fields ?? [];

    expect(form === undefined || field === undefined ? null : statedMinimum(field, form)?.length).toBe(8);
  });
});
