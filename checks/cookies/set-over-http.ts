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
import { setOverHttpText } from "./set-over-http.text.ts";

type Code = keyof (typeof setOverHttpText)["en"]["outcomes"];

export const setOverHttp = defineCheck({
  id: "cookies/set-over-http",
  needs: ["http"],
  uses: ["pages"],
  severity: { session: "medium", others: "low" },
  settings: z.strictObject({}),
  references: {
    cwe: [319, 614],
    rgpd: ["32"],
    "pci-dss": ["4.2.1"],
    asvs: ["3.3.1", "12.2.1"],
    wstg: ["WSTG-SESS-02", "WSTG-CRYP-03"],
  },
  text: setOverHttpText,
  evaluate({ http, pages }, _settings, { at }) {
    const cookies = siteCookies(http, pages, at);
    if (cookies.length === 0) return [withoutCookies(http, pages)];
    const clear = cookies.filter(({ secureTransport }) => !secureTransport);
    const sessions = cookiesByName(clear.filter((cookie) => holdsSession(cookie)));
    const others = clear.filter((cookie) => !holdsSession(cookie));
    const faults = [
      ...sessions.map((same) => verdictOf("session", same[0]?.name ?? "", same)),
      ...(others.length === 0 ? [] : [verdictOf("others", "others", others)]),
    ];
    return faults.length > 0 ? faults : [pass()];
  },
});

function verdictOf(code: Code, subject: string, cookies: readonly SeenCookie[]): Verdict<Code> {
  const names = [...new Set(cookies.map(({ name }) => name))];
  const hosts = [...new Set(cookies.map(({ host }) => host))].slice(0, 10);
  return fail({
    code,
    subject,
    params: { cookies: names.slice(0, 10), count: names.length, hosts },
    observed: { cookies: names.slice(0, 30) },
    remedy: [
      ...hosts.map((host): Remedy => ({ action: "redirect-to-https", host })),
      { action: "review", topic: "cookie-after-https" },
    ],
    pages: [...new Set(cookies.map(({ url }) => url))],
  });
}
