import type { Fleet, Report } from "../../../src/core/report.ts";
import { buildFleet } from "../../../src/report/fleet.ts";
import { hostileReport } from "./hostile-report.ts";
import { sampleReport, seenEvidence } from "./sample-report.ts";

export const sampleContext = { evidence: new Map([["bakery.test", seenEvidence]]) };

/** Nothing failed: what a format shows when there is nothing to tell. */
export function cleanReport(): Report {
  return { ...sampleReport(), findings: [], verdicts: [], checks: [] };
}

/** Its first finding is waived. */
export function waivedReport(): Report {
  const report = sampleReport();
  const waiver = { reason: "The agency renews it on Monday", expires: "2026-12-01" };
  return {
    ...report,
    findings: report.findings.map((finding, index) => (index === 0 ? { ...finding, waiver } : finding)),
  };
}

/** The reports, and a florist whose name did not resolve. */
export function fleetOf(...reports: readonly Report[]): Fleet {
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

/** Every shape of document that a format must be valid for. */
export const SAMPLE_DOCUMENTS: readonly (readonly [string, () => Report | Fleet])[] = [
  ["a report", () => sampleReport("fr")],
  ["a report without findings", cleanReport],
  ["a report with a waiver", waivedReport],
  ["a hostile report", hostileReport],
  ["a fleet", () => fleetOf(sampleReport(), hostileReport())],
  ["a fleet without reports", () => fleetOf()],
];
