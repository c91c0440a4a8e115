import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { collectPolicies, effectiveSources, readSources } from "../../src/parse/csp.ts";
import type { Page } from "../../src/parse/site-answers.ts";
import { cspNonceText } from "./csp-nonce.text.ts";

export const cspNonce = defineCheck({
  id: "headers/csp-nonce",
  needs: ["pages"],
  severity: { static: "medium" },
  settings: z.strictObject({}),
  references: {
    cwe: [330, 693],
    rgpd: ["32"],
    asvs: ["3.4.3"],
    wstg: ["WSTG-CONF-12"],
    urls: ["https://www.w3.org/TR/CSP3/#security-nonces"],
  },
  text: cspNonceText,
  evaluate({ pages }): readonly Verdict<"static">[] {
    const guarded = pages.pages.filter((page) => reliesOnNonces(page));
    if (guarded.length === 0) return [notApplicable("no-nonce")];
    const repeated = guarded.filter(({ nonceRepeated }) => nonceRepeated === true);
    if (repeated.length > 0) {
      return [
        fail({
          code: "static",
          subject: "nonce",
          params: { count: repeated.length },
          observed: { roles: [...new Set(repeated.map(({ role }) => role))] },
          remedy: { action: "review", topic: "csp-fresh-nonce" },
          pages: repeated.map(({ url }) => url),
        }),
      ];
    }
    return [guarded.some(({ nonceRepeated }) => nonceRepeated === false) ? pass() : notAssessed("not-tested")];
  },
});

/** Whether an enforced policy of the page trusts scripts by nonce. */
function reliesOnNonces(page: Page): boolean {
  if (page.challenge === true) return false;
  return collectPolicies(page.headers, page.metaPolicies).enforced.some(
    (policy) => readSources(effectiveSources(policy, "script-src-elem") ?? []).nonces.length > 0,
  );
}
