import type { Field, Form } from "../../core/evidence/pages.ts";
import { allowed, type Verdict } from "./classify-field.ts";
import { context, isTextual } from "./context-rule.ts";
import { normaliseName, normaliseText } from "./normalise.ts";
import { ownWords } from "./signals.ts";

const REPEAT =
  /(?<![a-z])(?:confirm|confirmation|repeat|again|retype|re ?enter|verify|confirmez|confirmer|retapez|repetez|ressaisir|wiederholen|bestatigen|repetir|repita|confirme|ripeti|conferma|herhaal|bevestig)/;

/** Four to eight boxes of one character are a one-time code. */
export function codeBoxes(form: Form, verdicts: Verdict[]): void {
  const boxes = form.fields.flatMap((field, index) =>
    field.attributes["maxlength"] === "1" && isTextual(field) ? [index] : [],
  );
  if (boxes.length < 4 || boxes.length > 8) return;
  for (const index of boxes)
    verdicts[index] = context("account.one_time_code", `${String(boxes.length)} boxes of one character`);
}

/** "Confirm", "again", « retapez »: the field asks for what the one before it asked. */
export function repeatedField(form: Form, verdicts: Verdict[]): void {
  for (const [index, field] of form.fields.entries()) {
    const before = verdicts[index - 1];
    if (
      verdicts[index]?.category !== null ||
      verdicts[index]?.trap !== null ||
      before?.category === null ||
      before === undefined
    )
      continue;
    if (!isTextual(field) || !allowed(field, before.category ?? "")) continue;
    const text = ownWords(field);
    const match = REPEAT.exec(text);
    if (match !== null) verdicts[index] = context(before.category, match[0]);
  }
}

/** « Nom », "Name", "nombre" alone: the family name beside a first name, the first name beside a family name. */
export function nameParts(form: Form, verdicts: Verdict[]): void {
  const given = verdicts.findIndex((verdict) => verdict.category === "identity.given_name");
  const family = verdicts.findIndex((verdict) => verdict.category === "identity.family_name");
  for (const [index, verdict] of verdicts.entries()) {
    if (
      verdict.category === "identity.full_name" &&
      /^(?:name|nom|votre nom|nombre|nome|naam)$/.test(verdict.matched ?? "")
    ) {
      if ((given >= 0 && near(given, index)) || (form.fields.length === 1 && verdict.matched === "nom"))
        verdicts[index] = { ...verdict, category: "identity.family_name" };
      else if (family >= 0 && near(family, index)) verdicts[index] = { ...verdict, category: "identity.given_name" };
    }
    if (verdict.category === "identity.given_name" && /^(?:nombre|nome)$/.test(verdict.matched ?? "") && family < 0) {
      verdicts[index] = { ...verdict, category: "identity.full_name" };
    }
    if (
      verdict.category === "identity.family_name" &&
      verdict.matched === "nom" &&
      given < 0 &&
      form.fields.length > 1
    ) {
      verdicts[index] = { ...verdict, category: "identity.full_name" };
    }
  }
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= 3;
}

const IDENTIFIES = /^(?:account\.username|contact\.|gov\.national_id|relation\.loyalty)/;

/** In front of the only password, the one text field that no word explains is the login; so is "something ID". */
export function loginIdentifier(form: Form, verdicts: Verdict[]): void {
  const password = verdicts.findIndex((verdict) => verdict.category === "account.password");
  if (password < 0) return;
  const texts = form.fields.flatMap((field, index) =>
    isTextual(field) && verdicts[index]?.trap === null ? [{ field, index }] : [],
  );
  for (const { field, index } of texts) {
    const verdict = verdicts[index];
    // "UID" is a VAT number in Austria and a login beside a password.
    const isUid = verdict?.category === "business.vat" && verdict.matched === "uid";
    const endsInId = verdict?.category === null && endings(field).some((text) => /(?:^| )id$/.test(text));
    if (isUid || endsInId) verdicts[index] = context("account.username", isUid ? "uid" : "id");
  }
  const passwords = texts.filter(({ index }) => verdicts[index]?.category === "account.password");
  if (passwords.length !== 1 || texts.length > 4) return;
  if (texts.some(({ index }) => IDENTIFIES.test(verdicts[index]?.category ?? ""))) return;
  const before = texts.filter(({ index }) => index < password && verdicts[index]?.category === null);
  const last = before.at(-1);
  if (last !== undefined) verdicts[last.index] = context("account.username", "the field before the password");
}

function endings(field: Field): readonly string[] {
  return [
    normaliseText(field.label ?? ""),
    normaliseText(field.attributes["placeholder"] ?? ""),
    normaliseName(field.name ?? ""),
  ];
}
