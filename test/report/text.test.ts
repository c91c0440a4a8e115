import { describe, expect, it } from "vitest";
import { displayWidth } from "../../src/report/text/layout.ts";
import { renderTextReport } from "../../src/report/text/render-text.ts";
import { renderTextFleet } from "../../src/report/text/render-fleet.ts";
import { buildFleet } from "../../src/report/fleet.ts";
import { hostileReport } from "./support/hostile-report.ts";
import { sampleReport } from "./support/sample-report.ts";

const ESCAPE = String.fromCharCode(27);

describe("the text report", () => {
  it.each(["en", "fr"] as const)("tells grade, areas, points, fixes, findings, gaps and limits (%s)", (language) => {
    const text = renderTextReport(sampleReport(language), { colour: false });

    const expected =
      language === "en"
        ? [
            "Grade E",
            "32.1 out of 100",
            "AREAS",
            "WHERE THE POINTS WENT",
            "THE SHORTEST WAY TO GRADE D",
            "CRITICAL",
            "NOT ASSESSED (1)",
            "WHAT VIGIE CANNOT SEE",
            "authorised by Camille Martin",
          ]
        : [
            "Note E",
            "32,1 sur 100",
            "DOMAINES",
            "OÙ SONT PARTIS LES POINTS",
            "LE PLUS COURT CHEMIN VERS LA NOTE D",
            "CRITIQUE",
            "NON ÉVALUÉ (1)",
            "CE QUE VIGIE NE PEUT PAS VOIR",
            "autorisé par Camille Martin",
          ];
    for (const words of expected) expect(text).toContain(words);
  });

  it.each([80, 60, 40, 20])("never writes a line of prose wider than %i columns", (columns) => {
    const lines = renderTextReport(sampleReport("fr"), { colour: false, columns }).split("\n");

    // Lines to paste are never broken: they would not work any more.
    const prose = lines.filter((line) => !line.startsWith("      "));
    expect(prose.filter((line) => displayWidth(line) > columns)).toEqual([]);
  });

  it("has no escape sequence without colour, and the same words with it", () => {
    const plain = renderTextReport(sampleReport(), { colour: false });
    const coloured = renderTextReport(sampleReport(), { colour: true });

    expect(plain).not.toContain(ESCAPE);
    expect(coloured).toContain(ESCAPE);
    expect(coloured.replaceAll(new RegExp(`${ESCAPE}\\[[0-9;]*m`, "g"), "")).toBe(plain);
  });

  it("uses only ASCII symbols where the terminal has no UTF-8", () => {
    const text = renderTextReport(sampleReport(), { colour: false, unicode: false });

    expect(text).not.toMatch(/[█░✖▲●○→✓]/u);
    expect(text).toContain("X CRITICAL");
  });

  it("lets no remote text move the cursor, reorder a line or flood the page", () => {
    const text = renderTextReport(hostileReport(), { colour: false });

    expect(text).not.toMatch(/[\p{Cc}--[\n]]/v);
    expect(text).not.toMatch(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/u);
    expect(text.length).toBeLessThan(60_000);
  });

  it("prints the same bytes for the same report", () => {
    expect(renderTextReport(sampleReport(), { colour: false })).toBe(
      renderTextReport(sampleReport(), { colour: false }),
    );
  });
});

describe("the text of a fleet", () => {
  it("has one line for each site, those that failed included", () => {
    const report = sampleReport();
    const fleet = buildFleet({
      tool: report.tool,
      language: "en",
      startedAt: report.startedAt,
      finishedAt: report.finishedAt,
      sites: [
        report,
        {
          target: { id: "florist.test", url: "https://florist.test/" },
          error: { code: "dns-not-found", message: "no such host" },
        },
      ],
    });

    const text = renderTextFleet(fleet, { colour: false });

    expect(text).toMatch(/bakery\.test +E +32\.1/);
    expect(text).toContain("no such host");
    expect(text).toContain("1 site could not be scanned");
    expect(text).toContain("1 of 1 site ");
  });
});
