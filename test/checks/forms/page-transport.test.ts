import { describe, expect, it } from "vitest";
import { pageTransport } from "../../../checks/forms/page-transport.ts";
import { httpsRedirect } from "../../../checks/headers/https-redirect.ts";
import { hop, httpValue, origin, redirect } from "../../builders/http-evidence.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, verdictsOf, type PageInput } from "../../builders/pages.ts";

const clear = "http://boulangerie.test/contact";
const twin = (outcome: "serves" | "redirects" | "redirects-by-page") => ({ url: clear, outcome, location: null });

const cases: readonly (readonly [string, PageInput | string, readonly string[]])[] = [
  ["T1 fr: page en clair", { url: clear, html: doc(form(FR.email)) }, ["page-in-clear"]],
  ["T1 en: page in clear", { url: clear, html: doc(form(EN.email)) }, ["page-in-clear"]],
  [
    "T2: page in clear, action by https",
    { url: clear, html: doc(form(FR.email, 'method="post" action="https://boulangerie.test/go"')) },
    ["page-in-clear-action-https"],
  ],
  [
    "T23: action without a scheme on a page in clear",
    { url: clear, html: doc(form(EN.email, 'method="post" action="//boulangerie.test/go"')) },
    ["protocol-relative-action"],
  ],
  [
    "T15: a frame in clear in an encrypted page",
    { url: clear, html: doc(form(FR.email)), over: { frameOf: "https://boulangerie.test/" } },
    ["frame-in-clear"],
  ],
  [
    "T16: the provider's frame in a page in clear",
    { url: clear, role: "checkout", html: doc('<iframe src="https://js.stripe.com/v3/elements"></iframe>') },
    ["payment-frame-in-clear"],
  ],
  ["the page also answers in clear", { html: doc(form(FR.email)), over: { twin: twin("serves") } }, ["also-in-clear"]],
  [
    "T20: only the page itself leads to https",
    { html: doc(form(EN.email)), over: { twin: twin("redirects-by-page") } },
    ["redirected-by-page"],
  ],
  ["fr: page chiffrée", { html: doc(form(FR.email)), over: { twin: twin("redirects") } }, ["pass"]],
  ["en: encrypted page", doc(form(EN.email)), ["pass"]],
  ["T23: the same action on an encrypted page", doc(form(FR.email, 'action="//boulangerie.test/go"')), ["pass"]],
  ["T6: fields outside any form", { url: clear, html: doc(FR.email) }, ["page-in-clear"]],
  [
    "a search box in clear",
    { url: clear, html: doc('<form><input type="search" name="q"></form>') },
    ["not-applicable: no-personal-data"],
  ],
  [
    "the mount point of an application",
    doc('<div id="root"></div><script src="/app.js"></script>'),
    ["not-assessed: not-rendered"],
  ],
];

describe("forms/page-transport", () => {
  it.each(cases)("%s", (_title, page, expected) => {
    expect(outcomesOf(pageTransport, { pages: pagesFrom([page]) })).toEqual(expected);
  });

  it("says nothing of a site without pages", () => {
    expect(outcomesOf(pageTransport, { pages: pagesFrom([]) })).toEqual(["not-assessed: no-pages"]);
  });

  it("weighs an IBAN more than an e-mail", () => {
    const [verdict] = verdictsOf(pageTransport, { pages: pagesFrom([{ url: clear, html: doc(form(FR.iban)) }]) });

    expect(verdict).toMatchObject({ shift: 1, shiftReason: "bank-data" });
  });

  it("refers to the missing redirect of the whole host, which scores once, among the headers", () => {
    const pages = pagesFrom([{ html: doc(form(FR.iban)), over: { twin: twin("serves") } }]);
    const http = httpValue([origin([hop("http://boulangerie.test/")])]);

    const [here] = verdictsOf(pageTransport, { pages, http });
    const [scored] = verdictsOf(httpsRedirect, { pages, http });

    expect(here).toMatchObject({ code: "in-clear-like-the-site", shift: 0 });
    expect(pageTransport.severity["in-clear-like-the-site"]).toBe("info");
    expect(scored).toMatchObject({ code: "forms-in-clear", shift: 1, shiftReason: "bank-data" });
  });

  it("scores a page in clear itself where the entry of the host redirects", () => {
    const pages = pagesFrom([{ html: doc(form(FR.iban)), over: { twin: twin("serves") } }]);
    const http = httpValue([
      origin([redirect("http://boulangerie.test/", "https://boulangerie.test/"), hop("https://boulangerie.test/")]),
    ]);

    expect(outcomesOf(pageTransport, { pages, http })).toEqual(["also-in-clear"]);
    expect(outcomesOf(httpsRedirect, { pages, http })).toEqual(["pass"]);
  });

  it("counts the newsletter of every footer once, with its pages", () => {
    const html = doc(form(FR.email));

    const [verdict, ...others] = verdictsOf(pageTransport, {
      pages: pagesFrom([
        { url: "http://boulangerie.test/", html },
        { url: clear, html },
      ]),
    });

    expect(others).toEqual([]);
    expect(verdict).toMatchObject({ pages: ["http://boulangerie.test/", clear] });
  });
});
