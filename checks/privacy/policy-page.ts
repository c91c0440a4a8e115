import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, notAssessed, pass } from "../../src/core/verdict.ts";
import { documentState } from "./documents.ts";
import { policyPageText } from "./policy-page.text.ts";

export const policyPage = defineCheck({
  id: "privacy/policy-page",
  needs: ["pages"],
  severity: { dead: "high", empty: "high" },
  settings: z.strictObject({}),
  references: { rgpd: ["12", "13"], cnil: ["Guide RGPD de l'équipe de développement, fiche 12"] },
  text: policyPageText,
  evaluate({ pages }) {
    const document = documentState(pages, "privacy");
    switch (document.state) {
      case "read":
        return [pass()];
      case "not-linked":
        // That no form leads to a policy is privacy/policy-link's finding.
        return [notApplicable("no-policy")];
      case "unseen":
        return [notAssessed(document.reason)];
      default:
        return [
          fail({
            code: document.state,
            subject: "privacy",
            params: { page: document.page.url, status: document.page.status, length: document.page.text.length },
            observed: { status: document.page.status, characters: document.page.text.length },
            remedy: { action: "edit-page", change: "policy-publish", element: document.page.url },
            pages: [document.page.url],
          }),
        ];
    }
  },
});
