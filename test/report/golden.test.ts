import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SECTION_NAMES } from "../../src/core/evidence/evidence.ts";
import { reportSchema } from "../../src/core/report.ts";
import { packageFile } from "../../src/package-root.ts";
import { FILE_EXTENSIONS, FORMATS, renderDocument } from "../../src/report/formats.ts";
import { goldenEvidence, goldenReport } from "./support/golden-run.ts";

/**
 * With UPDATE_GOLDEN=1 the saved run is judged again and the files are written instead of compared; read the difference before
 * committing it. Without it the formats tell the report that was saved, so that they alone are under test here.
 */
const UPDATE = process.env["UPDATE_GOLDEN"] === "1";

const evidence = goldenEvidence();
const report = reportSchema.parse(
  UPDATE
    ? goldenReport("fr", evidence)
    : JSON.parse(readFileSync(packageFile("test", "golden", "bakery.fr.json"), "utf8")),
);
const context = { evidence: new Map([[evidence.target.id, evidence]]) };

describe("the golden reports of one saved run of the demo shop", () => {
  it("the run is whole", () => {
    expect(SECTION_NAMES.filter((name) => evidence.sections[name].state !== "collected")).toEqual([]);
    expect(goldenReport("en", evidence).findings.length).toBeGreaterThan(50);
  });

  it.each(FORMATS)("%s is byte for byte what was agreed on", async (format) => {
    const path = packageFile("test", "golden", `bakery.fr.${FILE_EXTENSIONS[format]}`);

    const text = await renderDocument(format, report, context);
    if (UPDATE) writeFileSync(path, text);

    expect(text).toBe(readFileSync(path, "utf8"));
  });

  it.each(["en", "fr"] as const)("no format lacks a text in %s", async (language) => {
    for (const format of FORMATS) {
      const text = await renderDocument(format, goldenReport(language, evidence), context);

      // A placeholder that was left, a value that is not there, an object that was printed as such.
      expect(text.match(/\{[a-zA-Z]+(?:[:|][^}"]*)?\}|\bundefined\b|\[object |\bNaN\b/g) ?? []).toEqual([]);
    }
  });

  it("every sentence for people is told in both languages, and differs", () => {
    const french = goldenReport("fr", evidence);
    const english = goldenReport("en", evidence);

    expect(french.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      english.findings.map(({ fingerprint }) => fingerprint),
    );
    const untold = french.findings.filter(({ message, why, title, check, code }, index) => {
      const other = english.findings[index];
      return message === other?.message || why === other?.why || why === "" || title === check || message === code;
    });
    expect(untold.map(({ check, code }) => `${check} ${code}`)).toEqual([]);
  });
});
