import { parse as parseLoosely } from "node-html-parser";
import { describe, expect, it } from "vitest";
import type { Form } from "../../../src/core/evidence/pages.ts";
import { readForms } from "../../../src/parse/forms/read-forms.ts";

const PAGE = "https://boulangerie.test/commande/paiement";

/** Which address each named field is sent to: the fact that a verdict rests on. */
function destinations(forms: readonly Form[]): Readonly<Record<string, string | null>> {
  return Object.fromEntries(forms.flatMap((form) => form.fields.map((field) => [field.name ?? "", form.action])));
}

/** The same fact as a parser without the standard's algorithm tells it: the nearest form around the field. */
function nestedDestinations(html: string): Readonly<Record<string, string | null>> {
  const fields = parseLoosely(html).querySelectorAll("input");
  return Object.fromEntries(
    fields.map((field) => {
      const action = field.closest("form")?.getAttribute("action");
      return [field.getAttribute("name") ?? "", action === undefined ? null : new URL(action, PAGE).href];
    }),
  );
}

describe("form owners by the HTML standard", () => {
  // Each case is one where nesting in the source gives another destination than browsers do, and so another verdict.
  const cases = [
    {
      name: "a form inside a form is no form: the field goes to the outer address",
      html: '<form action="/pay"><form action="http://tracker.test/"><input name="iban"></form></form>',
      expected: { iban: "https://boulangerie.test/pay" },
      nested: { iban: "http://tracker.test/" },
    },
    {
      name: "the first end tag closes the only form: what follows belongs to none",
      html: '<form action="/pay"><input name="email"><form action="/x"></form><input name="iban"></form>',
      expected: { email: "https://boulangerie.test/pay", iban: null },
      nested: { email: "https://boulangerie.test/pay", iban: "https://boulangerie.test/pay" },
    },
    {
      name: "a form that its container closed still owns the fields behind it",
      html: '<div><form action="http://boulangerie.test/pay"><input name="email"></div><p><input name="iban"></p>',
      expected: { email: "http://boulangerie.test/pay", iban: "http://boulangerie.test/pay" },
      nested: { email: null, iban: null },
    },
    {
      name: "a form that a table closed over owns what comes behind the table",
      html: '<table><form action="/pay"></table><p><input name="card"></p>',
      expected: { card: "https://boulangerie.test/pay" },
      nested: { card: null },
    },
    {
      name: "form= moves a field to another form",
      html: '<form id="one" action="/one"></form><form action="/two"><input name="card" form="one"></form>',
      expected: { card: "https://boulangerie.test/one" },
      nested: { card: "https://boulangerie.test/two" },
    },
  ];

  it.each(cases)("$name", ({ html, expected, nested }) => {
    const read = destinations(readForms(html, PAGE));

    expect(read).toEqual(expected);
    expect(nestedDestinations(html)).toEqual(nested);
  });

  it("gives form= precedence even when it names nothing", () => {
    const [form, loose] = readForms('<form action="/a"><input name="q1"><input name="q2" form="absent"></form>', PAGE);

    expect(form?.fields.map((field) => field.name)).toEqual(["q1"]);
    expect(loose?.method).toBe("none");
  });

  it("attaches submitters from outside the form, with their own address and method", () => {
    const html =
      '<form id="f" action="/a" method="post"><input name="email"></form><button form="f" formaction="http://x.test/" formmethod="get">Go</button>';

    const submitters = readForms(html, PAGE)[0]?.submitters;

    expect(submitters).toEqual([
      { action: "http://x.test/", method: "get", text: "Go", methodExplicit: true, formaction: "http://x.test/" },
    ]);
  });

  it("reads attributes and not properties: a field named action changes nothing", () => {
    const html = '<form action="/real" method="post"><input name="action" value="x"><input name="method"></form>';

    const form = readForms(html, PAGE)[0];

    expect(form?.action).toBe("https://boulangerie.test/real");
    expect(form?.method).toBe("post");
  });
});

describe("actions", () => {
  const cases: readonly {
    readonly name: string;
    readonly html: string;
    readonly action: string | null;
    readonly from: Form["actionFrom"];
  }[] = [
    { name: "absent: the document", html: "<form>", action: PAGE, from: "document" },
    { name: "empty: the document", html: '<form action="">', action: PAGE, from: "document" },
    { name: "blank: the document", html: '<form action=" \n ">', action: PAGE, from: "document" },
    {
      name: "absent with a base: still the document",
      html: '<base href="http://cdn.test/"><form>',
      action: PAGE,
      from: "document",
    },
    {
      name: "relative",
      html: '<form action="valider">',
      action: "https://boulangerie.test/commande/valider",
      from: "attribute",
    },
    {
      name: "relative with a base",
      html: '<base href="http://cdn.test/b/"><form action="x">',
      action: "http://cdn.test/b/x",
      from: "base",
    },
    {
      name: "only the first base with an href counts",
      html: '<base target="_top"><base href="/a/"><base href="/b/"><form action="x">',
      action: "https://boulangerie.test/a/x",
      from: "base",
    },
    {
      name: "a javascript: base is none",
      html: '<base href="javascript:1"><form action="x">',
      action: "https://boulangerie.test/commande/x",
      from: "attribute",
    },
    {
      name: "protocol-relative takes the page's scheme",
      html: '<form action="//pay.test/x">',
      action: "https://pay.test/x",
      from: "attribute",
    },
    {
      name: "climbing out stops at the root",
      html: '<form action="../../../../x">',
      action: "https://boulangerie.test/x",
      from: "attribute",
    },
    {
      name: "mailto",
      html: '<form action="mailto:contact@boulangerie.test">',
      action: "mailto:contact@boulangerie.test",
      from: "attribute",
    },
    { name: "data", html: '<form action="data:text/html,x">', action: "data:text/html,x", from: "attribute" },
    { name: "no address at all", html: '<form action="http://[">', action: null, from: "attribute" },
    {
      name: "a visitor's e-mail in the query is masked",
      html: '<form action="/x?u=jeanne%40orange.fr">',
      action: "https://boulangerie.test/x?u=j…@….fr",
      from: "attribute",
    },
  ];

  it.each(cases)("$name", ({ html, action, from }) => {
    const form = readForms(`${html}<input name="email"></form>`, PAGE)[0];

    expect(form?.action).toBe(action);
    expect(form?.actionFrom).toBe(from);
  });

  it("marks a javascript: action and a submit handler as sent by script", () => {
    const html =
      '<form action="javascript:send()"><input></form><form @submit.prevent="go"><input></form><form><input></form>';

    expect(readForms(html, PAGE).map((form) => form.scripted)).toEqual([true, true, false]);
  });

  it("takes an unknown method for get, and not for the author's choice", () => {
    const html =
      '<form method="put"><input></form><form method="GET"><input></form><form><input></form><form method="dialog"><input></form>';

    const methods = readForms(html, PAGE).map((form) => [form.method, form.methodExplicit]);

    expect(methods).toEqual([
      ["get", false],
      ["get", true],
      ["get", false],
      ["dialog", true],
    ]);
  });
});

describe("trees within the page", () => {
  it("reads declarative shadow roots, where form owners and ids of the page do not reach", () => {
    const html = `<form id="outer" action="/outer"><x-pay><template shadowrootmode="open">
      <input name="loose"><form action="/inner"><input name="card"></form><input name="named" form="outer">
      </template></x-pay></form>`;

    const read = destinations(readForms(html, PAGE));

    expect(read).toEqual({ card: "https://boulangerie.test/inner", loose: null, named: null });
  });

  it("leaves an ordinary template alone: nothing in it is shown", () => {
    expect(readForms('<template><form><input name="iban"></form></template>', PAGE)).toEqual([]);
  });

  it("reads a frame written into the page; relative addresses start from the page", () => {
    const html = `<iframe srcdoc="<form action='pay'><input name='iban'></form>"></iframe>`;

    const [form] = readForms(html, PAGE);

    expect(form).toMatchObject({ action: "https://boulangerie.test/commande/pay", tree: "srcdoc" });
    expect(form?.selector).toContain("iframe:nth(1) > ");
  });

  it("groups fields without any form by the nearest element that holds a button", () => {
    const html = `<div id="a"><input name="email"><input name="pass" type="password"><button>Show</button><button>Connexion</button></div>
      <div id="b"><p><input name="nl"></p><button>OK</button></div>`;

    const groups = readForms(html, PAGE).map((form) => [
      form.method,
      form.selector,
      form.fields.map((field) => field.name),
    ]);

    expect(groups).toEqual([
      ["none", "div#a", ["email", "pass"]],
      ["none", "div#b", ["nl"]],
    ]);
  });

  it("does not let the button that shows a password part a login in two", () => {
    const html = `<main id="m"><div><input name="email"></div><div><input type="password" name="p"><button type="button" aria-label="Afficher le mot de passe"></button></div><button>Connexion</button></main>`;

    expect(readForms(html, PAGE).map((form) => form.fields.length)).toEqual([2]);
  });
});

describe("fields and their texts", () => {
  function field(html: string, index = 0): Form["fields"][number] | undefined {
    return readForms(`<form>${html}</form>`, PAGE)[0]?.fields[index];
  }

  it.each([
    ["label for", '<label for="a">Prénom</label><input id="a">', "Prénom"],
    ["wrapping label", "<label>Prénom <input></label>", "Prénom"],
    ["aria-labelledby of two parts", '<b id="x">Date</b><b id="y">Jour</b><input aria-labelledby="x y">', "Date Jour"],
    ["no options of a select", "<label>Pays <select><option>France</option></select></label>", "Pays"],
    ["no script", "<label>Nom<script>var e='email'</script> <input></label>", "Nom"],
  ])("%s", (_name, html, expected) => {
    expect(field(html)?.label).toBe(expected);
  });

  it("parts a label that wraps two fields", () => {
    const html = "<label>CP <input name=a> Ville <input name=b></label>";

    expect([field(html, 0)?.label, field(html, 1)?.label]).toEqual(["CP", "Ville"]);
  });

  it.each([
    ["the cell before", "<table><tr><td>N° de carte</td><td><input></td></tr></table>", "N° de carte"],
    ["the text before", "<p>IBAN : <input></p>", "IBAN :"],
    ["after a box", "<input type=checkbox> Recevoir la newsletter", "Recevoir la newsletter"],
  ])("reads the hint in %s", (_name, html, expected) => {
    expect(field(html)?.hint).toBe(expected);
  });

  it("never takes a neighbour's words for a hint", () => {
    expect(field("<p>IBAN <input name=a><input name=b></p>", 1)?.hint).toBeNull();
  });

  it("keeps hidden names and no hidden field, and marks what is concealed", () => {
    const html = `<input type=hidden name=token value=secret><div style="display:none"><input name=later></div><div style="position:absolute; left:-9999px"><input name=bait></div>`;

    const form = readForms(`<form>${html}</form>`, PAGE)[0];

    expect(form?.hiddenNames).toEqual(["token"]);
    expect(form?.fields.map((entry) => [entry.name, entry.marks])).toEqual([
      ["later", ["closed"]],
      ["bait", ["off-screen"]],
    ]);
    expect(JSON.stringify(form)).not.toContain("secret");
  });

  it("never keeps a value, and masks personal values in texts", () => {
    const html = `<p>Connecté : jeanne.martin@orange.fr</p><label>Nouvelle adresse (actuelle : jeanne.martin@orange.fr)<input name=e value="jeanne.martin@orange.fr"></label>`;

    const kept = JSON.stringify(readForms(`<form>${html}</form>`, PAGE));

    expect(kept).not.toContain("jeanne.martin");
    expect(kept).toContain("j…@….fr");
  });

  it("takes web components for fields, unless they only wrap one", () => {
    const html =
      '<sl-input name="email" label="E-mail"></sl-input><ion-input name="x"><input name="inner"></ion-input>';

    const fields = readForms(`<form>${html}</form>`, PAGE)[0]?.fields;

    expect(fields?.map((entry) => [entry.tag, entry.name, entry.category])).toEqual([
      ["custom", "email", "contact.email"],
      ["input", "inner", null],
    ]);
  });

  it.each([
    ["inside", '<form><input type=email><a href="/politique-de-confidentialite">politique</a></form>', "inside"],
    ["just after", '<form><input type=email></form><a href="/privacy">Privacy</a>', "near"],
    ["far below", `<form><input type=email></form><p>${"x ".repeat(600)}</p><a href="/rgpd">RGPD</a>`, "page"],
    ["nowhere", "<form><input type=email></form>", "none"],
    [
      "on a host that is only named so",
      '<form><input type=email></form><a href="https://privacy.test/shop">Shop</a>',
      "none",
    ],
  ])("finds the policy link %s", (_name, html, expected) => {
    expect(readForms(html, PAGE)[0]?.policyLink).toBe(expected);
  });
});
