import { isReport, type FleetSite, type Report, type ReportFinding } from "../core/report.ts";
import { actsOf } from "./act-of.ts";
import { csvLines } from "./cells.ts";
import { compactReferences } from "./references.ts";
import { nothingSeen, unseenReason } from "./unseen.ts";

const COLUMNS = [
  "site",
  "url",
  "scanned_at",
  "grade",
  "score",
  "severity",
  "check",
  "code",
  "subject",
  "page",
  "title",
  "message",
  "fix",
  "state",
  "waived_until",
  "confidence",
  "references",
  "fingerprint",
  "error",
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/**
 * One line for each finding of each site (RFC 4180, UTF-8, CRLF); a site that could not be scanned, or of which nothing
 * could be seen, has one line with the reason. A cell that a spreadsheet would run as a formula begins with an apostrophe.
 */
export function renderCsv(sites: readonly FleetSite[]): string {
  const rows = sites.flatMap((site): readonly Row[] =>
    isReport(site)
      ? nothingSeen(site)
        ? [failedRow(site, unseenReason(site))]
        : site.findings.map((finding) => rowOf(site, finding))
      : [failedRow(site, `${site.error.code}: ${site.error.message}`)],
  );
  return csvLines(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column] ?? "")),
  );
}

function failedRow({ target }: FleetSite, error: string): Row {
  return { site: target.id, url: target.url, error };
}

function rowOf(report: Report, finding: ReportFinding): Row {
  return {
    site: report.target.id,
    url: report.target.url,
    scanned_at: report.finishedAt,
    grade: report.score.grade,
    score: String(report.score.total),
    severity: finding.severity,
    check: finding.check,
    code: finding.code,
    subject: finding.subject,
    page: finding.page ?? "",
    title: finding.title,
    message: finding.message,
    fix: actsOf(finding).join("; "),
    state: finding.state,
    waived_until: finding.waiver?.expires ?? "",
    confidence: finding.confidence,
    references: compactReferences(finding.references, report.lang).join("; "),
    fingerprint: finding.fingerprint,
  };
}
