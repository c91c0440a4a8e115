import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Page } from "../../src/core/evidence/pages.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { admitsAnyHost, collectPolicies } from "../../src/parse/csp.ts";
import { isPaymentOrLoginPage } from "../../src/parse/payment.ts";
import { formActionPolicyText } from "./form-action-policy.text.ts";
import { personalFields, withoutPersonalForms } from "./personal-forms.ts";

type Code = keyof (typeof formActionPolicyText)["en"]["outcomes"];

export const formActionPolicy = defineCheck({
  id: "forms/form-action-policy",
  needs: ["pages"],
  severity: { missing: "info", broad: "low" },
  settings: z.strictObject({}),
  references: { rgpd: ["32"], "pci-dss": ["6.4.3"], asvs: ["3.4.3"], wstg: ["WSTG-CONF-12"], cwe: [1021] },
  text: formActionPolicyText,
  evaluate({ pages }) {
    const personal = pages.pages.filter(({ forms }) => forms.some((form) => personalFields(form).length > 0));
    if (personal.length === 0) return withoutPersonalForms(pages);
    const answered = personal.filter(({ foundBy }) => foundBy !== "saved-file");
    if (answered.length === 0) return [notAssessed("no-headers")];
    // The policies of payment and login pages are judged as a whole by headers/csp-payment.
    const served = answered.filter((page) => !isPaymentOrLoginPage(page));
    if (served.length === 0) return [notApplicable("not-applicable")];
    const byState = Map.groupBy(served, stateOf);
    const fault = (code: Code, seen: readonly Page[]): Verdict<Code> =>
      fail({
        code,
        subject: `form-action ${code}`,
        params: { count: seen.length, page: seen[0]?.url ?? "" },
        remedy: remedyFor(seen),
        pages: seen.map(({ url }) => url),
      });
    const missing = byState.get("missing");
    const broad = byState.get("broad");
    if (missing === undefined && broad === undefined) return [pass()];
    return [
      ...(missing === undefined ? [] : [fault("missing", missing)]),
      ...(broad === undefined ? [] : [fault("broad", broad)]),
    ];
  },
});

/** form-action has no fallback to default-src (CSP level 3, 6.4.2). A policy that is sent already is added to, never replaced. */
function remedyFor(seen: readonly Page[]): Remedy {
  return seen.some(({ headers, metaPolicies }) => collectPolicies(headers, metaPolicies).enforced.length > 0)
    ? { action: "review", topic: "csp-close-gaps" }
    : {
        action: "set-response-header",
        name: "Content-Security-Policy",
        value: "form-action 'self'",
        caution: "csp-payment",
      };
}

/** Every policy applies at once, so one narrow form-action is enough. */
function stateOf({ headers, metaPolicies }: Page): "missing" | "broad" | "narrow" {
  const lists = collectPolicies(headers, metaPolicies).enforced.flatMap(({ directives }) => {
    const sources = directives.get("form-action");
    return sources === undefined ? [] : [sources];
  });
  if (lists.length === 0) return "missing";
  return lists.every((sources) => sources.some((source) => admitsAnyHost(source))) ? "broad" : "narrow";
}
