import type { Evidence } from "../core/evidence/evidence.ts";
import { isReport, type FleetSite, type Report } from "../core/report.ts";
import { SEVERITIES } from "../core/severity.ts";
import { nothingSeen } from "./unseen.ts";

interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface Family {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

/**
 * Gauges for the textfile collector of the Prometheus node exporter (text format 0.0.4), one family after the other. A site
 * that could not be scanned, or of which nothing could be seen, has `vigie_up` 0 and nothing else: a gap, not a score of 0.
 */
export function renderPrometheus(sites: readonly FleetSite[], evidence: ReadonlyMap<string, Evidence>): string {
  const reports = sites.filter((site): site is Report => isReport(site) && !nothingSeen(site));
  return families(sites, reports, evidence).map(familyText).join("");
}

function families(
  sites: readonly FleetSite[],
  reports: readonly Report[],
  evidence: ReadonlyMap<string, Evidence>,
): readonly Family[] {
  const each = (sample: (report: Report) => number): readonly Sample[] =>
    reports.map((report) => ({
      labels: { site: report.target.id, profile: report.profile.id },
      value: sample(report),
    }));
  const perSite = (samples: (report: Report) => readonly Sample[]): readonly Sample[] =>
    reports.flatMap((report) =>
      samples(report).map(({ labels, value }) => ({ labels: { site: report.target.id, ...labels }, value })),
    );
  return [
    {
      name: "vigie_up",
      help: "1 if something of the site could be seen.",
      samples: sites.map((site) => ({
        labels: { site: site.target.id },
        value: isReport(site) && !nothingSeen(site) ? 1 : 0,
      })),
    },
    { name: "vigie_score", help: "Score of the site, 0 to 100.", samples: each(({ score }) => score.total) },
    {
      name: "vigie_score_low",
      help: "Score with all that was not assessed counted as failed.",
      samples: each(({ score }) => score.range.low),
    },
    {
      name: "vigie_score_high",
      help: "Score with all that was not assessed counted as passed.",
      samples: each(({ score }) => score.range.high),
    },
    {
      name: "vigie_coverage_ratio",
      help: "Assessed weight over applicable weight, 0 to 1.",
      samples: each(({ score }) => score.coverage),
    },
    {
      name: "vigie_grade_info",
      help: "Grade of the site as a label; the value is always 1.",
      samples: perSite(({ score }) => [
        { labels: { grade: score.grade, provisional: String(score.provisional) }, value: 1 },
      ]),
    },
    {
      name: "vigie_area_score",
      help: "Score of an area, 0 to 100; absent where nothing was assessed.",
      samples: perSite(({ score }) =>
        score.areas.flatMap((area) => (area.score === null ? [] : [{ labels: { area: area.id }, value: area.score }])),
      ),
    },
    {
      name: "vigie_findings",
      help: "Findings by severity, waived ones apart.",
      samples: perSite((report) =>
        SEVERITIES.flatMap((severity) =>
          [false, true].map((waived) => ({
            labels: { severity, waived: String(waived) },
            value: report.findings.filter(
              (finding) => finding.severity === severity && (finding.waiver !== undefined) === waived,
            ).length,
          })),
        ),
      ),
    },
    {
      name: "vigie_checks",
      help: "Checks of the profile by status.",
      samples: perSite(({ summary }) => [
        { labels: { status: "pass" }, value: summary.checks.pass },
        { labels: { status: "fail" }, value: summary.checks.fail },
        { labels: { status: "not-applicable" }, value: summary.checks.notApplicable },
        { labels: { status: "not-assessed" }, value: summary.checks.notAssessed },
      ]),
    },
    {
      name: "vigie_certificate_expiry_timestamp_seconds",
      help: "End of validity of a certificate, in Unix time.",
      samples: perSite((report) => certificateSamples(evidence.get(report.target.id))),
    },
    {
      name: "vigie_scan_timestamp_seconds",
      help: "End of the last scan, in Unix time.",
      samples: each(({ finishedAt }) => Date.parse(finishedAt) / 1000),
    },
    {
      name: "vigie_scan_duration_seconds",
      help: "Length of the last scan.",
      samples: each(({ startedAt, finishedAt }) => (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000),
    },
    {
      name: "vigie_scan_requests",
      help: "HTTP requests of the last scan.",
      samples: each(({ cost }) => cost.requests),
    },
  ];
}

/** The earliest end of validity for each host and port. */
function certificateSamples(evidence: Evidence | undefined): readonly Sample[] {
  const tls = evidence?.sections.tls;
  if (tls?.state !== "collected") return [];
  const ends = new Map<string, Sample>();
  for (const { host, port, certificates } of tls.value.endpoints) {
    for (const { notAfter } of certificates) {
      const value = Date.parse(notAfter) / 1000;
      const key = `${host} ${port}`;
      const known = ends.get(key);
      if (Number.isNaN(value) || (known !== undefined && known.value <= value)) continue;
      ends.set(key, { labels: { host, port: String(port) }, value });
    }
  }
  return [...ends.values()];
}

function familyText({ name, help, samples }: Family): string {
  const lines = samples.map(({ labels, value }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
    return `${name}{${pairs.join(",")}} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join("")}`;
}

function escapeLabel(text: string): string {
  return text
    .replaceAll("\\", String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll("\n", String.raw`\n`);
}
