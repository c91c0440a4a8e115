import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { Field } from "../../../src/core/evidence/pages.ts";
import { readForms } from "../../../src/parse/forms/read-forms.ts";

interface Case {
  readonly type: string;
  readonly name: string;
  readonly label: string;
  readonly expected: string | null;
}

const source = readFileSync(new URL("cases.yaml", import.meta.url), "utf8");
const languages = z.record(z.string(), z.array(z.string())).parse(parse(source));

function caseOf(line: string): Case {
  const [type = "", name = "", label = "", expected = ""] = line.split(" | ").map((part) => part.replaceAll('"', ""));
  return { type, name, label, expected: expected === "none" ? null : expected };
}

function fieldOf({ type, name }: Case, texts: string, attributes: string): Field | undefined {
  const control =
    type === "select" || type === "textarea"
      ? `<${type} id="c" name="${name}" ${attributes}></${type}>`
      : `<input id="c" type="${type}" name="${name}" ${attributes}>`;
  return readForms(`<form method="post">${texts}${control}</form>`, "https://bookshop.test/compte")[0]?.fields[0];
}

describe.each(Object.entries(languages))("one field alone, %s", (_language, lines) => {
  it.each(lines.map((line) => [line]))("%s", (line) => {
    const entry = caseOf(line);

    const byLabel = fieldOf(entry, `<label for="c">${entry.label}</label>`, "");

    expect(byLabel?.category ?? null).toBe(entry.expected);
  });

  it.each(lines.filter((line) => /^(?:text|number) /.test(line)).map((line) => [line]))(
    "as a placeholder: %s",
    (line) => {
      const entry = caseOf(line);

      const byPlaceholder = fieldOf(entry, "", `placeholder="${entry.label}"`);

      expect(byPlaceholder?.category ?? null).toBe(entry.expected);
    },
  );
});

describe("signals, strongest first", () => {
  it.each<readonly [string, string, string | null, string | null]>([
    [
      "autocomplete before the label",
      '<label>Machin <input autocomplete="shipping given-name"></label>',
      "identity.given_name",
      "autocomplete",
    ],
    [
      "the type email before the token username",
      '<input type="email" autocomplete="username">',
      "contact.email",
      "type",
    ],
    [
      "an abused token after the words",
      '<label>Ville <input autocomplete="new-password"></label>',
      "address.city",
      "label",
    ],
    [
      "a masked card code is no password",
      '<label>Cryptogramme <input type="password"></label>',
      "payment.card_csc",
      "label",
    ],
    ["a masked word is a password", '<label>Machin <input type="password"></label>', "account.password", "type"],
    [
      "the name that only one shop software writes",
      '<input name="billing_first_name">',
      "identity.given_name",
      "platform",
    ],
    ["the label before the name", '<label>Téléphone <input name="email2"></label>', "contact.phone", "label"],
    [
      "a more exact name under the label Name",
      '<label>Name <input name="last_name"></label>',
      "identity.family_name",
      "label",
    ],
    ["the shape of the example", '<input placeholder="06 12 34 56 78">', "contact.phone", "shape"],
    ["the shape of an IBAN", '<input placeholder="FR76 3000 6000 0112 3456 7890 189">', "bank.iban", "shape"],
    ["what stands beside the field", "<p>IBAN <input></p>", "bank.iban", "hint"],
    ["type=tel when nothing else speaks", '<input type="tel">', "contact.phone", "type-tel"],
    ["type=tel for a short code is a keypad", '<input type="tel" maxlength="6">', null, null],
    ["the first of two parts of an address", "<label>City, State <input></label>", "address.city", "label"],
    ["the last noun of a machine's name", '<input name="addr_region">', "address.region", "name"],
    [
      "the words before a complaint in the label",
      "<label>Username ERROR: enter your password <input></label>",
      "account.username",
      "label",
    ],
    [
      "two forms of address to choose from",
      "<label>Titre<select><option>M.<option>Mme</select></label>",
      "identity.honorific",
      "options",
    ],
    ["two genders to choose from", "<select><option>Homme<option>Femme</select>", "identity.gender", "options"],
    ["the shelves of a shop", "<select><option>Homme<option>Femme<option>Enfant</select>", null, null],
    ["a form of address beside a radio", "<input type=radio> Madame", "identity.honorific", "options"],
    ["a size beside a radio", "<input type=radio> M", null, null],
    ["a label whose for gives the name", '<label for="c">Courriel</label><input name="c">', "contact.email", "label"],
    ["a floating label behind the field", "<div><input><label>Prénom</label></div>", "identity.given_name", "hint"],
    [
      "a paragraph is no label",
      "<p>Merci de renseigner votre adresse e-mail dans votre compte client avant toute commande chez nous.</p><input>",
      null,
      null,
    ],
    ["a search region", '<search><input name="produit" placeholder="Nom"></search>', null, "context"],
  ])("%s", (_name, html, category, signal) => {
    const field = readForms(
      `<form method="get">${html}<select name="autre"></select></form>`,
      "https://bookshop.test/",
    )[0]?.fields[0];

    expect([field?.category ?? null, field?.signal ?? null]).toEqual([category, signal]);
  });

  it("names sensitivity with the category, and the trap where there is none", () => {
    const [form] = readForms(
      '<form method="post"><input name="iban"><input name="coupon"></form>',
      "https://bookshop.test/",
    );

    expect(form?.fields.map(({ sensitivity, trap }) => [sensitivity, trap])).toEqual([
      ["highly_personal", null],
      [null, "coupon"],
    ]);
  });
});
