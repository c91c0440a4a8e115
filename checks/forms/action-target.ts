import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { sameRegistrableDomain } from "../../src/core/domain.ts";
import type { PagesValue } from "../../src/core/evidence/pages.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { findProcessor } from "../../src/data/processors/lookup.ts";
import { actionTargetText } from "./action-target.text.ts";
import { formFault, personalForms, withoutPersonalForms, withUnseen, type PersonalForm } from "./personal-forms.ts";
import { stakesOf } from "./stakes.ts";

type Code = keyof (typeof actionTargetText)["en"]["outcomes"];

export const actionTarget = defineCheck({
  id: "forms/action-target",
  needs: ["pages"],
  severity: { "unknown-host": "medium", "known-processor": "info", "hosted-form": "info" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["13", "28", "44"],
    cnil: ["Guide RGPD de l'équipe de développement, fiche 12"],
    asvs: ["14.2.3"],
    cwe: [201],
  },
  text: actionTargetText,
  evaluate({ pages }, _settings, { target }) {
    const verdicts = [...personalForms(pages).map((personal) => judge(personal, target.host)), ...hostedForms(pages)];
    return verdicts.length === 0 ? withoutPersonalForms(pages) : withUnseen(pages, verdicts);
  },
});

function judge(personal: PersonalForm, siteHost: string): Verdict<Code> {
  const targets = [personal.form.action, ...personal.form.submitters.map(({ action }) => action)];
  for (const action of targets) {
    const url = action === null ? null : URL.parse(action);
    if (url === null || !/^https?:$/.test(url.protocol) || sameRegistrableDomain(url.hostname, siteHost)) continue;
    const processor = findProcessor(url.hostname, url.pathname);
    // Paying at the payment provider is what should happen.
    if (processor?.role.startsWith("payment") === true) continue;
    return formFault(personal, {
      code: processor === null ? "unknown-host" : processor.role === "forms" ? "hosted-form" : "known-processor",
      params: {
        host: url.hostname,
        processor: processor?.name ?? url.hostname,
        recipient: processor?.role ?? "forms",
        country: processor?.country ?? "",
      },
      observed: { host: url.hostname },
      remedy: { action: "review", topic: processor === null ? "form-recipient" : "form-processor" },
      ...(processor === null ? stakesOf(personal.fields, personal.form.kind) : {}),
    });
  }
  return pass(personal.subject);
}

/** L15: a form of a form service, in a frame. */
function hostedForms(pages: PagesValue): readonly Verdict<Code>[] {
  const found = new Map<string, { page: string; host: string }>();
  for (const { url, thirdParties } of pages.pages) {
    for (const { role, processor, host, via } of thirdParties) {
      if (role === "forms" && via.includes("iframe")) found.set(processor ?? host, { page: url, host });
    }
  }
  return [...found].map(([name, { page, host }]) =>
    fail({
      code: "hosted-form",
      subject: `frame ${name}`,
      params: { form: "other", page, categories: [], host, processor: name, recipient: "forms", country: "" },
      observed: { host },
      remedy: { action: "review", topic: "form-processor" },
      pages: [page],
    }),
  );
}
