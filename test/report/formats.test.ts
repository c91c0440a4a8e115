import { describe, expect, it } from "vitest";
import { z } from "zod";
import { evidenceSchema } from "../../src/core/evidence/evidence.ts";
import { fleetSchema, isReport, reportSchema, type Fleet, type Report } from "../../src/core/report.ts";
import { buildFleet } from "../../src/report/fleet.ts";
import { FORMATS, renderDocument, type Format } from "../../src/report/formats.ts";
import { HOSTILE, hostileReport } from "./support/hostile-report.ts";
import { sampleCatalogue } from "./support/sample-checks.ts";
import { sampleReport, seenEvidence } from "./support/sample-report.ts";
import { parseXml, type XmlElement } from "./support/xml.ts";

const context = { evidence: new Map([["bakery.test", seenEvidence]]) };

function cleanReport(): Report {
  return { ...sampleReport(), findings: [], verdicts: [], checks: [] };
}

function waivedReport(): Report {
  const report = sampleReport();
  const waiver = { reason: "The agency renews it on Monday", expires: "2026-12-01" };
  return {
    ...report,
    findings: report.findings.map((finding, index) => (index === 0 ? { ...finding, waiver } : finding)),
  };
}

function fleetOf(...reports: readonly Report[]): Fleet {
  const report = sampleReport();
  return buildFleet({
    tool: report.tool,
    language: report.lang,
    startedAt: report.startedAt,
    finishedAt: report.finishedAt,
    sites: [
      ...reports,
      {
        target: { id: "florist.test", url: "https://florist.test/" },
        error: { code: "dns-not-found", message: "no such host" },
      },
    ],
  });
}

const DOCUMENTS: readonly (readonly [string, () => Report | Fleet])[] = [
  ["a report", () => sampleReport("fr")],
  ["a report without findings", cleanReport],
  ["a report with a waiver", waivedReport],
  ["a hostile report", hostileReport],
  ["a fleet", () => fleetOf(sampleReport(), hostileReport())],
  ["a fleet without reports", () => fleetOf()],
];

const cases = FORMATS.flatMap((format) => DOCUMENTS.map(([name, make]) => ({ format, name, make })));

describe("every format", () => {
  it.each(cases)(
    "$format of $name: the same bytes twice, no control, no bidirectional mark",
    async ({ format, make }) => {
      const text = await renderDocument(format, make(), context);

      expect(await renderDocument(format, make(), context)).toBe(text);
      expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|[\p{Cc}--[\r\n]]/v);
      expect(text.isWellFormed()).toBe(true);
      expect(text.length).toBeGreaterThan(0);
      expect(text.endsWith("\n")).toBe(true);
    },
  );

  it.each(FORMATS)("%s leaves no text out in either language", async (format) => {
    for (const language of ["en", "fr"] as const) {
      const text = await renderDocument(format, sampleReport(language), context);

      expect(text).not.toMatch(/undefined|\[object |NaN/);
    }
  });
});

async function render(format: Format, document: Report | Fleet): Promise<string> {
  return await renderDocument(format, document, context);
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

describe("junit", () => {
  it("counts what it holds, by suite and in all", async () => {
    const root = parseXml(await render("junit", fleetOf(waivedReport())));

    const kinds = root.children
      .flatMap(({ children }) => children)
      .map(({ children }) => children[0]?.name ?? "passed");
    const count = (kind: string): string => String(kinds.filter((name) => name === kind).length);
    expect(root.name).toBe("testsuites");
    expect(root.attributes).toMatchObject({
      tests: String(kinds.length),
      failures: count("failure"),
      skipped: count("skipped"),
      errors: "1",
    });
    expect(count("failure")).toBe("6");
    expect(
      root.children.every((suite: XmlElement) => suite.attributes["tests"] === String(suite.children.length)),
    ).toBe(true);
  });

  it("stays well-formed with hostile text", async () => {
    const root = parseXml(await render("junit", hostileReport()));

    const texts = root.children
      .flatMap(({ children }) => children)
      .flatMap(({ children }) => children.map(({ text }) => text));
    expect(texts.join("")).toContain("<script>alert(1)</script>]]>");
  });
});

const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.array(
    z.looseObject({
      tool: z.strictObject({
        driver: z.looseObject({
          name: z.string(),
          rules: z.array(
            z.looseObject({
              id: z.string().regex(/^[a-z0-9]+\/[a-z0-9-]+$/),
              help: z.strictObject({ text: z.string().min(1) }),
              properties: z.looseObject({
                "security-severity": z.string().regex(/^\d\.\d$/),
                tags: z.array(z.string()),
              }),
            }),
          ),
        }),
      }),
      invocations: z.array(z.looseObject({ executionSuccessful: z.boolean() })).min(1),
      results: z.array(
        z.looseObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level: z.enum(["none", "note", "warning", "error"]),
          message: z.strictObject({ text: z.string().min(1) }),
          locations: z
            .array(
              z.looseObject({
                physicalLocation: z.strictObject({
                  artifactLocation: z.strictObject({
                    // RFC 3986 relative-ref without a colon in its first segment, never absolute, never climbing.
                    uri: z.string().regex(/^(?!\/)(?!.*\.\.\/)(?:[\w.~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/i),
                    uriBaseId: z.string(),
                  }),
                  region: z.strictObject({ startLine: z.int().min(1) }),
                }),
              }),
            )
            .length(1),
          partialFingerprints: z.record(z.string(), z.string().min(1)),
          suppressions: z.array(z.looseObject({ kind: z.enum(["inSource", "external"]) })).optional(),
        }),
      ),
    }),
  ),
});

describe("sarif", () => {
  it.each(DOCUMENTS)("of %s has the shape that code scanning takes", async (_name, make) => {
    const log = sarifSchema.parse(JSON.parse(await render("sarif", make())));

    for (const run of log.runs) {
      for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    }
  });

  it("tells a waiver as a suppression and a failed site as a failed run", async () => {
    const log = sarifSchema.parse(JSON.parse(await render("sarif", fleetOf(waivedReport()))));

    expect(log.runs[0]?.results[0]?.suppressions).toHaveLength(1);
    expect(log.runs[1]?.invocations[0]?.executionSuccessful).toBe(false);
  });
});

describe("prometheus", () => {
  it.each(DOCUMENTS)("of %s follows the grammar of the text format", async (_name, make) => {
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
