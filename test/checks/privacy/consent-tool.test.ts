import { describe, expect, it } from "vitest";
import { consentTool } from "../../../checks/privacy/consent-tool.ts";
import { doc, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const hotjar = '<script src="https://static.hotjar.com/c/hotjar-1.js"></script>';
const page = (body: string, tool: string | null = null): Evidence => ({
  pages: pagesFrom([doc(body)], { consentTool: tool }),
});

const cases: readonly Case[] = [
  ["K2 fr: traceur sans outil", page(hotjar), ["none"]],
  ["K2 en: a pixel and no tool", page('<img src="https://www.facebook.com/tr?id=1">'), ["none"]],
  ["fr: outil présent", page(hotjar, "Axeptio"), ["pass"]],
  [
    "en: a banner of its own",
    page(`${hotjar}<button>Accept all cookies</button><button>Reject all</button>`),
    ["pass"],
  ],
  ["fr: bandeau maison", page(`${hotjar}<button>Continuer sans accepter</button>`), ["pass"]],
  ["a site without trackers needs no banner", page("<p>Bonjour</p>"), ["not-applicable: no-trackers"]],
  [
    "a tag manager may bring it",
    page(`${hotjar}<script src="https://www.googletagmanager.com/gtm.js?id=GTM-1"></script>`),
    ["not-assessed: tag-manager"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/consent-tool", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(consentTool, evidence)).toEqual(expected);
  });
});
