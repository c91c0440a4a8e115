import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass } from "../../src/core/verdict.ts";
import { LEGAL_NOTICE_ITEMS } from "../../src/data/policy-words.ts";
import { documentState } from "./documents.ts";
import { legalNoticeText } from "./legal-notice.text.ts";

export const legalNotice = defineCheck({
  id: "privacy/legal-notice",
  needs: ["pages"],
  severity: { missing: "medium", dead: "medium", empty: "medium", incomplete: "low" },
  settings: z.strictObject({}),
  references: { rgpd: ["13"], cnil: ["Loi pour la confiance dans l'économie numérique (LCEN)"] },
  text: legalNoticeText,
  evaluate({ pages }) {
    const document = documentState(pages, "legal");
    if (document.state === "unseen") return [notAssessed(document.reason)];
    const remedy = { action: "edit-page", change: "legal-notice-publish" } as const;
    if (document.state === "not-linked")
      return [fail({ code: "missing", subject: "legal", remedy, confidence: "medium" })];
    const { page } = document;
    if (document.state !== "read") {
      return [
        fail({
          code: document.state,
          subject: "legal",
          params: { page: page.url, status: page.status },
          remedy,
          pages: [page.url],
        }),
      ];
    }
    // Only French law has the site name its host (LCEN, article 6 III).
    const french = page.lang === null || /^fr\b/i.test(page.lang);
    const missing = Object.keys(LEGAL_NOTICE_ITEMS).filter(
      (item) => (item !== "host" || french) && LEGAL_NOTICE_ITEMS[item]?.test(document.text) !== true,
    );
    if (missing.length === 0) return [pass()];
    return [
      fail({
        code: "incomplete",
        subject: "legal",
        params: { page: page.url, items: missing },
        observed: { missing },
        remedy,
        confidence: "medium",
        pages: [page.url],
      }),
    ];
  },
});
