import { severityRank } from "../core/severity.ts";
import type { FleetRow } from "./ports.ts";
import type { FleetColumn, FleetRun, FleetState } from "./state.ts";

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

/** The fleet with rows that changed. The cursor stays on its site, wherever the order takes it. */
export function withRows(fleet: FleetState, changed: readonly FleetRow[]): FleetState {
  if (changed.length === 0) return fleet;
  const byId = new Map(changed.map((row) => [row.id, row]));
  const rows = fleet.rows.map((row) => byId.get(row.id) ?? row);
  const here = fleetRows(fleet)[fleet.cursor]?.id;
  const next = { ...fleet, rows, run: settledIn(fleet.run, changed) };
  const index = fleetRows(next).findIndex(({ id }) => id === here);
  return { ...next, cursor: Math.max(0, index) };
}

function settledIn(run: FleetRun | null, changed: readonly FleetRow[]): FleetRun | null {
  if (run === null) return null;
  const done = changed.filter(({ state }) => state === "done" || state === "failed").map(({ id }) => id);
  return done.length === 0 ? run : { ...run, done: new Set([...run.done, ...done]) };
}

/** Milliseconds that a fleet scan still needs at its present speed; null where it cannot be said. */
export function fleetRemainingMs(run: FleetRun, now: number): number | null {
  const left = run.ids.length - run.done.size;
  return run.done.size < 3 || left <= 0 ? null : ((now - run.startedAt) / run.done.size) * left;
}
