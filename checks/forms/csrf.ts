import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { sameRegistrableDomain } from "../../src/core/domain.ts";
import type { Form, Page } from "../../src/core/evidence/pages.ts";
import { notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { cookieAttributes } from "../../src/parse/set-cookie.ts";
import { csrfText } from "./csrf.text.ts";
import { formFault, personalForms, withoutPersonalForms, type PersonalForm } from "./personal-forms.ts";

type Code = keyof (typeof csrfText)["en"]["outcomes"];

const TOKEN_NAME = /csrf|xsrf|token|nonce|form_?key|authenticity|viewstate|formhash|sid\b|_wp/i;
const SESSION_NAME = /sess|sid|^auth|login|customer|frontend|prestashop|ocsessid/i;

export const csrf = defineCheck({
  id: "forms/csrf",
  needs: ["pages"],
  uses: ["http"],
  severity: { "no-token": "low" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["32"],
    cnil: ["Guide RGPD de l'équipe de développement, fiche 6"],
    "pci-dss": ["6.2.4"],
    asvs: ["3.5.1"],
    wstg: ["WSTG-SESS-05"],
    cwe: [352],
  },
  text: csrfText,
  evaluate({ pages, http }, _settings, { target }) {
    const posts = personalForms(pages).filter(
      ({ form, page }) =>
        form.method === "post" &&
        !form.scripted &&
        page.foundBy !== "saved-file" &&
        sameRegistrableDomain(URL.parse(form.action ?? "")?.hostname ?? "", target.host),
    );
    if (posts.length === 0) return withoutPersonalForms(pages);
    const cookies = [...pages.pages, ...(http?.origins ?? []).flatMap(({ chain }) => chain)].flatMap(
      (answer) => answer.cookies,
    );
    return posts.map((personal) => judge(personal, cookies));
  },
});

function judge(personal: PersonalForm, cookies: Page["cookies"]): Verdict<Code> {
  if (hasToken(personal.form)) return pass(personal.subject);
  const sessions = cookies.filter(({ name }) => SESSION_NAME.test(name));
  // Without a session there is nothing that another site could borrow.
  if (sessions.length === 0) return notAssessed("no-session-cookie", personal.subject);
  const open = sessions.filter(({ attributes }) => {
    const { sameSite } = cookieAttributes(attributes);
    return sameSite !== "lax" && sameSite !== "strict";
  });
  const [first] = open;
  if (first === undefined) return pass(personal.subject);
  return formFault(personal, {
    code: "no-token",
    params: { cookie: first.name },
    observed: { cookie: first.name, hiddenFields: personal.form.hiddenNames.slice(0, 10) },
    remedy: { action: "edit-form", change: "form-csrf-token" },
    // A header set by script, or a check of the Origin header, cannot be seen from outside.
    confidence: "low",
  });
}

function hasToken(form: Form): boolean {
  return form.hiddenNames.some((name) => TOKEN_NAME.test(name));
}
