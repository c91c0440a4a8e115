import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { notAssessed, pass } from "../../src/core/verdict.ts";
import { formFault, personalForms, withoutPersonalForms, withUnseen } from "../forms/personal-forms.ts";
import { policyLinkText } from "./policy-link.text.ts";

/** Forms by which nothing new is learnt about a customer. */
const NOTHING_NEW: ReadonlySet<string> = new Set([
  "login",
  "search",
  "coupon",
  "store_locator",
  "verification",
  "password_reset",
]);

export const policyLink = defineCheck({
  id: "privacy/policy-link",
  needs: ["pages"],
  severity: { "not-near": "medium", nowhere: "high" },
  settings: z.strictObject({}),
  references: { rgpd: ["12", "13"], cnil: ["Guide RGPD de l'équipe de développement, fiche 12"] },
  text: policyLinkText,
  evaluate({ pages }) {
    // A frame has its policy in the page around it, and an error page is not how the shop presents its forms.
    const forms = personalForms(pages).filter(
      ({ form, page }) => !NOTHING_NEW.has(form.kind) && page.frameOf === undefined && page.status < 400,
    );
    if (forms.length === 0) return withoutPersonalForms(pages);
    const verdicts = forms.map((personal) => {
      const { policyLink: place } = personal.form;
      if (place === "inside" || place === "near") return pass(personal.subject);
      // The link may stand in the part of the page that never came.
      if (personal.page.truncated) return notAssessed("page-cut", personal.subject);
      return formFault(personal, {
        code: place === "page" ? "not-near" : "nowhere",
        remedy: { action: "edit-form", change: "policy-link-add" },
      });
    });
    return withUnseen(pages, verdicts);
  },
});
