import { describe, expect, it } from "vitest";
import type { ReportFinding } from "../../src/core/report.ts";
import { renderHtmlReport } from "../../src/report/html/render-html.tsx";
import { incidentOf } from "../../src/report/incident.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { renderTextReport } from "../../src/report/text/render-text.ts";
import { sampleReport } from "./support/sample-report.ts";

const [first] = sampleReport("fr").findings;

function leak(more: Partial<ReportFinding>): ReportFinding {
  if (first === undefined) throw new Error("the sample shop has no finding");
  return {
    ...first,
    area: "exposure",
    severity: "critical",
    subject: "/backup.sql",
    message: "Export de base de données lisible : https://bakery.test/backup.sql.",
    observed: { stake: "customer-data" },
    ...more,
  };
}

describe("the incident card", () => {
  it.each<[string, Partial<ReportFinding>, readonly string[] | null]>([
    ["customers' data", {}, ["customer-data"]],
    ["credentials", { observed: { stake: "credentials" } }, ["credentials"]],
    ["a leak with a waiver", { waiver: { reason: "connu", expires: "2027-01-01" } }, ["customer-data"]],
    ["an empty folder", { severity: "medium" }, null],
    ["a login page", { observed: {} }, null],
    ["another area", { area: "headers" }, null],
  ])("%s", (_name, more, stakes) => {
    expect(incidentOf([leak(more)], "fr")?.stakes ?? null).toEqual(stakes);
  });

  it.each([
    ["fr", "72 heures", "Conservez les journaux"],
    ["en", "72 hours", "Keep the logs"],
  ] as const)("says in %s what to do, in order, and names the doors", (language, deadline, logs) => {
    const card = incidentOf([leak({})], language);

    expect(card?.lead).toContain(deadline);
    expect(card?.steps.map((step) => step.title)).toContain(logs);
    expect(card?.steps).toHaveLength(5);
    expect(card?.doors.map((door) => door.name)).toEqual(["CNIL", "ANSSI", "17Cyber"]);
  });

  it("stands before everything else in text, Markdown and HTML", () => {
    const incident = incidentOf([leak({})], "fr");
    if (incident === null) throw new Error("no card");
    const report = { ...sampleReport("fr"), incident };

    const text = renderTextReport(report, { colour: false });
    const html = renderHtmlReport({ report, evidence: null, history: [], brand: null });

    expect(text).toContain("QUE FAIRE MAINTENANT");
    expect(renderMarkdown(report)).toContain("## Que faire maintenant");
    expect(html).toContain('id="incident"');
    expect(html.indexOf('id="incident"')).toBeLessThan(html.indexOf('id="first"'));
  });

  it("is not there where nothing leaked", () => {
    expect(incidentOf([], "fr")).toBeNull();
    expect(renderTextReport(sampleReport("fr"), { colour: false })).not.toContain("QUE FAIRE MAINTENANT");
  });
});
