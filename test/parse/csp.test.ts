import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admitsAnyHost, collectPolicies, parseHostSource, parsePolicy, readSources } from "../../src/parse/csp.ts";

describe("collectPolicies", () => {
  it("keeps every header line, every comma-joined policy and every meta element", () => {
    const set = collectPolicies(
      [
        ["content-security-policy", "default-src 'self', frame-ancestors 'none'"],
        ["content-security-policy", "object-src 'none'"],
        ["content-security-policy-report-only", "script-src 'self'"],
      ],
      ["script-src 'self'; frame-ancestors 'none'; report-uri /r"],
    );

    expect(set.enforced.map((policy) => [policy.source, ...policy.directives.keys()])).toEqual([
      ["header", "default-src"],
      ["header", "frame-ancestors"],
      ["header", "object-src"],
      ["meta", "script-src"],
    ]);
    expect(set.reportOnly).toHaveLength(1);
  });

  it("an empty header is no policy", () => {
    expect(collectPolicies([["content-security-policy", " ; ,"]], []).enforced).toEqual([]);
  });
});

describe("parsePolicy", () => {
  it("takes the first of a repeated directive and tells of the other", () => {
    const policy = parsePolicy("script-src 'self'; SCRIPT-SRC *", "header");

    expect(policy.directives.get("script-src")).toEqual(["'self'"]);
    expect(policy.repeated).toEqual(["script-src"]);
  });

  it("is bounded and never throws", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (text) => {
        const policy = parsePolicy(text, "header");
        expect(policy.directives.size).toBeLessThanOrEqual(64);
        for (const sources of policy.directives.values()) readSources(sources);
      }),
    );
    expect(parsePolicy("a ".repeat(100_000), "header").text.length).toBeLessThanOrEqual(4096);
  });
});

describe("readSources", () => {
  it("a nonce or a hash cancels unsafe-inline, strict-dynamic cancels hosts too", () => {
    expect(readSources(["'unsafe-inline'", "'nonce-r4nd0mr4nd0mr4nd0m12'"]).unsafeInline).toBe(false);
    expect(readSources(["'unsafe-inline'", "'sha256-abcd='"]).unsafeInline).toBe(false);
    expect(readSources(["'UNSAFE-INLINE'", "https://cdn.florist.test"]).unsafeInline).toBe(true);
    expect(readSources(["'strict-dynamic'", "'nonce-abc'", "https:", "'self'"])).toMatchObject({
      hosts: [],
      self: false,
    });
  });
});

describe("sources", () => {
  it.each([
    ["https:", { scheme: "https", host: "", path: "" }],
    ["*.bakery.test", { scheme: null, host: "*.bakery.test", path: "" }],
    ["https://cdn.bakery.test:*/js/", { scheme: "https", host: "cdn.bakery.test", path: "/js/" }],
    ["*", { scheme: null, host: "*", path: "" }],
    ["http://[::1]:8080", { scheme: "http", host: "[::1]", path: "" }],
    ["https://", null],
    ["bakery.test;", null],
    ["<script>", null],
  ])("%s", (source, expected) => {
    expect(parseHostSource(source)).toEqual(expected);
  });

  it.each(["*", "https:", "http:", "wss:", "https://*", "*:443"])("%s admits any host", (source) => {
    expect(admitsAnyHost(source)).toBe(true);
  });

  it.each(["*.bakery.test", "data:", "blob:", "'self'", "https://bakery.test"])("%s does not", (source) => {
    expect(admitsAnyHost(source)).toBe(false);
  });
});
