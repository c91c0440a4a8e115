import { isReport, type Fleet, type FleetSite, type Report } from "../core/report.ts";
import { severityRank, type Severity } from "../core/severity.ts";
import type { Language } from "../core/text.ts";

/** How many of the most common findings a fleet's summary names. */
const COMMON = 10;

export interface FleetInput {
  readonly tool: Fleet["tool"];
  readonly language: Language;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** In the order of the sites file. */
  readonly sites: readonly FleetSite[];
}

/** Puts the reports of many sites into one document with its summary. Pure. */
export function buildFleet(input: FleetInput): Fleet {
  const reports = input.sites.filter((site) => isReport(site));
  const findings = { info: 0, low: 0, medium: 0, high: 0, critical: 0 };
  const grades: Record<string, number> = {};
  for (const report of reports) {
    grades[report.score.grade] = (grades[report.score.grade] ?? 0) + 1;
    for (const finding of report.findings) findings[finding.severity] += 1;
  }
  const total = reports.reduce((sum, report) => sum + report.score.total, 0);
  return {
    schema: "vigie.fleet/1",
    tool: input.tool,
    lang: input.language,
    startedAt: input.startedAt,
    finishedAt: input.finishedAt,
    sites: input.sites,
    summary: {
      sites: input.sites.length,
      reported: reports.length,
      failed: input.sites.length - reports.length,
      provisional: reports.filter((report) => report.score.provisional).length,
      grades: Object.fromEntries(Object.entries(grades).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      meanTotal: reports.length === 0 ? null : Math.round((total / reports.length) * 10) / 10,
      findings,
      common: commonFindings(reports),
    },
  };
}

/** The failing checks by the number of sites on which they fail, waived or not; then by severity and id. */
function commonFindings(reports: readonly Report[]): Fleet["summary"]["common"] {
  const byCheck = new Map<string, { check: string; title: string; severity: Severity; sites: number }>();
  for (const report of reports) {
    const seen = new Set<string>();
    for (const finding of report.findings) {
      const known = byCheck.get(finding.check) ?? {
        check: finding.check,
        title: finding.title,
        severity: finding.severity,
        sites: 0,
      };
      if (severityRank(finding.severity) > severityRank(known.severity)) known.severity = finding.severity;
      if (!seen.has(finding.check)) known.sites += 1;
      seen.add(finding.check);
      byCheck.set(finding.check, known);
    }
  }
  return [...byCheck.values()]
    .toSorted(
      (a, b) =>
        b.sites - a.sites || severityRank(b.severity) - severityRank(a.severity) || (a.check < b.check ? -1 : 1),
    )
    .slice(0, COMMON);
}
