import { describe, expect, it } from "vitest";
import { inventoryScripts, renderInventoryCsv, renderInventoryJson } from "../../src/report/inventory-scripts.ts";
import { draftRegister } from "../../src/report/register/register.ts";
import { renderRegister, type RegisterFormat } from "../../src/report/register/render-register.ts";
import { evidenceWith } from "../builders/evidence.ts";
import { doc, form, FR, pagesFrom, type PageInput } from "../builders/pages.ts";

const policy = (text: string): PageInput => ({
  role: "privacy",
  html: doc(`<p>${"Le responsable est la boulangerie. ".repeat(20)}</p><p>${text}</p>`),
});
const newsletter = form(FR.email, 'id="newsletter" method="post" action="https://sibforms.com/serve/x"');
const drafted = (...pages: (PageInput | string)[]) => {
  const draft = draftRegister(evidenceWith({ pages: pagesFrom(pages) }));
  if (draft === null) throw new Error("the pages were collected");
  return draft;
};

describe("draftRegister", () => {
  it.each([
    [
      "named by its former name",
      [policy("Nos e-mails partent par Sendinblue. Merci.")],
      "Nos e-mails partent par Sendinblue.",
    ],
    ["not named", [policy("Nous travaillons avec soin.")], null],
    ["no policy to read", [], undefined],
  ])("says how the policy speaks of a recipient: %s", (_title, more, named) => {
    const [entry] = drafted(doc(newsletter), ...more).entries;

    expect(entry?.recipients).toMatchObject([{ name: "Brevo (ex Sendinblue)", role: "emailing", status: "processor" }]);
    expect(entry?.recipients[0]?.named).toBe(named);
  });

  it("counts one form on many pages once, with the third parties of each", () => {
    const { entries } = drafted(
      { url: "https://boulangerie.test/", html: doc(newsletter) },
      {
        url: "https://boulangerie.test/pains",
        html: doc(`${newsletter}<script src="https://www.clarity.ms/tag/x"></script>`),
      },
    );

    expect(entries).toMatchObject([
      {
        pages: ["https://boulangerie.test/", "https://boulangerie.test/pains"],
        onPages: ["Brevo (ex Sendinblue)", "Microsoft Clarity"],
      },
    ]);
  });

  it("takes the worst sensitivity of a form", () => {
    expect(drafted(doc(form(FR.email + FR.iban))).entries[0]?.sensitivity).toBe("highly_personal");
  });

  it("is null where the pages were not looked at", () => {
    expect(draftRegister(evidenceWith({}))).toBeNull();
  });
});

describe("renderRegister", () => {
  const hostile = doc(
    form(
      `${FR.email}<input type="checkbox" id="b" name="newsletter" checked><label for="b">=HYPERLINK("http://x") | recevoir vos offres</label>`,
      'method="post" action="/x"',
    ),
  );

  it.each(["markdown", "csv", "json"] as const)("writes a whole document without any form: %s", (format) => {
    expect(renderRegister(drafted(doc("<p>Bonjour</p>")), format, "fr")).toMatch(/registre au sens de l’article 30/);
  });

  it("runs no formula in a spreadsheet and breaks no table", () => {
    const csv = renderRegister(drafted(hostile), "csv", "fr");
    const markdown = renderRegister(drafted(hostile), "markdown", "fr");

    expect(csv).not.toMatch(/(^|[,"\r\n])=HYPERLINK/);
    expect(markdown).toContain("\\| recevoir vos offres");
  });

  it.each([
    ["fr", "markdown", "Finalité probable"],
    ["en", "markdown", "Likely purpose"],
    ["fr", "csv", "à compléter"],
    ["en", "csv", "to complete"],
    ["fr", "json", "prospection commerciale par e-mail"],
    ["en", "json", "direct marketing by e-mail"],
  ] as const)("speaks %s in %s", (language, format: RegisterFormat, words) => {
    expect(renderRegister(drafted(doc(newsletter)), format, language)).toContain(words);
  });
});

describe("inventoryScripts", () => {
  const checkout: PageInput = {
    role: "checkout",
    url: "https://boulangerie.test/commande",
    html: doc('<script src="https://js.stripe.com/v3/" integrity="sha384-abc"></script><script>var a = 1</script>'),
    headers: [["content-security-policy", "script-src 'self'"]],
  };

  it("lists every script of the payment page and its security headers", () => {
    const inventory = inventoryScripts(
      evidenceWith({ pages: pagesFrom([doc('<script src="/home.js"></script>'), checkout]) }),
    );

    expect(inventory?.scripts.map(({ source, owner, role, integrity }) => [source, owner, role, integrity])).toEqual([
      ["https://js.stripe.com/v3/", "Stripe", "payment", "sha384-abc"],
      ["inline", "boulangerie.test", "", ""],
    ]);
    expect(inventory?.headers[0]?.headers).toEqual({ "content-security-policy": "script-src 'self'" });
  });

  it("gives the same text for the same evidence, and a document without payment page", () => {
    const evidence = evidenceWith({ pages: pagesFrom([checkout]) });
    const empty = inventoryScripts(evidenceWith({ pages: pagesFrom([doc("")]) }));

    expect(JSON.stringify(inventoryScripts(evidence))).toBe(JSON.stringify(inventoryScripts(evidence)));
    expect(empty === null ? "" : renderInventoryJson(empty)).toContain('"scripts": []');
    expect(empty === null ? "" : renderInventoryCsv(empty).split("\r\n")).toHaveLength(2);
  });
});
