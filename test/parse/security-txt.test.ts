import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksLikeSecurityTxt, parseSecurityTxt, type SecurityTxtProblem } from "../../src/parse/security-txt.ts";

const cases: readonly [name: string, text: string, problems: readonly SecurityTxtProblem[]][] = [
  ["good", "Contact: mailto:security@bakery.test\nExpires: 2027-01-01T00:00:00Z\n", []],
  ["names ignore case, CRLF", "CONTACT: https://bakery.test/contact\r\nexpires: 2027-01-01T00:00:00+01:00\r\n", []],
  ["no contact", "Expires: 2027-01-01T00:00:00Z", ["no-contact"]],
  ["contact is no address", "Contact: security@bakery.test\nExpires: 2027-01-01T00:00:00Z", ["bad-contact"]],
  ["no expires", "Contact: mailto:a@bakery.test", ["no-expires"]],
  ["expires is no date", "Contact: mailto:a@bakery.test\nExpires: next year", ["bad-expires"]],
  ["impossible date", "Contact: mailto:a@bakery.test\nExpires: 2027-13-41T00:00:00Z", ["bad-expires"]],
  [
    "twice",
    "Contact: mailto:a@bakery.test\nExpires: 2027-01-01T00:00:00Z\nExpires: 2028-01-01T00:00:00Z\nPreferred-Languages: fr\nPreferred-Languages: en",
    ["several-expires", "several-preferred-languages"],
  ],
];

describe("parseSecurityTxt", () => {
  it.each(cases)("%s", (_name, text, problems) => {
    expect(parseSecurityTxt(text).problems).toEqual(problems);
  });

  it("reads a signed file", () => {
    const text =
      "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nContact: tel:+33-1-00-00-00-00\nExpires: 2027-01-01T00:00:00Z\nCanonical: https://bakery.test/.well-known/security.txt\n-----BEGIN PGP SIGNATURE-----";

    expect(parseSecurityTxt(text)).toMatchObject({
      signed: true,
      problems: [],
      canonical: ["https://bakery.test/.well-known/security.txt"],
    });
  });

  it("a soft-404 page is none", () => {
    expect(looksLikeSecurityTxt("<!doctype html><title>Page introuvable</title>")).toBe(false);
    expect(looksLikeSecurityTxt("Contact: mailto:a@bakery.test")).toBe(true);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => parseSecurityTxt(text).problems.length >= 1));
  });
});
