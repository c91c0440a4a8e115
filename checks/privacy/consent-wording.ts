import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { consentWordingText } from "./consent-wording.text.ts";
import { marketingBoxes, withoutBoxes, type MarketingBox } from "./marketing-boxes.ts";

type Code = keyof (typeof consentWordingText)["en"]["outcomes"];

export const consentWording = defineCheck({
  id: "privacy/consent-wording",
  needs: ["pages"],
  severity: { bundled: "medium", "partners-without-list": "medium", "sms-and-email": "low" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["4", "7", "13"],
    cnil: ["Prospection commerciale par courrier électronique", "Transmission des données à des partenaires"],
  },
  text: consentWordingText,
  evaluate({ pages }) {
    const boxes = marketingBoxes(pages);
    return boxes.length === 0 ? withoutBoxes(pages) : boxes.flatMap(judge);
  },
});

function judge(box: MarketingBox): readonly Verdict<Code>[] {
  const { consent, labelLinks } = box.field;
  const codes: Code[] = [];
  if (consent.includes("consent.terms") && !box.optOut) codes.push("bundled");
  if (consent.includes("consent.partners") && (labelLinks ?? []).length === 0) codes.push("partners-without-list");
  if (consent.includes("consent.marketing_sms") && consent.includes("consent.marketing_email"))
    codes.push("sms-and-email");
  if (codes.length === 0) return [pass(box.subject)];
  return codes.map((code) =>
    fail({
      code,
      subject: `${code} ${box.subject}`,
      params: { form: box.form.kind, page: box.page, wording: box.wording },
      observed: { wording: box.wording, name: box.field.name, consent: [...consent] },
      remedy: { action: "edit-form", change: `consent-${code}` },
      pages: box.pages,
    }),
  );
}
