import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asciiText } from "../../../src/report/text/ascii.ts";

describe("a text for terminals without UTF-8", () => {
  it.each([
    ["Arrêt de l’analyse : déjà 97\u202F% vus", "Arret de l'analyse : deja 97 % vus"],
    ["« cœur » – évolution −3 …", '" coeur " - evolution -3 ~'],
    ["▸ 日本", "? ??"],
    ["\u001B[1mnote\u001B[22m\n", "\u001B[1mnote\u001B[22m\n"],
  ])("%j becomes %j", (text, plain) => {
    expect(asciiText(text)).toBe(plain);
  });

  it("is ASCII whatever it was", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => /^[\0-\x7F]*$/.test(asciiText(text))));
  });
});
