import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { ActionRoute } from "../../src/core/evidence/pages.ts";
import { notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { actionRedirectText } from "./action-redirect.text.ts";
import { formFault, pathOf, personalForms, withoutPersonalForms, type PersonalForm } from "./personal-forms.ts";
import { stakesOf } from "./stakes.ts";

type Code = keyof (typeof actionRedirectText)["en"]["outcomes"];

export const actionRedirect = defineCheck({
  id: "forms/action-redirect",
  needs: ["pages"],
  severity: { "resent-in-clear": "high", "address-in-clear": "medium" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["32"],
    rfc: ["RFC 9110, 15.4"],
    "pci-dss": ["4.2.1"],
    asvs: ["12.2.1"],
    wstg: ["WSTG-CRYP-03"],
    cwe: [319, 757],
  },
  text: actionRedirectText,
  evaluate({ pages }) {
    const forms = personalForms(pages);
    if (forms.length === 0) return withoutPersonalForms(pages);
    const verdicts = (pages.actionRoutes ?? []).flatMap((route) => {
      const personal = forms.find((candidate) => postsTo(candidate, route.action));
      return personal === undefined ? [] : [judge(route, personal)];
    });
    // A form that posts to its own page was answered when the page was: there is no other address to ask.
    return verdicts.length === 0 ? [notApplicable("posts-to-own-page")] : verdicts;
  },
});

function judge(route: ActionRoute, personal: PersonalForm): Verdict<Code> {
  if (route.outcome === "not-tested") return notAssessed("not-tested", pathOf(route.action));
  if (route.outcome === "kept") return pass(pathOf(route.action));
  const last = route.chain.at(-2)?.status ?? 0;
  const resent = last === 307 || last === 308;
  return formFault(personal, {
    code: resent ? "resent-in-clear" : "address-in-clear",
    params: { action: route.action, status: last, to: route.chain.at(-1)?.url ?? "" },
    observed: { chain: route.chain.map(({ url, status }) => (status === 0 ? url : `${url} ${String(status)}`)) },
    remedy: { action: "review", topic: "redirect-stay-https" },
    // Asked without data: a server may answer a POST otherwise.
    confidence: "medium",
    ...stakesOf(personal.fields, personal.form.kind),
  });
}

function postsTo({ form }: PersonalForm, action: string): boolean {
  const targets = [form.action, ...form.submitters.map((submitter) => submitter.action)];
  return targets.some((target) => target !== null && pathOf(target) === pathOf(action));
}
