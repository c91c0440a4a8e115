import { AREAS } from "../core/area.ts";
import {
  isReport,
  type FleetError,
  type FleetSite,
  type Report,
  type ReportFinding,
  type ReportVerdict,
} from "../core/report.ts";
import { REPORT_TEXT as T } from "../locale/report-text.ts";
import { say } from "../locale/say.ts";

interface Case {
  readonly xml: string;
  readonly kind: "passed" | "failed" | "skipped" | "error";
}

interface Suite {
  readonly name: string;
  readonly timestamp: string;
  readonly cases: readonly Case[];
}

/**
 * JUnit XML as CI servers read it: a suite for each area of each site, a case for each verdict. A waived finding, and what was
 * not assessed or does not apply, is skipped with its reason; a site that could not be scanned is an error. The document is
 * what the published junit-4.xsd takes: no `skipped` on the root, and the reason of a skip as its text, which Jenkins shows.
 */
export function renderJunit(sites: readonly FleetSite[]): string {
  const suites = sites.flatMap((site) => (isReport(site) ? suitesOf(site) : [errorSuite(site)]));
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="vigie" ${totals(all)}>`,
    ...suites.flatMap(({ name, timestamp, cases }) => [
      `  <testsuite name="${escapeXml(name)}" timestamp="${escapeXml(timestamp)}" ${totals(cases)} skipped="${count(cases, "skipped")}">`,
      ...cases.map(({ xml }) => xml),
      "  </testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}

function suitesOf(report: Report): readonly Suite[] {
  const findings = new Map(report.findings.map((finding) => [`${finding.check}\n${finding.subject}`, finding]));
  const timestamp = report.finishedAt.replace(/\.\d+Z$/, "");
  return AREAS.flatMap((area) => {
    const verdicts = report.verdicts.filter((verdict) => verdict.area === area);
    if (verdicts.length === 0) return [];
    const cases = verdicts.map((verdict) =>
      caseOf(verdict, report, findings.get(`${verdict.check}\n${verdict.subject ?? ""}`)),
    );
    return [{ name: `${report.target.id} ${area}`, timestamp, cases }];
  });
}

function caseOf(verdict: ReportVerdict, report: Report, finding: ReportFinding | undefined): Case {
  const name = verdict.subject === undefined ? verdict.check : `${verdict.check} [${verdict.subject}]`;
  const open = `    <testcase classname="${escapeXml(report.target.id)}" name="${escapeXml(name)}" time="0"`;
  if (verdict.status === "pass") return { xml: `${open}/>`, kind: "passed" };
  if (verdict.status !== "fail") return skipped(open, verdict.message);
  if (finding?.waiver !== undefined) {
    const { reason, expires } = finding.waiver;
    return skipped(open, `${verdict.message} ${say(T.waived, report.lang, { reason, expires })}`);
  }
  const severity = finding?.severity ?? "info";
  const body = finding === undefined ? verdict.message : failureText(finding);
  return {
    xml: `${open}>\n      <failure type="${severity}" message="${escapeXml(verdict.message)}">${escapeXml(body)}</failure>\n    </testcase>`,
    kind: "failed",
  };
}

function skipped(open: string, reason: string): Case {
  return { xml: `${open}>\n      <skipped>${escapeXml(reason)}</skipped>\n    </testcase>`, kind: "skipped" };
}

function failureText(finding: ReportFinding): string {
  const fixes = finding.fixes.flatMap((fix) => [
    fix.title,
    ...fix.steps,
    ...fix.snippets.flatMap((snippet) => [snippet.place, ...snippet.lines.map((line) => `  ${line}`)]),
  ]);
  return [finding.message, ...finding.pages, finding.why, ...fixes, finding.fingerprint].join("\n");
}

function errorSuite(site: FleetError): Suite {
  const { id } = site.target;
  const { code, message } = site.error;
  const xml = `    <testcase classname="${escapeXml(id)}" name="scan" time="0">\n      <error type="${escapeXml(code)}" message="${escapeXml(message)}"/>\n    </testcase>`;
  return { name: id, timestamp: "1970-01-01T00:00:00", cases: [{ xml, kind: "error" }] };
}

function totals(cases: readonly Case[]): string {
  return `tests="${cases.length}" failures="${count(cases, "failed")}" errors="${count(cases, "error")}" time="0"`;
}

function count(cases: readonly Case[], kind: Case["kind"]): number {
  return cases.filter((entry) => entry.kind === kind).length;
}

/** Text for XML 1.0: markup escaped, what no XML document may hold (section 2.2) taken out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
