import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Field } from "../../src/core/evidence/pages.ts";
import { pass, type Verdict } from "../../src/core/verdict.ts";
import { excessFieldsText } from "./excess-fields.text.ts";
import { formFault, personalForms, withoutPersonalForms, withUnseen, type PersonalForm } from "./personal-forms.ts";

type Code = keyof (typeof excessFieldsText)["en"]["outcomes"];

/** What a form of a kind can do its work without. Asked as an option it is no fault; demanded it is. */
const NOT_NEEDED: Readonly<Record<string, RegExp>> = {
  newsletter:
    /^(identity\.(birth_date|birth_place|gender|honorific|nationality|family_status)|contact\.phone|address\.|gov\.|economic\.|business\.job)/,
  contact:
    /^(identity\.(birth_date|birth_place|gender|honorific|nationality|family_status)|address\.line|gov\.|economic\.)/,
  account: /^(identity\.(birth_date|birth_place|gender|honorific|nationality|family_status)|gov\.|economic\.)/,
  checkout: /^(identity\.(birth_place|gender|honorific|nationality)|gov\.national_id)/,
  login: /^(identity\.|contact\.phone|address\.)/,
};

/** Words by which a form tells which fields must be filled in. */
const TELLS =
  /\*|obligatoire|facultatif|optionnel|required|optional|mandatory|pflicht|freiwillig|obligatori|opzional|opcional|verplicht/i;

export const excessFields = defineCheck({
  id: "forms/excess-fields",
  needs: ["pages"],
  severity: { "not-needed": "low", unmarked: "low" },
  settings: z.strictObject({
    /** Categories that this merchant needs, such as identity.birth_date for the sale of alcohol. */
    needed: z.array(z.string()).default([]),
    /** Fields from which on a form must tell which ones are required. */
    fieldsToMark: z.number().int().min(2).default(4),
  }),
  references: {
    rgpd: ["5", "13", "25"],
    cnil: ["Guide RGPD de l'équipe de développement, fiche 7"],
    urls: ["https://curia.europa.eu/juris/liste.jsf?num=C-394/23"],
  },
  text: excessFieldsText,
  evaluate({ pages }, { needed, fieldsToMark }) {
    const forms = personalForms(pages);
    if (forms.length === 0) return withoutPersonalForms(pages);
    return withUnseen(
      pages,
      forms.map((personal) => judge(personal, needed, fieldsToMark)),
    );
  },
});

function judge(personal: PersonalForm, needed: readonly string[], fieldsToMark: number): Verdict<Code> {
  const { form, fields, subject } = personal;
  const spare = NOT_NEEDED[form.kind];
  const demanded = fields.filter(
    ({ category }) => category !== null && spare?.test(category) === true && !needed.includes(category),
  );
  const required = demanded.filter(isRequired);
  if (required.length > 0) {
    return formFault(personal, {
      code: "not-needed",
      params: { categories: [...new Set(required.flatMap(({ category }) => category ?? []))] },
      remedy: { action: "edit-form", change: "field-optional" },
    });
  }
  const told =
    fields.some(({ required: marked }) => marked) ||
    TELLS.test(`${form.text} ${fields.map(({ label }) => label ?? "").join(" ")}`);
  if (!told && fields.length >= fieldsToMark && form.kind !== "login") {
    return formFault(personal, {
      code: "unmarked",
      params: { count: fields.length },
      remedy: { action: "edit-form", change: "field-mark-required" },
    });
  }
  return pass(subject);
}

function isRequired({ required, label }: Field): boolean {
  return required || (label !== null && /\*|\((obligatoire|required)\)/i.test(label));
}
