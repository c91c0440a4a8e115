import { describe, expect, it } from "vitest";
import { sameRegistrableDomain } from "../../src/core/domain.ts";

describe("sameRegistrableDomain", () => {
  it.each([
    ["www.bakery.test", "shop.bakery.test", true],
    ["bakery.myshopify.com", "florist.myshopify.com", false],
    ["bakery.co.uk", "florist.co.uk", false],
    ["bakery.test.", "www.bakery.test", true],
    ["[2001:db8::1]", "2001:db8::1", true],
    ["[2001:db8::1]", "[2001:db8::2]", false],
    ["192.0.2.1", "192.0.2.1", true],
    ["192.0.2.1", "192.0.2.2", false],
    ["localhost", "localhost", true],
    ["", "bakery.test", false],
  ])("%s and %s: %s", (one, other, same) => {
    expect(sameRegistrableDomain(one, other)).toBe(same);
    expect(sameRegistrableDomain(other, one)).toBe(same);
  });
});
