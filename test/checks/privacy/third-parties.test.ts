import { describe, expect, it } from "vitest";
import { thirdParties } from "../../../checks/privacy/third-parties.ts";
import { doc, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const page = (body: string): Evidence => ({ pages: pagesFrom([doc(body)]) });

const cases: readonly Case[] = [
  ["fr: script inconnu", page('<script src="https://cdn.inconnu.example/x.js"></script>'), ["unnamed"]],
  ["en: unknown frame", page('<iframe src="https://widget.unknown.example/"></iframe>'), ["unnamed"]],
  ["fr: tous connus", page('<script src="https://js.stripe.com/v3/"></script>'), ["pass"]],
  [
    "en: a picture runs nothing",
    page('<img src="https://img.unknown.example/x.png">'),
    ["not-applicable: no-third-parties"],
  ],
  [
    "a sub-domain of the site is no third party",
    page('<script src="https://static.boulangerie.test/x.js"></script>'),
    ["not-applicable: no-third-parties"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/third-parties", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(thirdParties, evidence)).toEqual(expected);
  });
});
