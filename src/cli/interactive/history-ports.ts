import type { Evidence } from "../../core/evidence/evidence.ts";
import type { Report } from "../../core/report.ts";
import { SEVERITIES } from "../../core/severity.ts";
import type { HistoryStore, SiteResult } from "../../store/history.ts";
import { historyPoints } from "../history-points.ts";
import type { FleetRow, SiteHistory, UiPorts } from "../../ui/ports.ts";

/** How many sites home offers again, and of how many scans the history tells what changed. */
const SHOWN = { recent: 9, changes: 20 } as const;

/** The addresses scanned last, newest first. */
export async function recentSites(history: HistoryStore): Promise<readonly string[]> {
  const results = await lastResults(history);
  return results
    .toSorted((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1))
    .slice(0, SHOWN.recent)
    .map(({ url }) => url);
}

/** The history and the fleet of sites that the history knows; without a history both are empty. */
export function historyPorts(
  history: HistoryStore | null,
  tell: (evidence: Evidence, profileId: string) => Report,
): Pick<UiPorts, "history" | "fleet"> {
  if (history === null) return { history: () => Promise.resolve({ points: [], changes: [] }), fleet: null };
  return {
    history: (siteId) => siteHistory(history, siteId),
    fleet: {
      rows: async () => {
        const results = await lastResults(history);
        return await Promise.all(results.map((result) => fleetRow(history, result)));
      },
      scan: null,
      report: async (siteId) => {
        const [last] = await history.results(siteId, 1);
        const evidence = last === undefined ? null : await history.evidence(last.runId, siteId);
        return evidence === null ? null : tell(evidence, last?.score?.profileId ?? "");
      },
    },
  };
}

async function lastResults(history: HistoryStore): Promise<readonly SiteResult[]> {
  const sites = await history.sites();
  const results = await Promise.all(sites.map((site) => history.results(site, 1)));
  return results.flat();
}

async function siteHistory(history: HistoryStore, siteId: string): Promise<SiteHistory> {
  const results = await history.results(siteId, SHOWN.changes);
  const findings = await history.findings(siteId);
  return {
    points: await historyPoints(history, siteId),
    changes: results.flatMap(({ finishedAt }) => {
      const appeared = findings.filter(({ firstSeen }) => firstSeen === finishedAt).map(({ title }) => title);
      const fixed = findings.filter(({ fixedAt }) => fixedAt === finishedAt).map(({ title }) => title);
      return appeared.length + fixed.length === 0 ? [] : [{ at: finishedAt, appeared, fixed }];
    }),
  };
}

async function fleetRow(history: HistoryStore, last: SiteResult): Promise<FleetRow> {
  const [, previous] = await history.results(last.siteId, 2);
  const { score } = last;
  const before = previous?.score ?? null;
  const comparable =
    score !== null && before?.profileDigest === score.profileDigest && before.algorithm === score.algorithm;
  const severity = SEVERITIES.find((candidate) => candidate === last.worst?.severity);
  return {
    id: last.siteId,
    url: last.url,
    tags: [],
    state: last.error === null ? "done" : "failed",
    grade: score?.grade ?? null,
    total: score?.total ?? null,
    change: comparable ? Math.round((score.total - before.total) * 10) / 10 : null,
    worst: last.worst === null || severity === undefined ? null : { severity, title: last.worst.title },
    lastScan: last.finishedAt,
    nextExpiry: last.nextExpiry,
    error: last.error?.message ?? null,
  };
}
