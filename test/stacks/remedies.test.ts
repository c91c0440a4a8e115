import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../checks/index.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { failuresOf } from "../builders/judge.ts";
import { html, scanServers, type ScannedShop } from "../servers/judged-shop.ts";
import { startHttp } from "../servers/loopback.ts";
import { claimed, keysOf, pastedFor, realStacks, unique, type RealStack } from "./pasted.ts";
import { ROOT, startRealServer, type Pasted } from "./real-server.ts";

/** A shop with one fault, and the check that must see it and then see it gone. */
interface Case {
  readonly check: string;
  readonly code: string;
  /** Header lines of the application. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly inClear?: boolean;
  /** What stands in the home page. */
  readonly body?: string;
  /** Servers on which the fault cannot be made. */
  readonly not?: readonly RealStack[];
}

const STRIPE = '<script src="https://js.stripe.com/v3/"></script>';

const cases: readonly Case[] = [
  { check: "headers/hsts", code: "absent" },
  { check: "headers/hsts", code: "short", headers: { "strict-transport-security": "max-age=60" } },
  { check: "headers/hsts", code: "disabled", headers: { "strict-transport-security": "max-age=0" } },
  {
    check: "headers/hsts",
    code: "duplicated",
    headers: { "strict-transport-security": ["max-age=31536000", "max-age=31536000"] },
  },
  { check: "headers/hsts", code: "malformed", headers: { "strict-transport-security": "max-age=soon" } },
  { check: "headers/https-redirect", code: "forms-in-clear", inClear: true },
  { check: "headers/csp", code: "absent" },
  {
    check: "headers/csp",
    code: "object-src-missing",
    headers: { "content-security-policy": "script-src 'self'; style-src 'self'" },
  },
  { check: "headers/csp-payment", code: "absent" },
  {
    check: "headers/csp-payment",
    code: "forms-open",
    headers: { "content-security-policy": "default-src 'self'; form-action *" },
  },
  { check: "headers/framing", code: "absent" },
  { check: "headers/framing", code: "invalid", headers: { "x-frame-options": "ALLOWALL" } },
  { check: "headers/framing", code: "contradictory", headers: { "x-frame-options": ["DENY", "SAMEORIGIN"] } },
  { check: "headers/nosniff", code: "absent" },
  { check: "headers/nosniff", code: "invalid", headers: { "x-content-type-options": "sniff" } },
  { check: "headers/referrer-policy", code: "whole-address", headers: { "referrer-policy": "unsafe-url" } },
  { check: "headers/referrer-policy", code: "absent" },
  { check: "headers/permissions-policy", code: "absent" },
  { check: "headers/permissions-policy", code: "invalid", headers: { "permissions-policy": "camera 'none'" } },
  {
    check: "headers/permissions-policy",
    code: "blocks-payment",
    headers: { "permissions-policy": "camera=(), payment=()" },
    body: STRIPE,
  },
  {
    check: "headers/cross-origin-isolation",
    code: "opener-breaks-payment",
    headers: { "cross-origin-opener-policy": "same-origin" },
    body: STRIPE,
  },
  {
    check: "headers/cross-origin-isolation",
    code: "embedder-breaks-payment",
    headers: { "cross-origin-embedder-policy": "require-corp" },
    body: STRIPE,
  },
  { check: "headers/cache-personal-pages", code: "shared", headers: { "cache-control": "public, max-age=600" } },
  { check: "headers/cache-personal-pages", code: "storable" },
  // Caddy never tells its version.
  { check: "headers/version-banner", code: "version", not: ["caddy"] },
  { check: "headers/version-banner", code: "version", headers: { "x-powered-by": "PHP/7.4.3" } },
  { check: "headers/deprecated", code: "xss-filter", headers: { "x-xss-protection": "1; mode=block" } },
  { check: "headers/deprecated", code: "obsolete", headers: { "expect-ct": "max-age=0" } },
  { check: "headers/debug", code: "inode-tag", headers: { etag: '"1a2b3c-2d-5f8a9b0c1d2e3"' } },
  {
    check: "cookies/flags",
    code: "session-not-secure",
    headers: { "set-cookie": ["PHPSESSID=1; Path=/", "tart=1; Secure"] },
  },
  { check: "cookies/flags", code: "session-readable", headers: { "set-cookie": ["PHPSESSID=1; Path=/; Secure"] } },
  {
    check: "cookies/flags",
    code: "others-not-secure",
    headers: { "set-cookie": ["basket.x=1; Path=/", "tart=1; Path=/"] },
  },
  { check: "cookies/samesite", code: "session-missing", headers: { "set-cookie": ["PHPSESSID=1; Secure; HttpOnly"] } },
  {
    check: "cookies/set-over-http",
    code: "session",
    headers: { "set-cookie": ["PHPSESSID=1; HttpOnly"] },
    inClear: true,
  },
];

const LOGIN = '<form method="post" action="/connexion"><input type="password" name="password"></form>';

function shopOf({ headers = {}, body = "" }: Case): RequestListener {
  return (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.url === "/connexion") html(response, LOGIN);
    else if (request.url === "/panier") html(response, "<h1>Votre panier</h1>");
    else
      html(response, `<h1>Pain de campagne</h1>${body}<a href="/connexion">Connexion</a> <a href="/panier">Panier</a>`);
  };
}

describe.each(realStacks())("header and cookie remedies on a real %s", (stack, installed) => {
  const proven = new Set<string>();
  let files = "";

  beforeAll(() => {
    files = mkdtempSync(join(tmpdir(), "vigie-files-"));
    chmodSync(files, 0o755);
    writeFileSync(join(files, "index.txt"), "bread");
  });

  afterAll(() => {
    rmSync(files, { recursive: true, force: true });
  });

  it.skipIf(!installed).each(cases.filter(({ not = [] }) => !not.includes(stack)))(
    "$check $code $headers",
    async (one) => {
      const check = catalogue.find(({ id }) => id === one.check);
      if (check === undefined) throw new Error(`no check ${one.check}`);
      await using app = await startHttp(shopOf(one));
      const look = async (pasted: Pasted): Promise<ScannedShop> => {
        await using server = await startRealServer(stack, {
          app: app.port,
          files,
          pasted,
          inClear: one.inClear ?? false,
        });
        return await scanServers(
          {
            "bakery.test:443": server.https,
            "www.bakery.test:443": server.https,
            "bakery.test:80": server.http,
            "www.bakery.test:80": server.http,
          },
          [ROOT],
        );
      };
      const faultsOf = (shop: ScannedShop) =>
        failuresOf(check, { http: shop.http, pages: shop.pages }).filter(({ code }) => code === one.code);

      const before = faultsOf(await look({}));
      expect(before.length, "the fault is seen").toBeGreaterThan(0);
      const remedies = unique(before.flatMap(({ remedy }) => remedy));
      const after = await look(pastedFor(stack, remedies));

      expect(faultsOf(after), "the finding is gone").toEqual([]);
      expect(after.http.origins[0]?.chain.at(-1)?.status, "the shop still works").toBe(200);
      expect(after.pages?.pages.map(({ role }) => role)).toEqual(expect.arrayContaining(["home", "login", "cart"]));
      for (const key of keysOf(stack, remedies)) proven.add(key);
    },
  );

  it.skipIf(!installed)("what the report calls proven is what was proven here", () => {
    expect([...proven].toSorted()).toEqual(
      claimed(stack, ["set-response-header", "remove-response-header", "redirect-to-https", "cookie-flag"]),
    );
  });

  it.skipIf(!installed)("keeps public pages cacheable when personal ones are not", async () => {
    await using app = await startHttp(
      shopOf({ check: "", code: "", headers: { "cache-control": "public, max-age=600" } }),
    );
    const remedy: Remedy = {
      action: "set-response-header",
      name: "Cache-Control",
      value: "no-store",
      paths: ["/panier"],
    };
    await using server = await startRealServer(stack, {
      app: app.port,
      files,
      pasted: pastedFor(stack, [remedy]),
      inClear: false,
    });

    const shop = await scanServers({ "bakery.test:443": server.https, "bakery.test:80": server.http }, [ROOT]);
    const cacheOf = (role: string) =>
      shop.pages?.pages.find((page) => page.role === role)?.headers.filter(([name]) => name === "cache-control");

    expect(JSON.stringify(cacheOf("home"))).toContain("public");
    expect(JSON.stringify(cacheOf("home"))).not.toContain("no-store");
    expect(JSON.stringify(cacheOf("cart"))).toContain("no-store");
  });
});
