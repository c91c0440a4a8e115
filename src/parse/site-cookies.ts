import type { SectionValue } from "../core/evidence/evidence.ts";
import { notApplicable, notAssessed, type Verdict } from "../core/verdict.ts";
import { cookieRole, type CookieRole } from "../data/cookies.ts";
import { networkAnswers } from "./site-answers.ts";
import { cookieAttributes, cookieLifetime, type CookieAttributes } from "./set-cookie.ts";

/** A cookie as one answer set it. */
export interface SeenCookie {
  readonly name: string;
  readonly role: CookieRole;
  /** Whether the role is known from the table of names, and not read from a speaking name. */
  readonly sure: boolean;
  readonly attributes: CookieAttributes;
  /** Seconds that it lives; null for one that ends with the browser session. */
  readonly lifetime: number | null;
  readonly url: string;
  readonly host: string;
  readonly secureTransport: boolean;
}

/** Whether a session or a login hangs on the cookie: whoever has it is the customer. */
export function holdsSession(cookie: SeenCookie): boolean {
  return cookie.role === "session" || cookie.role === "authentication";
}

/**
 * The cookies that the site sets: every hop of the entry chains and every page, whatever its status, but not those of a bot
 * wall. Cookies that are being deleted are left out. At most 200; the same cookie set alike on several pages appears once.
 */
export function siteCookies(
  http: SectionValue<"http">,
  pages: SectionValue<"pages"> | undefined,
  at: Date,
): readonly SeenCookie[] {
  const seen = new Map<string, SeenCookie>();
  for (const { url, cookies } of networkAnswers(http, pages).answers) {
    const { protocol, hostname } = new URL(url);
    for (const { name, attributes: raw } of cookies) {
      const attributes = cookieAttributes(raw);
      const lifetime = cookieLifetime(attributes, at);
      if (name === "" || (lifetime !== null && lifetime <= 0) || seen.size >= 200) continue;
      const key = JSON.stringify([protocol, hostname, name, attributes]);
      const { role, sure } = cookieRole(name);
      const secureTransport = protocol === "https:";
      if (!seen.has(key)) {
        seen.set(key, { name, role, sure, attributes, lifetime, url, host: hostname, secureTransport });
      }
    }
  }
  return [...seen.values()];
}

/** What to say where no cookie was seen: that the site sets none, or that it was not seen at work. */
export function withoutCookies(http: SectionValue<"http">, pages: SectionValue<"pages"> | undefined): Verdict<never> {
  const { unseen } = networkAnswers(http, pages);
  return unseen === null ? notApplicable("no-cookies") : notAssessed(unseen);
}

/** Cookies grouped by name, in the order in which the names were first seen. */
export function cookiesByName(cookies: readonly SeenCookie[]): readonly (readonly SeenCookie[])[] {
  const groups = new Map<string, SeenCookie[]>();
  for (const cookie of cookies) groups.set(cookie.name, [...(groups.get(cookie.name) ?? []), cookie]);
  return [...groups.values()];
}
