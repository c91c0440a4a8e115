import { describe, expect, it } from "vitest";
import type { Report } from "../../src/core/report.ts";
import { buildFleet } from "../../src/report/fleet.ts";
import { renderDocument } from "../../src/report/formats.ts";
import { sampleReport } from "./support/sample-report.ts";

const REASON = "The server refused the connection.";

/** A site that did not answer: every check not assessed, so that the score is of nothing. */
function silent(report: Report): Report {
  const id = "bookshop.test";
  return {
    ...report,
    target: { ...report.target, id, host: id, url: `https://${id}/` },
    findings: [],
    score: { ...report.score, total: 0, grade: "F", provisional: true, coverage: 0 },
    verdicts: report.verdicts.map(({ check, area }) => ({ check, area, status: "not-assessed", message: REASON })),
  };
}

function fleetOf(...sites: readonly Report[]) {
  const { tool, startedAt, finishedAt } = sampleReport();
  return buildFleet({ tool, language: "en", startedAt, finishedAt, sites });
}

describe("a fleet with a site that did not answer", () => {
  const report = sampleReport("en");
  const fleet = fleetOf(report, silent(report));

  it("neither grades it nor lets it drag the mean down", () => {
    expect(fleet.summary).toMatchObject({
      sites: 2,
      reported: 2,
      grades: { "?": 1, E: 1 },
      meanTotal: report.score.total,
    });
    expect(fleetOf(silent(report)).summary.meanTotal).toBeNull();
  });

  it.each(["text", "markdown", "html", "csv"] as const)("says why on its line (%s)", async (format) => {
    const text = await renderDocument(format, fleet);
    const flowing = text.replaceAll(/\s+/g, " ");

    expect(flowing).toContain(REASON);
    expect(text).not.toMatch(/bookshop\.test[^\n]{0,80}\bF\b/);
  });
});

describe("metrics of a site that did not answer", () => {
  it("are a gap and not a score of 0", async () => {
    const text = await renderDocument("prometheus", fleetOf(sampleReport(), silent(sampleReport())));

    expect(text).toContain('vigie_up{site="bookshop.test"} 0\n');
    expect(text.match(/bookshop\.test/g)).toHaveLength(1);
    expect(text).toContain('vigie_up{site="bakery.test"} 1\n');
  });
});

describe("what fails most often", () => {
  it.each([
    ["en", "1 of 1 site —"],
    ["fr", "1 site sur 1 —"],
  ] as const)("counts sites in %s", async (lang, line) => {
    const text = await renderDocument("markdown", { ...fleetOf(sampleReport(lang)), lang });

    expect(text).toContain(line);
  });
});
