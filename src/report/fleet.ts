import { isReport, type Fleet, type FleetSite, type Report } from "../core/report.ts";
import { severityRank, type Severity } from "../core/severity.ts";
import type { Language } from "../core/text.ts";
import { nothingSeen } from "./unseen.ts";

/** How many of the most common findings a fleet's summary names. */
const COMMON = 10;

/** Stands for the grade of a site of which nothing could be seen. */
const UNGRADED = "?";

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
  const summary = new FleetSummary();
  for (const site of input.sites) summary.add(site);
  return {
    schema: "vigie.fleet/1",
    tool: input.tool,
    lang: input.language,
    startedAt: input.startedAt,
    finishedAt: input.finishedAt,
    sites: input.sites,
    summary: summary.value(),
  };
}

interface CommonFinding {
  readonly check: string;
  readonly title: string;
  severity: Severity;
  sites: number;
}

/** The summary of a fleet, counted site by site, so that a large fleet can be written as a stream. */
export class FleetSummary {
  readonly #findings = { info: 0, low: 0, medium: 0, high: 0, critical: 0 };
  readonly #grades: Record<string, number> = {};
  readonly #common = new Map<string, CommonFinding>();
  #sites = 0;
  #reported = 0;
  #judged = 0;
  #provisional = 0;
  #points = 0;

  add(site: FleetSite): void {
    this.#sites += 1;
    if (!isReport(site)) return;
    this.#reported += 1;
    if (site.score.provisional) this.#provisional += 1;
    // A site that did not answer has neither a grade nor points: it would drag the mean down without having failed anything.
    const unseen = nothingSeen(site);
    const grade = unseen ? UNGRADED : site.score.grade;
    this.#grades[grade] = (this.#grades[grade] ?? 0) + 1;
    if (!unseen) {
      this.#judged += 1;
      this.#points += site.score.total;
    }
    this.#addFindings(site);
  }

  value(): Fleet["summary"] {
    return {
      sites: this.#sites,
      reported: this.#reported,
      failed: this.#sites - this.#reported,
      provisional: this.#provisional,
      grades: Object.fromEntries(Object.entries(this.#grades).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      meanTotal: this.#judged === 0 ? null : Math.round((this.#points / this.#judged) * 10) / 10,
      findings: { ...this.#findings },
      common: [...this.#common.values()]
        .toSorted(
          (a, b) =>
            b.sites - a.sites || severityRank(b.severity) - severityRank(a.severity) || (a.check < b.check ? -1 : 1),
        )
        .slice(0, COMMON)
        .map((finding) => ({ ...finding })),
    };
  }

  /** Failing checks by the number of sites on which they fail, waived or not. */
  #addFindings(report: Report): void {
    const seen = new Set<string>();
    for (const finding of report.findings) {
      this.#findings[finding.severity] += 1;
      const { check, title, severity } = finding;
      const known = this.#common.get(check) ?? { check, title, severity, sites: 0 };
      if (severityRank(severity) > severityRank(known.severity)) known.severity = severity;
      if (!seen.has(check)) known.sites += 1;
      seen.add(check);
      this.#common.set(check, known);
    }
  }
}
