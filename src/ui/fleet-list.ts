import { severityRank } from "../core/severity.ts";
import type { FleetRow } from "./ports.ts";
import type { FleetColumn, FleetState } from "./state.ts";

/** The rows of a fleet that tag and search let through, sorted; rows that are equal keep the order of the sites file. */
export function fleetRows(state: FleetState): readonly FleetRow[] {
  const query = state.query.trim().toLowerCase();
  return state.rows
    .filter(({ tags }) => state.tag === null || tags.includes(state.tag))
    .filter(({ id, url }) => query === "" || id.toLowerCase().includes(query) || url.toLowerCase().includes(query))
    .toSorted(COMPARE[state.sort]);
}

/** Every tag of a fleet, sorted. */
export function tagsOf(rows: readonly FleetRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ tags }) => tags))].toSorted((a, b) => (a < b ? -1 : 1));
}

const COMPARE: Readonly<Record<FleetColumn, (a: FleetRow, b: FleetRow) => number>> = {
  worst: (a, b) => urgency(b) - urgency(a) || (a.total ?? 101) - (b.total ?? 101),
  site: (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  grade: (a, b) => (a.total ?? 101) - (b.total ?? 101),
  change: (a, b) => (a.change ?? 0) - (b.change ?? 0),
  last: (a, b) => text(a.lastScan, b.lastScan),
  expiry: (a, b) => text(a.nextExpiry, b.nextExpiry),
};

/** A site that could not be scanned comes first, then by the worst finding. */
function urgency(row: FleetRow): number {
  return row.state === "failed" ? 9 : row.worst === null ? -1 : severityRank(row.worst.severity);
}

/** The oldest first; what is not known last. */
function text(a: string | null, b: string | null): number {
  const [first, second] = [a ?? "~", b ?? "~"];
  return first < second ? -1 : first > second ? 1 : 0;
}
