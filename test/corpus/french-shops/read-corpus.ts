import { readdirSync, readFileSync } from "node:fs";
import type { Field, Form } from "../../../src/core/evidence/pages.ts";
import { readForms } from "../../../src/parse/forms/read-forms.ts";

/**
 * Our own French shop forms, in our own mark-up: checkouts, accounts, newsletters, instalments, contact and B2B pages such as
 * PrestaShop, WooCommerce, Magento, Shopify, Sylius and e-mailing tools write them. Each field says what it asks for:
 *   data-expect          the category, or several where more than one is right; "none" marks a trap
 *   data-expect-consent  what a box asks a person to agree to; data-expect-ticked: it says yes from the start
 *   data-expect-kind     on a form, what it is for
 * The nine files of `FIRST_HALF` were written before any pattern, the others before they were measured.
 */
export interface ExpectedField {
  readonly file: string;
  readonly form: Form;
  readonly field: Field;
  readonly categories: readonly (string | null)[];
  readonly consent: readonly string[];
  readonly ticked: boolean;
}

export interface ExpectedForm {
  readonly file: string;
  readonly form: Form;
  readonly kinds: readonly string[];
}

export interface Corpus {
  readonly fields: readonly ExpectedField[];
  readonly forms: readonly ExpectedForm[];
  /** Labels written in the files: every one must be found again. */
  readonly labels: number;
}

export const FIRST_HALF: readonly string[] = [
  "b2b-garage-ouverture-compte.html",
  "brevo-torrefacteur-newsletter.html",
  "instalment-meubles-dossier.html",
  "magento-librairie-compte.html",
  "maison-pharmacie-paiement.html",
  "prestashop-boulangerie-commande.html",
  "shopify-savonnerie-compte.html",
  "sylius-fromagerie-commande.html",
  "woocommerce-fleuriste-commande.html",
];

/** Attributes that the form model keeps and classification never reads carry the labels to the very fields they are on. */
const CARRIERS = {
  category: "data-recording-sensitive",
  consent: "data-recording-disable",
  ticked: "data-ux-mask",
} as const;

export function readCorpus(): Corpus {
  const folder = new URL(".", import.meta.url);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".html"))
    .toSorted();
  const fields: ExpectedField[] = [];
  const forms: ExpectedForm[] = [];
  let labels = 0;
  for (const file of files) {
    const html = readFileSync(new URL(file, folder), "utf8");
    labels += html.match(/data-expect="/g)?.length ?? 0;
    for (const form of readForms(carry(html), `https://${file.split("-")[1] ?? "shop"}.test/page`)) {
      if (typeof form.target === "string") forms.push({ file, form, kinds: form.target.split(" ") });
      for (const field of form.fields) fields.push(...expectation(file, form, field));
    }
  }
  return { fields, forms, labels };
}

function carry(html: string): string {
  return html
    .replaceAll("data-expect-consent=", `${CARRIERS.consent}=`)
    .replaceAll("data-expect-ticked", CARRIERS.ticked)
    .replaceAll("data-expect-kind=", "target=")
    .replaceAll("data-expect=", `${CARRIERS.category}=`);
}

function expectation(file: string, form: Form, field: Field): readonly ExpectedField[] {
  const expected = field.attributes[CARRIERS.category];
  if (expected === undefined) return [];
  const categories = expected.split(" ").map((id) => (id === "none" ? null : id));
  const consent = field.attributes[CARRIERS.consent]?.split(" ") ?? [];
  return [{ file, form, field, categories, consent, ticked: field.attributes[CARRIERS.ticked] !== undefined }];
}
