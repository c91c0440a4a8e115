import { describe, expect, it } from "vitest";
import { cspPayment } from "../../../checks/headers/csp-payment.ts";
import { csp } from "../../../checks/headers/csp.ts";
import { bakery } from "../../builders/http-evidence.ts";
import { failuresOf, outcomesOf } from "../../builders/judge.ts";
import {
  emailField,
  form,
  ibanField,
  page,
  pagesValue,
  passwordField,
  thirdParty,
} from "../../builders/page-evidence.ts";

const HEADER = "content-security-policy";
const NONCE = "'nonce-q1w2e3r4t5y6u7i8o9p0aA=='";
const STRICT = `script-src ${NONCE} 'strict-dynamic'; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'`;
const REST = "style-src 'self'; object-src 'none'; base-uri 'none'";

const cases: readonly [policy: string | null, outcomes: readonly string[]][] = [
  [STRICT, ["pass"]],
  [`script-src 'self'; ${REST}`, ["pass"]],
  [null, ["absent"]],
  ["frame-ancestors 'self'", ["no-script-control", "style-unsafe-inline"]],
  [`script-src https:; ${REST}`, ["script-anything"]],
  [`script-src 'self' 'unsafe-inline'; ${REST}`, ["script-unsafe-inline"]],
  [`script-src 'strict-dynamic'; ${REST}`, ["strict-dynamic-alone"]],
  [`script-src 'self' https://cdn.jsdelivr.net; ${REST}`, ["bypassable-host"]],
  [`script-src 'self' 'unsafe-eval'; ${REST}`, ["unsafe-eval"]],
  [`script-src http://cdn.florist.test; ${REST}`, ["http-source"]],
  [`script-src https://192.0.2.1; ${REST}`, ["ip-source"]],
  ["script-src 'self'; style-src 'self'", ["object-src-missing"]],
  [`script-src ${NONCE}; style-src 'self'; object-src 'none'`, ["base-uri-missing"]],
  [`script-src 'nonce-short'; ${REST}`, ["weak-nonce"]],
  [`script-src 'self'; script-scr 'self'; ${REST}`, ["unknown-directive"]],
  [`script-src 'self'; script-src *; ${REST}`, ["repeated-directive"]],
  [`script-src 'self' 'unsafeinline'; ${REST}`, ["invalid-source"]],
  [`script-src 'self'; style-src 'unsafe-inline'; object-src 'none'`, ["style-unsafe-inline"]],
];

describe("headers/csp", () => {
  it.each(cases)("%s", (policy, outcomes) => {
    expect(outcomesOf(csp, { http: bakery(policy === null ? {} : { [HEADER]: policy }) })).toEqual(outcomes);
  });

  it("a policy that only reports is no policy", () => {
    expect(outcomesOf(csp, { http: bakery({ "content-security-policy-report-only": STRICT }) })).toEqual([
      "report-only",
    ]);
  });

  it("drafts a policy from what the pages load, with the payment provider's hosts", () => {
    const pages = pagesValue([
      page(
        "https://bakery.test/",
        "home",
        {},
        {
          resources: [
            { url: "https://cdn.florist.test/a.js", kind: "script", integrity: null },
            { url: "https://bakery.test/b.js", kind: "script", integrity: null },
            { url: "https://fonts.bookshop.test/f.woff2", kind: "font", integrity: null },
          ],
          thirdParties: [thirdParty("js.stripe.com", "stripe.com", "payment")],
        },
      ),
    ]);

    const [absent] = failuresOf(csp, { http: bakery(), pages });
    const [remedy] = absent?.remedy ?? [];

    expect(remedy).toMatchObject({ name: "Content-Security-Policy", caution: "csp-payment" });
    expect(remedy).toHaveProperty(
      "value",
      [
        "default-src 'self'",
        "script-src 'self' https://*.stripe.com https://cdn.florist.test https://stripe.com",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: https://*.stripe.com https://stripe.com",
        "font-src 'self' data: https://fonts.bookshop.test",
        "frame-src 'self' https://*.stripe.com https://stripe.com",
        "connect-src 'self' https://*.stripe.com https://stripe.com",
        "form-action 'self'",
        "frame-ancestors 'self'",
        "base-uri 'self'",
        "object-src 'none'",
      ].join("; "),
    );
  });

  it("never enforces a draft over scripts that stand in the page", () => {
    const inline = {
      src: null,
      type: null,
      integrity: null,
      crossorigin: null,
      nonce: false,
      neutralised: false,
      sha256: null,
      bytes: 10,
      literals: [],
    };
    const pages = pagesValue([page("https://bakery.test/", "home", {}, { scripts: [inline] })]);

    const [absent] = failuresOf(csp, { http: bakery(), pages });

    expect(absent?.remedy).toMatchObject([
      { name: "Content-Security-Policy-Report-Only" },
      { action: "review", topic: "csp-inline-scripts" },
    ]);
  });
});

describe("headers/csp-payment", () => {
  const login = (policy: string | null, more = {}) =>
    pagesValue([
      page("https://bakery.test/login", "login", policy === null ? {} : { [HEADER]: policy }, {
        forms: [form("https://bakery.test/login", [emailField(), passwordField()])],
        ...more,
      }),
    ]);

  it.each<readonly [string | null, readonly string[]]>([
    [STRICT, ["pass"]],
    [null, ["absent"]],
    [`script-src *; form-action 'self'; ${REST}`, ["scripts-open"]],
    [`script-src 'self' 'unsafe-inline'; form-action 'self'; ${REST}`, ["inline-open"]],
    [`script-src 'self' https://cdn.jsdelivr.net; form-action 'self'; ${REST}`, ["bypassable-host"]],
    [`script-src 'self'; ${REST}`, ["forms-open"]],
    [`script-src 'self'; form-action https:; ${REST}`, ["forms-open"]],
  ])("%s", (policy, outcomes) => {
    expect(outcomesOf(cspPayment, { http: bakery(), pages: login(policy) })).toEqual(outcomes);
  });

  it("report-only is not enough", () => {
    const pages = pagesValue([
      page("https://bakery.test/login", "login", { "content-security-policy-report-only": STRICT }),
    ]);

    expect(outcomesOf(cspPayment, { http: bakery(), pages })).toEqual(["report-only"]);
  });

  it("bank details on the page aggravate", () => {
    const pages = pagesValue([
      page("https://bakery.test/pay", "checkout", {}, { forms: [form("https://bakery.test/pay", [ibanField()])] }),
    ]);

    expect(failuresOf(cspPayment, { http: bakery(), pages })).toMatchObject([{ shift: 1, shiftReason: "bank-data" }]);
  });

  it("each page is judged by one of the two checks", () => {
    const pages = login(null);
    const http = bakery({ [HEADER]: STRICT });

    expect(outcomesOf(csp, { http, pages })).toEqual(["pass"]);
    expect(outcomesOf(cspPayment, { http, pages })).toEqual(["absent"]);
  });

  it("a login or payment page that was not found is not assessed", () => {
    const pages = pagesValue([page("https://bakery.test/", "home")]);

    expect(outcomesOf(cspPayment, { http: bakery(), pages })).toEqual(["not-assessed: not-found"]);
  });
});
