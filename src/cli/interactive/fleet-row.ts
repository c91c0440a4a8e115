import { catalogue } from "../../../checks/index.ts";
import { siteAnswered } from "../../core/gate.ts";
import { SEVERITIES } from "../../core/severity.ts";
import type { Language } from "../../core/text.ts";
import { typeset } from "../../locale/typography.ts";
import type { HistoryStore, SiteResult } from "../../store/history.ts";
import type { FleetRow } from "../../ui/ports.ts";

/** What a row says of a site that nothing is known of. */
export function emptyRow(site: Pick<FleetRow, "id" | "url" | "tags">): FleetRow {
  return {
    ...site,
    state: "unknown",
    progress: null,
    grade: null,
    provisional: false,
    total: null,
    change: null,
    worst: null,
    lastScan: null,
    nextExpiry: null,
    error: null,
  };
}

/** A site as the history knows it. */
export async function fleetRow(
  history: HistoryStore,
  site: Pick<FleetRow, "id" | "url" | "tags">,
  language: Language,
): Promise<FleetRow> {
  const [last, previous] = await history.results(site.id, 2);
  if (last === undefined) return emptyRow(site);
  return rowOf(site, last, previous, await wasSeen(history, last), language);
}

/** Whether the site answered at all. Only a provisional score leaves that open, and then the evidence is asked. */
async function wasSeen(history: HistoryStore, { runId, siteId, score, error }: SiteResult): Promise<boolean> {
  if (error !== null || score === null || score.coverage === 0) return false;
  if (!score.provisional) return true;
  const evidence = await history.evidence(runId, siteId);
  return evidence === null || siteAnswered(evidence.sections);
}

function rowOf(
  site: Pick<FleetRow, "id" | "url" | "tags">,
  last: SiteResult,
  previous: SiteResult | undefined,
  answered: boolean,
  language: Language,
): FleetRow {
  const { score } = last;
  const before = previous?.score ?? null;
  const comparable =
    score !== null && before?.profileDigest === score.profileDigest && before.algorithm === score.algorithm;
  const severity = SEVERITIES.find((candidate) => candidate === last.worst?.severity);
  // What could not be seen has no grade, whatever the formula would make of nothing.
  const seen = answered && score !== null;
  return {
    ...emptyRow(site),
    state: seen ? "done" : "failed",
    grade: seen ? score.grade : null,
    provisional: seen && score.provisional,
    total: seen ? score.total : null,
    change: comparable && seen && !before.provisional ? Math.round((score.total - before.total) * 10) / 10 : null,
    worst:
      !seen || last.worst === null || severity === undefined
        ? null
        : { severity, title: checkTitle(last.worst.check, language) },
    lastScan: last.finishedAt,
    nextExpiry: last.nextExpiry,
    error: last.error?.message ?? null,
  };
}

/** The name of a check in the reader's language; the history keeps its titles in English. A check of another version is named by its id. */
export function checkTitle(id: string, language: Language): string {
  const title = catalogue.find((check) => check.id === id)?.text[language].title;
  return title === undefined ? id : typeset(title, language);
}
