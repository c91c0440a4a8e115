import { describe, expect, it } from "vitest";
import type { Language } from "../../src/core/text.ts";
import { readPageForms } from "../../src/parse/forms/read-forms.ts";
import { renderFormsJson, renderFormsText } from "../../src/report/forms.ts";

const PAGE = "https://boulangerie.test/commande";

const CHECKOUT = `<form action="/payer" method="post"><label>E-mail<input></label><label>Téléphone<input></label><label>IBAN<input></label>
  <label><input type="checkbox" checked> Recevoir la newsletter</label><a href="/confidentialite">Politique de confidentialité</a></form>`;

function lines(html: string, language: Language = "en", url = PAGE): readonly string[] {
  return renderFormsText({ url, ...readPageForms(html, url) }, language)
    .trimEnd()
    .split("\n");
}

describe("vigie forms for people", () => {
  it("tells a form in one line", () => {
    expect(lines(CHECKOUT)).toEqual([
      'checkout · POST https → same site · e-mail, phone, IBAN · box "newsletter" pre-ticked · policy linked',
    ]);
  });

  it("tells it in French, with the language's typography", () => {
    expect(lines(CHECKOUT, "fr")).toEqual([
      "tunnel de commande · POST https → même site · e-mail, téléphone, IBAN · case «\u00A0newsletter\u00A0» pré-cochée · politique de confidentialité liée",
    ]);
  });

  it.each([
    [
      "another host",
      '<form method=post action="https://emailing.test/s"><input type=email></form>',
      "other form · POST https → emailing.test · e-mail · policy not linked",
    ],
    [
      "in clear",
      '<form method=post action="http://boulangerie.test/"><input type=email></form>',
      "other form · POST http (in clear) → same site · e-mail · policy not linked",
    ],
    [
      "by mail",
      '<form action="mailto:x@boulangerie.test"><input type=email></form>',
      "other form · GET → e-mail (mailto) · e-mail · policy not linked",
    ],
    [
      "by script",
      '<form action="javascript:go()"><input type=email></form>',
      "other form · GET → script · e-mail · policy not linked",
    ],
    [
      "outside any form",
      "<input type=email><button>OK</button>",
      "other form · fields outside any form, sent by script · e-mail · policy not linked",
    ],
    [
      "an address that no browser accepts",
      '<form action="http://["><input type=email></form>',
      "other form · GET, address that no browser accepts · e-mail · policy not linked",
    ],
    [
      "one button elsewhere",
      '<form method=post><input type=email><button formaction="http://x.test/">Go</button></form>',
      "other form · POST https → same site · one button POST http (in clear) → x.test · e-mail · policy not linked",
    ],
    [
      "nothing personal",
      "<form action=/recherche><input name=q></form>",
      "search · GET https → same site · no personal data",
    ],
    [
      "a required box",
      "<form><input type=checkbox required name=newsletter></form>",
      'other form · GET https → same site · no personal data · box "newsletter" not ticked · box "newsletter" required',
    ],
  ])("%s", (_name, html, line) => {
    expect(lines(html)).toEqual([line]);
  });

  it("says that the page itself came in clear", () => {
    expect(lines("<form><input type=email></form>", "fr", "http://boulangerie.test/")[0]).toContain(
      "http (en clair) → même site · page en clair",
    );
  });

  it("says that there is nothing, and that a page was cut", () => {
    expect(lines("<p>Bonjour</p>")).toEqual(["No form and no field on this page."]);
    expect(renderFormsText({ url: PAGE, forms: [], truncated: "nodes" }, "fr")).toContain(
      "La page a été coupée (trop d’éléments)\u00A0:",
    );
  });
});

describe("vigie forms as JSON", () => {
  it("lists every visible field in document order, with null where it takes no personal data", () => {
    const html =
      '<form method="post" action="/a"><input id="i1" name="prenom"><input type="hidden" name="token"><input name="coupon"></form><input name="email">';

    const forms: unknown = JSON.parse(renderFormsJson({ url: PAGE, ...readPageForms(html, PAGE) }));

    expect(forms).toMatchObject([
      {
        method: "post",
        action: "https://boulangerie.test/a",
        fields: [
          {
            id: "i1",
            name: "prenom",
            category: "identity.given_name",
            sensitivity: "ordinary",
            signal: "name",
            matched: "prenom",
          },
          { id: null, name: "coupon", category: null },
        ],
      },
      { method: "none", action: null, fields: [{ name: "email", category: "contact.email" }] },
    ]);
  });

  it("is a document even where there is no form", () => {
    expect(renderFormsJson({ url: PAGE, forms: [], truncated: null })).toBe("[]\n");
  });
});
