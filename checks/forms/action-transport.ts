import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { pass, type Verdict } from "../../src/core/verdict.ts";
import { actionTransportText } from "./action-transport.text.ts";
import { upgradeReason } from "./mitigations.ts";
import { formFault, personalForms, withoutPersonalForms, withUnseen, type PersonalForm } from "./personal-forms.ts";
import { mitigated, stakesOf } from "./stakes.ts";

type Code = keyof (typeof actionTransportText)["en"]["outcomes"];

export const actionTransport = defineCheck({
  id: "forms/action-transport",
  needs: ["pages"],
  uses: ["http"],
  severity: { "action-in-clear": "high", "base-in-clear": "high", "button-in-clear": "high" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["5", "25", "32"],
    cnil: ["Guide de la sécurité des données personnelles", "Guide RGPD de l'équipe de développement, fiche 6"],
    "pci-dss": ["4.2.1"],
    asvs: ["12.2.1"],
    wstg: ["WSTG-CRYP-03"],
    cwe: [319, 523],
  },
  text: actionTransportText,
  evaluate({ pages, http }) {
    const verdicts = personalForms(pages).map((personal) => judge(personal, http));
    return verdicts.length === 0 ? withoutPersonalForms(pages) : withUnseen(pages, verdicts);
  },
});

function judge(personal: PersonalForm, http: SectionValue<"http"> | undefined): Verdict<Code> {
  const clear = clearTarget(personal);
  if (clear === null) return pass(personal.subject);
  return formFault(personal, {
    code: clear.code,
    params: { action: clear.action },
    observed: { sendsTo: clear.action, actionRaw: personal.form.actionRaw },
    remedy: {
      action: "edit-form",
      change: "form-action-https",
      from: clear.action,
      to: clear.action.replace(/^http:/, "https:"),
    },
    ...mitigated(stakesOf(personal.fields, personal.form.kind), upgradeReason(personal.page, clear.action, http)),
  });
}

/** The first http address that this form posts to by its own words; what only follows the page's scheme is the page's fault. */
function clearTarget({ form, page }: PersonalForm): { readonly code: Code; readonly action: string } | null {
  const ownWord = (raw: string | null | undefined): boolean =>
    page.url.startsWith("https:") || /^\s*http:/i.test(raw ?? "");
  if (form.action?.startsWith("http:") === true) {
    if (form.actionFrom === "base") return { code: "base-in-clear", action: form.action };
    if (ownWord(form.actionRaw)) return { code: "action-in-clear", action: form.action };
  }
  const button = form.submitters.find(
    ({ action, formaction }) => action.startsWith("http:") && typeof formaction === "string" && ownWord(formaction),
  );
  return button === undefined ? null : { code: "button-in-clear", action: button.action };
}
