import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasWildcard, matchesHost } from "../../../src/parse/x509/host-name.ts";

describe("RFC 9525", () => {
  test.each([
    ["bakery.test", "bakery.test", true],
    ["BAKERY.test", "bakery.TEST", true],
    ["bakery.test", "bakery.test.", true],
    ["bakery.test", "www.bakery.test", false],
    ["*.bakery.test", "www.bakery.test", true],
    ["*.bakery.test", "bakery.test", false],
    ["*.bakery.test", "a.b.bakery.test", false],
    ["*.bakery.test", ".bakery.test", false],
    ["w*.bakery.test", "www.bakery.test", false],
    ["www.*.test", "www.bakery.test", false],
    ["*.*.test", "www.bakery.test", false],
    ["*.test", "bakery.test", false],
    ["*", "bakery.test", false],
    ["*.bakery.test", "xn--bcker-gra.bakery.test", true],
    [String.raw`bakery\00.test`, "bakery", false],
    ["bakery.test", "", false],
  ])("%s for %s: %s", (name, host, expected) => {
    expect(matchesHost({ dnsNames: [name], ipAddresses: [] }, host)).toBe(expected);
  });

  test.each([
    ["192.0.2.1", [], ["192.0.2.1"], true],
    ["192.0.2.1", ["192.0.2.1"], [], false],
    ["[2001:db8::1]", [], ["2001:db8::1"], true],
    ["192.0.2.1", ["*.0.2.1"], [], false],
  ])("address %s", (host, dnsNames, ipAddresses, expected) => {
    expect(matchesHost({ dnsNames, ipAddresses }, host)).toBe(expected);
  });

  test("a wildcard never matches another number of labels", () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 5 }), (labels) => {
        const matches = matchesHost(
          { dnsNames: ["*.bakery.test"], ipAddresses: [] },
          `${labels.join(".")}.bakery.test`,
        );
        expect(matches).toBe(labels.length === 1);
      }),
    );
  });
});

test("a wildcard among the names is noticed", () => {
  expect(hasWildcard({ dnsNames: ["bakery.test", "*.bakery.test"], ipAddresses: [] })).toBe(true);
  expect(hasWildcard({ dnsNames: ["bakery.test"], ipAddresses: [] })).toBe(false);
});
