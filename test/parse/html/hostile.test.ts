import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formSchema } from "../../../src/core/evidence/pages.ts";
import { readPageForms, reclassify } from "../../../src/parse/forms/read-forms.ts";

const PAGE = "https://florist.test/";
const EMAIL = '<input name="email">';

const PIECES =
  `<form action=/a>|<form action='http://x/'>|</form>|<table>|<tr>|<td>|</table>|<div>|</div>|<label>|</label>
|<label for=i>Nom|<input id=i name=nom>|<input type=password>|<select>|<option>1|</select>|<textarea>|</textarea>|<button>
|</button>|<template shadowrootmode=open>|</template>|<base href='//b/'>|<iframe srcdoc='<input>'>|<fieldset><legend>x|<svg>
|<math>|<p>|e-mail|IBAN|\0|&#0;`.split("|");

describe("pages made to hurt", () => {
  // Each outcome is defined: what was read, and what a limit cut. The test's own time-out is the only clock.
  it.each([
    ["100,000 nested elements", "<div>".repeat(100_000) + EMAIL, 1, null],
    ["100,000 open formatting elements", "<b>".repeat(100_000) + EMAIL, 1, null],
    ["100,000 nested forms", "<form>".repeat(100_000) + EMAIL, 1, null],
    ["100,000 nested shadow roots", "<template shadowrootmode=open>".repeat(100_000) + EMAIL, 1, null],
    ["100,000 labels round one field", "<label>".repeat(100_000) + EMAIL, 1, null],
    ["20,000 fields in one form", `<form>${EMAIL.repeat(20_000)}</form>`, 20_000, null],
    ["20,000 fields in one label", `<label>${EMAIL.repeat(20_000)}</label>`, 20_000, null],
    ["30,000 fields", EMAIL.repeat(30_000), 20_000, "fields"],
    ["a frame of frames", '<iframe srcdoc="&lt;input name=email&gt;"></iframe>'.repeat(50), 20, null],
    [
      "100,000 attributes",
      `<input name="email" ${Array.from({ length: 100_000 }, (_, index) => `a${String(index)}`).join(" ")}>`,
      1,
      null,
    ],
    ["nothing but NUL", "\0".repeat(1_000_000) + EMAIL, 1, null],
    ["unclosed everything", "<form><table><tr><td><select><option><textarea><input name=email".repeat(2000), 2, null],
  ])("%s", (_name, html, fields, truncated) => {
    const read = readPageForms(html, PAGE);

    expect(read.forms.reduce((sum, form) => sum + form.fields.length, 0)).toBe(fields);
    expect(read.truncated).toBe(truncated);
  });

  it("stops where unclosed formatting elements would multiply without end", () => {
    const html =
      Array.from({ length: 3000 }, (_, index) => `<font size="${String(index)}">`).join("") + "<p>x".repeat(3000);

    const read = readPageForms(`${EMAIL}${html}`, PAGE, { nodes: 50_000 });

    expect(read.truncated === "nodes" || read.truncated === null).toBe(true);
    expect(read.forms[0]?.fields[0]?.category).toBe("contact.email");
  });

  it("reads the first characters of a page that is too long", () => {
    const read = readPageForms(EMAIL + "lorem ipsum ".repeat(10_000), PAGE, { characters: 10_000 });

    expect(read).toMatchObject({ truncated: "characters", forms: [{ fields: [{ category: "contact.email" }] }] });
  });

  it("bounds attributes and texts of a megabyte", () => {
    const long = "mot de passe ".repeat(80_000);
    const html = `<form action="${"a".repeat(1_000_000)}" class="${long}"><label>${long}<input name="${long}" placeholder="${long}" style="${long}" aria-labelledby="${long}"></label></form>`;

    const [form] = readPageForms(html, PAGE).forms;

    expect(JSON.stringify(form).length).toBeLessThan(12_000);
  });

  it("gives evidence by the schema for any soup of tags, and classifies it again to the same result", () => {
    const piece = fc.constantFrom(...PIECES);
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 60 }), (pieces) => {
        for (const form of readPageForms(pieces.join(""), PAGE).forms) {
          expect(formSchema.safeParse(form).success).toBe(true);
          expect(reclassify(form)).toEqual(form);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never throws for any address of the page", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (url, action) => {
        expect(
          readPageForms(`<base href="${action}"><form action="${action}">${EMAIL}</form>`, url).forms.length,
        ).toBeGreaterThan(-1);
      }),
    );
  });
});
