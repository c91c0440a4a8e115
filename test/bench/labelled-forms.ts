import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Field } from "../../src/core/evidence/pages.ts";
import { readForms } from "../../src/parse/forms/read-forms.ts";

/**
 * How the labels of the labelled forms name what we call a category. A label lists every answer that counts as exact; the
 * first is the category that recall is reported under. "unknown" marks fields that their authors would not fill in: it says
 * nothing about personal data (identity numbers and companies are among them), so it is neither right nor wrong.
 */
const EXACT: Readonly<Record<string, readonly string[]>> = {
  password: ["account.password"],
  "password.current": ["account.password"],
  "password.new": ["account.password"],
  // A login identifier counts right as what it may be: a username, an e-mail, a phone or a member number.
  username: ["account.username", "contact.email", "contact.phone", "relation.loyalty"],
  emailAddress: ["contact.email"],
  phone: ["contact.phone"],
  firstName: ["identity.given_name"],
  middleName: ["identity.additional_name"],
  lastName: ["identity.family_name"],
  fullName: ["identity.full_name"],
  birthday: ["identity.birth_date"],
  birthdayDay: ["identity.birth_date"],
  birthdayMonth: ["identity.birth_date"],
  birthdayYear: ["identity.birth_date"],
  addressStreet: ["address.line"],
  addressStreet2: ["address.line"],
  addressCity: ["address.city"],
  addressProvince: ["address.region"],
  addressPostalCode: ["address.postal_code"],
  addressCountryCode: ["address.country"],
  cardName: ["payment.card_holder"],
  cardNumber: ["payment.card_number"],
  cardSecurityCode: ["payment.card_csc"],
  expiration: ["payment.card_expiry"],
  expirationMonth: ["payment.card_expiry"],
  expirationYear: ["payment.card_expiry"],
  totp: ["account.one_time_code"],
};

/** In a form that logs in, whatever names the account is the identifier. */
const LOGIN_LABELS = new Set(["username", "emailAddress", "phone"]);

/** Which half of the files: patterns were written with the second unread, and both are reported. */
export type Part = "read" | "unread";

export interface Scored {
  readonly file: string;
  readonly label: string;
  readonly expected: string;
  readonly field: Field;
  readonly exact: boolean;
  readonly seen: boolean;
}

/**
 * The label rides in an attribute that the form model keeps and classification never reads, so that every label is found
 * again on the very field that carries it.
 */
const CARRIER = "data-recording-sensitive";

/** The part of a file by the first hexadecimal digit of the SHA-256 of its name: 0–3 unread. */
export function partOf(file: string): Part {
  return /^[0-3]/.test(createHash("sha256").update(file).digest("hex")) ? "unread" : "read";
}

/** Scores every labelled field of one part of the folder. */
export function scoreFolder(folder: string, part: Part): readonly Scored[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".html") && partOf(file) === part);
  return files.toSorted().flatMap((file) => scorePage(file, readFileSync(join(folder, file), "utf8")));
}

function scorePage(file: string, html: string): readonly Scored[] {
  const carried = html.replaceAll("data-manual-scoring=", `${CARRIER}=`);
  return readForms(carried, `https://shop.test/${file.replace(/\.html$/, "")}`).flatMap((form) =>
    form.fields.flatMap((field) => {
      const label = field.attributes[CARRIER];
      // "username OR emailAddress": the authors left it open, and either is right.
      const labels = label?.split(" OR ") ?? [];
      const accepted = labels.flatMap((name) => EXACT[name] ?? []);
      if (label === undefined || accepted.length === 0) return [];
      const login = form.kind === "login" && labels.some((name) => LOGIN_LABELS.has(name));
      const answers = login ? [...accepted, ...(EXACT["username"] ?? [])] : accepted;
      const exact = field.category !== null && answers.includes(field.category);
      return [{ file, label, expected: accepted[0] ?? "", field, exact, seen: field.category !== null }];
    }),
  );
}
