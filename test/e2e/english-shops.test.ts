import { describe, expect, it } from "vitest";
import { parseTarget } from "../../src/core/target.ts";
import { probeHttp } from "../../src/probe/http/probe-http.ts";
import { evidenceWith } from "../builders/evidence.ts";
import { pageResults } from "../builders/findings.ts";
import { startShop, type Route } from "../servers/shop.ts";

/** Two English florists over real sockets: what the French shop does not do wrong, and a shop that does nothing wrong. */
const host = "florist.test";
const target = parseTarget(`https://${host}/`);

async function resultsOf(https: Readonly<Record<string, Route>>) {
  await using shop = await startShop({ host, https });
  const http = await probeHttp({ net: shop.net, target });
  return pageResults(evidenceWith({ http, pages: await shop.probe({ target, http }) }, target.url));
}

const page = (body: string, head = ""): string =>
  `<!doctype html><html lang="en"><head><title>Florist</title>${head}</head><body>${body}</body></html>`;
const email = '<label for="e">E-mail</label><input type="email" id="e" name="email" required>';
const login = `${email}<label for="p">Password</label><input type="password" id="p" name="password" autocomplete="current-password">`;

describe("a careless florist", () => {
  const nav = `<a href="/login">Log in</a> <a href="/checkout">Checkout</a> <a href="/contact">Contact us</a> <a href="/cart">Cart</a> <a href="/privacy">Privacy policy</a>`;
  const session: Route = {
    headers: { "set-cookie": ["PHPSESSID=abc123; Path=/", "_ga=GA1.2; Max-Age=99999999; Path=/"] },
    body: page(`<form method="post" action="/login">${login}<button>Log in</button></form>
      <script src="https://connect.facebook.net/en_US/fbevents.js"></script>`),
  };
  const shop: Record<string, Route> = {
    "/": page(
      `${nav}<iframe src="/members"></iframe><script>var u = {"email": "mary.jones@gmail.com"}; fetch("http://api.florist.test/seen")</script>
       <form method="get" action="/newsletter"><h2>Newsletter</h2>${email}<button>Subscribe</button></form><script src="https://widgets.nobody.example/w.js"></script>`,
      '<meta name="referrer" content="unsafe-url">',
    ),
    "/members": page(`<form method="post" action="/members">${login}</form>`),
    "/login": session,
    "/checkout":
      page(`<form method="post" action="/pay"><h1>Checkout</h1><label for="c">Card number</label><input id="c" name="card" autocomplete="cc-number">
      <label for="s">Social security number</label><input id="s" name="ssn"></form>`),
    "/contact": page(
      `<form method="post" action="mailto:hello@florist.test"><h1>Contact us</h1>${email}<label for="m">Message</label><textarea id="m" name="message"></textarea></form>`,
    ),
    "/cart": page("<p>Your cart is empty</p>"),
  };

  it("fails the checks that the French shop passes", async () => {
    const results = await resultsOf(shop);

    const failed = results.flatMap(({ check, findings }) => findings.map(({ verdict }) => `${check} ${verdict.code}`));
    expect([...new Set(failed)]).toEqual(
      expect.arrayContaining([
        "forms/script-transport sends-in-clear",
        "forms/mailto mailto-action",
        "forms/card-fields card-fields-here",
        "forms/sensitive-data national-id",
        "forms/csrf no-token",
        "forms/framed-login login-in-frame",
        "forms/personal-data-in-url little-sent-in-address",
        "privacy/policy-page dead",
        "privacy/legal-notice missing",
        "privacy/terms missing",
        "privacy/withdrawal no-way",
        "privacy/cookie-lifetime tracker-too-long",
        "privacy/payment-page-scripts advertising-script",
        "privacy/personal-data-in-page values-in-page",
        "privacy/referrer-leak full-referrer",
        "privacy/third-parties unnamed",
      ]),
    );
  });
});

describe("an orderly florist", () => {
  const footer =
    '<footer><a href="/privacy">Privacy policy</a> <a href="/legal-notice">Legal notice</a> <a href="/terms">Terms of sale</a></footer>';
  const nav =
    '<a href="/login">Log in</a> <a href="/register">Create an account</a> <a href="/checkout">Checkout</a> <a href="/contact">Contact us</a> <a href="/cart">Cart</a>';
  const headers = {
    "content-security-policy": "form-action 'self' https://secure.payzen.eu; frame-ancestors 'self'",
    "strict-transport-security": "max-age=31536000",
  };
  const serve = (body: string): Route => ({ headers, body: page(`${body}${footer}`) });
  const token = '<input type="hidden" name="csrf_token" value="x">';
  const notice = '<p>Fields with * are required. <a href="/privacy">Privacy policy</a></p>';
  const shop: Record<string, Route> = {
    "/": serve(nav),
    "/login": serve(`<form method="post" action="/login">${login}${token}<button>Log in</button></form>`),
    "/register":
      serve(`<form method="post" action="/register">${token}<label for="n">Name *</label><input id="n" name="name" required>${email}
      <label for="p">Password *</label><input type="password" id="p" name="password" autocomplete="new-password" minlength="12" required>
      <input type="checkbox" id="o" name="newsletter"><label for="o">Send me the newsletter</label>${notice}<button>Create an account</button></form>`),
    "/checkout": serve(
      '<form method="post" action="https://secure.payzen.eu/vads-payment/"><input type="hidden" name="vads_amount" value="1"><button>Pay</button></form>',
    ),
    "/contact": serve(
      `<form method="post" action="/contact">${token}${email}<label for="m">Message *</label><textarea id="m" name="message" required></textarea>${notice}<button>Send</button></form>`,
    ),
    "/cart": serve("<p>Your cart is empty</p>"),
    "/privacy":
      serve(`<p>The data controller is the florist. Purposes: your orders. Legal basis: the contract. Recipients: our payment provider Lyra PayZen.
      Retention: three years. You have the right to access, and may unsubscribe. You may complain to the supervisory authority.</p>`),
    "/legal-notice": serve(
      "<p>Florist Ltd, 12 Market Street, London. Company number 01234567. Phone 020 0000. Hosted by Example Hosting Ltd, 1 Server Road, Leeds.</p>",
    ),
    "/terms": serve(`<p>${"These terms govern all sales of flowers. ".repeat(8)}</p>`),
  };

  it("has no fault at all, and loses nothing for having no trackers", async () => {
    const results = await resultsOf(shop);

    expect(
      results.flatMap(({ check, findings }) =>
        findings.map(({ verdict }) => `${check} ${verdict.code} ${verdict.subject}`),
      ),
    ).toEqual([]);
    expect(results.find(({ check }) => check === "privacy/consent-tool")?.status).toBe("not-applicable");
    expect(results.find(({ check }) => check === "privacy/trackers-before-consent")?.status).toBe("not-applicable");
  });

  it("could nearly all be seen", async () => {
    const results = await resultsOf(shop);

    expect(results.filter(({ status }) => status === "not-assessed").map(({ check }) => check)).toEqual([]);
  });
});
