import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { judgePages, type PageFault } from "../../src/core/judge-pages.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { notApplicable } from "../../src/core/verdict.ts";
import { collectPolicies, type CspSet } from "../../src/parse/csp.ts";
import { amendPolicy, hasInlineScripts, suggestPolicy } from "../../src/parse/csp-suggestion.ts";
import { assessCsp, type CspWeakness, type CspWeaknessFound } from "../../src/parse/csp-weaknesses.ts";
import { isPaymentOrLoginPage, sitePaymentHosts } from "../../src/parse/payment.ts";
import { htmlAnswers, siteAnswers, type Page, type SiteAnswer } from "../../src/parse/site-answers.ts";
import { cspText } from "./csp.text.ts";

type Code = keyof (typeof cspText)["en"]["outcomes"];

/** Where forms may send is judged by headers/csp-payment and forms/form-action-policy, for the pages where it matters. */
function isOwnCode(code: CspWeakness): code is Code {
  return code !== "form-action-missing" && code !== "form-action-broad";
}

export const csp = defineCheck({
  id: "headers/csp",
  needs: ["http"],
  uses: ["pages"],
  severity: {
    absent: "medium",
    "report-only": "medium",
    "no-script-control": "medium",
    "script-anything": "medium",
    "script-unsafe-inline": "medium",
    "strict-dynamic-alone": "low",
    "bypassable-host": "low",
    "unsafe-eval": "low",
    "http-source": "low",
    "ip-source": "low",
    "object-src-missing": "low",
    "base-uri-missing": "low",
    "weak-nonce": "low",
    "unknown-directive": "low",
    "repeated-directive": "low",
    "invalid-source": "low",
    "style-unsafe-inline": "info",
  },
  settings: z.strictObject({}),
  references: {
    cwe: [693, 79],
    rgpd: ["32"],
    anssi: ["ANSSI-PA-009"],
    "pci-dss": ["6.4.3"],
    asvs: ["3.4.3"],
    wstg: ["WSTG-CONF-12"],
    urls: ["https://www.w3.org/TR/CSP3/"],
  },
  text: cspText,
  evaluate({ http, pages }) {
    const answers = htmlAnswers(siteAnswers(http, pages));
    // Pages where customers type passwords or bank details are judged by headers/csp-payment.
    const others = answers.documents.filter(({ page }) => page === null || !isPaymentOrLoginPage(page));
    const read = pages?.pages ?? [];
    const payment = sitePaymentHosts(pages).length > 0;
    if (others.length === 0 && answers.documents.length > 0) return [notApplicable("not-applicable")];
    return judgePages({ ...answers, documents: others }, (answer) =>
      cspFaults(answer, read, payment).flatMap((fault): PageFault<Code>[] => {
        const { code } = fault;
        return isOwnCode(code) ? [{ ...fault, code }] : [];
      }),
    );
  },
});

/** The weaknesses of a page's policies as faults of a check, with the policy to send instead. */
export function cspFaults(
  answer: SiteAnswer,
  sitePages: readonly Page[],
  payment: boolean,
): readonly PageFault<CspWeakness>[] {
  const set = collectPolicies(answer.headers, answer.metaPolicies);
  const { level, weaknesses } = assessCsp(set);
  return weaknesses.map((found) => ({
    code: found.weakness,
    subject: found.weakness === "report-only" ? "absent" : found.weakness,
    params: { values: found.values.map((value) => value.slice(0, 80)) },
    observed: {
      level,
      policies: [...set.enforced, ...set.reportOnly].slice(0, 4).map(({ text }) => text.slice(0, 600)),
    },
    remedy: remedyFor(found, set, sitePages, payment),
  }));
}

const CLOSED_BY_AMENDING: ReadonlySet<CspWeakness> = new Set([
  "object-src-missing",
  "base-uri-missing",
  "form-action-missing",
  "form-action-broad",
]);

function remedyFor(
  { weakness }: CspWeaknessFound,
  set: CspSet,
  sitePages: readonly Page[],
  payment: boolean,
): readonly Remedy[] {
  const caution = payment ? "csp-payment" : "csp-report-only-first";
  if (weakness === "absent" || weakness === "report-only" || weakness === "no-script-control") {
    // Enforced as it is, the draft would stop every script that stands in the page itself.
    const inline = hasInlineScripts(sitePages);
    const name = inline ? "Content-Security-Policy-Report-Only" : "Content-Security-Policy";
    const draft: Remedy = { action: "set-response-header", name, value: suggestPolicy(sitePages), caution };
    return inline ? [draft, { action: "review", topic: "csp-inline-scripts" }] : [draft];
  }
  const amended = CLOSED_BY_AMENDING.has(weakness) ? amendPolicy(set.enforced, sitePages) : null;
  if (amended !== null)
    return [{ action: "set-response-header", name: "Content-Security-Policy", value: amended, caution }];
  return [{ action: "review", topic: TOPICS[weakness] ?? "csp-rewrite" }];
}

const TOPICS: Partial<Readonly<Record<CspWeakness, string>>> = {
  "object-src-missing": "csp-close-gaps",
  "base-uri-missing": "csp-close-gaps",
  "form-action-missing": "csp-close-gaps",
  "form-action-broad": "csp-close-gaps",
  "unknown-directive": "csp-slips",
  "repeated-directive": "csp-slips",
  "invalid-source": "csp-slips",
  "weak-nonce": "csp-fresh-nonce",
};
