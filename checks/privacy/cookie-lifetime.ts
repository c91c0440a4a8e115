import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { CONSENT_COOKIES, namedCookie, TRACKER_COOKIES } from "../../src/data/processors/cookies.ts";
import { cookieAttributes, cookieLifetime } from "../../src/parse/set-cookie.ts";
import { cookieLifetimeText } from "./cookie-lifetime.text.ts";

type Code = keyof (typeof cookieLifetimeText)["en"]["outcomes"];

const DAY = 86_400;

export const cookieLifetimeCheck = defineCheck({
  id: "privacy/cookie-lifetime",
  needs: ["pages"],
  uses: ["http"],
  severity: { "tracker-too-long": "low", "choice-too-long": "low" },
  settings: z.strictObject({
    /** Days; thirteen months, with a few days for how months are counted. */
    trackerDays: z.number().int().default(397),
    /** Days; six months, the good practice of the CNIL for a choice. */
    choiceDays: z.number().int().default(190),
  }),
  references: { rgpd: ["5"], cnil: ["Délibération 2020-091", "Guide RGPD de l'équipe de développement, fiche 17"] },
  text: cookieLifetimeText,
  evaluate({ pages, http }, { trackerDays, choiceDays }, { at }) {
    if (pages.pages.length === 0) return [notAssessed("no-pages")];
    const answers = [...pages.pages, ...(http?.origins ?? []).flatMap(({ chain }) => chain)];
    const verdicts = new Map<string, Verdict<Code>>();
    for (const { url, cookies } of answers) {
      for (const { name, attributes } of cookies) {
        const choice = namedCookie(name, CONSENT_COOKIES);
        if (!choice && !namedCookie(name, TRACKER_COOKIES)) continue;
        const days = Math.round((cookieLifetime(cookieAttributes(attributes), at) ?? 0) / DAY);
        const limit = choice ? choiceDays : trackerDays;
        if (days <= limit) {
          if (!verdicts.has(name)) verdicts.set(name, pass(name));
          continue;
        }
        verdicts.set(
          name,
          fail({
            code: choice ? "choice-too-long" : "tracker-too-long",
            subject: name,
            params: { cookie: name, days, limit },
            observed: { days },
            remedy: { action: "review", topic: "cookie-shorter" },
            pages: [url],
          }),
        );
      }
    }
    return verdicts.size === 0 ? [notApplicable("no-long-cookies")] : [...verdicts.values()];
  },
});
