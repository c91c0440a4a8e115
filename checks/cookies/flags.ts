import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { headerValue } from "../../src/parse/headers.ts";
import { parseHsts } from "../../src/parse/hsts.ts";
import {
  cookiesByName,
  holdsSession,
  siteCookies,
  withoutCookies,
  type SeenCookie,
} from "../../src/parse/site-cookies.ts";
import { cookieFlagsText } from "./flags.text.ts";

type Code = keyof (typeof cookieFlagsText)["en"]["outcomes"];

export const cookieFlags = defineCheck({
  id: "cookies/flags",
  needs: ["http"],
  uses: ["pages"],
  severity: {
    "session-not-secure": "medium",
    "session-readable": "medium",
    "csrf-not-secure": "low",
    "others-not-secure": "low",
  },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 6265"],
    cwe: [614, 1004],
    rgpd: ["32"],
    anssi: ["ANSSI-PA-009"],
    "pci-dss": ["6.2.4"],
    asvs: ["3.3.1", "3.3.4"],
    wstg: ["WSTG-SESS-02"],
  },
  text: cookieFlagsText,
  evaluate({ http, pages }, _settings, { at }) {
    const cookies = siteCookies(http, pages, at).filter(({ role }) => role !== "infrastructure");
    if (cookies.length === 0) return [withoutCookies(http, pages)];
    const covered = hostsUnderHsts(http);
    const verdicts = [
      ...cookiesByName(cookies.filter((cookie) => holdsSession(cookie))).flatMap((same) => judgeSession(same, covered)),
      ...cookiesByName(cookies.filter(({ role }) => role === "csrf")).flatMap((same) =>
        clear(same).length === 0 ? [] : [oneCookie("csrf-not-secure", clear(same), ["Secure"], {})],
      ),
      ...judgeOthers(cookies.filter((cookie) => !holdsSession(cookie) && cookie.role !== "csrf")),
    ];
    return verdicts.length > 0 ? verdicts : [pass()];
  },
});

/** A cookie that was set over http cannot be Secure at all: that is for cookies/set-over-http. */
function clear(cookies: readonly SeenCookie[]): readonly SeenCookie[] {
  return cookies.filter(({ secureTransport, attributes }) => secureTransport && !attributes.secure);
}

function judgeSession(same: readonly SeenCookie[], covered: readonly string[]): readonly Verdict<Code>[] {
  const open = clear(same);
  const readable = same.filter(({ attributes }) => !attributes.httpOnly);
  const add = [
    ...(open.length > 0 ? (["Secure"] as const) : []),
    ...(readable.length > 0 ? (["HttpOnly"] as const) : []),
    ...(same.some(({ attributes }) => attributes.sameSite === null) ? (["SameSite=Lax"] as const) : []),
  ];
  // HSTS keeps the cookie off http only on the hosts that it covers; one with a Domain goes to sub-domains too.
  const held = open.every(({ attributes, host }) => covered.includes(attributes.domain ?? host));
  return [
    ...(open.length === 0 ? [] : [oneCookie("session-not-secure", open, add, held ? MITIGATED : {})]),
    ...(readable.length === 0 ? [] : [oneCookie("session-readable", readable, add, {})]),
  ];
}

const MITIGATED = { shift: -1, shiftReason: "hsts" } as const;

type Flag = Extract<Remedy, { action: "cookie-flag" }>["add"][number];

function oneCookie(
  code: Code,
  cookies: readonly SeenCookie[],
  add: readonly Flag[],
  shift: Partial<typeof MITIGATED>,
): Verdict<Code> {
  const name = cookies[0]?.name ?? "";
  return fail({
    code,
    subject: `${name} ${code === "session-readable" ? "HttpOnly" : "Secure"}`,
    params: { cookie: name },
    observed: {
      cookie: name,
      role: cookies[0]?.role ?? "unknown",
      hosts: [...new Set(cookies.map(({ host }) => host))],
    },
    remedy: {
      action: "cookie-flag",
      cookie: name,
      add: [...add],
      ...(add.includes("SameSite=Lax") ? { caution: "samesite-payment-return" } : {}),
    },
    confidence: cookies.some(({ sure }) => sure) ? "high" : "medium",
    pages: [...new Set(cookies.map(({ url }) => url))],
    ...shift,
  });
}

/** Cookies that carry no session are told together: one line for what one line repairs. */
function judgeOthers(cookies: readonly SeenCookie[]): readonly Verdict<Code>[] {
  const open = cookiesByName(clear(cookies)).map((same) => same[0]?.name ?? "");
  if (open.length === 0) return [];
  return [
    fail({
      code: "others-not-secure",
      subject: "others Secure",
      params: { cookies: open.slice(0, 10), count: open.length },
      observed: { cookies: open.slice(0, 30) },
      remedy: open.slice(0, 5).map((cookie): Remedy => ({ action: "cookie-flag", cookie, add: ["Secure"] })),
      pages: [...new Set(clear(cookies).map(({ url }) => url))],
    }),
  ];
}

/** Hosts whose HSTS policy covers their sub-domains too. */
function hostsUnderHsts(http: SectionValue<"http">): readonly string[] {
  return http.origins
    .flatMap(({ chain }) => chain)
    .flatMap(({ url, headers }) => {
      const value = url.startsWith("https:") ? headerValue(headers, "strict-transport-security") : null;
      if (value === null) return [];
      const { maxAge, includeSubDomains } = parseHsts(value);
      return (maxAge ?? 0) > 0 && includeSubDomains ? [new URL(url).hostname] : [];
    });
}
