import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/parse/page/page-model.ts";

const url = "https://boulangerie.test/commande/";
const read = (body: string, head = "") =>
  readPage(`<!doctype html><html lang="fr"><head>${head}</head><body>${body}</body></html>`, url);

describe("readPage", () => {
  it("reads what a document says of itself", () => {
    const page = read(
      "",
      '<title> Boulangerie\n du Port </title><meta name="generator" content="PrestaShop 8.1"><meta name="referrer" content="No-Referrer"><meta http-equiv="Content-Security-Policy" content="form-action \'self\'"><link rel="canonical" href="/c?x=1#y">',
    );

    expect(page).toMatchObject({
      title: "Boulangerie du Port",
      lang: "fr",
      generators: ["PrestaShop 8.1"],
      metaReferrer: "no-referrer",
      metaPolicies: ["form-action 'self'"],
      canonical: "https://boulangerie.test/c?x=1",
    });
  });

  it("takes the first base and resolves everything against it", () => {
    const page = read('<a href="a">A</a><img src="b.png">', '<base href="/boutique/"><base href="/autre/">');

    expect(page.links[0]?.href).toBe("https://boulangerie.test/boutique/a");
    expect(page.resources[0]?.url).toBe("https://boulangerie.test/boutique/b.png");
  });

  it("gathers the words of a link across elements, else its label", () => {
    const page = read(
      '<a href="/x"><b>Mon</b> <i>panier</i></a><a href="/y" aria-label="Compte"><svg><title>x</title></svg></a>',
    );

    expect(page.links.map(({ text }) => text)).toEqual(["Mon panier", "Compte"]);
  });

  it.each([
    ["a script", '<script src="https://a.example/x.js"></script>', false],
    ["a module", '<script type="module" src="https://a.example/x.js"></script>', false],
    ["held back by its type", '<script type="text/plain" src="https://a.example/x.js"></script>', true],
    ["held back under another name", '<script data-src="https://a.example/x.js"></script>', true],
    [
      "held back by a type of the consent tool",
      '<script type="didomi/javascript" src="https://a.example/x.js"></script>',
      true,
    ],
    [
      "a consent attribute alone holds nothing back",
      '<script data-category="ads" src="https://a.example/x.js"></script>',
      false,
    ],
  ])("knows whether a browser runs it: %s", (_title, html, neutralised) => {
    const page = read(html);

    expect(page.scripts[0]).toMatchObject({ src: "https://a.example/x.js", neutralised });
    expect(page.resources[0]?.neutralised).toBe(neutralised);
  });

  it("takes data for data", () => {
    const page = read('<script type="application/json">{"a":1}</script><script type="application/ld+json">{}</script>');

    expect(page.scripts).toEqual([]);
    expect(page.dataBlocks).toEqual(['{"a":1}', "{}"]);
  });

  it("loads nothing from comments, templates and noscript", () => {
    const page = read(
      '<!-- <script src="https://a.example/x.js"></script> --><template><img src="https://b.example/x.png"></template><noscript><img src="https://c.example/x.png"></noscript>',
    );

    expect(page.resources).toEqual([]);
  });

  it("sees what a declarative shadow root loads", () => {
    const page = read('<div><template shadowrootmode="open"><img src="https://b.example/x.png"></template></div>');

    expect(page.resources.map(({ url: address }) => address)).toEqual(["https://b.example/x.png"]);
  });

  it("reads fonts and imports out of style", () => {
    const page = read(
      '<style>@import url(https://a.example/a.css);@font-face{src:url("https://b.example/l.woff2")}</style>',
    );

    expect(page.resources.map(({ kind }) => kind)).toEqual(["style", "font"]);
  });

  it.each([
    ["an empty root and a script", '<div id="root"></div><script src="/a.js"></script>', true],
    ["a demand for JavaScript", '<noscript>Enable JavaScript</noscript><script src="/a.js"></script>', true],
    ["a page with words", `<div id="root"><p>${"Bonjour ".repeat(100)}</p></div><script src="/a.js"></script>`, false],
    ["a page with a field", '<div id="root"><input name="q"></div><script src="/a.js"></script>', false],
    ["an empty page without script", "", false],
  ])("tells a mount point from a page: %s", (_title, html, emptyRoot) => {
    expect(read(html).emptyRoot).toBe(emptyRoot);
  });

  it("gives text as a reader sees it, blocks as lines", () => {
    const page = read(
      "<h1>Mentions  légales</h1><p>Éditeur :\n <b>la boulangerie</b></p><script>var x</script><ul><li>un<li>deux</ul>",
    );

    expect(page.text).toBe("Mentions légales\nÉditeur : la boulangerie\nun\ndeux");
  });

  it("never throws, and bounds what it keeps", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "<div>",
        "</div>",
        "<a href='",
        "<script>",
        "</script>",
        "<style>url(",
        "<base href=",
        "<!--",
        "<template>",
        "<iframe src=//x>",
        "\u0000",
        "<meta http-equiv=refresh content='0;url=",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const page = readPage(pieces.join(""), url);

        expect(page.links.length).toBeLessThanOrEqual(3_000);
        expect(page.text.length).toBeLessThanOrEqual(400_000);
      }),
      { numRuns: 200 },
    );
  });

  it("reads 100,000 nested elements", () => {
    const page = read(`${"<div>".repeat(100_000)}<a href="/x">x</a>`);

    expect(page.links.length).toBeLessThanOrEqual(1);
  });
});
