import { describe, expect, it } from "vitest";
import { actionTransport } from "../../../checks/forms/action-transport.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, verdictsOf, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const upgrade = [["content-security-policy", "upgrade-insecure-requests"]] as const;

const cases: readonly Case[] = [
  [
    "T3 fr: adresse en http",
    { pages: pagesFrom([doc(form(FR.email, 'method="post" action="http://boulangerie.test/go"'))]) },
    ["action-in-clear"],
  ],
  [
    "T3 en: address in clear",
    { pages: pagesFrom([doc(form(EN.email, 'method="post" action="http://boulangerie.test/go"'))]) },
    ["action-in-clear"],
  ],
  [
    "T4: the base address turns a relative action to http",
    { pages: pagesFrom([doc(form(FR.email, 'method="post" action="go"'), '<base href="http://boulangerie.test/">')]) },
    ["base-in-clear"],
  ],
  [
    "T5: a button of its own",
    { pages: pagesFrom([doc(form(`${FR.email}<button formaction="http://boulangerie.test/x">Envoyer</button>`))]) },
    ["button-in-clear"],
  ],
  [
    "T5: an image button outside the form",
    {
      pages: pagesFrom([
        doc(
          `<form id="f" method="post" action="/go">${EN.email}</form><input type="image" form="f" formaction="http://boulangerie.test/x" alt="Send">`,
        ),
      ]),
    },
    ["button-in-clear"],
  ],
  [
    "on a page in clear a relative action is the page's fault",
    { pages: pagesFrom([{ url: "http://boulangerie.test/", html: doc(form(FR.email)) }]) },
    ["pass"],
  ],
  [
    "on a page in clear an address with http of its own is not",
    {
      pages: pagesFrom([
        { url: "http://boulangerie.test/", html: doc(form(FR.email, 'action="http://boulangerie.test/go"')) },
      ]),
    },
    ["action-in-clear"],
  ],
  [
    "fr: adresse en https",
    { pages: pagesFrom([doc(form(FR.email, 'method="post" action="https://boulangerie.test/go"'))]) },
    ["pass"],
  ],
  ["en: relative address", { pages: pagesFrom([doc(form(EN.email))]) }, ["pass"]],
  [
    "absent action: the document's own address, whatever the base says",
    { pages: pagesFrom([doc(form(EN.email, 'method="post"'), '<base href="http://boulangerie.test/">')]) },
    ["pass"],
  ],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

const clear = doc(form(FR.email, 'method="post" action="http://boulangerie.test/go"'));

describe("forms/action-transport severity", () => {
  it.each([
    ["T7: the page upgrades", { html: clear, headers: upgrade }, -1, "upgrade-insecure-requests"],
    [
      "T7: the page upgrades by a meta element",
      {
        html: clear.replace(
          "<head>",
          '<head><meta http-equiv="Content-Security-Policy" content="upgrade-insecure-requests">',
        ),
      },
      -1,
      "upgrade-insecure-requests",
    ],
    [
      "T7: the host keeps browsers on https",
      { html: clear, headers: [["strict-transport-security", "max-age=31536000"]] as const },
      -1,
      "hsts",
    ],
    ["an IBAN is at stake", { html: clear.replace(FR.email, FR.iban) }, 1, "bank-data"],
    ["a password is at stake", { html: clear.replace(FR.email, FR.email + FR.password) }, 1, "credentials"],
    ["an e-mail address", { html: clear }, 0, undefined],
  ])("%s", (_title, page, shift, shiftReason) => {
    const [verdict] = verdictsOf(actionTransport, { pages: pagesFrom([page]) });

    expect(verdict).toMatchObject(shiftReason === undefined ? { shift } : { shift, shiftReason });
  });
});

describe("forms/action-transport", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(actionTransport, evidence)).toEqual(expected);
  });
});
