import { describe, expect, it } from "vitest";
import { cookieLifetimes } from "../../../checks/cookies/lifetime.ts";
import { cookiePrefixes } from "../../../checks/cookies/prefixes.ts";
import { sameSite } from "../../../checks/cookies/samesite.ts";
import { cookieScope } from "../../../checks/cookies/scope.ts";
import { setOverHttp } from "../../../checks/cookies/set-over-http.ts";
import { bakery, hop, httpValue, origin, redirect } from "../../builders/http-evidence.ts";
import { failuresOf, outcomesOf } from "../../builders/judge.ts";

type Row = readonly [lines: readonly string[], outcomes: readonly string[]];

const NO_COOKIES: Row = [[], ["not-applicable: no-cookies"]];

describe("cookies/samesite", () => {
  it.each<Row>([
    NO_COOKIES,
    [["PHPSESSID=1; SameSite=Lax"], ["pass"]],
    [["PHPSESSID=1; SameSite=Strict"], ["pass"]],
    [["PHPSESSID=1"], ["session-missing"]],
    [["XSRF-TOKEN=1"], ["session-missing"]],
    [["tart=1"], ["pass"]],
    [["PHPSESSID=1; SameSite=None; Secure"], ["session-none"]],
    [["tart=1; SameSite=None"], ["none-without-secure"]],
    [["chat=1; SameSite=None; Secure; Partitioned"], ["pass"]],
    [["tart=1; SameSite=Sometimes"], ["invalid"]],
  ])("%j", (lines, outcomes) => {
    expect(outcomesOf(sameSite, { http: bakery({ "set-cookie": lines }) })).toEqual(outcomes);
  });

  it("advises Lax for a session, so that customers come back from the payment page logged in", () => {
    const [fault] = failuresOf(sameSite, { http: bakery({ "set-cookie": ["PHPSESSID=1"] }) });

    expect(fault?.remedy).toEqual([
      { action: "cookie-flag", cookie: "PHPSESSID", add: ["SameSite=Lax"], caution: "samesite-payment-return" },
    ]);
  });
});

describe("cookies/prefixes", () => {
  it.each<Row>([
    NO_COOKIES,
    [["__Host-session=1; Secure; Path=/"], ["pass"]],
    [["__Host-session=1; Secure; Path=/; Domain=bakery.test"], ["host-broken"]],
    [["__Host-session=1; Secure; Path=/shop"], ["host-broken"]],
    [["__Host-session=1; Path=/"], ["host-broken"]],
    [["__host-session=1; Secure"], ["host-broken"]],
    [["__Secure-tart=1"], ["secure-broken"]],
    [["__Secure-session=1; Secure"], ["pass"]],
    [["PHPSESSID=1"], ["unprefixed"]],
    [["tart=1"], ["pass"]],
  ])("%j", (lines, outcomes) => {
    expect(outcomesOf(cookiePrefixes, { http: bakery({ "set-cookie": lines }) })).toEqual(outcomes);
  });
});

describe("cookies/scope", () => {
  it.each<Row>([
    NO_COOKIES,
    [["PHPSESSID=1"], ["pass"]],
    [["PHPSESSID=1; Domain=bakery.test"], ["session-wide"]],
    [["PHPSESSID=1; Domain=.bakery.test"], ["session-wide"]],
    [["language=fr; Domain=bakery.test"], ["pass"]],
    [["tart=1; Domain=florist.test"], ["refused"]],
    [["tart=1; Domain=shop.bakery.test"], ["refused"]],
  ])("%j", (lines, outcomes) => {
    expect(outcomesOf(cookieScope, { http: bakery({ "set-cookie": lines }) })).toEqual(outcomes);
  });
});

describe("cookies/lifetime", () => {
  it.each<Row>([
    NO_COOKIES,
    [["PHPSESSID=1"], ["pass"]],
    [["PHPSESSID=1; Max-Age=2592000"], ["pass"]],
    [["PrestaShop-0a=1; Max-Age=2592001"], ["session-long"]],
    [["wordpress_logged_in_0a=1; Max-Age=31536000"], ["pass"]],
    [["_ga=1; Max-Age=63072000"], ["pass"]],
    [["PHPSESSID=1; Expires=Fri, 24 Nov 2028 12:00:00 GMT"], ["session-long"]],
  ])("%j", (lines, outcomes) => {
    expect(outcomesOf(cookieLifetimes, { http: bakery({ "set-cookie": lines }) })).toEqual(outcomes);
  });
});

describe("cookies/set-over-http", () => {
  const overHttp = (...lines: string[]) =>
    httpValue([
      origin([
        redirect("http://bakery.test/", "https://bakery.test/", 301, { "set-cookie": lines }),
        hop("https://bakery.test/"),
      ]),
    ]);

  it.each<Row>([
    NO_COOKIES,
    [["PHPSESSID=1; HttpOnly"], ["session"]],
    [["tart=1", "language=fr"], ["others"]],
    [
      ["tart=1", "PHPSESSID=1"],
      ["session", "others"],
    ],
  ])("on the redirect: %j", (lines, outcomes) => {
    expect(outcomesOf(setOverHttp, { http: overHttp(...lines) })).toEqual(outcomes);
  });

  it("after https they are fine", () => {
    expect(outcomesOf(setOverHttp, { http: bakery({ "set-cookie": ["PHPSESSID=1"] }) })).toEqual(["pass"]);
  });
});
