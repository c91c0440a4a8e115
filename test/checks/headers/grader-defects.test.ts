import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { cors } from "../../../checks/headers/cors.ts";
import { cspPayment } from "../../../checks/headers/csp-payment.ts";
import { csp } from "../../../checks/headers/csp.ts";
import { debugHeaders } from "../../../checks/headers/debug.ts";
import { framing } from "../../../checks/headers/framing.ts";
import { hsts } from "../../../checks/headers/hsts.ts";
import { httpsRedirect } from "../../../checks/headers/https-redirect.ts";
import { mixedContent } from "../../../checks/headers/mixed-content.ts";
import { nosniff } from "../../../checks/headers/nosniff.ts";
import { versionBanner } from "../../../checks/headers/version-banner.ts";
import { cookieFlags } from "../../../checks/cookies/flags.ts";
import { html, scanShop } from "../../servers/judged-shop.ts";

/** What well-known graders get wrong, each over a real socket: their unit tests set by hand what no server gives. */
describe("defects of other graders", () => {
  it("finds a reflected origin with credentials by a real GET", async () => {
    const shop = await scanShop((request, response) => {
      if (request.headers.origin !== undefined) {
        response.setHeader("access-control-allow-origin", request.headers.origin);
        response.setHeader("access-control-allow-credentials", "true");
      }
      html(response, "<title>Boulangerie</title>");
    });

    expect(shop.outcomes(cors)).toEqual(["reflected-credentials", "null-credentials"]);
  });

  it("sees CORS on a server that refuses OPTIONS", async () => {
    const methods = new Set<string>();
    const shop = await scanShop((request, response) => {
      methods.add(request.method ?? "");
      if (request.method !== "GET") {
        response.writeHead(405).end();
        return;
      }
      response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
      response.setHeader("access-control-allow-credentials", "true");
      html(response, "<title>Boulangerie</title>");
    });

    expect(shop.outcomes(cors)).toEqual(["reflected-credentials", "null-credentials"]);
    expect(methods).not.toContain("OPTIONS");
  });

  it("asks the account and not only the home page", async () => {
    const shop = await scanShop((request, response) => {
      if (request.url === "/mon-compte" && request.headers.origin !== undefined) {
        response.setHeader("access-control-allow-origin", request.headers.origin);
        response.setHeader("access-control-allow-credentials", "true");
      }
      html(response, '<a href="/mon-compte">Mon compte</a>');
    });

    expect(shop.verdicts(cors)).toMatchObject([
      { code: "reflected-credentials", subject: "/mon-compte foreign" },
      { code: "null-credentials", subject: "/mon-compte null" },
    ]);
  });

  it("gives no bonus for form-action *", async () => {
    const shop = await scanShop((_request, response) => {
      response.setHeader("content-security-policy", "default-src 'none'; form-action *; base-uri *");
      html(response, '<form method="post" action="/connexion"><input type="password" name="password"></form>');
    });

    expect(shop.outcomes(cspPayment)).toContain("forms-open");
  });

  it("takes frame-ancestors * for what it is", async () => {
    const shop = await scanShop((_request, response) => {
      response.setHeader("content-security-policy", "frame-ancestors *");
      response.setHeader("x-frame-options", "DENY");
      html(response, "<title>Boulangerie</title>");
    });

    expect(shop.outcomes(framing)).toEqual(["broad-ancestors"]);
  });

  it("knows that an allow-list of public libraries can be bypassed", async () => {
    const shop = await scanShop((_request, response) => {
      response.setHeader(
        "content-security-policy",
        "default-src 'self'; script-src 'self' cdn.jsdelivr.net *.googleapis.com; object-src 'none'",
      );
      html(response, "<title>Boulangerie</title>");
    });

    const [verdict] = shop.verdicts(csp);

    expect(verdict).toMatchObject({
      code: "bypassable-host",
      params: { values: ["cdn.jsdelivr.net", "*.googleapis.com"] },
    });
  });

  it.each([403, 503])("does not grade a bot challenge (%i) as the merchant's site", async (status) => {
    const shop = await scanShop((_request, response) => {
      response.setHeader("cf-mitigated", "challenge");
      response.setHeader("content-security-policy", "default-src 'none'");
      response.setHeader("x-frame-options", "SAMEORIGIN");
      response.setHeader("set-cookie", "__cf_bm=1; HttpOnly");
      html(response, "<title>Just a moment...</title>", status);
    });

    for (const check of [hsts, csp, framing, nosniff]) {
      expect(new Set(shop.outcomes(check)), check.id).toEqual(new Set(["not-assessed: blocked"]));
    }
  });

  it.each([
    [429, "blocked"],
    [500, "http-error"],
  ])("concludes nothing from what a server lacks that answers %i to everything", async (status, reason) => {
    const later = (_request: unknown, response: ServerResponse): void =>
      html(response, "<title>Plus tard</title>", status);
    const shop = await scanShop(later, later);

    for (const check of [versionBanner, debugHeaders, cookieFlags]) {
      expect(shop.outcomes(check), check.id).toEqual([`not-assessed: ${reason}`]);
    }
    expect(shop.outcomes(httpsRedirect)).toContain(`not-assessed: ${reason}`);
  });

  it("an error is no result, and the rest of the scan still counts", async () => {
    const shop = await scanShop((_request, response) => {
      response.setHeader("strict-transport-security", "max-age=31536000");
      html(response, "<title>Erreur</title>", 500);
    });

    expect(shop.outcomes(csp)).toEqual(["not-assessed: http-error", "not-assessed: http-error"]);
    expect(shop.outcomes(hsts)).toEqual(["pass", "pass"]);
    expect(new Set(shop.outcomes(httpsRedirect))).toEqual(new Set(["pass"]));
  });

  it("a script address without a scheme on an https page is not loaded in clear", async () => {
    const shop = await scanShop((_request, response) => {
      html(response, '<script src="//cdn.florist.test/a.js"></script>');
    });

    expect(shop.outcomes(mixedContent)).toEqual(["pass"]);
  });

  it("knows the session cookies of shop platforms", async () => {
    const names = [
      "PrestaShop-0a1b2c",
      "frontend",
      "osCsid",
      "wordpress_logged_in_0a",
      "JTLSHOP",
      ".Nop.Authentication",
    ];
    const shop = await scanShop((_request, response) => {
      response.setHeader(
        "set-cookie",
        names.map((name) => `${name}=1; Secure`),
      );
      html(response, "<title>Boulangerie</title>");
    });

    expect(shop.verdicts(cookieFlags)).toMatchObject(
      names.map((cookie) => ({ code: "session-readable", params: { cookie } })),
    );
  });
});
