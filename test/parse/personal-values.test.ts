import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPersonalValues, maskPersonalValues } from "../../src/parse/personal-values.ts";

describe("findPersonalValues", () => {
  it.each<readonly [string, string, readonly string[]]>([
    ["an e-mail in JSON", '{"email":"jeanne.martin@orange.fr"}', ["email j…@….fr"]],
    ["an e-mail with a tag", "x jeanne+vins@mail.cave.test.fr y", ["email j…@….fr"]],
    ["a French phone in pairs", "appelez le 06 12 34 56 78", ["phone …78 (10)"]],
    ["an international phone", "+33 6 12 34 56 78", ["phone +…78 (11)"]],
    ["a phone that its key names", '{"telephone":"0612345678"}', ["phone …78 (10)"]],
    ["an IBAN in groups behind a word in capitals", "IBAN FR76 3000 6000 0112 3456 7890 189 merci", ["iban FR… (27)"]],
    ["an IBAN in one piece", "DE89370400440532013000", ["iban DE… (22)"]],
    ["a card in groups", "4111 1111 1111 1111", ["card …1111 (16)"]],
    ["a card that its key names", '"cardNumber":"4111111111111111"', ["card …1111 (16)"]],
    ["a French social security number", "NIR 1 85 05 78 006 084 91", ["national_id 1… (15)"]],
    ["a Corsican one", "2 85 05 2A 006 084 82", ["national_id 2… (15)"]],
    ["two values in order", "a@b.fr puis 06.12.34.56.78", ["email a…@….fr", "phone …78 (10)"]],
    // What only looks like one.
    ["an image for dense screens", "icon@2x.png", []],
    ["a package version", "jquery@3.7.1", []],
    ["a documentation address", "jean@example.com", []],
    ["an example in a field", "votre@email.fr", []],
    ["the key of an error tracker", "https://0a1b2c@o1.ingest.sentry.io/2", []],
    ["an IBAN whose check digits fail", "FR77 3000 6000 0112 3456 7890 189", []],
    ["an article number like an IBAN", "FR7630006000011234567", []],
    ["a long id that passes Luhn", '"id":"4111111111111111"', []],
    ["a card that fails Luhn", "4111 1111 1111 1112", []],
    ["a social security number with a wrong key", "1 85 05 78 006 084 36", []],
    ["a date and a time", "2026-11-23 10:11:12", []],
    ["ten digits without a name", '"sku":"0612345678"', []],
    ["a colour and a path", "#0612345678 /0612345678", []],
  ])("%s", (_name, text, expected) => {
    expect(findPersonalValues(text).map((value) => `${value.kind} ${value.masked}`)).toEqual(expected);
  });

  it("says where each value stands", () => {
    const text = "Client : jeanne@orange.fr.";

    const [value] = findPersonalValues(text);

    expect(text.slice(value?.offset, (value?.offset ?? 0) + (value?.length ?? 0))).toBe("jeanne@orange.fr");
  });

  it("stops at its limits", () => {
    expect(findPersonalValues("a@b.fr ".repeat(50), { characters: 1000, values: 10 })).toHaveLength(10);
    expect(findPersonalValues(`${"x ".repeat(600)}a@b.fr`, { characters: 1000, values: 10 })).toEqual([]);
  });

  it.each(["a", "@", "1", "1 ", "A1-", "a@", "x.", "+", "(", "FR76", "a@b.", "0 6"])(
    "reads a million characters of %s",
    (piece) => {
      expect(findPersonalValues(piece.repeat(1_000_000 / piece.length)).length).toBeLessThanOrEqual(500);
    },
  );
});

describe("maskPersonalValues", () => {
  it("leaves the text around the values as it was", () => {
    expect(maskPersonalValues("Bonjour jeanne@orange.fr, à demain")).toBe("Bonjour j…@….fr, à demain");
  });

  it("leaves nothing to find, and changes nothing the second time", () => {
    const value = fc.constantFrom(
      "jeanne@orange.fr",
      "FR7630006000011234567890189",
      "06 12 34 56 78",
      "4111 1111 1111 1111",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(value, fc.string()), { maxLength: 8 }), (parts) => {
        const masked = maskPersonalValues(parts.join(" | "));

        expect(maskPersonalValues(masked)).toBe(masked);
        expect(masked).not.toContain("FR7630006000011234567890189");
      }),
    );
  });
});
