import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import {
  cookiesByName,
  holdsSession,
  siteCookies,
  withoutCookies,
  type SeenCookie,
} from "../../src/parse/site-cookies.ts";
import { cookieScopeText } from "./scope.text.ts";

type Code = keyof (typeof cookieScopeText)["en"]["outcomes"];

export const cookieScope = defineCheck({
  id: "cookies/scope",
  needs: ["http"],
  uses: ["pages"],
  severity: { "session-wide": "low", refused: "low" },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 6265"],
    cwe: [1275, 668],
    rgpd: ["32"],
    asvs: ["3.3.3"],
    wstg: ["WSTG-SESS-02"],
  },
  text: cookieScopeText,
  evaluate({ http, pages }, _settings, { at }) {
    const cookies = siteCookies(http, pages, at).filter(({ role }) => role !== "infrastructure");
    if (cookies.length === 0) return [withoutCookies(http, pages)];
    const faults = cookiesByName(cookies).flatMap((same): readonly Verdict<Code>[] => {
      const found = same.find((cookie) => weaknessOf(cookie) !== null);
      const code = found === undefined ? null : weaknessOf(found);
      return found === undefined || code === null ? [] : [verdictOf(code, found, same)];
    });
    return faults.length > 0 ? faults : [pass()];
  },
});

function weaknessOf(cookie: SeenCookie): Code | null {
  const { domain } = cookie.attributes;
  if (domain === null) return null;
  // A browser refuses a cookie for a domain that does not contain the host (RFC 6265, 5.3 step 6).
  if (cookie.host !== domain && !cookie.host.endsWith(`.${domain}`)) return "refused";
  return holdsSession(cookie) ? "session-wide" : null;
}

function verdictOf(code: Code, found: SeenCookie, same: readonly SeenCookie[]): Verdict<Code> {
  const domain = found.attributes.domain ?? "";
  return fail({
    code,
    subject: found.name,
    params: { cookie: found.name, domain, host: found.host },
    observed: { cookie: found.name, domain, role: found.role },
    remedy: { action: "edit-page", change: "cookie-host-only", element: found.name },
    confidence: found.sure || code === "refused" ? "high" : "medium",
    pages: [...new Set(same.map(({ url }) => url))],
  });
}
