import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { sameRegistrableDomain } from "../../src/core/domain.ts";
import type { PagesValue } from "../../src/core/evidence/pages.ts";
import { notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { nothingSeen } from "../unseen-pages.ts";
import { cardFieldsText } from "./card-fields.text.ts";
import { formFault, personalForms } from "./personal-forms.ts";

type Code = keyof (typeof cardFieldsText)["en"]["outcomes"];

export const cardFields = defineCheck({
  id: "forms/card-fields",
  needs: ["pages"],
  severity: { "card-fields-here": "high" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["32"],
    "pci-dss": ["6.4.3", "11.6.1"],
    cwe: [311, 522],
    urls: ["https://www.pcisecuritystandards.org/"],
  },
  text: cardFieldsText,
  evaluate({ pages }, _settings, { target }) {
    const here = personalForms(pages).filter(
      ({ page, categories }) =>
        sameRegistrableDomain(URL.parse(page.url)?.hostname ?? "", target.host) &&
        categories.some((category) => category === "payment.card_number" || category === "payment.card_csc"),
    );
    if (here.length === 0) return [elsewhere(pages)];
    return here.map((personal) =>
      formFault(personal, {
        code: "card-fields-here",
        observed: { shape: "card-fields-here" },
        remedy: { action: "edit-form", change: "card-fields-hosted" },
      }),
    );
  },
});

/**
 * Which of the three shapes of PCI DSS the payment page has, where it is not the first one: the provider's frame or script on
 * the page, or a redirect to the provider. A checkout that shows neither has its payment on a later step.
 */
function elsewhere(pages: PagesValue): Verdict<Code> {
  const checkouts = pages.pages.filter(({ role }) => role === "checkout");
  const providers = checkouts.flatMap(({ thirdParties }) =>
    thirdParties.filter(({ role }) => role?.startsWith("payment") === true),
  );
  const framed = providers.find(({ via }) =>
    via.some((way) => way === "iframe" || way === "script" || way === "inline-script"),
  );
  if (framed !== undefined)
    return pass("checkout", { shape: "provider-frame", provider: framed.processor ?? framed.host });
  const redirect = providers.find(({ via }) => via.includes("form"));
  if (redirect !== undefined)
    return pass("checkout", { shape: "redirect", provider: redirect.processor ?? redirect.host });
  if (checkouts.some(({ rendered }) => rendered === "empty-root")) return notAssessed("not-rendered", "checkout");
  if (checkouts.length > 0) return notAssessed("later-step", "checkout");
  const shop = pages.platform !== null || pages.pages.some(({ role }) => role === "cart");
  return shop || pages.pages.length === 0 ? notAssessed("not-found", "checkout") : nothingSeen(pages, "no-payment");
}
