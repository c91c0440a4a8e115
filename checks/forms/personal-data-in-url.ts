import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Page } from "../../src/core/evidence/pages.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import {
  formFault,
  pathOf,
  personalForms,
  withoutPersonalForms,
  withUnseen,
  type PersonalForm,
} from "./personal-forms.ts";
import { personalDataInUrlText } from "./personal-data-in-url.text.ts";
import { stakesOf } from "./stakes.ts";

type Code = keyof (typeof personalDataInUrlText)["en"]["outcomes"];

/** What a shop finder or a catalogue asks by GET without harm. */
const HARMLESS = new Set([
  "address.postal_code",
  "address.city",
  "address.region",
  "address.country",
  "content.free_text",
  "identity.honorific",
]);

/** Little enough for a form kind of its own: newsletter, or where is my order. */
const LITTLE = new Set([
  "contact.email",
  "relation.order_ref",
  "address.postal_code",
  "identity.given_name",
  "identity.family_name",
]);

export const personalDataInUrl = defineCheck({
  id: "forms/personal-data-in-url",
  needs: ["pages"],
  severity: {
    "sent-in-address": "high",
    "little-sent-in-address": "medium",
    "may-be-sent-in-address": "low",
    "in-links": "medium",
    "in-foreign-address": "high",
  },
  settings: z.strictObject({}),
  references: {
    rgpd: ["5", "25", "32"],
    cnil: ["Guide de la sécurité des données personnelles"],
    asvs: ["14.2.1"],
    wstg: ["WSTG-CRYP-03", "WSTG-ATHN-01"],
    cwe: [598, 532],
  },
  text: personalDataInUrlText,
  evaluate({ pages }) {
    const links = pages.pages.flatMap(linkFaults);
    const forms = personalForms(pages).map(judge);
    if (links.length === 0 && forms.length === 0) return withoutPersonalForms(pages);
    return withUnseen(pages, [...forms, ...links]);
  },
});

function judge(personal: PersonalForm): Verdict<Code> {
  const { form, categories, fields, subject } = personal;
  const byButton = form.submitters.some(({ method, methodExplicit }) => method === "get" && methodExplicit === true);
  const byForm = form.method === "get" && !form.submitters.some(({ method }) => method === "post");
  const telling = categories.filter((category) => !HARMLESS.has(category));
  if ((!byButton && !byForm) || telling.length === 0) return pass(subject);
  const remedy = { action: "edit-form", change: "form-method-post" } as const;
  const meant = byButton || (form.methodExplicit && form.actionFrom !== "document");
  if (!meant) {
    // Without a method the standard says GET, and nearly always a script sends the form before that: noise on real sites.
    return formFault(personal, {
      code: "may-be-sent-in-address",
      remedy,
      confidence: "low",
      observed: { method: form.method, scripted: form.scripted },
    });
  }
  const little = telling.every((category) => LITTLE.has(category));
  return formFault(personal, {
    code: little ? "little-sent-in-address" : "sent-in-address",
    remedy,
    observed: { method: "get" },
    ...stakesOf(fields, form.kind),
  });
}

/** L4: personal values in the addresses of links and of what the page loads. */
function linkFaults(page: Page): readonly Verdict<Code>[] {
  const inAddress = page.personalDataLeaks.filter(({ where }) => /^(address|link|canonical|resource:)/.test(where));
  const byPlace = Map.groupBy(inAddress, ({ where, kind }) => `${where} ${kind}`);
  return [...byPlace].map(([place, leaks]) => {
    const where = leaks[0]?.where ?? "";
    const host = where.startsWith("resource:") ? where.slice("resource:".length) : "";
    const foreign = host !== "" && page.thirdParties.some((party) => party.host === host);
    return fail({
      code: foreign ? "in-foreign-address" : "in-links",
      subject: `${pathOf(page.url)} ${place}`,
      params: { page: page.url, host, count: leaks.length, examples: leaks.slice(0, 3).map(({ masked }) => masked) },
      observed: { where, masked: leaks.slice(0, 5).map(({ masked }) => masked) },
      remedy: { action: "edit-page", change: "address-without-data", element: where },
      pages: [page.url],
    });
  });
}
