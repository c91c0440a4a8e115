import { describe, expect, it } from "vitest";
import { excessFields } from "../../../checks/forms/excess-fields.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const birth = (more = ""): string =>
  `<label for="b">Date de naissance</label><input id="b" name="birthday" type="date" autocomplete="bday" ${more}>`;
const asks = (fields: string, attributes?: string): Evidence => ({ pages: pagesFrom([doc(form(fields, attributes))]) });

const cases: readonly Case[] = [
  [
    "I8 fr: date de naissance exigée pour la lettre d'information",
    asks(FR.email + birth("required") + "<button>S'abonner à la newsletter</button>"),
    ["not-needed"],
  ],
  [
    "I8 en: phone required for a newsletter",
    asks(
      `${EN.email}<label for="t">Phone *</label><input id="t" name="phone" type="tel" autocomplete="tel"><button>Subscribe to the newsletter</button>`,
    ),
    ["not-needed"],
  ],
  ["I8: nothing says what is required", asks(FR.name + FR.given + FR.email + FR.phone + FR.message), ["unmarked"]],
  ["fr: facultatif", asks(FR.email + birth() + "<button>S'abonner à la newsletter</button>"), ["pass"]],
  [
    "en: the required ones are marked",
    asks(`${EN.name}${EN.email.replace("<input", "<input required")}${EN.phone}${EN.message}`),
    ["pass"],
  ],
  [
    "the form says it in words",
    asks(`<p>Les champs marqués * sont obligatoires</p>${FR.name}${FR.given}${FR.email}${FR.phone}${FR.message}`),
    ["pass"],
  ],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("forms/excess-fields", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(excessFields, evidence)).toEqual(expected);
  });
});
