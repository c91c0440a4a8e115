import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { PagesValue } from "../../src/core/evidence/pages.ts";
import { fail, notAssessed, pass } from "../../src/core/verdict.ts";
import { PLATFORMS } from "../../src/data/platforms.ts";
import { nothingSeen } from "../unseen-pages.ts";
import { documentState } from "./documents.ts";
import { termsText } from "./terms.text.ts";

export const terms = defineCheck({
  id: "privacy/terms",
  needs: ["pages"],
  severity: { missing: "low", dead: "low", empty: "low" },
  settings: z.strictObject({}),
  references: { rgpd: ["12"], urls: ["https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000032226842"] },
  text: termsText,
  evaluate({ pages }) {
    if (pages.pages.length === 0) return [notAssessed("no-pages")];
    if (!sells(pages)) return [nothingSeen(pages, "no-shop")];
    const document = documentState(pages, "terms");
    if (document.state === "unseen") return [notAssessed(document.reason)];
    if (document.state === "read") return [pass()];
    const remedy = { action: "edit-page", change: "terms-publish" } as const;
    if (document.state === "not-linked")
      return [fail({ code: "missing", subject: "terms", remedy, confidence: "medium" })];
    const { url, status } = document.page;
    return [fail({ code: document.state, subject: "terms", params: { page: url, status }, remedy, pages: [url] })];
  },
});

/** A cart, a checkout or a shop platform. */
function sells({ pages, platform }: PagesValue): boolean {
  const shopware = PLATFORMS.find(({ id }) => id === platform?.id);
  const merelyPages = ["wordpress", "drupal", "joomla"].includes(shopware?.id ?? "");
  return pages.some(({ role }) => role === "cart" || role === "checkout") || (shopware !== undefined && !merelyPages);
}
