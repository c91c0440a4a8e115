import { say } from "../locale/say.ts";
import { UI_TEXT as U } from "../locale/ui-text.ts";
import { openSites } from "./act-sites.ts";
import type { Update } from "./effect.ts";
import { homeChoice, homeChoices } from "./home-choices.ts";
import type { Action } from "./keys.ts";
import type { ScanWish, UiPorts } from "./ports.ts";
import { newLiveScan } from "./scan-model.ts";
import { goTo, moved, type UiState } from "./state.ts";

/** What is typed and chosen on the home screen, and the start of a scan. */
export function actHome(state: UiState, action: Action, ports: UiPorts): Update {
  const choices = homeChoices(state, ports);
  const { home } = state;
  const to = (cursor: number): Update => ({ state: { ...state, home: { ...home, cursor }, message: null } });
  switch (action) {
    case "up":
      return to(moved(home.cursor, -1, choices.length));
    case "down":
      return to(moved(home.cursor, 1, choices.length));
    case "next":
      return to((home.cursor + 1) % choices.length);
    case "left":
    case "right": {
      const count = Math.max(1, ports.profiles.length);
      const profile = (home.profile + (action === "right" ? 1 : count - 1)) % count;
      return { state: { ...state, home: { ...home, profile } } };
    }
    case "quit":
      return { state, effect: { kind: "quit", code: 0 } };
    case "open":
      return choose(state, ports);
    default:
      return { state };
  }
}

function choose(state: UiState, ports: UiPorts): Update {
  const { home } = state;
  const choice = homeChoice(state, ports);
  switch (choice?.kind) {
    case "target":
    case "profile":
    case "authorised":
      // A sites file in the field of the site says by itself what it is.
      if (choice.kind === "target" && isSitesFile(home.target)) return openSites(state, home.target.trim(), ports);
      return { state: { ...state, home: { ...home, cursor: home.cursor + 1 }, message: null } };
    case "start":
      if (isSitesFile(home.target)) return openSites(state, home.target.trim(), ports);
      return start(state, home.target.trim(), ports);
    case "recent":
      return start({ ...state, home: { ...home, target: choice.address } }, choice.address, ports);
    case "demo":
      return start(state, null, ports);
    case "sites":
      return { state: { ...goTo(state, "sites"), sites: { cursor: 0, path: "", faults: [] } } };
    case "opened":
      return { state: goTo(state, "fleet") };
    case "known":
      return state.fleet.run === null
        ? { state: goTo(state, "fleet"), effect: { kind: "fleet" } }
        : { state: { ...state, message: say(U.fleetBusy, ports.language) } };
    case undefined:
      return { state };
  }
}

/** Whether what was typed as a site is a file: its name ends as YAML does, and it is no address with a path. */
function isSitesFile(text: string): boolean {
  return /\.ya?ml$/i.test(text.trim()) && !text.includes("://");
}

function start(state: UiState, target: string | null, ports: UiPorts): Update {
  if (target === "") {
    return { state: { ...state, home: { ...state.home, cursor: 0 }, message: say(U.needSite, ports.language) } };
  }
  // Two scans at once could ask one address at twice its pace.
  if (state.fleet.run !== null) return { state: { ...state, message: say(U.fleetBusy, ports.language) } };
  const wish: ScanWish = {
    target,
    profileId: ports.profiles[state.home.profile]?.id ?? "",
    authorisedBy: state.home.authorisedBy.trim() === "" ? null : state.home.authorisedBy.trim(),
  };
  const live = newLiveScan(target ?? "", ports.now().getTime());
  return {
    state: { ...goTo(state, "scan"), trail: ["home"], wish, live, report: null, history: null },
    effect: { kind: "scan", wish },
  };
}
