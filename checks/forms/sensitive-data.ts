import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { notApplicable, type Verdict } from "../../src/core/verdict.ts";
import { formFault, personalForms, withoutPersonalForms, withUnseen } from "./personal-forms.ts";
import { sensitiveDataText } from "./sensitive-data.text.ts";

type Code = keyof (typeof sensitiveDataText)["en"]["outcomes"];

/** Categories that a shop rarely has a reason to ask for, by the question that they raise. */
const QUESTIONS: readonly { readonly code: Code; readonly match: RegExp }[] = [
  { code: "national-id", match: /^gov\.national_id$/ },
  { code: "identity-document", match: /^gov\.id_document$/ },
  { code: "health", match: /^special\.health$/ },
  { code: "special-category", match: /^special\.(beliefs|intimate|criminal)$/ },
  { code: "child", match: /^identity\.child$/ },
  { code: "finances", match: /^(economic\.income|identity\.family_status)$/ },
];

export const sensitiveData = defineCheck({
  id: "forms/sensitive-data",
  needs: ["pages"],
  severity: {
    "national-id": "high",
    "identity-document": "high",
    health: "high",
    "special-category": "high",
    child: "medium",
    finances: "medium",
  },
  settings: z.strictObject({
    /** Categories that this merchant may ask for, such as special.health for an optician. */
    expected: z.array(z.string()).default([]),
  }),
  references: { rgpd: ["5", "8", "9", "10", "87"], cnil: ["Décret n° 2019-341 (NIR)"], asvs: ["14.1.1"], cwe: [359] },
  text: sensitiveDataText,
  evaluate({ pages }, { expected }) {
    const forms = personalForms(pages);
    if (forms.length === 0) return withoutPersonalForms(pages);
    const verdicts = forms.flatMap((personal): Verdict<Code>[] =>
      QUESTIONS.flatMap(({ code, match }) => {
        const asked = personal.categories.filter((category) => match.test(category) && !expected.includes(category));
        if (asked.length === 0) return [];
        const fields = personal.fields.filter(({ category }) => category !== null && asked.includes(category));
        const fault = formFault(personal, {
          code,
          params: { categories: asked },
          observed: { fields: fields.map(({ name, id }) => name ?? id ?? "").slice(0, 10) },
          remedy: { action: "edit-form", change: "sensitive-field-why" },
        });
        // One form may raise several of these questions: each has an identity of its own.
        return [{ ...fault, subject: `${code} ${personal.subject}` }];
      }),
    );
    return withUnseen(pages, verdicts.length === 0 ? [notApplicable("no-sensitive-data")] : verdicts);
  },
});
