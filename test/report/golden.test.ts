import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packageFile } from "../../src/package-root.ts";
import { FORMATS, renderDocument, type Format } from "../../src/report/formats.ts";
import { sampleReport, seenEvidence } from "./support/sample-report.ts";

/** With UPDATE_GOLDEN=1 the files are written instead of compared; read the difference before committing it. */
const UPDATE = process.env["UPDATE_GOLDEN"] === "1";

const EXTENSIONS: Readonly<Record<Format, string>> = {
  text: "txt",
  json: "json",
  jsonl: "jsonl",
  html: "html",
  markdown: "md",
  sarif: "sarif",
  junit: "xml",
  csv: "csv",
  prometheus: "prom",
};

describe("the golden report of one saved run", () => {
  it.each(FORMATS)("%s is byte for byte what was agreed on", async (format) => {
    const path = packageFile("test", "golden", `bakery.fr.${EXTENSIONS[format]}`);

    const text = await renderDocument(format, sampleReport("fr"), {
      evidence: new Map([["bakery.test", seenEvidence]]),
    });
    if (UPDATE) {
      mkdirSync(packageFile("test", "golden"), { recursive: true });
      writeFileSync(path, text);
    }

    expect(text).toBe(readFileSync(path, "utf8"));
  });
});
