import { describe, expect, it } from "vitest";
import { z } from "zod";
import { evidenceSchema } from "../../src/core/evidence/evidence.ts";
import { fleetSchema, isReport, reportSchema, type Fleet, type Report } from "../../src/core/report.ts";
import { FORMATS, renderDocument, type Format } from "../../src/report/formats.ts";
import { HOSTILE, hostileReport } from "./support/hostile-report.ts";
import { sampleCatalogue } from "./support/sample-checks.ts";
import { cleanReport, fleetOf, SAMPLE_DOCUMENTS, sampleContext } from "./support/sample-documents.ts";
import { sampleReport, seenEvidence } from "./support/sample-report.ts";

const cases = FORMATS.flatMap((format) => SAMPLE_DOCUMENTS.map(([name, make]) => ({ format, name, make })));

describe("every format", () => {
  it.each(cases)(
    "$format of $name: the same bytes twice, no control, no bidirectional mark",
    async ({ format, make }) => {
      const text = await renderDocument(format, make(), sampleContext);

      expect(await renderDocument(format, make(), sampleContext)).toBe(text);
      expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|[\p{Cc}--[\r\n]]/v);
      expect(text.isWellFormed()).toBe(true);
      expect(text.length).toBeGreaterThan(0);
      expect(text.endsWith("\n")).toBe(true);
    },
  );

  it.each(FORMATS)("%s leaves no text out in either language", async (format) => {
    for (const language of ["en", "fr"] as const) {
      const text = await renderDocument(format, sampleReport(language), sampleContext);

      expect(text).not.toMatch(/undefined|\[object |NaN/);
    }
  });
});

async function render(format: Format, document: Report | Fleet): Promise<string> {
  return await renderDocument(format, document, sampleContext);
}

describe("json and jsonl", () => {
  it("are what their schemas say", async () => {
    expect(reportSchema.parse(JSON.parse(await render("json", sampleReport())))).toBeTruthy();
    expect(reportSchema.parse(JSON.parse(await render("json", hostileReport())))).toBeTruthy();
    expect(fleetSchema.parse(JSON.parse(await render("json", fleetOf(sampleReport()))))).toBeTruthy();
    expect(evidenceSchema.parse(seenEvidence)).toBeTruthy();
  });

  it("jsonl ends with the report, one object a line", async () => {
    const lines = (await render("jsonl", fleetOf(sampleReport()))).trimEnd().split("\n");

    const parsed = lines.map((line): unknown => JSON.parse(line));
    expect(parsed).toHaveLength(2);
    expect(z.object({ type: z.literal("report"), report: reportSchema }).safeParse(parsed[0]).success).toBe(true);
  });
});

describe("csv", () => {
  it("reads back as one row for each finding and each failed site", async () => {
    const rows = parseCsv(await render("csv", fleetOf(sampleReport())));

    expect(rows[0]?.slice(0, 3)).toEqual(["site", "url", "scanned_at"]);
    expect(rows).toHaveLength(1 + sampleReport().findings.length + 1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([19]));
    expect(rows.at(-1)?.at(-1)).toBe("dns-not-found: no such host");
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1", "＝1"])("makes %j harmless to a spreadsheet", async (subject) => {
    const report = sampleReport();
    const [finding] = report.findings;

    const rows = parseCsv(await render("csv", { ...report, findings: [{ ...finding!, subject }] }));

    expect(rows[1]?.[8]).toBe(`'${subject}`);
  });

  it("has its header when there is nothing to tell", async () => {
    expect(parseCsv(await render("csv", cleanReport()))).toHaveLength(1);
  });
});

describe("prometheus", () => {
  it.each(SAMPLE_DOCUMENTS)("of %s follows the grammar of the text format", async (_name, make) => {
    const lines = (await render("prometheus", make())).trimEnd().split("\n");

    const sample = /^(\w+)\{(?:\w+="(?:[^"\\\n]|\\[\\"n])*"(?:,(?!\}))?)+\} -?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;
    const families = new Set<string>();
    let current = "";
    for (const line of lines) {
      if (line.startsWith("# HELP ")) continue;
      const family = /^# TYPE (\w+) gauge$/.exec(line)?.[1];
      if (family !== undefined) {
        expect(families.has(family)).toBe(false);
        families.add(family);
        current = family;
        continue;
      }
      expect(line).toMatch(sample);
      expect(line.startsWith(`${current}{`)).toBe(true);
    }
    expect(new Set(lines).size).toBe(lines.length);
  });

  it("has the score, the findings, the expiry of the certificate and what is down", async () => {
    const text = await render("prometheus", fleetOf(sampleReport()));

    expect(text).toContain('vigie_score{site="bakery.test",profile="bakery"} 32.1\n');
    expect(text).toContain('vigie_findings{site="bakery.test",severity="critical",waived="false"} 2\n');
    expect(text).toContain(
      'vigie_certificate_expiry_timestamp_seconds{site="bakery.test",host="bakery.test",port="443"} 1798588800\n',
    );
    expect(text).toContain('vigie_up{site="florist.test"} 0\n');
  });
});

describe("markdown", () => {
  it("shows hostile text as text", async () => {
    const text = (await render("markdown", hostileReport())).replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, "");

    expect(text).not.toContain("[x](javascript:1)");
    expect(text).not.toMatch(/(?<!\\)<script/);
  });

  it("has the findings of the report and its limits", async () => {
    const report = sampleReport("fr");
    const text = await render("markdown", report);

    for (const { title } of report.findings) expect(text).toContain(title);
    expect(text).toContain("## Ce que Vigie ne peut pas voir");
  });
});

describe("the builder", () => {
  it("tells every status of the catalogue and keeps hostile text short and clean", () => {
    const report = sampleReport();

    expect(new Set(report.verdicts.map(({ status }) => status))).toEqual(
      new Set(["pass", "fail", "not-applicable", "not-assessed"]),
    );
    expect(report.checks.map(({ check }) => check)).toEqual(sampleCatalogue.map(({ id }) => id));
    const hostile = JSON.stringify(hostileReport());
    expect(hostile).not.toContain(HOSTILE.slice(-3000));
    expect(isReport(report)).toBe(true);
  });

  it("orders findings by severity and says what is waived", () => {
    const report = sampleReport("en", {
      waivers: new Map([[sampleReport().findings[0]!.fingerprint, { reason: "known", expires: "2026-12-01" }]]),
    });

    expect(report.findings.map(({ severity }) => severity)).toEqual([
      "critical",
      "critical",
      "high",
      "high",
      "medium",
      "medium",
      "low",
    ]);
    expect(report.findings[0]?.waiver?.reason).toBe("known");
    expect(report.summary.waived).toBe(1);
    expect(report.score.total).toBe(sampleReport().score.total);
  });

  it.each([
    ["32", "findings"],
    ["7", "findings"],
    ["4.2.1.1", "partly-assessed"],
  ])("says of requirement %s only what was seen: %s", (id, status) => {
    expect(sampleReport().requirements.find((requirement) => requirement.id === id)?.status).toBe(status);
  });
});

function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = text;
  while (rest !== "") {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const value = quoted?.[1]?.replaceAll('""', '"') ?? /^[^,\r\n"]*/.exec(rest)?.[0] ?? "";
    row.push(value);
    rest = rest.slice(quoted?.[0].length ?? value.length);
    if (rest.startsWith(",")) {
      rest = rest.slice(1);
      continue;
    }
    if (!rest.startsWith("\r\n")) throw new Error(`no end of line at ${rest.slice(0, 40)}`);
    rows.push(row);
    row = [];
    rest = rest.slice(2);
  }
  return rows;
}
