import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cacheSeconds, parseCacheControl } from "../../src/parse/cache-control.ts";
import { headerValues, isDocument, listMembers } from "../../src/parse/headers.ts";
import { parsePermissionsPolicy, turnsOff } from "../../src/parse/permissions-policy.ts";
import { parseMetaReferrer, parseReferrerPolicy } from "../../src/parse/referrer-policy.ts";

describe("headers", () => {
  it("keeps duplicates apart", () => {
    const headers = [
      ["x-frame-options", "DENY"],
      ["x-frame-options", " SAMEORIGIN "],
    ];

    expect(headerValues(headers, "x-frame-options")).toEqual(["DENY", "SAMEORIGIN"]);
  });

  it.each([
    ['a, b,, "c, d" , e', ["a", "b", '"c, d"', "e"]],
    ["", []],
    ['"a\\", b", c', ['"a\\", b"', "c"]],
    ['open "quote, here', ['open "quote, here']],
  ])("listMembers(%s)", (value, expected) => {
    expect(listMembers(value)).toEqual(expected);
  });

  it("listMembers is bounded", () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (value) => listMembers(value, 5).length <= 5));
  });

  it("knows a document by its type", () => {
    expect(isDocument([["content-type", "text/html; charset=utf-8"]])).toBe(true);
    expect(isDocument([])).toBe(true);
    expect(isDocument([["content-type", "application/json"]])).toBe(false);
  });
});

describe("Cache-Control", () => {
  it("reads all lines together", () => {
    const directives = parseCacheControl(['Private, max-age="60"', 'no-cache="set-cookie, x", S-MaxAge=9']);

    expect([...directives.keys()]).toEqual(["private", "max-age", "no-cache", "s-maxage"]);
    expect(cacheSeconds(directives, "max-age")).toBe(60);
    expect(cacheSeconds(directives, "s-maxage")).toBe(9);
    expect(cacheSeconds(directives, "no-cache")).toBeNull();
  });
});

describe("Referrer-Policy", () => {
  it.each([
    [["unsafe-url, strict-origin"], "strict-origin"],
    [["strict-origin, new-policy"], "strict-origin"],
    [["No-Referrer"], "no-referrer"],
    [["same-origin", "unsafe-url"], "unsafe-url"],
    [["never"], null],
    [[], null],
  ])("%j", (values, expected) => {
    expect(parseReferrerPolicy(values)).toBe(expected);
  });

  it("meta elements know the old words", () => {
    expect(parseMetaReferrer(" Never ")).toBe("no-referrer");
    expect(parseMetaReferrer("always")).toBe("unsafe-url");
    expect(parseMetaReferrer("nonsense")).toBeNull();
  });
});

describe("Permissions-Policy", () => {
  it("reads allow-lists", () => {
    const policy = parsePermissionsPolicy(['camera=(), payment=(self "https://js.stripe.com")', "microphone=*"]);

    expect(turnsOff(policy?.get("camera"))).toBe(true);
    expect(policy?.get("payment")).toEqual({ everyone: false, self: true, origins: ["https://js.stripe.com"] });
    expect(policy?.get("microphone")?.everyone).toBe(true);
    expect(turnsOff(policy?.get("geolocation"))).toBe(false);
  });

  it("the syntax of Feature-Policy is ignored as a whole", () => {
    expect(parsePermissionsPolicy(["camera 'none'; microphone 'none'"])).toBeNull();
  });
});
