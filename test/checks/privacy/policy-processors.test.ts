import { describe, expect, it } from "vitest";
import { policyProcessors } from "../../../checks/privacy/policy-processors.ts";
import { doc, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const words = "Le responsable du traitement est la boulangerie. Vos données servent à livrer vos commandes. ".repeat(
  10,
);
const site = (scripts: string, policy: string, declared: readonly string[] = []): Evidence => ({
  pages: pagesFrom([doc(scripts), { role: "privacy", html: doc(`<p>${words}${policy}</p>`) }], {
    declaredProcessors: [...declared],
  }),
});
const hotjar = '<script src="https://static.hotjar.com/c/hotjar-1.js"></script>';
const brevo = '<form method="post" action="https://sibforms.com/serve/x"><input type="email" name="EMAIL"></form>';

const cases: readonly Case[] = [
  ["I6 fr: prestataire non nommé", site(hotjar, ""), ["not-named"]],
  ["I6 en: not named, the form's recipient", site(brevo, "We use a provider for our newsletter."), ["not-named"]],
  ["I6: named and no longer used", site("", "Nous utilisons Matomo Cloud et Hotjar."), ["named-not-seen"]],
  [
    "I6: seen and absent from the own list",
    site(hotjar, "Nous utilisons Hotjar.", ["Brevo"]),
    ["not-declared", "declared-not-named"],
  ],
  ["fr: nommé par son ancien nom", site(brevo, "Nos e-mails partent par Sendinblue."), ["pass"]],
  ["en: named", site(hotjar, "We use Hotjar to improve the site."), ["pass"]],
  ["the own list, the pages and the policy agree", site(hotjar, "Nous utilisons Hotjar.", ["Hotjar"]), ["pass"]],
  ["nobody to name", site("", ""), ["not-applicable: no-third-parties"]],
  [
    "fonts need no name of their own",
    site('<link rel="stylesheet" href="https://fonts.googleapis.com/css">', ""),
    ["not-applicable: no-third-parties"],
  ],
  [
    "no policy to compare",
    {
      pages: pagesFrom([doc(hotjar)], {
        missing: [{ role: "privacy", url: null, error: { code: "not-found", message: "" } }],
      }),
    },
    ["not-assessed: no-policy"],
  ],
];

describe("privacy/policy-processors", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(policyProcessors, evidence)).toEqual(expected);
  });
});
