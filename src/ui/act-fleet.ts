import type { Update } from "./effect.ts";
import { fleetRows, tagsOf } from "./fleet-list.ts";
import type { Action } from "./keys.ts";
import type { UiPorts } from "./ports.ts";
import { FLEET_COLUMNS, goTo, moved, type UiState } from "./state.ts";
import { stepOf } from "./steps.ts";

/** The table of sites: move, sort, filter, scan, drill down. */
export function actFleet(state: UiState, action: Action, ports: UiPorts): Update {
  const { fleet } = state;
  const rows = fleetRows(fleet);
  const step = stepOf(action, rows.length);
  const change = (patch: Partial<UiState["fleet"]>): Update => ({ state: { ...state, fleet: { ...fleet, ...patch } } });
  if (step !== null) return change({ cursor: moved(fleet.cursor, step, rows.length) });
  switch (action) {
    case "sort":
      return change({
        sort: FLEET_COLUMNS[(FLEET_COLUMNS.indexOf(fleet.sort) + 1) % FLEET_COLUMNS.length] ?? "worst",
        cursor: 0,
      });
    case "tag": {
      const tags: readonly (string | null)[] = [null, ...tagsOf(fleet.rows)];
      return change({ tag: tags[(tags.indexOf(fleet.tag) + 1) % tags.length] ?? null, cursor: 0 });
    }
    case "search":
      return { state: { ...state, list: { ...state.list, searching: true } } };
    case "scan-all":
      return fleet.scanning || (ports.fleet?.scan ?? null) === null
        ? { state }
        : { ...change({ scanning: true }), effect: { kind: "fleet-scan" } };
    case "open": {
      const row = rows[fleet.cursor];
      return row === undefined ? { state } : { state, effect: { kind: "fleet-report", siteId: row.id } };
    }
    case "new":
    case "back":
      return {
        state: { ...goTo(state, "home"), trail: [] },
        ...(fleet.scanning ? { effect: { kind: "cancel" } as const } : {}),
      };
    case "quit":
      return { state, effect: { kind: "quit", code: 0 } };
    default:
      return { state };
  }
}
