import { say } from "../locale/say.ts";
import { UI_TEXT as U } from "../locale/ui-text.ts";
import type { Update } from "./effect.ts";
import { fleetRows, tagsOf } from "./fleet-list.ts";
import type { Action } from "./keys.ts";
import type { UiPorts } from "./ports.ts";
import { FLEET_COLUMNS, goBack, moved, type UiState } from "./state.ts";
import { stepOf } from "./steps.ts";

/** The table of sites: move, sort, filter, scan, drill down. */
export function actFleet(state: UiState, action: Action, ports: UiPorts): Update {
  const { fleet } = state;
  const rows = fleetRows(fleet);
  const step = stepOf(action, rows.length);
  const change = (patch: Partial<UiState["fleet"]>): Update => ({
    state: { ...state, fleet: { ...fleet, ...patch }, message: null },
  });
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
      return { state: { ...state, list: { ...state.list, searching: true }, message: null } };
    case "scan-all":
      return scanSites(
        state,
        rows.map(({ id }) => id),
        false,
        ports,
      );
    case "resume":
      return scanSites(state, fleet.unfinished ?? [], true, ports);
    case "stop":
      if (fleet.run === null) return { state };
      return { ...change({ run: { ...fleet.run, stopping: true } }), effect: { kind: "fleet-stop" } };
    case "slow":
      if (fleet.run === null) return { state };
      return { ...change({ run: { ...fleet.run, slowed: true } }), effect: { kind: "fleet-slow" } };
    case "open": {
      const row = rows[fleet.cursor];
      return row === undefined ? { state } : { state, effect: { kind: "fleet-report", siteId: row.id } };
    }
    case "new":
      return { state: { ...goBack(state), screen: "home", trail: [] } };
    case "back":
      return { state: goBack(state) };
    case "quit":
      return { state, effect: { kind: "quit", code: 0 } };
    default:
      return { state };
  }
}

/** Scans the sites that tag and search let through; they wait until their turn comes. */
function scanSites(state: UiState, ids: readonly string[], resume: boolean, ports: UiPorts): Update {
  if (state.fleet.run !== null || ids.length === 0) return { state };
  const chosen = new Set(ids);
  return {
    state: {
      ...state,
      message: null,
      fleet: {
        ...state.fleet,
        unfinished: null,
        rows: state.fleet.rows.map((row) => (chosen.has(row.id) ? { ...row, state: "waiting", progress: null } : row)),
        run: { startedAt: ports.now().getTime(), ids, done: new Set(), slowed: false, stopping: false },
      },
    },
    effect: { kind: "fleet-scan", wish: { ids, resume } },
  };
}

/** What the fleet says when it has nothing to show of a site. */
export function withoutReport(state: UiState, ports: UiPorts): UiState {
  return { ...state, message: say(U.noReport, ports.language) };
}
