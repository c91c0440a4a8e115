import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { nothingSeen } from "../unseen-pages.ts";
import { mailtoText } from "./mailto.text.ts";
import { formFault, pathOf, personalForms } from "./personal-forms.ts";
import { stakesOf } from "./stakes.ts";

type Code = keyof (typeof mailtoText)["en"]["outcomes"];

export const mailto = defineCheck({
  id: "forms/mailto",
  needs: ["pages"],
  severity: { "mailto-action": "medium", "mail-only": "info" },
  settings: z.strictObject({}),
  references: { rgpd: ["5", "32"], "pci-dss": ["4.2.2"], asvs: ["12.2.1"], wstg: ["WSTG-CRYP-03"], cwe: [319] },
  text: mailtoText,
  evaluate({ pages }) {
    const forms = personalForms(pages);
    const verdicts: Verdict<Code>[] = forms.map((personal) => {
      const byMail = [personal.form.action, ...personal.form.submitters.map(({ action }) => action)].some(
        (action) => action?.toLowerCase().startsWith("mailto:") === true,
      );
      if (!byMail) return pass(personal.subject);
      return formFault(personal, {
        code: "mailto-action",
        remedy: { action: "edit-form", change: "form-mailto" },
        ...stakesOf(personal.fields, personal.form.kind),
      });
    });
    for (const page of pages.pages) {
      const mailLink = page.links.some(({ href }) => href.startsWith("mailto:"));
      if (page.role !== "contact" || !mailLink || forms.some((personal) => personal.pages.includes(page.url))) continue;
      verdicts.push(
        fail({
          code: "mail-only",
          subject: `contact ${pathOf(page.url)}`,
          params: { page: page.url },
          remedy: { action: "review", topic: "contact-by-form" },
          pages: [page.url],
        }),
      );
    }
    if (verdicts.length > 0) return verdicts;
    return [pages.pages.length === 0 ? notAssessed("no-pages") : nothingSeen(pages, "no-personal-data")];
  },
});
