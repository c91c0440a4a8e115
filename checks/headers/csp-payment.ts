import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { judgePages, type PageFault } from "../../src/core/judge-pages.ts";
import { notAssessed } from "../../src/core/verdict.ts";
import type { CspWeakness } from "../../src/parse/csp-weaknesses.ts";
import { asksBankDetails, isPaymentOrLoginPage, sitePaymentHosts } from "../../src/parse/payment.ts";
import { htmlAnswers, siteAnswers } from "../../src/parse/site-answers.ts";
import { cspPaymentText } from "./csp-payment.text.ts";
import { cspFaults } from "./csp.ts";

type Code = keyof (typeof cspPaymentText)["en"]["outcomes"];

/** What the policy of a page leaves open, for the page on which customers pay: one outcome for each way in. */
const OUTCOMES: Partial<Readonly<Record<CspWeakness, Code>>> = {
  absent: "absent",
  "report-only": "report-only",
  "no-script-control": "scripts-open",
  "script-anything": "scripts-open",
  "script-unsafe-inline": "inline-open",
  "bypassable-host": "bypassable-host",
  "form-action-missing": "forms-open",
  "form-action-broad": "forms-open",
};

export const cspPayment = defineCheck({
  id: "headers/csp-payment",
  needs: ["http", "pages"],
  severity: {
    absent: "medium",
    "report-only": "medium",
    "scripts-open": "medium",
    "inline-open": "medium",
    "bypassable-host": "low",
    "forms-open": "medium",
  },
  settings: z.strictObject({}),
  references: {
    cwe: [693, 79],
    rgpd: ["32"],
    anssi: ["ANSSI-PA-009"],
    "pci-dss": ["6.4.3", "11.6.1"],
    asvs: ["3.4.3"],
    wstg: ["WSTG-CONF-12"],
  },
  text: cspPaymentText,
  evaluate({ http, pages }) {
    const answers = htmlAnswers(siteAnswers(http, pages));
    const typedIn = answers.documents.filter(({ page }) => page !== null && isPaymentOrLoginPage(page));
    if (typedIn.length === 0) return [notAssessed(answers.documents.length === 0 ? "no-pages" : "not-found")];
    const payment = sitePaymentHosts(pages).length > 0;
    const roles = new Set(pages.missing.flatMap(({ role }) => (role === "checkout" || role === "login" ? [role] : [])));
    const missing = [...roles].filter((role) => !typedIn.some((answer) => answer.role === role));
    const judged = judgePages({ documents: typedIn, unseen: answers.unseen }, (answer) => {
      const bank = answer.page !== null && asksBankDetails(answer.page);
      return cspFaults(answer, pages.pages, payment).flatMap((fault): PageFault<Code>[] => {
        const code = OUTCOMES[fault.code];
        if (code === undefined) return [];
        return [{ ...fault, code, subject: code, ...(bank ? { shift: 1, shiftReason: "bank-data" } : {}) }];
      });
    });
    return [...judged, ...missing.map((role) => notAssessed("not-found", role))];
  },
});
