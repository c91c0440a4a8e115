import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DATED_TABLES, type DatedTable } from "../../src/data/dated-tables.ts";
import { packageFile } from "../../src/package-root.ts";
import { datedTables, OLD_AFTER_DAYS, tableSentences } from "../../src/report/dated-tables.ts";
import { renderDocument } from "../../src/report/formats.ts";
import { sampleReport } from "./support/sample-report.ts";

const TABLES: readonly DatedTable[] = [
  { id: "ssh", title: { en: "SSH algorithms", fr: "algorithmes SSH" }, dates: ["2026-11-23"] },
  { id: "ports", title: { en: "ports", fr: "ports" }, dates: ["2026-11-23", "2026-05-01"] },
];

describe("the dated tables", () => {
  it("hold every day of review that the data files name", () => {
    const files = globSync("src/data/**/*.ts", { cwd: packageFile() }).filter(
      (file) => !file.endsWith("dated-tables.ts"),
    );
    const source = readFileSync(packageFile("src", "data", "dated-tables.ts"), "utf8");

    const dated = files.flatMap((file) =>
      Array.from(
        readFileSync(packageFile(file), "utf8").matchAll(/^export const (\w*_DATE|EXPOSURE_CATALOGUE)\b/gm),
        ([, name = ""]) => name,
      ),
    );

    expect(dated.length).toBeGreaterThan(15);
    expect(dated.filter((name) => !source.includes(`import { ${name} }`))).toEqual([]);
    expect(DATED_TABLES.flatMap(({ dates }) => dates)).toHaveLength(dated.length);
    expect(new Set(DATED_TABLES.map(({ id }) => id)).size).toBe(DATED_TABLES.length);
    for (const date of DATED_TABLES.flatMap(({ dates }) => dates)) expect(date).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
  });

  it.each([
    ["2026-11-23T08:00:00.000Z", 0, 206],
    ["2026-01-01T00:00:00.000Z", 0, 0],
    ["2027-05-22T00:00:00.000Z", 180, 386],
    ["2027-05-23T00:00:00.000Z", 181, 387],
  ])("age until the scan of %s, by their oldest part", (scannedAt, ssh, ports) => {
    const tables = datedTables(scannedAt, "en", TABLES);

    expect(tables.map(({ ageDays }) => ageDays)).toEqual([ssh, ports]);
    expect(tables.map(({ old }) => old)).toEqual([ssh > OLD_AFTER_DAYS, ports > OLD_AFTER_DAYS]);
  });

  it("are told by day of review, with a warning for the old ones alone", () => {
    const tables = datedTables("2026-11-23T08:00:00.000Z", "fr", TABLES);

    const { told, warnings } = tableSentences({ tables, lang: "fr" });

    expect(told).toEqual(["Au 1er mai 2026\u00A0: ports.", "Au 23 novembre 2026\u00A0: algorithmes SSH."]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain("À actualiser\u00A0: ports. La dernière revue précède l’analyse de 206 jours");
  });

  it.each(["text", "html", "markdown", "json"] as const)(
    "stand in the %s report, young without a warning",
    async (format) => {
      const report = sampleReport("en");
      const aged = { ...report, tables: datedTables("2028-01-01T00:00:00.000Z", "en") };

      const young = (await renderDocument(format, report)).replaceAll(/\s+/g, " ");
      const old = (await renderDocument(format, aged)).replaceAll(/\s+/g, " ");

      expect(young).toContain("JavaScript libraries with known holes");
      expect(young).toContain("SSH algorithms");
      expect(young).not.toMatch(/Grown old|"old": true/);
      expect(old).toMatch(/Grown old|"old": true/);
    },
  );
});
