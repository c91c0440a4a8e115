import type { Field, Form } from "../../core/evidence/pages.ts";

const BY_TYPE: Readonly<Record<string, { readonly category: string; readonly sensitivity: Field["sensitivity"] }>> = {
  email: { category: "contact.email", sensitivity: "contact" },
  password: { category: "account.password", sensitivity: "credential" },
};

/** Gives every field of a form its category, from its raw attributes alone. */
export function classifyForm(form: Form): Form {
  const fields = form.fields.map((field) => {
    const found = BY_TYPE[field.type];
    return found === undefined ? field : { ...field, ...found, signal: "type", matched: field.type };
  });
  return { ...form, fields };
}
