import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, pass, type Verdict } from "../../src/core/verdict.ts";
import { cookiesByName, siteCookies, type SeenCookie } from "../../src/parse/site-cookies.ts";
import { cookieLifetimeText } from "./lifetime.text.ts";

type Code = keyof (typeof cookieLifetimeText)["en"]["outcomes"];

const DAY = 86_400;

interface Settings {
  readonly sessionDays: number;
  readonly analyticsDays: number;
}

export const cookieLifetimes = defineCheck({
  id: "cookies/lifetime",
  needs: ["http"],
  uses: ["pages"],
  severity: { "session-long": "info", "analytics-long": "low" },
  settings: z.strictObject({
    sessionDays: z.number().min(0).default(30),
    /** Thirteen months, the life of audience measurement cookies in the CNIL's guidelines of 17 September 2020. */
    analyticsDays: z.number().min(0).default(396),
  }),
  references: {
    rfc: ["RFC 6265"],
    cwe: [613, 539],
    rgpd: ["5", "32"],
    cnil: ["Lignes directrices « cookies et autres traceurs » (délibération 2020-091)"],
    wstg: ["WSTG-SESS-02"],
  },
  text: cookieLifetimeText,
  evaluate({ http, pages }, settings, { at }) {
    const cookies = siteCookies(http, pages, at).filter(({ role }) => role !== "infrastructure");
    if (cookies.length === 0) return [notApplicable("no-cookies")];
    const faults = cookiesByName(cookies).flatMap((same): readonly Verdict<Code>[] => {
      const longest = same.toSorted((a, b) => (b.lifetime ?? 0) - (a.lifetime ?? 0))[0];
      const code = longest === undefined ? null : weaknessOf(longest, settings);
      return longest === undefined || code === null ? [] : [verdictOf(code, longest, settings)];
    });
    return faults.length > 0 ? faults : [pass()];
  },
});

function weaknessOf({ role, lifetime }: SeenCookie, settings: Settings): Code | null {
  if (lifetime === null) return null;
  // "Remember me" is a customer's own wish and lives longer; only the plain session is judged.
  if (role === "session" && lifetime > settings.sessionDays * DAY) return "session-long";
  return role === "analytics" && lifetime > settings.analyticsDays * DAY ? "analytics-long" : null;
}

function verdictOf(code: Code, { name, lifetime, role, url }: SeenCookie, settings: Settings): Verdict<Code> {
  const days = Math.floor((lifetime ?? 0) / DAY);
  const limit = code === "session-long" ? settings.sessionDays : settings.analyticsDays;
  return fail({
    code,
    subject: name,
    params: { cookie: name, days, limit },
    observed: { cookie: name, role, days },
    remedy: { action: "edit-page", change: "cookie-lifetime", element: name },
    pages: [url],
  });
}
