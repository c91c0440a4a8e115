import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typeset } from "../../src/locale/typography.ts";
import { packageRoot } from "../../src/package-root.ts";

describe("English typography", () => {
  it.each([
    ["the customer's data", "the customer’s data"],
    ["the customers' data", "the customers’ data"],
    ["script-src 'self' 'unsafe-hashes' is set", "script-src 'self' 'unsafe-hashes' is set"],
    ["97 % : so", "97 % : so"],
  ])("%j becomes %j", (plain, set) => {
    expect(typeset(plain, "en")).toBe(set);
  });
});

describe("French typography", () => {
  it.each([
    ["Risque : fort", "Risque\u00A0: fort"],
    ["la case « offres » est cochée", "la case «\u00A0offres\u00A0» est cochée"],
    ["vu ; non évalué", "vu\u202F; non évalué"],
    ["quoi ?", "quoi\u202F?"],
    ["97 %", "97\u202F%"],
    ["l'en-tête d'une page", "l’en-tête d’une page"],
    ["l'« offre » de l'11e page", "l’«\u00A0offre\u00A0» de l’11e page"],
    ["https://bakery.test/a?b=c:d", "https://bakery.test/a?b=c:d"],
    ["script-src 'self' 'nonce-a'", "script-src 'self' 'nonce-a'"],
  ])("%j becomes %j", (plain, set) => {
    expect(typeset(plain, "fr")).toBe(set);
  });

  it("is stable: setting twice changes nothing more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => typeset(typeset(text, "fr"), "fr") === typeset(text, "fr")),
    );
  });

  it("no interface text calls anything compliant, shouts, or leaves English in the French", () => {
    const locale = globSync("src/locale/*.ts", { cwd: packageRoot() }).map((path) =>
      readFileSync(join(packageRoot(), path), "utf8"),
    );
    const french = locale.flatMap((text) =>
      Array.from(text.matchAll(/fr: "((?:[^"\\]|\\.)*)"/g), ([, sentence = ""]) => sentence),
    );

    expect(french.length).toBeGreaterThan(200);
    expect(
      french.filter((sentence) =>
        /\bconforme|!|(?<!vigie |npm start -- )\bscan\b|\bfinding|\bheader\b|remédiation/i.test(sentence),
      ),
    ).toEqual([]);
  });
});
