import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass } from "../../src/core/verdict.ts";
import { POLICY_ITEMS } from "../../src/data/policy-words.ts";
import { documentState } from "./documents.ts";
import { policyContentText } from "./policy-content.text.ts";

export const policyContent = defineCheck({
  id: "privacy/policy-content",
  needs: ["pages"],
  severity: { "items-missing": "low", "hardly-informs": "medium" },
  settings: z.strictObject({
    /** Items from which on a policy informs at all, of the seven that are looked for. */
    least: z.number().int().min(1).max(7).default(3),
  }),
  references: { rgpd: ["12", "13"], cnil: ["Guide RGPD de l'équipe de développement, fiche 12"] },
  text: policyContentText,
  evaluate({ pages }, { least }) {
    const document = documentState(pages, "privacy");
    if (document.state !== "read") return [notAssessed(document.state === "unseen" ? document.reason : "no-policy")];
    const all = Object.keys(POLICY_ITEMS);
    const missing = all.filter((item) => POLICY_ITEMS[item]?.test(document.text) !== true);
    if (missing.length === 0) return [pass(undefined, { items: all })];
    const code: keyof (typeof policyContentText)["en"]["outcomes"] =
      all.length - missing.length < least ? "hardly-informs" : "items-missing";
    return [
      fail({
        code,
        subject: "privacy",
        params: { page: document.page.url, items: missing, found: all.length - missing.length, total: all.length },
        observed: { missing },
        remedy: { action: "edit-page", change: "policy-complete", element: document.page.url },
        // Looked for by words, in seven languages: another wording may be missed.
        confidence: "medium",
        pages: [document.page.url],
      }),
    ];
  },
});
