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
import { cookiePrefixesText } from "./prefixes.text.ts";

type Code = keyof (typeof cookiePrefixesText)["en"]["outcomes"];

export const cookiePrefixes = defineCheck({
  id: "cookies/prefixes",
  needs: ["http"],
  uses: ["pages"],
  severity: { "host-broken": "medium", "secure-broken": "medium", unprefixed: "info" },
  settings: z.strictObject({}),
  references: {
    cwe: [565],
    rgpd: ["32"],
    asvs: ["3.3.3"],
    wstg: ["WSTG-SESS-02"],
    urls: ["https://datatracker.ietf.org/doc/draft-ietf-httpbis-rfc6265bis/"],
  },
  text: cookiePrefixesText,
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

/** Browsers compare the prefixes without regard to case (RFC 6265bis, 5.7). */
function weaknessOf({ name, attributes, secureTransport, ...cookie }: SeenCookie): Code | null {
  const lower = name.toLowerCase();
  const secure = attributes.secure && secureTransport;
  if (lower.startsWith("__host-")) {
    return secure && attributes.path === "/" && attributes.domain === null ? null : "host-broken";
  }
  if (lower.startsWith("__secure-")) return secure ? null : "secure-broken";
  return holdsSession({ name, attributes, secureTransport, ...cookie }) ? "unprefixed" : null;
}

function verdictOf(code: Code, same: readonly SeenCookie[]): Verdict<Code> {
  const cookie = same[0]?.name ?? "";
  return fail({
    code,
    subject: cookie,
    params: { cookie },
    observed: { cookie, role: same[0]?.role ?? "unknown" },
    remedy:
      code === "unprefixed"
        ? { action: "cookie-flag", cookie, add: ["__Host-"] }
        : { action: "edit-page", change: "cookie-prefix-name", element: cookie },
    pages: [...new Set(same.map(({ url }) => url))],
  });
}
