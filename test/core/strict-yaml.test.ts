import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ConfigError, parseStrictYaml } from "../../src/core/strict-yaml.ts";

const schema = z.strictObject({
  shop: z.string(),
  loaves: z.array(z.strictObject({ name: z.string(), price: z.number().optional() })).optional(),
  opening: z.record(z.string(), z.strictObject({ from: z.int(), until: z.int() })).optional(),
});

function faultsOf(text: string): readonly string[] {
  try {
    parseStrictYaml(text, "bakery.yaml", schema);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe("parseStrictYaml", () => {
  it("gives the value and the place of its keys", () => {
    const { value, at } = parseStrictYaml("shop: Martin\nloaves:\n  - name: brioche\n", "bakery.yaml", schema);

    expect(value).toEqual({ shop: "Martin", loaves: [{ name: "brioche" }] });
    expect(at(["loaves", 0, "name"])).toBe("bakery.yaml:3:5");
  });

  it.each([
    [
      "an unknown key",
      "shop: M\nshpo: N\n",
      'bakery.yaml:2:1: unknown key "shpo"; did you mean "shop"? (known keys: shop, loaves, opening)',
    ],
    [
      "an unknown key in a list",
      "shop: M\nloaves:\n  - name: a\n    prise: 3\n",
      'bakery.yaml:4:5: unknown key "prise"; did you mean "price"? (known keys: name, price)',
    ],
    [
      "an unknown key in a map",
      "shop: M\nopening:\n  monday: { from: 7, untill: 9 }\n",
      'bakery.yaml:3:22: unknown key "untill"; did you mean "until"? (known keys: from, until)',
    ],
    ["a wrong type", "shop: 3\n", "bakery.yaml:1:1: shop: must be text; put it in quotes"],
    ["a list that is none", "shop: M\nloaves: brioche\n", "bakery.yaml:2:1: loaves: must be a list"],
    ["a missing key", "loaves: []\n", "bakery.yaml:1:1: shop: is missing; it is text"],
  ])("tells the place of %s", (_name, text, fault) => {
    expect(faultsOf(text)).toContain(fault);
  });

  it.each([
    ["a duplicate key", "shop: M\nshop: N\n", /^bakery\.yaml:2:1: Map keys must be unique/],
    ["broken syntax", "shop: [M\n", /^bakery\.yaml:\d+:\d+: /],
    [
      "an alias bomb",
      `shop: M\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nloaves: [*c,*c,*c]\n`,
      /alias/i,
    ],
  ])("refuses %s", (_name, text, pattern) => {
    expect(faultsOf(text)[0]).toMatch(pattern);
  });

  it("never throws anything but a ConfigError, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(Array.isArray(faultsOf(text))).toBe(true);
      }),
    );
  });
});
