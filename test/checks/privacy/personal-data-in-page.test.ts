import { describe, expect, it } from "vitest";
import { personalDataInPage } from "../../../checks/privacy/personal-data-in-page.ts";
import { doc, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const page = (body: string): Evidence => ({ pages: pagesFrom([doc(body)]) });

const cases: readonly Case[] = [
  [
    "L6 fr: e-mail dans un script",
    page('<script>var client = {"email":"marie.durand@orange.fr"}</script>'),
    ["values-in-page"],
  ],
  [
    "L6 en: e-mail in a hidden field",
    page('<input type="hidden" name="c" value="mary.jones@gmail.com">'),
    ["values-in-page"],
  ],
  ["L6: in a data attribute", page('<div data-user="marie.durand@orange.fr"></div>'), ["values-in-page"]],
  ["L7: advanced matching", page("<script>fbq('init', '123', {em: userEmail})</script>"), ["advanced-matching"]],
  ["L7: enhanced conversions", page("<script>gtag('set', 'user_data', {email: e})</script>"), ["advanced-matching"]],
  ["fr: l'adresse de la boutique", page('<script>var contact = "bonjour@boulangerie.test"</script>'), ["pass"]],
  [
    "en: an address that everybody sees",
    page('<p>harbour.bakery@gmail.com</p><script>var c = "harbour.bakery@gmail.com"</script>'),
    ["pass"],
  ],
  ["names of files and packages", page('<script>var a = "icone@2x.png", b = "jquery@3.7.1"</script>'), ["pass"]],
  [
    "public data of the shop",
    page('<script type="application/ld+json">{"@context":"https://schema.org","email":"boutique@free.fr"}</script>'),
    ["pass"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/personal-data-in-page", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(personalDataInPage, evidence)).toEqual(expected);
  });
});
