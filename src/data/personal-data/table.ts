import { ACCOUNT } from "./account.ts";
import { BUSINESS } from "./business.ts";
import type { Category } from "./category.ts";
import { CONTACT } from "./contact.ts";
import { GOVERNMENT } from "./government.ts";
import { IDENTITY } from "./identity.ts";
import { PAYMENT } from "./payment.ts";
import { RELATION } from "./relation.ts";
import { SPECIAL } from "./special.ts";

/**
 * When the tables of personal data were last gone through. They are our own, from forms in seven languages and the autofill
 * tokens of the HTML standard.
 */
export const PERSONAL_DATA_DATE = "2026-11-23";

const ALL: readonly Category[] = [
  ...IDENTITY,
  ...CONTACT,
  ...ACCOUNT,
  ...PAYMENT,
  ...GOVERNMENT,
  ...BUSINESS,
  ...SPECIAL,
  ...RELATION,
];

/** Tried first on one text, specific before general; the others follow in the order of their files. */
const FIRST: readonly string[] = [
  "identity.child",
  "identity.birth_place",
  "account.security_question",
  "bank.holder",
  "payment.card_csc",
  "account.one_time_code",
  "contact.email",
  "account.password",
  "payment.card_expiry",
  "payment.card_holder",
  "bank.iban",
  "bank.bic",
  "relation.loyalty",
  "gov.national_id",
  "gov.id_document",
  "payment.card_number",
  "identity.birth_date",
  "business.vat",
  "business.registry",
  "relation.order_ref",
  "address.postal_code",
  "contact.phone",
  "identity.full_name",
  "identity.additional_name",
  "identity.given_name",
  "identity.family_name",
  "identity.honorific",
  "identity.gender",
  "account.username",
  "business.company",
  "special.health",
];

/** Every category, in the order in which they are tried on one text. */
export const CATEGORIES: readonly Category[] = [
  ...FIRST.flatMap((id) => ALL.filter((category) => category.id === id)),
  ...ALL.filter((category) => !FIRST.includes(category.id)),
];

const BY_ID: ReadonlyMap<string, Category> = new Map(CATEGORIES.map((category) => [category.id, category]));

export function categoryOf(id: string): Category | null {
  return BY_ID.get(id) ?? null;
}
