import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { processorNamed } from "../../src/data/processors/lookup.ts";
import { nothingSeen } from "../unseen-pages.ts";
import { captchaFontsText } from "./captcha-fonts.text.ts";

type Code = keyof (typeof captchaFontsText)["en"]["outcomes"];

/** The European Economic Area, and countries with an adequacy decision that needs no list of companies. */
const COVERED: ReadonlySet<string> = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO CH GB NZ IL CA JP KR UY AR AD FO".split(
    " ",
  ),
);

const BY_ADDRESS: ReadonlySet<string> = new Set(["fonts_cdn", "maps", "video"]);

export const captchaFonts = defineCheck({
  id: "privacy/captcha-fonts",
  needs: ["pages"],
  severity: { "captcha-before-consent": "medium", "address-abroad": "low" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["13", "44"],
    cnil: ["Loi Informatique et Libertés, article 82", "SAN-2023-003"],
    asvs: ["14.2.3"],
  },
  text: captchaFontsText,
  evaluate({ pages }) {
    if (pages.pages.length === 0) return [notAssessed("no-pages")];
    const found = new Map<string, { code: Code | null; country: string; on: string[] }>();
    for (const page of pages.pages) {
      for (const { processor: name, role, beforeConsent } of page.thirdParties) {
        const processor = name === undefined ? null : processorNamed(name);
        if (processor === null || role === undefined || !beforeConsent) continue;
        const relevant = role === "captcha" || BY_ADDRESS.has(role);
        if (!relevant) continue;
        const abroad = BY_ADDRESS.has(role) && !COVERED.has(processor.country);
        const code = processor.readsDevice === true ? "captcha-before-consent" : abroad ? "address-abroad" : null;
        const known = found.get(processor.name);
        found.set(processor.name, {
          code,
          country: processor.country,
          on: [...new Set([...(known?.on ?? []), page.url])],
        });
      }
    }
    if (found.size === 0) return [nothingSeen(pages, "no-third-parties")];
    return [...found].map(([name, { code, country, on }]): Verdict<Code> => {
      if (code === null) return pass(name);
      return fail({
        code,
        subject: name,
        params: { provider: name, country, page: on[0] ?? "", count: on.length },
        observed: { country },
        remedy: {
          action: "edit-page",
          change: code === "captcha-before-consent" ? "captcha-gentle" : "resource-own-host",
          element: name,
        },
        pages: on,
      });
    });
  },
});
