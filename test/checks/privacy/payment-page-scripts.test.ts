import { describe, expect, it } from "vitest";
import { paymentPageScripts } from "../../../checks/privacy/payment-page-scripts.ts";
import { doc, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const checkout = (body: string): Evidence => ({ pages: pagesFrom([{ role: "checkout", html: doc(body) }]) });

const cases: readonly Case[] = [
  [
    "L9 fr: publicité au paiement",
    checkout('<script src="https://connect.facebook.net/fr_FR/fbevents.js"></script>'),
    ["advertising-script"],
  ],
  [
    "L9 en: an unknown script at the checkout",
    checkout('<script src="https://cdn.unknown.example/x.js"></script>'),
    ["unknown-script"],
  ],
  [
    "L10: a tag manager",
    checkout('<script src="https://www.googletagmanager.com/gtm.js?id=GTM-1"></script>'),
    ["tag-manager"],
  ],
  [
    "fr: prestataire de paiement et consentement",
    checkout('<script src="https://js.stripe.com/v3/"></script><script src="https://static.axept.io/sdk.js"></script>'),
    ["pass"],
  ],
  ["en: the site's own scripts", checkout('<script src="/app.js"></script>'), ["pass"]],
  [
    "a checkout made by script",
    checkout('<div id="root"></div><script src="/app.js"></script>'),
    ["not-assessed: not-rendered"],
  ],
  [
    "the checkout was not found",
    {
      pages: pagesFrom([doc("")], {
        missing: [{ role: "checkout", url: null, error: { code: "not-found", message: "" } }],
      }),
    },
    ["not-assessed: not-found"],
  ],
  ["no shop", { pages: pagesFrom([doc("<p>Bonjour</p>")]) }, ["not-applicable: no-payment"]],
];

describe("privacy/payment-page-scripts", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(paymentPageScripts, evidence)).toEqual(expected);
  });
});
