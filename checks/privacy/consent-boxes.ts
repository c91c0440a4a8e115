import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { consentBoxesText } from "./consent-boxes.text.ts";
import { marketingBoxes, withoutBoxes, type MarketingBox } from "./marketing-boxes.ts";

type Code = keyof (typeof consentBoxesText)["en"]["outcomes"];

export const consentBoxes = defineCheck({
  id: "privacy/consent-boxes",
  needs: ["pages"],
  severity: { preticked: "high", "preticked-choice": "high", required: "high", "opt-out": "medium" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["4", "7"],
    cnil: ["Prospection commerciale par courrier électronique", "CPCE L34-5"],
    urls: ["https://curia.europa.eu/juris/liste.jsf?num=C-673/17"],
  },
  text: consentBoxesText,
  evaluate({ pages }) {
    const boxes = marketingBoxes(pages);
    const newsletters = pages.pages.flatMap(({ forms }) =>
      forms.filter(({ kind, fields }) => kind === "newsletter" && fields.every(({ consent }) => consent.length === 0)),
    );
    // In a form that is only a newsletter, sending it is the act of consent: it needs no box (C8).
    if (boxes.length === 0) return newsletters.length > 0 ? [pass()] : withoutBoxes(pages);
    return boxes.flatMap(judge);
  },
});

function judge(box: MarketingBox): readonly Verdict<Code>[] {
  const codes = faultsOf(box);
  if (codes.length === 0) return [pass(box.subject)];
  return codes.map((code) =>
    fail({
      code,
      subject: `${code} ${box.subject}`,
      params: { form: box.form.kind, page: box.page, wording: box.wording },
      observed: {
        wording: box.wording,
        type: box.field.type,
        name: box.field.name,
        checked: box.field.checked,
        required: box.field.required,
      },
      remedy: { action: "edit-form", change: `consent-${code}` },
      pages: box.pages,
    }),
  );
}

function faultsOf({ field, form, optOut }: MarketingBox): readonly Code[] {
  const codes: Code[] = [];
  // A ticked "I do not want any" asks for nothing.
  if (field.checked && !optOut) codes.push(field.type === "checkbox" ? "preticked" : "preticked-choice");
  if (optOut && !field.checked && field.type === "checkbox") codes.push("opt-out");
  const ownNewsletter = form.kind === "newsletter" && !field.consent.includes("consent.partners");
  const bundled = field.consent.includes("consent.terms");
  // A required box that mixes terms and offers is one fault, and consent-wording names it.
  if (isRequired(field.required, field.label) && field.type === "checkbox" && !optOut && !ownNewsletter && !bundled)
    codes.push("required");
  return codes;
}

function isRequired(attribute: boolean, label: string | null): boolean {
  return attribute || (label !== null && /(\*|\((obligatoire|required)\))\s{0,3}$/i.test(label));
}
