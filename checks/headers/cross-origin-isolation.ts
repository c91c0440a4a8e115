import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { judgePages, type PageFault } from "../../src/core/judge-pages.ts";
import { notApplicable } from "../../src/core/verdict.ts";
import { fieldTitle, headerValue, type HeaderFields } from "../../src/parse/headers.ts";
import { paymentHosts, sitePaymentHosts } from "../../src/parse/payment.ts";
import { htmlAnswers, siteAnswers } from "../../src/parse/site-answers.ts";
import { parseItem } from "../../src/parse/structured-fields.ts";
import { crossOriginIsolationText } from "./cross-origin-isolation.text.ts";

type Code = keyof (typeof crossOriginIsolationText)["en"]["outcomes"];

/** The three headers and the tokens that browsers know. None of them is ever asked for: a shop needs no isolation. */
const KNOWN = {
  "cross-origin-opener-policy": ["unsafe-none", "same-origin", "same-origin-allow-popups", "noopener-allow-popups"],
  "cross-origin-embedder-policy": ["unsafe-none", "require-corp", "credentialless"],
  "cross-origin-resource-policy": ["same-origin", "same-site", "cross-origin"],
} as const;

export const crossOriginIsolation = defineCheck({
  id: "headers/cross-origin-isolation",
  needs: ["http"],
  uses: ["pages"],
  severity: { "opener-breaks-payment": "medium", "embedder-breaks-payment": "medium", invalid: "low" },
  settings: z.strictObject({}),
  references: {
    cwe: [693],
    asvs: ["3.4.8"],
    urls: ["https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies"],
  },
  text: crossOriginIsolationText,
  evaluate({ http, pages }) {
    const answers = htmlAnswers(siteAnswers(http, pages));
    const used = answers.documents.some(({ headers }) => Object.keys(KNOWN).some((name) => headerValue(headers, name)));
    if (answers.documents.length > 0 && !used) return [notApplicable("not-used")];
    const siteHosts = sitePaymentHosts(pages);
    return judgePages(answers, ({ headers, page, role }): readonly PageFault<Code>[] => {
      const onPage = page === null ? [] : paymentHosts(page);
      const hosts = onPage.length > 0 || role !== "checkout" ? onPage : siteHosts;
      const opener = tokenOf(headers, "cross-origin-opener-policy");
      const embedder = tokenOf(headers, "cross-origin-embedder-policy");
      const pays = hosts.length > 0;
      return [
        ...Object.keys(KNOWN).flatMap((name) => invalidFault(headers, name)),
        // The provider's window loses its opener and cannot report that the payment went through.
        ...(pays && (opener === "same-origin" || opener === "noopener-allow-popups")
          ? [breakFault("opener-breaks-payment", "cross-origin-opener-policy", opener, hosts)]
          : []),
        // The provider's frame does not opt in to being embedded so, and stays empty.
        ...(pays && (embedder === "require-corp" || embedder === "credentialless")
          ? [breakFault("embedder-breaks-payment", "cross-origin-embedder-policy", embedder, hosts)]
          : []),
      ];
    });
  },
});

function breakFault(code: Code, header: string, value: string, hosts: readonly string[]): PageFault<Code> {
  return {
    code,
    subject: header,
    params: { value, hosts: hosts.slice(0, 5) },
    observed: { value, hosts: hosts.slice(0, 20) },
    remedy:
      code === "opener-breaks-payment"
        ? {
            action: "set-response-header",
            name: "Cross-Origin-Opener-Policy",
            value: "same-origin-allow-popups",
            caution: "coop-popups",
          }
        : { action: "remove-response-header", name: "Cross-Origin-Embedder-Policy" },
  };
}

function invalidFault(headers: HeaderFields, name: string): readonly PageFault<Code>[] {
  const value = headerValue(headers, name);
  const known: readonly string[] = Object.entries(KNOWN).find(([header]) => header === name)?.[1] ?? [];
  if (value === null || known.includes(tokenOf(headers, name) ?? "")) return [];
  return [
    {
      code: "invalid",
      subject: name,
      params: { header: fieldTitle(name), value: value.slice(0, 100) },
      observed: { header: name, value: value.slice(0, 200) },
      remedy: { action: "remove-response-header", name: fieldTitle(name) },
    },
  ];
}

function tokenOf(headers: HeaderFields, name: string): string | null {
  const item = parseItem(headerValue(headers, name) ?? "")?.item;
  return item?.type === "token" ? item.value : null;
}
