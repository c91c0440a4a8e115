import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inRange, ipBytes } from "../../src/core/ip.ts";
import { FRONTS } from "../../src/data/fronts.ts";
import { findFronts, sharedFrontOf, type FrontSigns } from "../../src/parse/front.ts";

const NONE: FrontSigns = { headers: [], addresses: [], aliases: [] };

describe("findFronts", () => {
  it.each([
    [{ headers: [["cf-ray", "8f"]] }, ["cloudflare"]],
    [{ headers: [["server", "cloudflare"]] }, ["cloudflare"]],
    [{ addresses: ["104.16.0.1"] }, ["cloudflare"]],
    [{ addresses: ["104.23.255.255"] }, ["cloudflare"]],
    [{ addresses: ["2606:4700::6810:1"] }, ["cloudflare"]],
    [{ aliases: ["d111.cloudfront.net"] }, ["cloudfront"]],
    [{ aliases: ["notcloudfront.net"] }, []],
    [
      {
        headers: [
          ["x-shopid", "1"],
          ["cf-ray", "8f"],
        ],
      },
      ["cloudflare", "shopify"],
    ],
    [{ headers: [["x-iplb-instance", "1"]] }, ["ovh"]],
    [{ headers: [["server", "nginx"]], addresses: ["192.0.2.1"] }, []],
    [{}, []],
  ] as const)("%j", (signs, expected) => {
    expect(findFronts({ ...NONE, ...signs }).map(({ front }) => front.id)).toEqual(expected);
  });

  it("tells an address of many from one that may be the merchant's", () => {
    expect(sharedFrontOf({ ...NONE, addresses: ["104.16.0.1"] })?.name).toBe("Cloudflare");
    expect(sharedFrontOf({ ...NONE, headers: [["x-iplb-instance", "1"]] })).toBeNull();
  });

  it("has well-formed ranges", () => {
    const ranges = FRONTS.flatMap((front) => front.ranges);

    for (const range of ranges) expect(inRange(range.split("/")[0] ?? "", range), range).toBe(true);
  });
});

describe("addresses", () => {
  it.each([
    ["192.0.2.1", "192.0.2.0/24", true],
    ["192.0.3.1", "192.0.2.0/24", false],
    ["192.0.2.128", "192.0.2.128/25", true],
    ["192.0.2.127", "192.0.2.128/25", false],
    ["192.0.2.1", "0.0.0.0/0", true],
    ["2001:db8::1", "2001:db8::/32", true],
    ["2001:db9::1", "2001:db8::/32", false],
    ["192.0.2.1", "2001:db8::/32", false],
    ["nonsense", "192.0.2.0/24", false],
  ])("%s in %s: %s", (address, range, expected) => {
    expect(inRange(address, range)).toBe(expected);
  });

  it("are read as bytes, or not at all", () => {
    const length = (text: string): number => ipBytes(text)?.length ?? 0;

    fc.assert(fc.property(fc.ipV4(), (address) => ipBytes(address)?.join(".") === address));
    fc.assert(fc.property(fc.ipV6(), (address) => length(address) === 16));
    fc.assert(fc.property(fc.string(), (text) => [0, 4, 16].includes(length(text))));
  });
});
