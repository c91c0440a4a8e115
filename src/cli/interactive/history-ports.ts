import type { Evidence } from "../../core/evidence/evidence.ts";
import type { Report } from "../../core/report.ts";
import type { Language } from "../../core/text.ts";
import type { FindingHistory, HistoryStore, SiteResult } from "../../store/history.ts";
import type { SiteHistory, UiPorts } from "../../ui/ports.ts";
import { historyPoints } from "../history-points.ts";
import { checkTitle, fleetRow } from "./fleet-row.ts";

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

/** The history of a site, and the fleet of all sites that the history knows; without a history both are empty. */
export function historyPorts(
  history: HistoryStore | null,
  language: Language,
  tell: (evidence: Evidence, profileId: string) => Report,
): Pick<UiPorts, "history" | "fleet"> {
  if (history === null) return { history: () => Promise.resolve({ points: [], changes: [] }), fleet: null };
  return {
    history: (siteId) => siteHistory(history, siteId, language),
    fleet: {
      name: null,
      rows: async () => {
        const results = await lastResults(history);
        return await Promise.all(
          results.map(({ siteId, url }) => fleetRow(history, { id: siteId, url, tags: [] }, language)),
        );
      },
      // Nobody has said here who authorised what: that stands in a sites file.
      scan: null,
      resumable: () => Promise.resolve(false),
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

async function siteHistory(history: HistoryStore, siteId: string, language: Language): Promise<SiteHistory> {
  const results = await history.results(siteId, SHOWN.changes);
  const findings = await history.findings(siteId);
  const oldest = results.length < SHOWN.changes ? results.at(-1) : undefined;
  return {
    points: await historyPoints(history, siteId),
    changes: results.flatMap((result): SiteHistory["changes"] => {
      const at = result.finishedAt;
      const appeared = findings.filter(({ firstSeen }) => firstSeen === at);
      const fixed = findings.filter(({ fixedAt }) => fixedAt === at);
      if (result === oldest) return [{ at, first: appeared.length, appeared: [], fixed: [] }];
      if (appeared.length + fixed.length === 0) return [];
      return [{ at, first: null, appeared: titles(appeared, language), fixed: titles(fixed, language) }];
    }),
  };
}

/** The names of the checks, each once, with how many findings it stands for. */
function titles(findings: readonly FindingHistory[], language: Language): readonly string[] {
  const counts = new Map<string, number>();
  for (const { check } of findings) counts.set(check, (counts.get(check) ?? 0) + 1);
  return [...counts].map(([check, count]) => `${checkTitle(check, language)}${count > 1 ? ` (${count})` : ""}`);
}
