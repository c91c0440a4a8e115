import { isReport, type FleetError, type FleetSite, type Report, type ReportFinding } from "../core/report.ts";
import { severityRank, type Severity } from "../core/severity.ts";
import { compactReferences } from "./references.ts";

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note",
};

/** The scale of GitHub code scanning: over 9 critical, over 7 high, over 4 medium, over 0 low. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.5",
  info: "0.1",
};

const PRECISION = { high: "very-high", medium: "medium", low: "low" } as const;

const BASELINE = {
  unknown: undefined,
  new: "new",
  reopened: "new",
  worsened: "updated",
  persisting: "unchanged",
} as const;

/** SARIF 2.1.0, one run for each site: stable rule ids, fingerprints, waivers as suppressions, gaps as notifications. */
export function renderSarif(sites: readonly FleetSite[]): string {
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: sites.map((site) => (isReport(site) ? runOf(site) : failedRun(site))),
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function runOf(report: Report): object {
  const rules = [...new Set(report.findings.map(({ check }) => check))];
  return {
    tool: {
      driver: {
        name: "vigie",
        semanticVersion: report.tool.version,
        rules: rules.map((check) => ruleOf(check, report)),
      },
    },
    language: report.lang,
    automationDetails: { id: `vigie/${report.target.id}/` },
    invocations: [
      {
        executionSuccessful: true,
        startTimeUtc: report.startedAt,
        endTimeUtc: report.finishedAt,
        toolExecutionNotifications: report.verdicts
          .filter(({ status }) => status === "not-assessed")
          .map(({ check, message, reason }) => ({
            level: "note",
            descriptor: { id: reason ?? "not-assessed" },
            message: { text: `${check}: ${message}` },
          })),
      },
    ],
    results: report.findings.map((finding) => resultOf(finding, rules.indexOf(finding.check), report)),
    columnKind: "utf16CodeUnits",
    properties: {
      score: report.score.total,
      grade: report.score.grade,
      provisional: report.score.provisional,
      profile: `${report.profile.id} ${report.profile.version}`,
    },
  };
}

/** A rule carries the worst severity with which it fails here, because code scanning reads severities from rules. */
function ruleOf(check: string, report: Report): object {
  const findings = report.findings.filter((finding) => finding.check === check);
  const worst = findings.reduce((a, b) => (severityRank(b.severity) > severityRank(a.severity) ? b : a));
  const fixes = worst.fixes.flatMap((fix) => [fix.title, ...fix.steps]);
  return {
    id: check,
    name: check
      .split(/[/-]/)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(""),
    shortDescription: { text: worst.title },
    fullDescription: { text: worst.why },
    help: { text: [worst.why, ...fixes, compactReferences(worst.references, report.lang).join(", ")].join("\n\n") },
    defaultConfiguration: { level: LEVELS[worst.severity] },
    properties: {
      tags: ["security", worst.area, ...(worst.references.cwe ?? []).map((id) => `external/cwe/cwe-${id}`)],
      precision: PRECISION[worst.confidence],
      "security-severity": SECURITY_SEVERITY[worst.severity],
    },
  };
}

function resultOf(finding: ReportFinding, ruleIndex: number, report: Report): object {
  const baselineState = BASELINE[finding.state];
  return {
    ruleId: finding.check,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: relativeUri(finding.page, report), uriBaseId: "%SRCROOT%" },
          region: { startLine: 1 },
        },
        logicalLocations: [{ fullyQualifiedName: `${report.target.id}: ${finding.subject}` }],
      },
    ],
    partialFingerprints: { "vigieFingerprint/v1": finding.fingerprint.replace(/^v1:/, "") },
    ...(baselineState === undefined ? {} : { baselineState }),
    ...(finding.waiver === undefined
      ? {}
      : { suppressions: [{ kind: "external", status: "accepted", justification: finding.waiver.reason }] }),
    properties: {
      code: finding.code,
      severity: finding.severity,
      confidence: finding.confidence,
      state: finding.state,
      ...(finding.page === undefined ? {} : { page: finding.page }),
    },
  };
}

/** Code scanning takes only relative addresses, as if the site were a folder: host, then path, without the query. */
function relativeUri(page: string | undefined, report: Report): string {
  const address = page ?? report.target.url;
  if (!URL.canParse(address)) return encodeURI(report.target.host);
  const { host, pathname } = new URL(address);
  const path = pathname.replaceAll(/\/{2,}/g, "/").replace(/\/$/, "");
  return `${host.replaceAll(":", "_").replaceAll(/[[\]]/g, "")}${path.replaceAll(":", "%3A")}`;
}

function failedRun(site: FleetError): object {
  return {
    tool: { driver: { name: "vigie", rules: [] } },
    automationDetails: { id: `vigie/${site.target.id}/` },
    invocations: [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: "error", descriptor: { id: site.error.code }, message: { text: site.error.message } },
        ],
      },
    ],
    results: [],
  };
}
