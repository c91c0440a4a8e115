import { describe, expect, it } from "vitest";
import { policyContent } from "../../../checks/privacy/policy-content.ts";
import { doc, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const FULL_FR =
  "Le responsable du traitement est la boulangerie. Finalités : livrer vos commandes. Base légale : le contrat. Destinataires : notre transporteur. Durée de conservation : trois ans. Vous disposez d'un droit d'accès, de rectification et d'effacement. Vous pouvez saisir la CNIL. ".repeat(
    4,
  );
const FULL_EN =
  "The data controller is the bakery. Purposes: delivering your orders. Legal basis: the contract. Recipients: our carrier. Retention: three years. You have the right to access and erasure. You may lodge a complaint with the supervisory authority. ".repeat(
    4,
  );
const policy = (text: string): Evidence => ({
  pages: pagesFrom([doc("<p>Accueil</p>"), { role: "privacy", html: doc(`<p>${text}</p>`) }]),
});

const cases: readonly Case[] = [
  [
    "I2 fr: durée et base légale absentes",
    policy(FULL_FR.replaceAll(/Base légale : le contrat\. |Durée de conservation : trois ans\. /g, "")),
    ["items-missing"],
  ],
  ["I2 en: recipients are missing", policy(FULL_EN.replaceAll("Recipients: our carrier. ", "")), ["items-missing"]],
  [
    "I2: nearly nothing is told",
    policy("Nous respectons votre vie privée et prenons soin de vous. ".repeat(20)),
    ["hardly-informs"],
  ],
  ["fr: complète", policy(FULL_FR), ["pass"]],
  ["en: complete", policy(FULL_EN), ["pass"]],
  [
    "no policy to read",
    {
      pages: pagesFrom([doc("")], {
        missing: [{ role: "privacy", url: null, error: { code: "not-found", message: "" } }],
      }),
    },
    ["not-assessed: no-policy"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/policy-content", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(policyContent, evidence)).toEqual(expected);
  });
});
