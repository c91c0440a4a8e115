import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import {
  cookiesByName,
  holdsSession,
  siteCookies,
  withoutCookies,
  type SeenCookie,
} from "../../src/parse/site-cookies.ts";
import { sameSiteText } from "./samesite.text.ts";

type Code = keyof (typeof sameSiteText)["en"]["outcomes"];

export const sameSite = defineCheck({
  id: "cookies/samesite",
  needs: ["http"],
  uses: ["pages"],
  severity: { "none-without-secure": "medium", "session-none": "low", "session-missing": "low", invalid: "low" },
  settings: z.strictObject({}),
  references: {
    cwe: [1275, 352],
    rgpd: ["32"],
    anssi: ["ANSSI-PA-009"],
    asvs: ["3.3.2"],
    wstg: ["WSTG-SESS-02", "WSTG-SESS-05"],
    urls: ["https://datatracker.ietf.org/doc/draft-ietf-httpbis-rfc6265bis/"],
  },
  text: sameSiteText,
  evaluate({ http, pages }, _settings, { at }) {
    const cookies = siteCookies(http, pages, at).filter(({ role }) => role !== "infrastructure");
    if (cookies.length === 0) return [withoutCookies(http, pages)];
    const faults = cookiesByName(cookies).flatMap((same): readonly Verdict<Code>[] => {
      const code = same.map((cookie) => weaknessOf(cookie)).find((found) => found !== null) ?? null;
      return code === null ? [] : [verdictOf(code, same)];
    });
    return faults.length > 0 ? faults : [pass()];
  },
});

function weaknessOf(cookie: SeenCookie): Code | null {
  const { sameSite: value, secure } = cookie.attributes;
  if (value === "invalid") return "invalid";
  // Browsers refuse such a cookie altogether (RFC 6265bis, 5.7).
  if (value === "none" && !secure) return "none-without-secure";
  const matters = holdsSession(cookie) || cookie.role === "csrf";
  if (matters && value === "none") return "session-none";
  // Chrome and Edge take Lax where nothing is said, Firefox and Safari do not.
  return matters && value === null ? "session-missing" : null;
}

function verdictOf(code: Code, same: readonly SeenCookie[]): Verdict<Code> {
  const cookie = same[0]?.name ?? "";
  const session = same.some((seen) => holdsSession(seen) || seen.role === "csrf");
  const remedy: Remedy =
    code === "none-without-secure" && !session
      ? { action: "cookie-flag", cookie, add: ["Secure"] }
      : { action: "cookie-flag", cookie, add: ["SameSite=Lax"], caution: "samesite-payment-return" };
  return fail({
    code,
    subject: cookie,
    params: { cookie },
    observed: { cookie, role: same[0]?.role ?? "unknown" },
    remedy,
    confidence: same.some(({ sure }) => sure) || !code.startsWith("session") ? "high" : "medium",
    pages: [...new Set(same.map(({ url }) => url))],
  });
}
