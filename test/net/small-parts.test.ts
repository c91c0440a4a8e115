import { describe, expect, it } from "vitest";
import { createBlockDetector, isBlockMark } from "../../src/net/block-detector.ts";
import { parseProxy, proxyFromEnvironment } from "../../src/net/proxy.ts";
import { createResolver } from "../../src/net/resolver.ts";
import { retryAfterMs } from "../../src/net/retry-after.ts";
import { codeOf } from "../servers/test-net.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");

describe("retryAfterMs", () => {
  it.each([
    ["0", 0],
    ["120", 120_000],
    [" 5 ", 5000],
    ["Mon, 23 Nov 2026 12:00:30 GMT", 30_000],
    ["Monday, 23-Nov-26 12:01:00 GMT", 60_000],
    ["Mon, 23 Nov 2026 11:00:00 GMT", null],
    ["-1", null],
    ["soon", null],
    ["9999999999999", null],
    ["", null],
  ])("%j is %s", (value, expected) => {
    expect(retryAfterMs(value, NOW)).toBe(expected);
  });
});

describe("the block detector", () => {
  const answer = (status: number, headers: readonly (readonly [string, string])[] = [], body = "") => ({
    status,
    headers,
    body: Buffer.from(body),
  });

  it.each([
    ["too many requests", answer(429), true],
    ["unavailable", answer(503), true],
    ["a Cloudflare challenge", answer(403, [["cf-mitigated", "challenge"]]), true],
    ["an AWS WAF challenge", answer(202, [["x-amzn-waf-action", "challenge"]]), true],
    ["a block page by its words", answer(403, [], "<script src=/cdn-cgi/challenge-platform/x>"), true],
    ["an ordinary refusal", answer(403, [], "Forbidden"), false],
    ["a login", answer(401, [["www-authenticate", "Basic"]]), false],
    ["a page that speaks of captchas", answer(200, [], "captcha-delivery.com"), false],
    [
      "Imperva's block page, with status 200",
      answer(200, [], '<iframe src="/_Incapsula_Resource?x">Request unsuccessful. Incapsula incident ID: 1</iframe>'),
      true,
    ],
    [
      "a shop behind Imperva",
      answer(200, [], '<h1>Pains</h1><script src="/_Incapsula_Resource?SWJIYLWA=1"></script>'),
      false,
    ],
    ["a missing page", answer(404), false],
  ])("%s", (_name, seen, expected) => {
    expect(isBlockMark(seen)).toBe(expected);
  });

  it("stops at five marks within ten answers and never starts again", () => {
    const detector = createBlockDetector();
    const steps = [429, 200, 429, 200, 429, 200, 429, 200, 429].map((status) => detector.record(answer(status)));

    expect(steps).toEqual([false, false, false, false, false, false, false, false, true]);
    for (let index = 0; index < 20; index += 1) detector.record(answer(200));
    expect(detector.blocked).toBe(true);
  });

  it("forgives marks that are far apart", () => {
    const detector = createBlockDetector();

    for (let index = 0; index < 60; index += 1) detector.record(answer(index % 3 === 0 ? 429 : 200));

    expect(detector.blocked).toBe(false);
  });
});

describe("the proxy", () => {
  it.each([
    ["http://proxy.test:3128", "proxy.test", 3128, null, "proxy.test:3128"],
    ["proxy.test:3128", "proxy.test", 3128, null, "proxy.test:3128"],
    ["http://ana:p%40ss@proxy.test:3128/", "proxy.test", 3128, "Basic YW5hOnBAc3M=", "proxy.test:3128"],
    ["http://ana:50%@proxy.test:3128/", "proxy.test", 3128, "Basic YW5hOjUwJQ==", "proxy.test:3128"],
    ["http://[::1]:3128", "::1", 3128, null, "[::1]:3128"],
  ])("is read from %s", (text, host, port, authorization, label) => {
    expect(parseProxy(text)).toEqual({ host, port, authorization, label });
  });

  it.each(["socks5://proxy.test:1080", "https://proxy.test", "http://"])("refuses %s", (text) => {
    expect(() => parseProxy(text)).toThrow(expect.objectContaining({ code: "proxy-failed" }));
  });

  it.each([
    ["https://bakery.test/", { https_proxy: "http://p.test:1" }, "p.test:1"],
    ["https://bakery.test/", { HTTPS_PROXY: "http://p.test:1" }, "p.test:1"],
    ["http://bakery.test/", { https_proxy: "http://p.test:1" }, undefined],
    ["http://bakery.test/", { http_proxy: "http://p.test:1" }, "p.test:1"],
    ["http://bakery.test/", { HTTP_PROXY: "http://p.test:1" }, undefined],
    ["http://bakery.test/", { all_proxy: "http://p.test:1" }, "p.test:1"],
    ["http://shop.bakery.test/", { http_proxy: "http://p.test:1", no_proxy: "bakery.test" }, undefined],
    ["http://shop.bakery.test/", { http_proxy: "http://p.test:1", no_proxy: ".bakery.test, x" }, undefined],
    ["http://notbakery.test/", { http_proxy: "http://p.test:1", no_proxy: "bakery.test" }, "p.test:1"],
    ["http://bakery.test:81/", { http_proxy: "http://p.test:1", no_proxy: "bakery.test:80" }, "p.test:1"],
    ["http://127.0.0.1/", { http_proxy: "http://p.test:1", NO_PROXY: "127.0.0.1" }, undefined],
    ["http://bakery.test/", { http_proxy: "http://p.test:1", no_proxy: "*" }, undefined],
    ["http://bakery.test/", {}, undefined],
  ])("for %s in %j is %s", (url, environment, label) => {
    expect(proxyFromEnvironment(url, environment)?.label).toBe(label);
  });
});

describe("the resolver", () => {
  const named: readonly string[] = [];

  it("asks once, drops private answers of a public name and keeps the order", async () => {
    let asked = 0;
    const resolver = createResolver({
      named,
      allowPrivate: false,
      lookup: () => {
        asked += 1;
        return Promise.resolve(["93.184.216.34", "10.0.0.1", "2606:2800:220:1::1", "93.184.216.34"]);
      },
    });

    const first = await resolver.addresses("bakery.test");
    const second = await resolver.addresses("bakery.test");

    expect(first).toEqual(["93.184.216.34", "2606:2800:220:1::1"]);
    expect(second).toBe(first);
    expect(asked).toBe(1);
  });

  it.each([
    ["a public name with a private address", "bakery.test", ["127.0.0.1"], "private-address"],
    ["a metadata address", "bakery.test", ["169.254.169.254"], "private-address"],
    ["no address", "bakery.test", [], "dns-not-found"],
    ["a private literal that nobody named", "10.0.0.1", [], "private-address"],
  ])("refuses %s", async (_name, host, answer, code) => {
    const resolver = createResolver({ named, allowPrivate: false, lookup: () => Promise.resolve(answer) });

    expect(await codeOf(resolver.addresses(host))).toBe(code);
  });

  it.each([
    ["the user named the literal", { named: ["127.0.0.1"], allowPrivate: false }, "127.0.0.1", ["127.0.0.1"]],
    ["--allow-private was given", { named, allowPrivate: true }, "bakery.test", ["10.0.0.1"]],
    [
      "--resolve names it",
      { named, allowPrivate: false, resolve: { "bakery.test": "10.0.0.9" } },
      "bakery.test",
      ["10.0.0.9"],
    ],
  ])("gives a private address where %s", async (_name, options, host, expected) => {
    const resolver = createResolver({ ...options, lookup: () => Promise.resolve(["10.0.0.1"]) });

    expect(await resolver.addresses(host)).toEqual(expected);
  });

  it("does not wait for a resolver that never answers", async () => {
    const resolver = createResolver({
      named,
      allowPrivate: false,
      timeoutMs: 5,
      lookup: () => new Promise(() => undefined),
    });

    expect(await codeOf(resolver.addresses("bakery.test"))).toBe("dns-failed");
  });
});
