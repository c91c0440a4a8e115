import { say } from "../locale/say.ts";
import { UI_TEXT as U } from "../locale/ui-text.ts";
import type { Update } from "./effect.ts";
import type { Action } from "./keys.ts";
import type { UiPorts } from "./ports.ts";
import { goBack, goTo, moved, type UiState } from "./state.ts";

/** The choice of a sites file: its path is typed, or it is one of those in the working directory. */
export function actSites(state: UiState, action: Action, ports: UiPorts): Update {
  const { sites } = state;
  const length = ports.sitesFiles.length + 1;
  const to = (cursor: number): Update => ({ state: { ...state, sites: { ...sites, cursor }, message: null } });
  switch (action) {
    case "up":
      return to(moved(sites.cursor, -1, length));
    case "down":
      return to(moved(sites.cursor, 1, length));
    case "next":
      return to((sites.cursor + 1) % length);
    case "back":
      return { state: goBack(state) };
    case "quit":
      return { state, effect: { kind: "quit", code: 0 } };
    case "open": {
      const path = sites.cursor === 0 ? sites.path.trim() : (ports.sitesFiles[sites.cursor - 1] ?? "");
      return path === ""
        ? { state: { ...state, message: say(U.needSitesFile, ports.language) } }
        : openSites(state, path, ports);
    }
    default:
      return { state };
  }
}

/** Opens a sites file; what is wrong with it is told on the screen where it was chosen. */
export function openSites(state: UiState, path: string, ports: UiPorts): Update {
  if (state.fleet.run !== null) return { state: { ...state, message: say(U.fleetBusy, ports.language) } };
  const there = state.screen === "sites" ? state : goTo(state, "sites");
  const index = ports.sitesFiles.indexOf(path);
  return {
    state: { ...there, sites: { cursor: index + 1, path: index === -1 ? path : "", faults: [] }, message: null },
    effect: { kind: "sites-open", path },
  };
}
