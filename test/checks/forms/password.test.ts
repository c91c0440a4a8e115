import { describe, expect, it } from "vitest";
import { password } from "../../../checks/forms/password.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const account = (password: string, text = "", more = FR.name + FR.given + FR.email): Evidence => ({
  pages: pagesFrom([doc(form(`${more}${password}<p>${text}</p><button>Créer mon compte</button>`))]),
});
const choose = (attributes: string): string =>
  `<label for="np">Mot de passe</label><input id="np" name="password" autocomplete="new-password" ${attributes}>`;
const hidden = (attributes: string): string => choose(`type="password" ${attributes}`);

const cases: readonly Case[] = [
  ["A1 fr: visible à la saisie", account(choose('type="text"')), ["not-masked"]],
  ["A2 fr: 6 caractères par attribut", account(hidden('minlength="6"')), ["short-minimum"]],
  [
    "A2 fr: 6 caractères en toutes lettres",
    account(hidden(""), "Votre mot de passe doit contenir au moins 6 caractères."),
    ["short-minimum"],
  ],
  ["A2 en: 6 characters in words", account(hidden(""), "At least 6 characters", EN.name + EN.email), ["short-minimum"]],
  ["A2: 8 without further rules", account(hidden('minlength="8"')), ["needs-lock-out"]],
  ["A2: 8 with further rules", account(hidden('minlength="8"'), "dont une majuscule et un chiffre"), ["pass"]],
  ["A3: cut at 20", account(hidden('maxlength="20"')), ["short-maximum"]],
  ["A4: paste is blocked", account(hidden('onpaste="return false"')), ["manager-hindered"]],
  [
    "A5: a code that phones do not fill in",
    { pages: pagesFrom([doc(form('<label for="o">Code reçu par SMS</label><input id="o" name="otp">'))]) },
    ["code-without-autocomplete"],
  ],
  [
    "A5: a code that they do",
    {
      pages: pagesFrom([
        doc(form('<label for="o">Code reçu par SMS</label><input id="o" name="otp" autocomplete="one-time-code">')),
      ]),
    },
    ["pass"],
  ],
  [
    "A7: question secrète",
    {
      pages: pagesFrom([
        doc(
          form(
            `${FR.email}${FR.password}<label for="q">Réponse à la question secrète</label><input id="q" name="secret_answer">`,
          ),
        ),
      ]),
    },
    ["secret-question"],
  ],
  ["fr: 12 caractères", account(hidden('minlength="12"')), ["pass"]],
  ["en: an existing password has no rule", { pages: pagesFrom([doc(form(EN.email + EN.password))]) }, ["pass"]],
  ["no password", { pages: pagesFrom([doc(form(FR.email))]) }, ["not-applicable: no-password"]],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("forms/password", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(password, evidence)).toEqual(expected);
  });
});
