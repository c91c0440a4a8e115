import { describe, expect, it } from "vitest";
import { cookieFlags } from "../../../checks/cookies/flags.ts";
import { bakery, hop, httpValue, origin } from "../../builders/http-evidence.ts";
import { failuresOf, outcomesOf } from "../../builders/judge.ts";
import { page, pagesValue } from "../../builders/page-evidence.ts";

const cases: readonly [lines: readonly string[], outcomes: readonly string[]][] = [
  [["PHPSESSID=1; Secure; HttpOnly"], ["pass"]],
  [[], ["not-applicable: no-cookies"]],
  [["PHPSESSID=1; HttpOnly"], ["session-not-secure"]],
  [["PrestaShop-0a1b=1; Secure"], ["session-readable"]],
  [["frontend=1"], ["session-not-secure", "session-readable"]],
  [["wordpress_logged_in_0a1b=1; HttpOnly"], ["session-not-secure"]],
  [["osCsid=1; HttpOnly"], ["session-not-secure"]],
  [[".Nop.Authentication=1; Secure"], ["session-readable"]],
  [["sw-context-token=1; Secure"], ["session-readable"]],
  [["form_key=1; Secure"], ["pass"]],
  [["XSRF-TOKEN=1"], ["csrf-not-secure"]],
  [["woocommerce_cart_hash=1", "tart=2"], ["others-not-secure"]],
  [["AWSALB=1"], ["not-applicable: no-cookies"]],
  [["PHPSESSID=gone; Max-Age=0"], ["not-applicable: no-cookies"]],
  [["PHPSESSID=gone; Expires=Thu, 01 Jan 1970 00:00:00 GMT"], ["not-applicable: no-cookies"]],
  [["my_session=1; HttpOnly"], ["session-not-secure"]],
  [["obsession=1; Secure"], ["pass"]],
];

describe("cookies/flags", () => {
  it.each(cases)("%j", (lines, outcomes) => {
    expect(outcomesOf(cookieFlags, { http: bakery({ "set-cookie": lines }) })).toEqual(outcomes);
  });

  it("a cookie on many pages is one finding", () => {
    const lines = { "set-cookie": ["PHPSESSID=1; HttpOnly"] };
    const pages = pagesValue([
      page("https://bakery.test/cart", "cart", lines),
      page("https://bakery.test/login", "login", lines),
    ]);

    expect(failuresOf(cookieFlags, { http: bakery(lines), pages })).toHaveLength(1);
  });

  it("HSTS excuses a missing Secure only where it covers the sub-domains too", () => {
    const http = (hsts: string, domain: string) =>
      bakery({ "set-cookie": [`PHPSESSID=1; HttpOnly${domain}`], "strict-transport-security": hsts });
    const shiftOf = (hsts: string, domain: string) => failuresOf(cookieFlags, { http: http(hsts, domain) })[0]?.shift;

    expect(shiftOf("max-age=31536000; includeSubDomains", "; Domain=bakery.test")).toBe(-1);
    expect(shiftOf("max-age=31536000", "; Domain=bakery.test")).toBe(0);
    expect(shiftOf("max-age=0; includeSubDomains", "")).toBe(0);
  });

  it("a cookie set over http is left to cookies/set-over-http", () => {
    const http = httpValue([origin([hop("http://bakery.test/", { "set-cookie": ["PHPSESSID=1; HttpOnly"] })])]);

    expect(outcomesOf(cookieFlags, { http })).toEqual(["pass"]);
  });
});
