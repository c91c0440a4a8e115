import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Page } from "../../src/core/evidence/pages.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { pathOf } from "../forms/personal-forms.ts";
import { personalDataInPageText } from "./personal-data-in-page.text.ts";

type Code = keyof (typeof personalDataInPageText)["en"]["outcomes"];

export const personalDataInPage = defineCheck({
  id: "privacy/personal-data-in-page",
  needs: ["pages"],
  severity: { "values-in-page": "medium", "advanced-matching": "medium" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["5", "25", "26", "28"],
    cnil: ["Guide RGPD de l'équipe de développement, fiches 7 et 16"],
    asvs: ["14.2.3", "14.2.6"],
    wstg: ["WSTG-INFO-05"],
    cwe: [200, 359],
  },
  text: personalDataInPageText,
  evaluate({ pages }) {
    if (pages.pages.length === 0) return [notAssessed("no-pages")];
    const verdicts = [...pages.pages.flatMap(valuesIn), ...matching(pages.pages)];
    return verdicts.length === 0 ? [pass()] : verdicts;
  },
});

/** L6: in scripts, data blocks, hidden fields and attributes. What stands in addresses is the forms area's. */
function valuesIn(page: Page): readonly Verdict<Code>[] {
  const leaks = page.personalDataLeaks.filter(({ where }) => !/^(address|link|canonical|resource:)/.test(where));
  if (leaks.length === 0) return [];
  return [
    fail({
      code: "values-in-page",
      subject: `${page.role} ${pathOf(page.url)}`,
      params: { page: page.url, count: leaks.length, examples: leaks.slice(0, 3).map(({ masked }) => masked) },
      observed: {
        where: [...new Set(leaks.map(({ where }) => where))].slice(0, 8),
        masked: leaks.slice(0, 8).map(({ masked }) => masked),
      },
      remedy: { action: "edit-page", change: "values-out-of-page", element: leaks[0]?.where ?? "" },
      confidence: "medium",
      pages: [page.url],
    }),
  ];
}

/** L7: a documented call by which a page hands the visitor's e-mail or phone to an advertiser. */
function matching(pages: readonly Page[]): readonly Verdict<Code>[] {
  const found = new Map<string, string[]>();
  for (const page of pages) {
    for (const { literals, neutralised } of page.scripts) {
      if (neutralised) continue;
      for (const literal of literals)
        if (literal.startsWith("matching:"))
          found.set(literal.slice(9), [...(found.get(literal.slice(9)) ?? []), page.url]);
    }
  }
  return [...found].map(([vendor, on]) =>
    fail({
      code: "advanced-matching",
      subject: `matching ${vendor}`,
      params: { vendor, page: on[0] ?? "" },
      remedy: { action: "edit-page", change: "matching-off", element: vendor },
      confidence: "medium",
      pages: [...new Set(on)],
    }),
  );
}
