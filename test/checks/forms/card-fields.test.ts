import { describe, expect, it } from "vitest";
import { cardFields } from "../../../checks/forms/card-fields.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const checkout = (html: string): Evidence => ({
  pages: pagesFrom([{ role: "checkout", url: "https://boulangerie.test/commande", html: doc(html) }]),
});

const cases: readonly Case[] = [
  ["L11 fr: carte sur le site", checkout(form(FR.card)), ["card-fields-here"]],
  ["L11 en: card on the site", checkout(form(EN.card)), ["card-fields-here"]],
  [
    "the provider's frame",
    checkout('<iframe src="https://js.stripe.com/v3/elements-inner-card.html"></iframe>'),
    ["pass"],
  ],
  [
    "the provider's script",
    checkout('<script src="https://cdn.payplug.com/js/integrated-payment/v1/index.js"></script>'),
    ["pass"],
  ],
  [
    "a redirect to the provider",
    checkout(
      '<form method="post" action="https://secure.payzen.eu/vads-payment/"><input type="hidden" name="vads_amount"></form>',
    ),
    ["pass"],
  ],
  ["a checkout without its payment step", checkout(form(FR.address)), ["not-assessed: later-step"]],
  [
    "a checkout made by script",
    checkout('<div id="root"></div><script src="/app.js"></script>'),
    ["not-assessed: not-rendered"],
  ],
  [
    "a shop whose checkout was not found",
    { pages: pagesFrom([{ role: "cart", html: doc("<p>Panier</p>") }]) },
    ["not-assessed: not-found"],
  ],
  ["no shop", { pages: pagesFrom([doc("<p>Bonjour</p>")]) }, ["not-applicable: no-payment"]],
];

describe("forms/card-fields", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(cardFields, evidence)).toEqual(expected);
  });
});
