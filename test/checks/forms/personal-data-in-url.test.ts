import { describe, expect, it } from "vitest";
import { personalDataInUrl } from "../../../checks/forms/personal-data-in-url.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, verdictsOf, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const sent = (fields: string, attributes: string): Evidence => ({ pages: pagesFrom([doc(form(fields, attributes))]) });
const order = '<label for="o">Numéro de commande</label><input id="o" name="order_reference">';

const cases: readonly Case[] = [
  ["L1 fr: GET explicite", sent(FR.email + FR.phone + FR.submit, 'method="get" action="/go"'), ["sent-in-address"]],
  [
    "L1 en: explicit GET with a password",
    sent(EN.email + EN.password, 'method="get" action="/go"'),
    ["sent-in-address"],
  ],
  [
    "L1: by a button of its own",
    sent(`${FR.email}${FR.phone}<button formmethod="get">Envoyer</button>`, 'method="post" action="/go"'),
    ["sent-in-address"],
  ],
  ["L2: no method at all", sent(FR.email + FR.phone, 'action="/go"'), ["may-be-sent-in-address"]],
  ["L3 fr: lettre d'information", sent(FR.email, 'method="get" action="/newsletter"'), ["little-sent-in-address"]],
  ["L3 en: order tracking", sent(EN.email + order, 'method="get" action="/tracking"'), ["little-sent-in-address"]],
  [
    "L4: an e-mail address in a link",
    { pages: pagesFrom([doc('<a href="/suivi?email=marie.durand%40orange.fr">Suivi</a>')]) },
    ["in-links"],
  ],
  [
    "L4: handed to a third party",
    { pages: pagesFrom([doc('<img src="https://pixel.example/p?e=marie.durand%40orange.fr">')]) },
    ["in-foreign-address"],
  ],
  ["fr: POST", sent(FR.email, 'method="post" action="/go"'), ["pass"]],
  ["en: POST by its button", sent(`${EN.email}<button formmethod="post">Send</button>`, 'action="/go"'), ["pass"]],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("forms/personal-data-in-url severity", () => {
  it("never lets an implicit GET weigh more than low", () => {
    const [verdict] = verdictsOf(personalDataInUrl, sent(FR.email + FR.password, 'action="/go"'));

    expect(verdict).toMatchObject({ code: "may-be-sent-in-address", shift: 0, confidence: "low" });
  });
});

describe("forms/personal-data-in-url", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(personalDataInUrl, evidence)).toEqual(expected);
  });
});
