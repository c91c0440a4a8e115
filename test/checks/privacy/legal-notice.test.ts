import { describe, expect, it } from "vitest";
import { legalNotice } from "../../../checks/privacy/legal-notice.ts";
import { doc, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const FULL =
  "Éditeur : Boulangerie du Port SARL, 12 rue des Lices, 13002 Marseille. SIREN 123 456 789, RCS Marseille. Téléphone : 04 00 00 00 00. Hébergeur : OVH, 2 rue Kellermann, 59100 Roubaix. ".repeat(
    4,
  );
const FULL_EN =
  "Publisher: Harbour Bakery Ltd, 12 Market Street, London. Company number 01234567, VAT GB123. Phone 020 0000. Hosted by Example Hosting Ltd. ".repeat(
    6,
  );
const notice = (text: string, status = 200): Evidence => ({
  pages: pagesFrom([doc("<p>Accueil</p>"), { role: "legal", html: doc(`<p>${text}</p>`), status }]),
});
const missing = { missing: [{ role: "legal" as const, url: null, error: { code: "not-found", message: "" } }] };

const cases: readonly Case[] = [
  ["I3 fr: absentes", { pages: pagesFrom([doc("<p>Accueil</p>")], missing) }, ["missing"]],
  ["I3 en: a dead link", notice("Not found", 404), ["dead"]],
  ["I3: an empty page", notice("À venir."), ["empty"]],
  [
    "I3: hébergeur et SIREN absents",
    notice(
      "Éditeur : Boulangerie du Port, 12 rue des Lices, 13002 Marseille. Contact : bonjour@boulangerie.test. ".repeat(
        8,
      ),
    ),
    ["incomplete"],
  ],
  ["fr: complètes", notice(FULL), ["pass"]],
  ["en: complete", notice(FULL_EN), ["pass"]],
  [
    "a home page made by script may link it",
    { pages: pagesFrom(['<div id="root"></div><script src="/app.js"></script>'], missing) },
    ["not-assessed: not-rendered"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/legal-notice", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(legalNotice, evidence)).toEqual(expected);
  });
});
