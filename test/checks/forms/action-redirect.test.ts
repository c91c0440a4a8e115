import { describe, expect, it } from "vitest";
import { actionRedirect } from "../../../checks/forms/action-redirect.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const page = doc(form(FR.email, 'method="post" action="/payer"'));
const english = doc(form(EN.email, 'method="post" action="/payer"'));
const action = "https://boulangerie.test/payer";
const clear = { url: "http://boulangerie.test/payer", status: 0 };
const route = (outcome: "kept" | "downgraded" | "not-tested", status: number): NonNullable<Evidence["pages"]> =>
  pagesFrom([page], {
    actionRoutes: [
      {
        action,
        outcome,
        reason: null,
        chain: outcome === "downgraded" ? [{ url: action, status }, clear] : [{ url: action, status }],
      },
    ],
  });

const cases: readonly Case[] = [
  ["T11: 307 sends the form again, in clear", { pages: route("downgraded", 307) }, ["resent-in-clear"]],
  ["T11: 308 too", { pages: route("downgraded", 308) }, ["resent-in-clear"]],
  ["T11: 302 drops the form and leaks the address", { pages: route("downgraded", 302) }, ["address-in-clear"]],
  ["the route stays encrypted", { pages: route("kept", 200) }, ["pass"]],
  ["an address that answers POST only", { pages: route("not-tested", 405) }, ["not-assessed: not-tested"]],
  [
    "en: sent to the page itself",
    { pages: pagesFrom([english], { actionRoutes: [] }) },
    ["not-applicable: posts-to-own-page"],
  ],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("forms/action-redirect", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(actionRedirect, evidence)).toEqual(expected);
  });
});
