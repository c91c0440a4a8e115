import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cookieAttributes, cookieLifetime, parseSetCookie } from "../../src/parse/set-cookie.ts";

const AT = new Date("2026-11-23T12:00:00Z");

describe("parseSetCookie", () => {
  it("reads name, value and attributes in order", () => {
    const cookie = parseSetCookie("PHPSESSID = a=b ; Path=/; SECURE; HttpOnly ; SameSite = Lax;;");

    expect(cookie).toEqual({
      name: "PHPSESSID",
      value: "a=b",
      attributes: [
        ["path", "/"],
        ["secure", null],
        ["httponly", null],
        ["samesite", "Lax"],
      ],
    });
  });

  it.each([
    ["=value", "", "value"],
    ["loose", "", "loose"],
    ["", "", ""],
    ["name=", "name", ""],
  ])("%s", (line, name, value) => {
    expect(parseSetCookie(line)).toMatchObject({ name, value });
  });

  it("is bounded and never throws", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (line) => {
        const { attributes } = parseSetCookie(line);
        cookieLifetime(cookieAttributes(attributes), AT);
        expect(attributes.length).toBeLessThanOrEqual(64);
      }),
    );
  });
});

describe("cookieAttributes", () => {
  const read = (line: string) => cookieAttributes(parseSetCookie(line).attributes);

  it("the last of a repeated attribute counts", () => {
    expect(read("a=1; SameSite=None; SameSite=Strict; Domain=.Bakery.test; Path=shop").sameSite).toBe("strict");
    expect(read("a=1; Domain=.Bakery.test")).toMatchObject({ domain: "bakery.test", sameSite: null, path: null });
    expect(read("a=1; SameSite=Sometimes").sameSite).toBe("invalid");
    expect(read("a=1; SameSite").sameSite).toBe("invalid");
  });

  it.each([
    ["a=1", null],
    ["a=1; Max-Age=60; Expires=Wed, 01 Jan 2031 00:00:00 GMT", 60],
    ["a=1; Max-Age=soon; Expires=Mon, 23 Nov 2026 12:01:00 GMT", 60],
    ["a=1; Expires=Mon, 23-Nov-2026 12:01:00 GMT", 60],
    ["a=1; Expires=never", null],
    ["a=1; Max-Age=-1", -1],
  ])("lifetime of %s", (line, expected) => {
    expect(cookieLifetime(read(line), AT)).toBe(expected);
  });
});
