import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONSENTS } from "../../../src/data/personal-data/consent.ts";
import { personalDataDigest } from "../../../src/data/personal-data/digest.ts";
import { PLATFORM_NAMES } from "../../../src/data/personal-data/platforms.ts";
import { CATEGORIES, categoryOf } from "../../../src/data/personal-data/table.ts";
import { TRAPS } from "../../../src/data/personal-data/traps.ts";
import { CATEGORY_NAMES } from "../../../src/locale/categories.ts";
import { normaliseName, normaliseText } from "../../../src/parse/forms/normalise.ts";
import { compilePhrases } from "../../../src/parse/forms/phrase.ts";

describe("phrases", () => {
  it.each([
    ["first name", "firstname", true],
    ["first name", "your first name here", true],
    ["first name", "first names", true],
    ["first name", "first named", false],
    ["first_name", "firstname", false],
    ["=nom", "nom", true],
    ["=nom", "nom de la liste", false],
    ["~email", "useremailaddress", true],
    ["handy*", "handynummer", true],
    ["(date )?de naissance", "de naissance", true],
  ])("%s in %s: %s", (phrase, text, expected) => {
    expect(compilePhrases([phrase])?.test(text)).toBe(expected);
  });

  it("takes a noun for the head of a name only at its end", () => {
    const user = compilePhrases(["user"], "head");

    expect(["login user", "user input", "user settings"].map((name) => user?.test(name))).toEqual([true, true, false]);
  });

  it("refuses whatever could repeat", () => {
    expect(() => compilePhrases(["(a+)+"])).toThrow("not a phrase");
  });

  it("stays quick on long texts of half-matches", () => {
    const texts = ["carte ".repeat(20_000), "nom de la ".repeat(20_000), "a".repeat(200_000)];
    const all = CATEGORIES.map((category) => compilePhrases(Object.values(category.phrases).flat()));

    for (const text of texts) for (const expression of all) expression?.test(text);
  });
});

describe("normalising", () => {
  it.each([
    ["billingFirstName", "billing first name"],
    ["customer[email]", "customer email"],
    ["HTMLInput2Name", "html input 2 name"],
    ["Straße", "strasse"],
  ])("a machine's name %s", (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });

  it.each([
    ["Prénom *", "prenom"],
    ["Code postal (obligatoire)", "code postal"],
    ["Cœur d’accueil", "coeur d accueil"],
    ["KvK-nummer", "kvk nummer"],
  ])("a sentence %s", (text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  it("gives only small letters, digits, ampersands and single spaces, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const normalised of [normaliseText(text), normaliseName(text)]) {
          expect(normalised).toMatch(/^(?:[a-z0-9&]+(?: [a-z0-9&]+)*)?$/);
        }
      }),
    );
  });
});

describe("the tables", () => {
  it("name every category in both languages of the reports", () => {
    expect(CATEGORIES.map(({ id }) => id).filter((id) => CATEGORY_NAMES[id] === undefined)).toEqual([]);
    expect(CONSENTS.map(({ id }) => id).filter((id) => CATEGORY_NAMES[id] === undefined)).toEqual([]);
  });

  it("hold each category once, and only known ones in traps and platforms", () => {
    const ids = CATEGORIES.map(({ id }) => id);
    const used = [
      ...TRAPS.flatMap(({ protects }) => (protects === "all" ? [] : protects)),
      ...Object.values(PLATFORM_NAMES),
    ];

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(47);
    expect(used.filter((id) => !id.startsWith("trap.") && categoryOf(id) === null)).toEqual([]);
  });

  it("have a digest", () => {
    expect(personalDataDigest()).toMatch(/^[0-9a-f]{64}$/);
  });
});
