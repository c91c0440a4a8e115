import type { Report, ReportFinding } from "../core/report.ts";

/** IPv4 and IPv6 literals in a sentence; bounded runs, so linear. */
const ADDRESS = /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}\b/gi;

/** What the page probes mask values with. */
const MASK = "…";

/**
 * A report that can be handed to somebody outside: network addresses, the names of operators and owners, what was pinned or
 * proxied, and values that were masked because they look personal are left out. The findings and the score stay as they are.
 */
export function shareable(report: Report): Report {
  return {
    ...report,
    authorised: report.authorised === null ? null : { by: "", on: report.authorised.on },
    conditions: { ...report.conditions, resolve: {}, proxy: null, extraRoots: [] },
    ...(report.sslLabs === undefined ? {} : { sslLabs: report.sslLabs.map((grade) => ({ ...grade, ip: "" })) }),
    findings: report.findings.map(shareableFinding),
  };
}

function shareableFinding(finding: ReportFinding): ReportFinding {
  const { waiver, ...rest } = finding;
  return {
    ...rest,
    ...(waiver === undefined ? {} : { waiver: { reason: waiver.reason, expires: waiver.expires } }),
    message: withoutAddresses(finding.message),
    observed: Object.fromEntries(Object.entries(finding.observed).filter(([, value]) => !isPrivate(value))),
    params: Object.fromEntries(
      Object.entries(finding.params).map(([name, value]) => [
        name,
        typeof value === "string" ? withoutAddresses(value) : value,
      ]),
    ),
  };
}

function isPrivate(value: ReportFinding["observed"][string]): boolean {
  const texts = Array.isArray(value) ? value : [value];
  return texts.some((text) => typeof text === "string" && (text.includes(MASK) || withoutAddresses(text) !== text));
}

function withoutAddresses(text: string): string {
  return text.replaceAll(ADDRESS, "[address]");
}
