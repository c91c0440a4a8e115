import { describe, expect, it } from "vitest";
import { actionHosts } from "../../../src/probe/pages/action-hosts.ts";
import { parseTarget } from "../../../src/core/target.ts";
import { pagesValueSchema } from "../../../src/core/evidence/pages.ts";
import { startShop, type Route } from "../../servers/shop.ts";

const footer = `<footer>
  <a href="/politique-de-confidentialite">Politique de confidentialité</a>
  <a href="/mentions-legales">Mentions légales</a>
  <a href="/cgv">CGV</a>
  <a href="/deconnexion">Se déconnecter</a>
</footer>`;
const page = (body: string, head = ""): string =>
  `<!doctype html><html lang="fr"><head><title>Boulangerie</title>${head}</head><body>${body}${footer}</body></html>`;
const email = '<label>E-mail <input type="email" name="email"></label>';

const home = page(`<nav>
  <a href="/mon-compte">Mon compte</a> <a href="/panier">Panier</a> <a href="/commande">Commander</a>
  <a href="/contact">Nous contacter</a>
</nav>`);

const LOGIN =
  '<form method="post" action="/connexion"><label for="l">E-mail</label><input id="l" type="email" name="email"><label for="m">Mot de passe</label><input id="m" type="password" name="password" autocomplete="current-password"><button>Connexion</button></form>';
const REGISTRATION =
  '<form method="post" action="/inscription"><label for="n">Nom</label><input id="n" name="lastname"><label for="f">E-mail</label><input id="f" type="email" name="email"><label for="o">Mot de passe</label><input id="o" type="password" name="password" autocomplete="new-password"><button>Créer mon compte</button></form>';

describe("probePages", () => {
  it("finds the pages that matter by the links of the home page", async () => {
    await using shop = await startShop({
      https: {
        "/": home,
        "/mon-compte": page(
          `<form method="post" action="/connexion">${email}<input type="password" name="password"></form>`,
        ),
        "/panier": page("<p>Votre panier</p>"),
        "/commande": page(`<form method="post" action="/payer">${email}</form>`),
        "/contact": page(`<form method="post">${email}<textarea name="message"></textarea></form>`),
        "/politique-de-confidentialite": page(
          "<h1>Politique de confidentialité</h1><p>Le responsable de traitement est la boulangerie.</p>",
        ),
        "/mentions-legales": page("<p>SIREN 123 456 789</p>"),
        "/cgv": page("<p>Conditions</p>"),
      },
    });

    const value = await shop.probe();

    expect(value.pages.map(({ role, foundBy }) => `${role} ${foundBy}`)).toEqual([
      "home entry",
      "checkout link",
      "privacy link",
      "login link",
      "contact link",
      "legal link",
      "terms link",
      "cart link",
    ]);
    expect(value.pages.find(({ role }) => role === "privacy")?.text).toContain("responsable de traitement");
    expect(value.missing.map(({ role, error }) => `${role} ${error.code}`)).toEqual(["account not-found"]);
    expect(shop.requests.some((request) => request.includes("deconnexion"))).toBe(false);
    expect(pagesValueSchema.safeParse(value).success).toBe(true);
  });

  it("asks for an https page with a form by http too", async () => {
    await using shop = await startShop({
      https: { "/": page(`<form method="post" action="/x">${email}</form>`) },
      http: { "/": page("<p>en clair</p>") },
    });

    const value = await shop.probe();

    expect(value.pages[0]?.twin).toEqual({ url: "http://boulangerie.test/", outcome: "serves", location: null });
  });

  it.each([
    ["a permanent redirect to https", { status: 301, headers: { location: "https://boulangerie.test/" } }, "redirects"],
    [
      "a redirect through another host",
      { status: 302, headers: { location: "https://hebergeur.test/" } },
      "redirects-elsewhere",
    ],
    [
      "a page that sends on by itself",
      '<meta http-equiv="refresh" content="0; url=https://boulangerie.test/">',
      "redirects-by-page",
    ],
    ["a refusal", { status: 403 }, "refuses"],
  ])("records the http twin: %s", async (_title, route, outcome) => {
    await using shop = await startShop({
      https: { "/": page(`<form method="post" action="/x">${email}</form>`) },
      http: { "/": route },
    });

    const value = await shop.probe();

    expect(value.pages[0]?.twin?.outcome).toBe(outcome);
  });

  it.each([
    ["/payer", { status: 307, headers: { location: "http://boulangerie.test/payer" } }, "downgraded", null],
    ["/payer", { status: 302, headers: { location: "/merci" } }, "kept", null],
    ["/payer", { status: 405 }, "not-tested", "method-refused"],
    ["/payer", "<p>merci</p>", "kept", null],
    ["/desinscription", "<p>au revoir</p>", "not-tested", "delicate-path"],
    ["/payer?token=abc", "<p>merci</p>", "not-tested", "delicate-path"],
  ])("follows the action %s without any data: %j", async (action, route, outcome, reason) => {
    await using shop = await startShop({
      https: { "/": page(`<form method="post" action="${action}">${email}</form>`), [action]: route },
    });

    const value = await shop.probe();

    expect(value.actionRoutes).toMatchObject([{ outcome, reason }]);
    expect(shop.requests.filter((request) => request.startsWith("POST"))).toEqual([]);
    if (reason === "delicate-path") expect(shop.requests.some((request) => request.includes(action))).toBe(false);
  });

  it.each([
    [
      "a registration behind « Mon compte », beside a login of its own",
      '<a href="/connexion">Connexion</a> <a href="/mon-compte">Mon compte</a>',
      { "/connexion": page(LOGIN), "/mon-compte": page(REGISTRATION) },
      "/mon-compte",
    ],
    [
      "a registration that only the login page links",
      '<a href="/mon-compte">Mon compte</a>',
      {
        "/mon-compte": page(`${LOGIN}<a href="/nouveau">Pas de compte ? Créez-en un</a>`),
        "/nouveau": page(REGISTRATION),
      },
      "/nouveau",
    ],
    [
      "an account that sends to the login",
      '<a href="/connexion">Connexion</a> <a href="/mon-compte">Mon compte</a>',
      { "/connexion": page(LOGIN), "/mon-compte": { status: 302, headers: { location: "/connexion" } } },
      "redirected",
    ],
    [
      "a login that holds the registration",
      '<a href="/mon-compte">Mon compte</a>',
      { "/mon-compte": page(LOGIN + REGISTRATION) },
      "with the login",
    ],
  ] as const)("finds the account page: %s", async (_title, nav, routes, expected) => {
    await using shop = await startShop({ https: { "/": page(nav), ...routes } });

    const value = await shop.probe();

    const account = value.pages.find(({ role }) => role === "account");
    const missing = value.missing.find(({ role }) => role === "account");
    expect(account === undefined ? (missing?.error.code ?? "with the login") : new URL(account.url).pathname).toBe(
      expected,
    );
  });

  it("reads a form in a frame as a page of the role that holds it", async () => {
    await using shop = await startShop({
      https: {
        "/": page(
          '<iframe src="http://boulangerie.test/lettre"></iframe><iframe src="https://js.stripe.com/v3"></iframe>',
        ),
      },
      http: { "/lettre": `<form action="/inscription" method="post">${email}</form>` },
    });

    const value = await shop.probe();

    expect(value.pages.find(({ frameOf }) => frameOf !== undefined)).toMatchObject({
      url: "http://boulangerie.test/lettre",
      role: "home",
      frameOf: "https://boulangerie.test/",
    });
  });

  it.each([
    ["the same nonce", () => "abc", true],
    ["a fresh nonce", (load: number) => `n${String(load)}`, false],
  ])("loads a page with nonces twice: %s", async (_title, nonce, repeated) => {
    let load = 0;
    const routes: Record<string, string> = {
      get "/"() {
        load += 1;
        return page("", `<script nonce="${nonce(load)}">1</script>`);
      },
    };
    await using shop = await startShop({ https: routes });

    const value = await shop.probe();

    expect(value.pages[0]?.nonceRepeated).toBe(repeated);
  });

  it("hashes every script of a payment page, and follows its service worker", async () => {
    await using shop = await startShop({
      https: {
        "/": page('<a href="/commande">Commander</a>'),
        "/commande": page(
          `<form method="post">${email}</form><script src="https://js.stripe.com/v3/"></script><script src="/app.js" integrity="sha384-x"></script>`,
        ),
        "/app.js": {
          headers: { "content-type": "text/javascript" },
          body: 'navigator.serviceWorker.register("/sw.js")',
        },
        "/sw.js": {
          headers: { "content-type": "text/javascript" },
          body: 'importScripts("https://cdn.push.test/sdk.js?k=1")',
        },
      },
      others: {
        "js.stripe.com:443": { "/v3/": { headers: { "content-type": "text/javascript" }, body: "/*! Stripe */" } },
      },
    });

    const value = await shop.probe();

    const scripts = value.pages.find(({ role }) => role === "checkout")?.scripts ?? [];
    expect(scripts.map(({ src, role, type, literals }) => ({ src, role, type, literals }))).toEqual([
      { src: "https://js.stripe.com/v3/", role: "payment", type: null, literals: ["banner:Stripe"] },
      {
        src: "https://boulangerie.test/app.js",
        role: undefined,
        type: null,
        literals: ["service-worker:https://boulangerie.test/sw.js"],
      },
      {
        src: "https://boulangerie.test/sw.js",
        role: undefined,
        type: "service-worker",
        literals: ["imports:https://cdn.push.test/sdk.js"],
      },
    ]);
    expect(scripts.every(({ sha256 }) => sha256 !== null && /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });

  it("judges a saved page like a fetched one, under the address that the browser wrote into it", async () => {
    await using shop = await startShop({ https: { "/": page("") } });
    const saved = `<!-- saved from url=(0033)https://boulangerie.test/commande/3x -->${page(`<form action="/payer">${email}</form>`)}`;

    const value = await shop.probe({
      pages: [{ role: "checkout", name: "paiement.html", content: Buffer.from(saved) }],
    });

    const checkout = value.pages.find(({ role }) => role === "checkout");
    expect(checkout).toMatchObject({ foundBy: "saved-file", url: "https://boulangerie.test/commande/3x" });
    expect(checkout?.forms[0]?.action).toBe("https://boulangerie.test/payer");
  });

  it.each([
    ["an empty cart that leads away from the checkout", { status: 302, headers: { location: "/" } }, "redirected"],
    ["a page behind a wall", { status: 403 }, "status-403"],
    ["a document that is no page", { headers: { "content-type": "application/json" }, body: "{}" }, "not-html"],
  ])("says why a page is missing: %s", async (_title, route, code) => {
    await using shop = await startShop({
      https: { "/": page('<a href="/commande">Commander</a>'), "/commande": route },
    });

    const value = await shop.probe();

    expect(value.missing.find(({ role }) => role === "checkout")?.error.code).toBe(code);
  });

  it("keeps a dead privacy policy, because its death is the fact", async () => {
    await using shop = await startShop({ https: { "/": home } });

    const value = await shop.probe();

    expect(value.pages.find(({ role }) => role === "privacy")?.status).toBe(404);
  });

  it("tries the usual addresses of the platform where no link leads to a role", async () => {
    await using shop = await startShop({
      https: {
        "/": page(
          "",
          '<meta name="generator" content="WooCommerce 9.4.1"><script src="/wp-content/plugins/woocommerce/a.js"></script>',
        ),
        "/my-account/": page(`<form method="post">${email}<input type="password" name="password"></form>`),
      },
    });

    const value = await shop.probe();

    expect(value.platform).toMatchObject({ id: "woocommerce", version: "9.4.1" });
    expect(value.pages.find(({ role }) => role === "login")?.foundBy).toBe("platform");
  });

  it("lists where forms post to, for the TLS probe", async () => {
    await using shop = await startShop({
      https: {
        "/": page(
          `<form method="post" action="https://lettres.test:8443/go">${email}<button formaction="https://autre.test/">x</button></form><form action="https://moteur.test/"><input name="q"></form>`,
        ),
      },
    });

    const hosts = actionHosts(await shop.probe(), parseTarget("https://boulangerie.test/"));

    expect(hosts).toEqual([
      { host: "lettres.test", port: 8443 },
      { host: "autre.test", port: 443 },
    ]);
  });

  it("recognises the mount point of an application as not rendered", async () => {
    await using shop = await startShop({
      https: { "/": '<!doctype html><title>x</title><div id="root"></div><script src="/app.js"></script>' },
    });

    const value = await shop.probe();

    expect(value.pages[0]?.rendered).toBe("empty-root");
  });

  it("never keeps a personal value", async () => {
    await using shop = await startShop({
      https: {
        "/": page(
          `<a href="/suivi?email=marie.durand%40orange.fr">Suivi</a><script>var client = {"email":"paul.martin@free.fr"};</script><input type="hidden" name="c" value="jeanne.petit@gmail.com">`,
        ),
      },
    });

    const value = await shop.probe();

    expect(value.pages[0]?.personalDataLeaks).toEqual([
      { kind: "email", where: "link", masked: "m…@….fr" },
      { kind: "email", where: "script", masked: "p…@….fr" },
      { kind: "email", where: "input[name=c]", masked: "j…@….com" },
    ]);
    expect(JSON.stringify(value)).not.toMatch(/durand|martin@|petit@/);
  });

  it("follows a site that sets a cookie and leads back to the same address", async () => {
    let visits = 0;
    const routes: Record<string, Route> = {
      get "/"(): Route {
        visits += 1;
        // The http probe has its own jar; every second visit of a fresh jar brings the cookie.
        return visits % 2 === 1
          ? { status: 302, headers: { location: "/", "set-cookie": "vu=1" } }
          : page("<p>Bonjour</p>");
      },
    };
    await using shop = await startShop({
      https: routes,
      http: { "/": { status: 301, headers: { location: "https://autre.test/" } } },
    });

    const value = await shop.probe();

    expect(value.pages[0]).toMatchObject({ url: "https://boulangerie.test/", status: 200 });
  });

  it("takes a bot wall's page for nobody's", async () => {
    const wall: Route = { status: 403, headers: { "cf-mitigated": "challenge" }, body: page("<p>Un instant</p>") };
    await using shop = await startShop({ https: { "/": wall } });

    await expect(shop.probe()).rejects.toThrow("bot wall");
  });

  it("still judges a saved page when the site cannot be reached", async () => {
    const wall: Route = { status: 403, headers: { "cf-mitigated": "challenge" } };
    await using shop = await startShop({ https: { "/": wall } });

    const value = await shop.probe({
      pages: [{ role: "checkout", name: "p.html", content: Buffer.from(page(`<form>${email}</form>`)) }],
    });

    expect(value.pages.map(({ role }) => role)).toEqual(["checkout"]);
  });
});
