import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { judgePages, type PageFault } from "../../src/core/judge-pages.ts";
import { headerValues } from "../../src/parse/headers.ts";
import { parseMetaReferrer, parseReferrerPolicy, type ReferrerPolicy } from "../../src/parse/referrer-policy.ts";
import { htmlAnswers, siteAnswers, type SiteAnswer } from "../../src/parse/site-answers.ts";
import { referrerPolicyText } from "./referrer-policy.text.ts";

type Code = keyof (typeof referrerPolicyText)["en"]["outcomes"];

/** What each policy lets another site see; the four that are missing tell the site's name at most, and to https only. */
const LEAKS: Partial<Readonly<Record<ReferrerPolicy, Code>>> = {
  "unsafe-url": "whole-address",
  "no-referrer-when-downgrade": "leaky",
  "origin-when-cross-origin": "leaky",
  origin: "leaky",
};

export const referrerPolicy = defineCheck({
  id: "headers/referrer-policy",
  needs: ["http"],
  uses: ["pages"],
  severity: { "whole-address": "medium", leaky: "low", unknown: "low", absent: "info" },
  settings: z.strictObject({}),
  references: {
    cwe: [200, 598],
    rgpd: ["5", "32"],
    anssi: ["ANSSI-PA-009"],
    asvs: ["3.4.5"],
    wstg: ["WSTG-SESS-04"],
    urls: ["https://www.w3.org/TR/referrer-policy/"],
  },
  text: referrerPolicyText,
  evaluate({ http, pages }) {
    return judgePages(htmlAnswers(siteAnswers(http, pages)), (answer): readonly PageFault<Code>[] => {
      const { code, value } = judge(answer);
      if (code === null) return [];
      return [
        {
          code,
          subject: "referrer-policy",
          params: { value },
          observed: { value },
          remedy: {
            action: "set-response-header",
            name: "Referrer-Policy",
            value: "strict-origin-when-cross-origin",
          },
        },
      ];
    });
  },
});

/** A meta element that browsers understand overrules the header, since it is read later (Referrer Policy, 8.2). */
function judge({ headers, metaReferrer }: SiteAnswer): { readonly code: Code | null; readonly value: string } {
  const sent = headerValues(headers, "referrer-policy");
  const fromMeta = metaReferrer === null ? null : parseMetaReferrer(metaReferrer);
  const policy = fromMeta ?? parseReferrerPolicy(sent);
  if (policy !== null) return { code: LEAKS[policy] ?? null, value: policy };
  const text = [...sent, ...(metaReferrer === null ? [] : [metaReferrer])].join(", ").slice(0, 100);
  return { code: text === "" ? "absent" : "unknown", value: text };
}
