import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { notApplicable, pass, type Verdict } from "../../src/core/verdict.ts";
import { findProcessor } from "../../src/data/processors/lookup.ts";
import { bankDetailsText } from "./bank-details.text.ts";
import { formFault, personalForms, withoutPersonalForms, withUnseen, type PersonalForm } from "./personal-forms.ts";

type Code = keyof (typeof bankDetailsText)["en"]["outcomes"];

export const bankDetails = defineCheck({
  id: "forms/bank-details",
  needs: ["pages"],
  severity: { "contact-form": "high", "form-service": "high", "collected-here": "medium" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["5", "25", "32"],
    cnil: ["Données bancaires : données hautement personnelles"],
    asvs: ["14.1.1"],
    cwe: [359],
  },
  text: bankDetailsText,
  evaluate({ pages }) {
    const all = personalForms(pages);
    if (all.length === 0) return withoutPersonalForms(pages);
    const bank = all.filter(({ categories }) =>
      categories.some((category) => category === "bank.iban" || category === "bank.bic"),
    );
    return withUnseen(pages, bank.length === 0 ? [notApplicable("no-bank-details")] : bank.map(judge));
  },
});

function judge(personal: PersonalForm): Verdict<Code> {
  const { form, subject, categories } = personal;
  const url = form.action === null ? null : URL.parse(form.action);
  const processor = url === null ? null : findProcessor(url.hostname, url.pathname);
  if (processor?.role.startsWith("payment") === true) return pass(subject);
  const code =
    processor?.role === "forms"
      ? "form-service"
      : form.kind === "contact" || categories.includes("content.free_text")
        ? "contact-form"
        : "collected-here";
  return formFault(personal, {
    code,
    params: { host: url?.hostname ?? "", categories: categories.filter((category) => category.startsWith("bank.")) },
    observed: { host: url?.hostname ?? "" },
    remedy: { action: "edit-form", change: code === "collected-here" ? "bank-details-mandate" : "bank-details-out" },
  });
}
