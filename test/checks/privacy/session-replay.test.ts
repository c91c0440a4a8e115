import { describe, expect, it } from "vitest";
import { sessionReplay } from "../../../checks/privacy/session-replay.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, verdictsOf, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const hotjar = '<script src="https://static.hotjar.com/c/hotjar-1.js"></script>';
const page = (role: "home" | "login" | "checkout", fields: string, script = hotjar): Evidence => ({
  pages: pagesFrom([{ role, html: doc(form(fields) + script) }]),
});

const cases: readonly Case[] = [
  ["L8 fr: page de connexion", page("login", FR.email + FR.password), ["records-forms"]],
  ["L8 en: checkout page", page("checkout", EN.name + EN.phone), ["records-forms"]],
  ["L8: an IBAN on the home page", page("home", FR.iban), ["records-forms"]],
  ["fr: accueil seulement", page("home", FR.email), ["pass"]],
  ["en: no recorder", page("login", EN.email + EN.password, ""), ["not-applicable: no-session-replay"]],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/session-replay severity", () => {
  it("is lower where every field is marked to be masked", () => {
    const masked = (FR.email + FR.phone).replaceAll("<input", "<input data-hj-suppress");

    const [verdict] = verdictsOf(sessionReplay, page("checkout", masked));

    expect(verdict).toMatchObject({ shift: -1, shiftReason: "masked-fields" });
  });
});

describe("privacy/session-replay", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(sessionReplay, evidence)).toEqual(expected);
  });
});
