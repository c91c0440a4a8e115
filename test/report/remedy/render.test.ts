import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Remedy } from "../../../src/core/remedy.ts";
import { LANGUAGES, placeholders } from "../../../src/core/text.ts";
import { CAUTION_IDS, cautionText } from "../../../src/report/remedy/cautions.ts";
import { renderRemedy } from "../../../src/report/remedy/render.ts";
import { TOPIC_IDS, topicText } from "../../../src/report/remedy/topics/topics.ts";

const NOSNIFF: Remedy = { action: "set-response-header", name: "X-Content-Type-Options", value: "nosniff" };

/** One remedy of every action. */
const remedies: readonly Remedy[] = [
  NOSNIFF,
  { action: "remove-response-header", name: "X-Powered-By" },
  { action: "remove-response-header", name: "Server" },
  { action: "redirect-to-https", host: "bakery.test" },
  { action: "tls-setting", setting: "protocols" },
  {
    action: "tls-setting",
    setting: "suites",
    suites: ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_RC4_128_SHA"],
  },
  { action: "tls-setting", setting: "groups" },
  { action: "tls-setting", setting: "client-certificate" },
  { action: "tls-setting", setting: "client-certificate", guards: true },
  { action: "tls-setting", setting: "sni-default" },
  { action: "certificate", change: "add-name", names: ["www.bakery.test"] },
  { action: "deny-path", path: "/.git", directory: true },
  { action: "protect-path", path: "/admin" },
  { action: "disable-listing", path: "/backup/" },
  { action: "delete-file", path: "/dump.sql" },
  { action: "rotate-secrets", what: "database password" },
  { action: "cookie-flag", cookie: "PHPSESSID", add: ["Secure", "HttpOnly", "SameSite=Lax"] },
  { action: "cookie-flag", cookie: "session", add: ["__Host-"] },
  { action: "edit-form", change: "form-action-https", from: "http://bakery.test/pay", to: "https://bakery.test/pay" },
  { action: "edit-page", change: "sri-add", element: "https://cdn.florist.test/a.js" },
  { action: "dns-record", name: "_dmarc.bakery.test", type: "TXT", value: "v=DMARC1; p=reject" },
  { action: "close-port", port: 3306, service: "MySQL" },
  { action: "service-setting", service: "sshd", lines: ["PasswordAuthentication no"] },
  { action: "update-software", software: "jQuery", to: "3.5.0" },
  { action: "ask-host", topic: "csp-rewrite" },
  { action: "review", topic: "script-inventory" },
];

describe("renderRemedy", () => {
  it.each(LANGUAGES)("tells every action without a gap, in %s", (language) => {
    for (const remedy of remedies) {
      for (const server of [null, "nginx", "Apache", "caddy"]) {
        const rendered = renderRemedy(remedy, { server, platform: null, language });
        const text = [rendered.title, ...rendered.steps, ...rendered.snippets.map(({ place }) => place)].join(" ");
        expect(text).not.toMatch(/\{|\}|undefined|\s\?/);
        expect(rendered.steps.length + rendered.snippets.length, JSON.stringify(remedy)).toBeGreaterThan(
          server === "caddy" ? -1 : 0,
        );
      }
    }
  });

  it("writes for the server that was seen, and for nginx and Apache where none was", () => {
    const stacks = (server: string | null) =>
      renderRemedy(NOSNIFF, { server, platform: null, language: "en" }).snippets.map(({ stack }) => stack);

    expect(stacks("nginx/1.22.1")).toEqual(["nginx"]);
    expect(stacks("LiteSpeed")).toEqual(["apache"]);
    expect(stacks("caddy")).toEqual(["caddy"]);
    expect(stacks(null)).toEqual(["nginx", "apache"]);
    expect(stacks("cloudflare")).toEqual(["nginx", "apache"]);
  });

  it("says honestly what cannot be changed on a hosted platform", () => {
    const english = renderRemedy(NOSNIFF, { server: null, platform: "shopify", language: "en" });
    const french = renderRemedy(NOSNIFF, { server: "nginx", platform: "shopify", language: "fr" });

    expect(english).toMatchObject({ changeable: false, snippets: [], proven: false });
    expect(english.steps.join()).toContain("On Shopify you cannot change this");
    expect(french.steps.join()).toContain("vous ne pouvez pas modifier");
  });

  it("knocks at the door that answers visitors", () => {
    const cdn = { name: "Cloudflare", kind: "cdn" } as const;
    const host = { name: "OVHcloud", kind: "host" } as const;
    const told = (remedy: Remedy, front: typeof cdn | typeof host): string =>
      renderRemedy(remedy, { server: "cloudflare", platform: null, front, language: "en" }).steps.join(" ");

    expect(told(NOSNIFF, cdn)).toContain("Cloudflare stands in front of your server");
    expect(told({ action: "redirect-to-https", host: "bakery.test" }, cdn)).toContain("administration of Cloudflare");
    expect(told(NOSNIFF, host)).toContain("hosted at OVHcloud");
    expect(told({ action: "edit-form", change: "form-method-post" }, cdn)).not.toContain("Cloudflare");
  });

  it("leaves what the merchant can change to the merchant, on a hosted platform too", () => {
    const form: Remedy = { action: "edit-form", change: "form-method-post" };

    expect(renderRemedy(form, { server: null, platform: "wix", language: "en" }).changeable).toBe(true);
  });

  it("advises no cipher suite without forward secrecy", () => {
    const remedy: Remedy = {
      action: "tls-setting",
      setting: "suites",
      suites: ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_GCM_SHA256"],
    };

    const rendered = renderRemedy(remedy, { server: "nginx", platform: null, language: "en" });

    expect(rendered.snippets[0]?.lines).toEqual(["ssl_ciphers ECDHE-RSA-AES128-GCM-SHA256;"]);
  });

  it("prints a topic that it does not know as words", () => {
    const rendered = renderRemedy(
      { action: "review", topic: "a-later-topic" },
      { server: null, platform: null, language: "fr" },
    );

    expect(rendered.steps).toEqual(["a later topic"]);
  });

  it("never lets text from outside begin a directive of its own", () => {
    const hostile = fc.string({
      unit: fc.constantFrom("a", "/", '"', ";", "{", "}", "\n", "\r", "\\", "$", "'", ">", " ", "%", "\u2028"),
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const attacks: readonly Remedy[] = [
          { action: "set-response-header", name: text, value: text },
          { action: "remove-response-header", name: text },
          { action: "redirect-to-https", host: text },
          { action: "deny-path", path: text, directory: true },
          { action: "deny-path", path: text, directory: false },
          { action: "disable-listing", path: text },
          { action: "cookie-flag", cookie: text, add: ["Secure"] },
        ];
        for (const remedy of attacks) {
          for (const { lines } of renderRemedy(remedy, { server: null, platform: null, language: "en" }).snippets) {
            for (const line of lines) {
              expect(line).not.toMatch(/[\n\r\u2028]/);
              expect((line.replaceAll(/\\[\\"]/g, "").match(/"/g)?.length ?? 0) % 2).toBe(0);
            }
          }
        }
      }),
    );
  });
});

describe("the tables", () => {
  it("speak of the same parameters in both languages", () => {
    for (const text of [...CAUTION_IDS.map((id) => cautionText(id)), ...TOPIC_IDS.map((id) => topicText(id))]) {
      expect(placeholders(text?.fr ?? "")).toEqual(placeholders(text?.en ?? "?"));
    }
  });
});
