import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass } from "../../src/core/verdict.ts";
import { WITHDRAWAL_WORDS } from "../../src/data/policy-words.ts";
import { kindOf } from "../../src/parse/page/document-links.ts";
import { personalForms } from "../forms/personal-forms.ts";
import { nothingSeen } from "../unseen-pages.ts";
import { documentState } from "./documents.ts";
import { withdrawalText } from "./withdrawal.text.ts";

export const withdrawal = defineCheck({
  id: "privacy/withdrawal",
  needs: ["pages"],
  severity: { "no-way": "low" },
  settings: z.strictObject({}),
  references: { rgpd: ["7", "12", "21"], cnil: ["Droit d'opposition et retrait du consentement"] },
  text: withdrawalText,
  evaluate({ pages }) {
    if (pages.pages.length === 0) return [notAssessed("no-pages")];
    if (personalForms(pages).length === 0) return [nothingSeen(pages, "no-personal-data")];
    const doors = pages.pages.flatMap(({ links }) => links.map((link) => kindOf(link)));
    if (doors.some((kind) => kind === "cookie-settings" || kind === "unsubscribe" || kind === "data-officer"))
      return [pass()];
    const document = documentState(pages, "privacy");
    if (document.state === "read" && WITHDRAWAL_WORDS.test(document.text)) return [pass()];
    if (document.state === "unseen") return [notAssessed(document.reason)];
    if (pages.pages.some(({ truncated }) => truncated)) return [notAssessed("page-cut")];
    return [
      fail({
        code: "no-way",
        subject: "withdrawal",
        remedy: { action: "edit-page", change: "withdrawal-door" },
        confidence: "medium",
      }),
    ];
  },
});
