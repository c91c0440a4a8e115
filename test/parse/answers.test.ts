import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cookieRole, type CookieRole } from "../../src/data/cookies.ts";
import { servedFromCache } from "../../src/parse/cache-hit.ts";
import { fieldTitle } from "../../src/parse/headers.ts";
import { parseReporting } from "../../src/parse/reporting.ts";
import { htmlAnswers, networkAnswers, siteAnswers } from "../../src/parse/site-answers.ts";
import { bakery, hop, httpValue, origin, redirect } from "../builders/http-evidence.ts";
import { page, pagesValue } from "../builders/page-evidence.ts";

describe("siteAnswers", () => {
  it("takes a page once, as the pages probe read it", () => {
    const pages = pagesValue([page("https://bakery.test/", "home"), page("https://bakery.test/panier", "cart")]);

    const { documents } = siteAnswers(bakery(), pages);

    expect(documents.map(({ url, role, page: read }) => `${url} ${role} ${String(read !== null)}`)).toEqual([
      "https://bakery.test/ home true",
      "https://bakery.test/panier cart true",
    ]);
  });

  it("judges https answers where there are any, and http ones where there are not", () => {
    const both = httpValue([origin([hop("https://bakery.test/")]), origin([hop("http://bakery.test/")])]);
    const plain = httpValue([origin([hop("http://bakery.test/")])]);

    expect(siteAnswers(both, undefined).documents.map(({ url }) => url)).toEqual(["https://bakery.test/"]);
    expect(siteAnswers(plain, undefined).documents.map(({ url }) => url)).toEqual(["http://bakery.test/"]);
  });

  it("leaves out what is not the merchant's page, and says why", () => {
    const http = httpValue([
      origin([hop("https://bakery.test/", {}, { status: 503, challenge: true })]),
      origin([hop("https://www.bakery.test/", {}, { status: 500 })]),
      origin([redirect("http://bakery.test/", "https://florist.test/")], { end: "out-of-scope" }),
    ]);

    expect(siteAnswers(http, undefined)).toEqual({
      documents: [],
      unseen: [
        { url: "https://bakery.test/", reason: "blocked" },
        { url: "https://www.bakery.test/", reason: "http-error" },
      ],
    });
  });

  it("a challenge for one request does not hide the page that another one got", () => {
    const http = httpValue([
      origin([hop("https://bakery.test/", {}, { status: 403, challenge: true })]),
      origin([hop("https://bakery.test/")]),
    ]);

    expect(siteAnswers(http, undefined)).toMatchObject({ documents: [{ url: "https://bakery.test/" }], unseen: [] });
  });

  it("a saved page has no headers that could be judged", () => {
    const saved = page("https://bakery.test/commande", "checkout", {}, { foundBy: "saved-file" });

    const { documents, unseen } = siteAnswers(bakery(), pagesValue([saved]));

    expect(documents.map(({ url }) => url)).toEqual(["https://bakery.test/"]);
    expect(unseen).toEqual([{ url: "https://bakery.test/commande", reason: "no-headers" }]);
    expect(networkAnswers(bakery(), pagesValue([saved])).answers.map(({ url }) => url)).not.toContain(saved.url);
  });

  it("documents are HTML", () => {
    const http = bakery({ "content-type": "image/png" });

    expect(htmlAnswers(siteAnswers(http, undefined)).documents).toEqual([]);
  });
});

describe("servedFromCache", () => {
  it.each([
    ["x-cache", "Hit from cloudfront", true],
    ["x-cache", "Miss from cloudfront", false],
    ["cf-cache-status", "DYNAMIC", false],
    ["cf-cache-status", "HIT", true],
    ["cache-status", "ExampleCache; hit; ttl=376", true],
    ["cache-status", "ExampleCache; fwd=miss", false],
    ["age", "12", true],
    ["age", "0", false],
    ["age", "old", false],
  ])("%s: %s", (name, value, hit) => {
    expect(servedFromCache([[name, value]]) !== null).toBe(hit);
  });
});

describe("parseReporting", () => {
  it("reads the new field and the old one", () => {
    const { endpoints, malformed } = parseReporting([
      ["reporting-endpoints", 'csp="https://r.bakery.test/"'],
      ["report-to", '{"group":"old","max_age":1,"endpoints":[{"url":"https://o.bakery.test/"}]},{"endpoints":[]}'],
    ]);

    expect([...endpoints]).toEqual([
      ["csp", ["https://r.bakery.test/"]],
      ["old", ["https://o.bakery.test/"]],
      ["default", []],
    ]);
    expect(malformed).toEqual([]);
  });

  it("never throws", () => {
    const name = fc.constantFrom("reporting-endpoints", "report-to", "nel");
    const value = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom("[]", "null", "{}", '{"endpoints":[null]}', '{"group":1}'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (headers) => {
        parseReporting(headers);
      }),
    );
  });
});

describe("cookieRole", () => {
  it.each<readonly [string, CookieRole]>([
    ["PHPSESSID", "session"],
    ["__Host-PHPSESSID", "session"],
    ["__Secure-next-auth.session-token", "authentication"],
    ["PrestaShop-0a1b", "session"],
    ["frontend", "session"],
    ["frontend_locale", "unknown"],
    ["wordpress_logged_in_0a1b", "authentication"],
    ["form_key", "csrf"],
    ["woocommerce_cart_hash", "cart"],
    ["OptanonConsent", "consent"],
    ["_ga_ABC123", "analytics"],
    ["AWSALBCORS", "infrastructure"],
    ["shop_session_id", "session"],
    ["user_auth", "authentication"],
    ["my-csrf", "csrf"],
    ["obsession", "unknown"],
    ["author", "unknown"],
    ["tart", "unknown"],
  ])("%s is %s", (name, role) => {
    expect(cookieRole(name).role).toBe(role);
  });

  it("never throws and is quick on long names", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5000 }), (name) => {
        cookieRole(name);
      }),
    );
  });
});

describe("fieldTitle", () => {
  it.each([
    ["x-powered-by", "X-Powered-By"],
    ["x-xss-protection", "X-XSS-Protection"],
    ["etag", "ETag"],
    ["x-aspnet-version", "X-AspNet-Version"],
  ])("%s", (name, title) => {
    expect(fieldTitle(name)).toBe(title);
  });
});
