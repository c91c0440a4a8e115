import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../../checks/index.ts";
import { html, scanShop, type ScannedShop } from "../../servers/judged-shop.ts";

/** What each check says of a bakery where everything is in order, and of one where nothing is. */
const expected: Readonly<Record<string, readonly [good: readonly string[], bad: readonly string[]]>> = {
  "headers/https-redirect": [["pass"], ["forms-in-clear", "pass"]],
  "headers/hsts": [["pass"], ["short"]],
  "headers/csp": [["pass"], ["script-unsafe-inline", "bypassable-host", "object-src-missing", "style-unsafe-inline"]],
  "headers/csp-payment": [
    ["pass", "not-assessed: not-found"],
    ["inline-open", "bypassable-host", "forms-open", "not-assessed: not-found"],
  ],
  "headers/csp-nonce": [["pass"], ["not-applicable: no-nonce"]],
  "headers/framing": [["pass"], ["invalid"]],
  "headers/mixed-content": [["pass"], ["active", "passive"]],
  "headers/cors": [["pass"], ["reflected-credentials", "null-credentials"]],
  "headers/cache-personal-pages": [["pass"], ["session-cached"]],
  "headers/sri": [["pass"], ["library-unpinned"]],
  "headers/nosniff": [["pass"], ["absent"]],
  "headers/referrer-policy": [["pass"], ["whole-address"]],
  "headers/permissions-policy": [["pass"], ["invalid"]],
  "headers/cross-origin-isolation": [["not-applicable: not-used"], ["invalid"]],
  "headers/version-banner": [["pass"], ["technology", "version"]],
  "headers/debug": [["pass"], ["debug-tool", "internal-address"]],
  "headers/deprecated": [["pass"], ["xss-filter", "obsolete"]],
  "headers/reporting": [["pass"], ["malformed"]],
  "headers/security-txt": [["pass"], ["expired"]],
  "cookies/flags": [["pass"], ["session-not-secure", "session-readable"]],
  "cookies/samesite": [["pass"], ["none-without-secure", "invalid"]],
  "cookies/set-over-http": [["pass"], ["session", "others"]],
  "cookies/prefixes": [["pass"], ["unprefixed"]],
  "cookies/scope": [["pass"], ["session-wide"]],
  "cookies/lifetime": [["pass"], ["session-long"]],
};

const LOGIN = '<form method="post" action="/connexion"><input type="password" name="password"></form>';

let nonces = 0;

function good(request: IncomingMessage, response: ServerResponse): void {
  nonces += 1;
  const nonce = `bm9uY2UtYmFrZXJ5LTAwMDAw${String(nonces).padStart(4, "0")}`;
  const headers: Readonly<Record<string, string>> = {
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "content-security-policy": `script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; report-to csp`,
    "reporting-endpoints": 'csp="https://bakery.test/reports"',
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=()",
    "cache-control": "no-store",
    server: "nginx",
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.url === "/.well-known/security.txt") {
    const text = "Contact: mailto:security@bakery.test\nExpires: 2099-01-01T00:00:00Z\n";
    response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end(text);
    return;
  }
  response.setHeader("set-cookie", "__Host-session=1; Secure; HttpOnly; SameSite=Lax; Path=/");
  const script = `<script nonce="${nonce}" src="/shop.js"></script>`;
  html(response, request.url === "/connexion" ? script + LOGIN : `${script}<a href="/connexion">Connexion</a>`);
}

const BAD_COOKIES = [
  "PHPSESSID=1; Domain=bakery.test; Path=/; Max-Age=31536000; SameSite=None",
  "tart=1; Secure; SameSite=Sometimes",
];

function bad(request: IncomingMessage, response: ServerResponse): void {
  const headers: Readonly<Record<string, string>> = {
    "strict-transport-security": "max-age=300",
    "content-security-policy": "script-src 'self' 'unsafe-inline' https://cdn.jsdelivr.net",
    "x-frame-options": "ALLOWALL",
    "referrer-policy": "unsafe-url",
    "permissions-policy": "camera 'none'",
    "cross-origin-opener-policy": "no",
    "x-xss-protection": "1; mode=block",
    "expect-ct": "max-age=0",
    "reporting-endpoints": "csp",
    "access-control-allow-origin": request.headers.origin ?? "*",
    "access-control-allow-credentials": "true",
    "cache-control": "public, max-age=600",
    "x-debug-token": "0a1b2c",
    "x-backend-address": "10.0.3.7",
    "x-powered-by": "Express",
    server: "nginx/1.18.0",
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("set-cookie", BAD_COOKIES);
  if (request.url === "/.well-known/security.txt") {
    const text = "Contact: mailto:security@bakery.test\nExpires: 2020-01-01T00:00:00Z\n";
    response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end(text);
    return;
  }
  const home = `<script src="http://cdn.florist.test/a.js"></script><img src="http://img.florist.test/b.png">
    <script src="https://cdn.jsdelivr.net/npm/jquery@3.7.1/dist/jquery.min.js"></script><a href="/connexion">Connexion</a>`;
  html(response, request.url === "/connexion" ? LOGIN : home);
}

const inClear: RequestListener = (_request, response) => {
  response.setHeader("set-cookie", BAD_COOKIES);
  html(response, "<title>Boulangerie en clair</title>");
};

describe("headers and cookies of a real server", () => {
  let shops: { readonly good: ScannedShop; readonly bad: ScannedShop };

  beforeAll(async () => {
    shops = { good: await scanShop(good), bad: await scanShop(bad, inClear) };
  });

  const checks = catalogue.filter(({ area }) => area === "headers" || area === "cookies");

  it.each(checks)("$id", (check) => {
    const [inOrder, faults] = expected[check.id] ?? [];

    expect([...new Set(shops.bad.outcomes(check))]).toEqual(faults);
    expect([...new Set(shops.good.outcomes(check))]).toEqual(inOrder);
  });
});
