import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { sameRegistrableDomain } from "../../src/core/domain.ts";
import type { PageScript } from "../../src/core/evidence/pages.ts";
import { judgePages, type PageFault } from "../../src/core/judge-pages.ts";
import { isPaymentOrLoginPage } from "../../src/parse/payment.ts";
import { htmlAnswers, siteAnswers, type Page } from "../../src/parse/site-answers.ts";
import { sriText } from "./sri.text.ts";

type Code = keyof (typeof sriText)["en"]["outcomes"];

/** Public libraries whose addresses name a version, so that the file never changes. */
const VERSIONED_CDNS: ReadonlySet<string> = new Set([
  "cdn.jsdelivr.net",
  "cdnjs.cloudflare.com",
  "unpkg.com",
  "code.jquery.com",
  "ajax.googleapis.com",
  "ajax.aspnetcdn.com",
  "maxcdn.bootstrapcdn.com",
  "stackpath.bootstrapcdn.com",
  "netdna.bootstrapcdn.com",
]);

const DIGEST = /^sha(?:256|384|512)-[A-Za-z0-9+/_-]{43,88}={0,2}(?:\?\S{0,100})?$/;

export const sri = defineCheck({
  id: "headers/sri",
  needs: ["http", "pages"],
  severity: { "payment-unpinned": "low", "no-crossorigin": "low", "bad-digest": "low", "library-unpinned": "info" },
  settings: z.strictObject({}),
  references: {
    cwe: [353, 829],
    rgpd: ["32"],
    anssi: ["ANSSI-PA-009"],
    "pci-dss": ["6.4.3"],
    asvs: ["3.6.1"],
    urls: ["https://www.w3.org/TR/SRI/"],
  },
  text: sriText,
  evaluate({ http, pages }) {
    const answers = htmlAnswers(siteAnswers(http, pages));
    return judgePages(
      { ...answers, documents: answers.documents.filter(({ page }) => page !== null) },
      ({ page }): readonly PageFault<Code>[] =>
        page === null ? [] : page.scripts.flatMap((script) => judgeScript(script, page)),
    );
  },
});

function judgeScript(script: PageScript, page: Page): readonly PageFault<Code>[] {
  const address = script.src === null || script.neutralised ? null : URL.parse(script.src);
  if (address === null || !address.protocol.startsWith("http")) return [];
  const host = address.hostname;
  const foreign = !sameRegistrableDomain(host, new URL(page.url).hostname);
  const code = weaknessOf(script, page, host, foreign);
  if (code === null) return [];
  const element = `${address.origin}${address.pathname}`.slice(0, 300);
  return [
    {
      code,
      subject: host,
      params: { host, script: element.slice(0, 120) },
      observed: {
        script: element,
        integrity: script.integrity?.slice(0, 100) ?? null,
        crossorigin: script.crossorigin,
      },
      remedy: {
        action: "edit-page",
        change: code === "no-crossorigin" ? "sri-crossorigin" : "sri-add",
        element,
      },
    },
  ];
}

function weaknessOf(script: PageScript, page: Page, host: string, foreign: boolean): Code | null {
  if (script.integrity !== null && script.integrity.trim() !== "") {
    const digests = script.integrity.trim().split(/\s+/);
    if (!digests.some((digest) => DIGEST.test(digest))) return "bad-digest";
    const otherOrigin = host !== new URL(page.url).hostname;
    return otherOrigin && script.crossorigin === null ? "no-crossorigin" : null;
  }
  // A script that its publisher changes under one address cannot be pinned: on payment and login pages those are listed by
  // privacy/payment-page-scripts.
  if (!foreign || !VERSIONED_CDNS.has(host)) return null;
  return isPaymentOrLoginPage(page) ? "payment-unpinned" : "library-unpinned";
}
