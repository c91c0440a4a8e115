import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePage } from "../../../src/parse/html/decode.ts";

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const LATIN = ascii("<p>Pr\xe9nom</p>");
const UTF8 = new TextEncoder().encode("<p>Prénom</p>");

describe("decodePage", () => {
  it.each([
    ["UTF-8 by guess", UTF8, null, "utf-8", "guess"],
    ["Latin-1 by guess", LATIN, null, "windows-1252", "guess"],
    ["the header decides", LATIN, "text/html; charset=ISO-8859-1", "windows-1252", "header"],
    ["a quoted header", UTF8, 'text/html;charset="UTF-8"', "utf-8", "header"],
    ["an unknown header is passed over", UTF8, "text/html; charset=martian", "utf-8", "guess"],
    ["meta charset", ascii("<meta charset=iso-8859-15><p>Pr\xe9nom</p>"), null, "iso-8859-15", "meta"],
    [
      "meta http-equiv",
      ascii('<meta http-equiv=x content="text/html; charset=windows-1252"><p>Pr\xe9nom'),
      null,
      "windows-1252",
      "meta",
    ],
    ["a meta that claims UTF-16 is wrong", ascii('<meta charset="utf-16le"><p>Pr\xc3\xa9nom'), null, "utf-8", "meta"],
    ["a meta in a comment is none", ascii("<!-- <meta charset=utf-8> --><p>Pr\xe9nom"), null, "windows-1252", "guess"],
    [
      "a byte order mark beats the header",
      Uint8Array.from([0xef, 0xbb, 0xbf, ...UTF8]),
      "text/html; charset=iso-8859-1",
      "utf-8",
      "bom",
    ],
    [
      "UTF-16 by its mark",
      Uint8Array.from([0xff, 0xfe, ...Array.from("Prénom", (letter) => [letter.charCodeAt(0), 0]).flat()]),
      null,
      "utf-16le",
      "bom",
    ],
  ])("%s", (_name, bytes, header, charset, from) => {
    const decoded = decodePage(bytes, header);

    expect(decoded).toMatchObject({ charset, from });
    expect(decoded.text).toContain("Prénom");
  });

  it("replaces bad sequences under a declared charset and goes on", () => {
    expect(decodePage(LATIN, "text/html; charset=utf-8").text).toBe("<p>Pr\uFFFDnom</p>");
  });

  it("never throws, whatever the bytes and the header", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.option(fc.string()), (bytes, header) => {
        expect(typeof decodePage(bytes, header).text).toBe("string");
      }),
    );
  });
});
