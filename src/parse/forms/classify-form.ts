import type { Field, Form } from "../../core/evidence/pages.ts";
import { categoryOf } from "../../data/personal-data/table.ts";
import { classifyField, type Verdict } from "./classify-field.ts";
import { readConsent } from "./consent.ts";
import { applyContext } from "./context.ts";
import { formKind } from "./form-kind.ts";

/** Gives every field of a form its category and its consent, and the form its kind, from raw attributes alone. */
export function classifyForm(form: Form): Form {
  const alone = form.fields.map((field) => classifyField(field));
  const verdicts = applyContext(form, alone);
  const fields = form.fields.map((field, index) => withVerdict(field, verdicts[index]));
  return { ...form, fields, kind: formKind(form, fields) };
}

function withVerdict(field: Field, verdict: Verdict | undefined): Field {
  const category = verdict?.category ?? null;
  const { consent, checked } = readConsent(field);
  return {
    ...field,
    category,
    sensitivity: category === null ? null : (categoryOf(category)?.sensitivity ?? null),
    signal: verdict?.signal ?? null,
    matched: verdict?.matched ?? null,
    trap: verdict?.trap ?? null,
    consent,
    checked,
  };
}
