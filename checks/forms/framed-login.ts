import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { notApplicable, pass } from "../../src/core/verdict.ts";
import { collectPolicies } from "../../src/parse/csp.ts";
import { headerValue } from "../../src/parse/headers.ts";
import { framedLoginText } from "./framed-login.text.ts";
import { formFault, personalForms, withoutPersonalForms } from "./personal-forms.ts";

export const framedLogin = defineCheck({
  id: "forms/framed-login",
  needs: ["pages"],
  severity: { "login-in-frame": "medium" },
  settings: z.strictObject({}),
  references: { rgpd: ["32"], asvs: ["3.4.6"], wstg: ["WSTG-CLNT-09"], cwe: [1021] },
  text: framedLoginText,
  evaluate({ pages }) {
    const forms = personalForms(pages);
    if (forms.length === 0) return withoutPersonalForms(pages);
    const logins = forms.filter(({ categories }) => categories.includes("account.password"));
    if (logins.length === 0) return [notApplicable("no-password")];
    return logins.map((personal) => {
      const { page } = personal;
      const guarded =
        headerValue(page.headers, "x-frame-options") !== null ||
        collectPolicies(page.headers, []).enforced.some(({ directives }) => directives.has("frame-ancestors"));
      // Whether pages may be framed at all is judged by headers/framing; here a log-in that really is in a frame.
      if (page.frameOf === undefined || guarded) return pass(personal.subject);
      return formFault(personal, {
        code: "login-in-frame",
        params: { frame: page.frameOf },
        remedy: { action: "set-response-header", name: "Content-Security-Policy", value: "frame-ancestors 'self'" },
      });
    });
  },
});
