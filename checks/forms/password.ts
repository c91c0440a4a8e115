import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Field, Form } from "../../src/core/evidence/pages.ts";
import { notApplicable, pass, type Verdict } from "../../src/core/verdict.ts";
import { statedMinimum } from "./password-rules.ts";
import { passwordText } from "./password.text.ts";
import { formFault, personalForms, withoutPersonalForms, withUnseen, type PersonalForm } from "./personal-forms.ts";

type Code = keyof (typeof passwordText)["en"]["outcomes"];

export const password = defineCheck({
  id: "forms/password",
  needs: ["pages"],
  severity: {
    "not-masked": "medium",
    "short-minimum": "medium",
    "needs-lock-out": "info",
    "short-maximum": "low",
    "manager-hindered": "info",
    "code-without-autocomplete": "info",
    "secret-question": "medium",
  },
  settings: z.strictObject({
    /** Characters under which a stated minimum is too short whatever else protects the account (CNIL 2022-100, case 2). */
    minimum: z.number().int().default(8),
    /** Characters from which on a password protects by itself (case 1, 12 with four kinds of characters). */
    alone: z.number().int().default(12),
    /** A maximum under this hints at truncation, or at passwords kept in clear. */
    maximum: z.number().int().default(64),
  }),
  references: {
    rgpd: ["32"],
    cnil: ["Délibération 2022-100 (mots de passe)"],
    asvs: ["6.2.1", "6.2.6", "6.2.7", "6.2.9", "6.4.2"],
    wstg: ["WSTG-ATHN-07", "WSTG-ATHN-08"],
    cwe: [521, 549, 640],
  },
  text: passwordText,
  evaluate({ pages }, settings) {
    const forms = personalForms(pages);
    if (forms.length === 0) return withoutPersonalForms(pages);
    const secret = forms.filter(({ categories }) =>
      categories.some((category) => /^account\.(password|one_time_code|security_question)$/.test(category)),
    );
    if (secret.length === 0) return withUnseen(pages, [notApplicable("no-password")]);
    return withUnseen(
      pages,
      secret.flatMap((personal) => judge(personal, settings)),
    );
  },
});

interface Settings {
  readonly minimum: number;
  readonly alone: number;
  readonly maximum: number;
}

function judge(personal: PersonalForm, settings: Settings): readonly Verdict<Code>[] {
  const { fields, form, subject } = personal;
  const found = new Map<Code, Readonly<Record<string, number>>>();
  for (const field of fields) {
    if (field.category === "account.security_question") found.set("secret-question", {});
    if (field.category === "account.one_time_code" && field.autocomplete !== "one-time-code")
      found.set("code-without-autocomplete", {});
    if (field.category === "account.password")
      for (const [code, params] of faultsOf(field, form, settings)) found.set(code, params);
  }
  if (found.size === 0) return [pass(subject)];
  return [...found].map(([code, params]) => ({
    ...formFault(personal, { code, params, remedy: { action: "edit-form", change: `password-${code}` } }),
    subject: `${code} ${subject}`,
  }));
}

function faultsOf(
  field: Field,
  form: Form,
  settings: Settings,
): readonly (readonly [Code, Readonly<Record<string, number>>])[] {
  const faults: (readonly [Code, Readonly<Record<string, number>>])[] = [];
  if (field.type !== "password" && !field.attributes["class"]?.includes("mask")) faults.push(["not-masked", {}]);
  const maximum = Number(field.attributes["maxlength"] ?? Number.NaN);
  if (maximum > 0 && maximum < settings.maximum) faults.push(["short-maximum", { length: maximum }]);
  if (/return\s+false|preventDefault/.test(field.attributes["onpaste"] ?? "")) faults.push(["manager-hindered", {}]);
  if (!isNewPassword(field, form)) return faults;
  const stated = statedMinimum(field, form);
  if (stated === null || stated.length >= settings.alone) return faults;
  if (stated.length < settings.minimum) faults.push(["short-minimum", { length: stated.length }]);
  else if (!stated.otherRules) faults.push(["needs-lock-out", { length: stated.length }]);
  return faults;
}

/** A password that is being chosen: only there a rule can be too weak. */
function isNewPassword(field: Field, form: Form): boolean {
  if (field.autocomplete?.includes("new-password") === true) return true;
  if (field.autocomplete?.includes("current-password") === true) return false;
  return form.kind === "account" || form.fields.filter(({ category }) => category === "account.password").length > 1;
}
