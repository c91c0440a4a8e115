import { describe, expect, it } from "vitest";
import { cachePersonalPages } from "../../../checks/headers/cache-personal-pages.ts";
import { cors } from "../../../checks/headers/cors.ts";
import { mixedContent } from "../../../checks/headers/mixed-content.ts";
import { securityTxt } from "../../../checks/headers/security-txt.ts";
import { sri } from "../../../checks/headers/sri.ts";
import type { PageScript } from "../../../src/core/evidence/pages.ts";
import { bakery, hop, httpValue, origin, type HeaderLines } from "../../builders/http-evidence.ts";
import { failuresOf, outcomesOf } from "../../builders/judge.ts";
import { form, page, pagesValue, passwordField } from "../../builders/page-evidence.ts";

describe("headers/cors", () => {
  const FOREIGN = "https://vigie-0a1b.example";
  const answer = (allowOrigin: string | null, more = {}) => ({
    url: "https://bakery.test/",
    origin: FOREIGN,
    status: 200,
    allowOrigin,
    allowCredentials: null,
    vary: null,
    contentType: "text/html",
    ...more,
  });
  const judge = (...answers: ReturnType<typeof answer>[]) => outcomesOf(cors, { http: bakery({}, { cors: answers }) });

  it.each([
    [answer(null), "pass"],
    [answer("*"), "pass"],
    [answer("https://www.bakery.test", { allowCredentials: "true" }), "pass"],
    [answer(FOREIGN, { vary: "Accept-Encoding, Origin" }), "pass"],
    [answer(FOREIGN, { allowCredentials: "TRUE", vary: "origin" }), "pass"],
    [answer(FOREIGN, { allowCredentials: "true" }), "reflected-credentials"],
    [answer("null", { origin: "null", allowCredentials: "true" }), "null-credentials"],
    [answer(FOREIGN), "no-vary"],
    [answer("*", { allowCredentials: "true" }), "contradictory"],
    [answer("*", { contentType: "application/json" }), "wildcard-data"],
    [answer(null, { status: 403 }), "not-assessed: http-error"],
  ])("%j: %s", (seen, outcome) => {
    expect(judge(seen)).toEqual([outcome]);
  });

  it("is not assessed where nothing answered", () => {
    expect(judge()).toEqual(["not-assessed: no-answer"]);
  });
});

describe("headers/cache-personal-pages", () => {
  const SESSION: HeaderLines = { "set-cookie": ["PHPSESSID=1"] };
  const cart = (lines: HeaderLines) => pagesValue([page("https://bakery.test/panier", "cart", lines)]);

  it.each<readonly [HeaderLines, string]>([
    [{ "cache-control": "no-store" }, "pass"],
    [{ "cache-control": "private, max-age=60" }, "pass"],
    [{ "cache-control": ["public, max-age=60", "no-store"] }, "pass"],
    [{ "cache-control": "no-cache" }, "pass"],
    [{ "cache-control": "no-store", age: "0" }, "pass"],
    [{}, "storable"],
    [{ "cache-control": "max-age=600" }, "storable"],
    [{ "cache-control": "public, max-age=600" }, "shared"],
    [{ "cache-control": "s-maxage=600" }, "shared"],
    [{ "cache-control": "no-store", "x-cache": "HIT from cdn" }, "cached"],
    [{ "cf-cache-status": "HIT" }, "cached"],
    [{ age: "37" }, "cached"],
    [{ "cache-control": "public", ...SESSION }, "session-cached"],
    [{ "x-varnish-cache": "HIT", ...SESSION }, "session-cached"],
  ])("%j: %s", (lines, outcome) => {
    expect(outcomesOf(cachePersonalPages, { http: bakery(), pages: cart(lines) })).toEqual([outcome]);
  });

  it("leaves the public pages alone", () => {
    const pages = pagesValue([page("https://bakery.test/", "home", { "cache-control": "public", ...SESSION })]);

    expect(outcomesOf(cachePersonalPages, { http: bakery(), pages })).toEqual(["not-assessed: not-found"]);
  });

  it("advises for the pages in question only", () => {
    const pages = pagesValue([
      page("https://bakery.test/panier", "cart"),
      page("https://bakery.test/mon-compte", "account"),
    ]);

    const faults = failuresOf(cachePersonalPages, { http: bakery(), pages });

    expect(faults).toHaveLength(1);
    expect(faults[0]?.remedy).toMatchObject([{ value: "no-store", paths: ["/panier", "/mon-compte"] }]);
  });

  it("where one address is the whole shop, the application must do it", () => {
    const pages = pagesValue([page("https://bakery.test/index.php", "cart")]);

    expect(failuresOf(cachePersonalPages, { http: bakery(), pages })[0]?.remedy).toEqual([
      { action: "review", topic: "cache-in-application" },
    ]);
  });
});

function script(src: string, more: Partial<PageScript> = {}): PageScript {
  return {
    src,
    type: null,
    integrity: null,
    crossorigin: null,
    nonce: false,
    neutralised: false,
    sha256: null,
    bytes: null,
    literals: [],
    ...more,
  };
}

describe("headers/sri", () => {
  const DIGEST = `sha384-${"A".repeat(64)}`;
  const login = { forms: [form("/connexion", [passwordField()])] };
  const judge = (one: PageScript, role: "home" | "login" = "login") =>
    outcomesOf(sri, {
      http: bakery(),
      pages: pagesValue([
        page(`https://bakery.test/${role}`, role, {}, { scripts: [one], ...(role === "login" ? login : {}) }),
        page("https://bakery.test/", "home", {}, {}),
      ]),
    });

  it.each([
    [script("https://bakery.test/a.js"), "pass"],
    [script("https://static.bakery.test/a.js"), "pass"],
    [script("https://unpkg.com/vue@3.4.0/dist/vue.global.js"), "payment-unpinned"],
    [script("https://unpkg.com/vue@3.4.0/dist/vue.global.js", { neutralised: true }), "pass"],
    [script("https://tag.florist.test/t.js"), "pass"],
    [script("https://js.stripe.com/v3/", { role: "payment" }), "pass"],
    [script("https://cdn.jsdelivr.net/a.js", { integrity: DIGEST, crossorigin: "anonymous" }), "pass"],
    [script("https://cdn.jsdelivr.net/a.js", { integrity: DIGEST }), "no-crossorigin"],
    [script("https://cdn.jsdelivr.net/a.js", { integrity: "md5-abc", crossorigin: "" }), "bad-digest"],
  ])("on the login page: %j: %s", (one, outcome) => {
    expect(judge(one)).toEqual([outcome]);
  });

  it("elsewhere only libraries with a version in their address are named, as information", () => {
    expect(judge(script("https://cdn.jsdelivr.net/npm/jquery@3.7.1/dist/jquery.min.js"), "home")).toEqual([
      "library-unpinned",
    ]);
    expect(judge(script("https://tag.florist.test/t.js"), "home")).toEqual(["pass"]);
  });
});

describe("headers/mixed-content", () => {
  const judge = (url: string, kind: string, lines: HeaderLines = {}, neutralised = false) =>
    failuresOf(mixedContent, {
      http: bakery(),
      pages: pagesValue([
        page("https://bakery.test/", "home", lines, { resources: [{ url, kind, integrity: null, neutralised }] }),
      ]),
    });

  it.each([
    ["http://cdn.florist.test/a.js", "script", "active"],
    ["http://cdn.florist.test/a.css", "style", "active"],
    ["http://cdn.florist.test/f", "frame", "active"],
    ["http://cdn.florist.test/a.jpg", "img", "passive"],
    ["http://cdn.florist.test/a.mp4", "media", "passive"],
  ])("%s as %s: %s", (url, kind, code) => {
    expect(judge(url, kind)).toMatchObject([{ code, subject: `${code} cdn.florist.test`, shift: 0 }]);
  });

  it("what comes over https, or not at all before consent, is fine", () => {
    expect(judge("https://cdn.florist.test/a.js", "script")).toEqual([]);
    expect(judge("http://cdn.florist.test/a.js", "script", {}, true)).toEqual([]);
    expect(
      outcomesOf(mixedContent, { http: bakery(), pages: pagesValue([page("https://bakery.test/", "home")]) }),
    ).toEqual(["pass"]);
  });

  it("upgrade-insecure-requests mitigates", () => {
    const lines = { "content-security-policy": "upgrade-insecure-requests" };

    expect(judge("http://cdn.florist.test/a.js", "script", lines)).toMatchObject([
      { shift: -2, shiftReason: "upgrade-insecure-requests" },
    ]);
  });

  it("a site without https has no mixed content to judge", () => {
    const http = httpValue([origin([hop("http://bakery.test/")])]);
    const pages = pagesValue([page("http://bakery.test/", "home")]);

    expect(outcomesOf(mixedContent, { http, pages })).toEqual(["not-assessed: no-https"]);
  });
});

describe("headers/security-txt", () => {
  const URL_ = "https://bakery.test/.well-known/security.txt";
  const GOOD = "Contact: mailto:security@bakery.test\nExpires: 2027-06-01T00:00:00Z\n";
  const judge = (text: string, more = {}) =>
    outcomesOf(securityTxt, {
      http: bakery(
        {},
        { securityTxt: { url: URL_, status: 200, contentType: "text/plain; charset=utf-8", text, ...more } },
      ),
    });

  it.each<readonly [string, object, string]>([
    [GOOD, {}, "pass"],
    [`${GOOD}Canonical: ${URL_}`, {}, "pass"],
    [`${GOOD}Canonical: https://florist.test/security.txt`, {}, "other-address"],
    ["", { status: 404 }, "absent"],
    ["<!doctype html><title>Accueil</title>", {}, "absent"],
    ["", { status: 503 }, "not-assessed: http-error"],
    ["Contact: mailto:a@bakery.test\nExpires: 2026-01-01T00:00:00Z", {}, "expired"],
    ["Expires: 2027-06-01T00:00:00Z", {}, "no-contact"],
    ["Contact: mailto:a@bakery.test", {}, "no-expires"],
    [`${GOOD}Preferred-Languages: fr\nPreferred-Languages: en`, {}, "repeated"],
    [GOOD, { url: "http://bakery.test/.well-known/security.txt" }, "in-clear"],
    [GOOD, { contentType: "text/html" }, "wrong-type"],
  ])("%j %j: %s", (text, more, outcome) => {
    expect(judge(text, more)).toEqual([outcome]);
  });
});
