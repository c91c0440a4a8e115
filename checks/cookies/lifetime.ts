import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { cookiesByName, siteCookies, withoutCookies, type SeenCookie } from "../../src/parse/site-cookies.ts";
import { cookieLifetimeText } from "./lifetime.text.ts";

type Code = keyof (typeof cookieLifetimeText)["en"]["outcomes"];

const DAY = 86_400;

export const cookieLifetimes = defineCheck({
  id: "cookies/lifetime",
  needs: ["http"],
  uses: ["pages"],
  severity: { "session-long": "info" },
  settings: z.strictObject({
    /** Days. */
    sessionDays: z.number().min(0).default(30),
  }),
  references: {
    rfc: ["RFC 6265"],
    cwe: [613, 539],
    rgpd: ["32"],
    wstg: ["WSTG-SESS-02"],
  },
  text: cookieLifetimeText,
  evaluate({ http, pages }, settings, { at }) {
    const cookies = siteCookies(http, pages, at).filter(({ role }) => role !== "infrastructure");
    if (cookies.length === 0) return [withoutCookies(http, pages)];
    // Trackers and remembered choices are the privacy area's. "Remember me" is a customer's own wish and may live long.
    const sessions = cookiesByName(cookies.filter(({ role }) => role === "session"));
    const faults = sessions.flatMap((same): readonly Verdict<Code>[] => {
      const longest = same.toSorted((a, b) => (b.lifetime ?? 0) - (a.lifetime ?? 0))[0];
      return longest === undefined || (longest.lifetime ?? 0) <= settings.sessionDays * DAY
        ? []
        : [verdictOf(longest, settings.sessionDays)];
    });
    return faults.length > 0 ? faults : [pass()];
  },
});

function verdictOf({ name, lifetime, role, url }: SeenCookie, limit: number): Verdict<Code> {
  const days = Math.floor((lifetime ?? 0) / DAY);
  return fail({
    code: "session-long",
    subject: name,
    params: { cookie: name, days, limit },
    observed: { cookie: name, role, days },
    remedy: { action: "edit-page", change: "cookie-lifetime", element: name },
    pages: [url],
  });
}
