import { describe, expect, it } from "vitest";
import { crossOriginIsolation } from "../../../checks/headers/cross-origin-isolation.ts";
import { cspNonce } from "../../../checks/headers/csp-nonce.ts";
import { debugHeaders } from "../../../checks/headers/debug.ts";
import { deprecated } from "../../../checks/headers/deprecated.ts";
import { permissionsPolicy } from "../../../checks/headers/permissions-policy.ts";
import { referrerPolicy } from "../../../checks/headers/referrer-policy.ts";
import { reporting } from "../../../checks/headers/reporting.ts";
import { versionBanner } from "../../../checks/headers/version-banner.ts";
import { bakery, hop, httpValue, origin, type HeaderLines } from "../../builders/http-evidence.ts";
import { failuresOf, outcomesOf } from "../../builders/judge.ts";
import { page, pagesValue, thirdParty } from "../../builders/page-evidence.ts";

type Row = readonly [lines: HeaderLines, outcomes: readonly string[]];

describe("headers/referrer-policy", () => {
  it.each<readonly [string | null, string]>([
    ["no-referrer", "pass"],
    ["same-origin", "pass"],
    ["strict-origin", "pass"],
    ["strict-origin-when-cross-origin", "pass"],
    ["unsafe-url, strict-origin", "pass"],
    ["unsafe-url", "whole-address"],
    ["no-referrer-when-downgrade", "leaky"],
    ["origin", "leaky"],
    ["origin-when-cross-origin", "leaky"],
    ["never", "unknown"],
    [null, "absent"],
  ])("%s", (value, outcome) => {
    const http = bakery(value === null ? {} : { "referrer-policy": value });

    expect(outcomesOf(referrerPolicy, { http })).toEqual([outcome]);
  });

  it("a meta element overrules the header", () => {
    const meta = (metaReferrer: string) =>
      pagesValue([page("https://bakery.test/", "home", { "referrer-policy": "no-referrer" }, { metaReferrer })]);

    expect(outcomesOf(referrerPolicy, { http: bakery(), pages: meta("always") })).toEqual(["whole-address"]);
    expect(outcomesOf(referrerPolicy, { http: bakery(), pages: meta("nonsense") })).toEqual(["pass"]);
  });
});

describe("headers/permissions-policy", () => {
  const stripe = { thirdParties: [thirdParty("js.stripe.com", "stripe.com", "payment")] };
  const judge = (value: string | null, more = {}) => {
    const lines = value === null ? {} : { "permissions-policy": value };
    const pages = pagesValue([page("https://bakery.test/", "home", lines, more)]);
    return outcomesOf(permissionsPolicy, { http: bakery(), pages });
  };

  it.each<readonly [string | null, string]>([
    ["camera=(), microphone=(), geolocation=(self)", "pass"],
    ["camera=()", "pass"],
    ["camera 'none'", "invalid"],
    ["camera=*", "wildcard"],
    ["geolocation=(*)", "wildcard"],
    [null, "absent"],
  ])("%s", (value, outcome) => {
    expect(judge(value)).toEqual([outcome]);
  });

  it("payment=() is a fault only where customers pay", () => {
    expect(judge("payment=()")).toEqual(["pass"]);
    expect(judge("payment=()", stripe)).toEqual(["blocks-payment"]);
    expect(judge("payment=(self)", stripe)).toEqual(["pass"]);
  });

  it("its remedy keeps the rest of the policy and gives payment back", () => {
    const pages = pagesValue([
      page("https://bakery.test/pay", "checkout", { "permissions-policy": "camera=(), payment=(), usb=()" }, stripe),
    ]);

    const [fault] = failuresOf(permissionsPolicy, { http: bakery(), pages });

    expect(fault?.remedy).toMatchObject([{ value: "camera=(), usb=()" }]);
  });
});

describe("headers/cross-origin-isolation", () => {
  const paypal = { thirdParties: [thirdParty("www.paypal.com", "paypal.com", "payment")] };
  const judge = (lines: HeaderLines, more = {}) =>
    outcomesOf(crossOriginIsolation, {
      http: bakery(),
      pages: pagesValue([page("https://bakery.test/", "home", lines, more)]),
    });

  it("is never asked for", () => {
    expect(judge({})).toEqual(["not-applicable: not-used"]);
  });

  it.each<Row>([
    [{ "cross-origin-opener-policy": "same-origin" }, ["opener-breaks-payment"]],
    [{ "cross-origin-opener-policy": 'same-origin; report-to="coop"' }, ["opener-breaks-payment"]],
    [{ "cross-origin-opener-policy": "same-origin-allow-popups" }, ["pass"]],
    [{ "cross-origin-embedder-policy": "require-corp" }, ["embedder-breaks-payment"]],
    [{ "cross-origin-embedder-policy": "credentialless" }, ["embedder-breaks-payment"]],
    [{ "cross-origin-resource-policy": "same-site" }, ["pass"]],
    [{ "cross-origin-opener-policy": "yes please" }, ["invalid"]],
  ])("with PayPal on the page: %j", (lines, outcomes) => {
    expect(judge(lines, paypal)).toEqual(outcomes);
  });

  it("without payment it breaks nothing", () => {
    expect(judge({ "cross-origin-opener-policy": "same-origin" })).toEqual(["pass"]);
  });
});

describe("headers/csp-nonce", () => {
  const policy = "script-src 'nonce-q1w2e3r4t5y6u7i8o9p0aA=='";
  const judge = (nonceRepeated: boolean | null, value = policy) =>
    outcomesOf(cspNonce, {
      pages: pagesValue([
        page("https://bakery.test/", "home", { "content-security-policy": value }, { nonceRepeated }),
      ]),
    });

  it("compares two loads", () => {
    expect(judge(true)).toEqual(["static"]);
    expect(judge(false)).toEqual(["pass"]);
    expect(judge(null)).toEqual(["not-assessed: not-tested"]);
    expect(judge(true, "script-src 'self'")).toEqual(["not-applicable: no-nonce"]);
  });
});

describe("headers/version-banner", () => {
  it.each<Row>([
    [{ server: "nginx" }, ["pass"]],
    [{ server: "cloudflare" }, ["pass"]],
    [{ via: "1.1 varnish" }, ["pass"]],
    [{}, ["pass"]],
    [{ server: "nginx/1.18.0 (Ubuntu)" }, ["version"]],
    [{ server: "Apache/2.4.57 (Debian) OpenSSL/3.0.11" }, ["version"]],
    [{ "x-powered-by": "PHP/7.4.3" }, ["version"]],
    [{ "x-generator": "Drupal 10 (https://www.drupal.org)" }, ["version"]],
    [{ "x-aspnet-version": "4.0.30319" }, ["version"]],
    [{ "x-powered-by": "Express" }, ["technology"]],
    [{ "powered-by": "PrestaShop" }, ["technology"]],
  ])("%j", (lines, outcomes) => {
    expect(outcomesOf(versionBanner, { http: bakery(lines) })).toEqual(outcomes);
  });

  it("a bot wall's banner is not the merchant's", () => {
    const http = httpValue([
      origin([hop("https://bakery.test/", { server: "AkamaiGHost/9.9" }, { status: 403, challenge: true })]),
    ]);

    expect(outcomesOf(versionBanner, { http })).toEqual(["not-assessed: blocked"]);
  });
});

describe("headers/debug", () => {
  it.each<Row>([
    [{}, ["pass"]],
    [{ "x-debug-token": "a1b2c3" }, ["debug-tool"]],
    [{ "x-clockwork-id": "1" }, ["debug-tool"]],
    [{ "x-backend": "http://10.0.3.7:8080" }, ["internal-address"]],
    [{ "x-served-by": "192.168.1.20" }, ["internal-address"]],
    [{ "x-build": "1.10.0.3.7" }, ["pass"]],
    [{ "x-upstream": "172.32.0.1" }, ["pass"]],
    [{ etag: '"1a2b3c-2d-5f8a9b0c1d2e3"' }, ["inode-tag"]],
    [{ etag: '"5f8a9b0c1d2e3-gzip"' }, ["pass"]],
  ])("%j", (lines, outcomes) => {
    expect(outcomesOf(debugHeaders, { http: bakery(lines) })).toEqual(outcomes);
  });
});

describe("headers/deprecated", () => {
  it.each<Row>([
    [{}, ["pass"]],
    [{ "x-xss-protection": "0" }, ["pass"]],
    [{ "x-xss-protection": "1; mode=block" }, ["xss-filter"]],
    [{ "expect-ct": "max-age=0" }, ["obsolete"]],
    [{ "feature-policy": "camera 'none'", "public-key-pins": "x" }, ["obsolete", "obsolete"]],
  ])("%j", (lines, outcomes) => {
    expect(outcomesOf(deprecated, { http: bakery(lines) })).toEqual(outcomes);
  });
});

describe("headers/reporting", () => {
  const CSP = "content-security-policy";

  it.each<Row>([
    [{}, ["not-applicable: not-used"]],
    [
      { "reporting-endpoints": 'csp="https://reports.bakery.test/"', [CSP]: "default-src 'self'; report-to csp" },
      ["pass"],
    ],
    [{ [CSP]: "default-src 'self'; report-uri /reports" }, ["pass"]],
    [{ [CSP]: "default-src 'self'; report-uri http://reports.bakery.test/" }, ["in-clear"]],
    [{ [CSP]: "default-src 'self'; report-to csp" }, ["no-endpoint"]],
    [{ "reporting-endpoints": "csp=https://reports.bakery.test/" }, ["malformed"]],
    [{ "report-to": '{"group":"csp","max_age":1,"endpoints":[{"url":"https://r.bakery.test/"}]}' }, ["pass"]],
    [{ "report-to": "{group: csp}" }, ["malformed"]],
    [{ nel: '{"report_to":"csp"' }, ["malformed"]],
  ])("%j", (lines, outcomes) => {
    expect(outcomesOf(reporting, { http: bakery(lines) })).toEqual(outcomes);
  });
});
