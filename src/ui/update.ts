import { FORMATS } from "../report/formats.ts";
import { say } from "../locale/say.ts";
import { UI_TEXT as U } from "../locale/ui-text.ts";
import { actFleet } from "./act-fleet.ts";
import { actHome } from "./act-home.ts";
import { actSites } from "./act-sites.ts";
import { actWaiver } from "./act-waiver.ts";
import { findingsOf, listRows, nextFilter, nextGrouping, remedyText, selectedFinding } from "./finding-list.ts";
import type { Action } from "./keys.ts";
import type { Update } from "./effect.ts";
import { homeChoice } from "./home-choices.ts";
import type { UiPorts } from "./ports.ts";
import { goBack, goTo, moved, type UiState } from "./state.ts";
import { stepOf, stepRows } from "./steps.ts";

/** What an action makes of the state. Pure. */
export function act(state: UiState, action: Action, ports: UiPorts): Update {
  if (action === "help") return { state: goTo(state, "help") };
  if (state.list.searching && (action === "open" || action === "back")) {
    const query = action === "back" ? "" : state.list.query;
    const fleetQuery = action === "back" ? "" : state.fleet.query;
    const keep = action === "open";
    return {
      state: {
        ...state,
        list: { ...state.list, searching: false, query, cursor: keep ? state.list.cursor : 0 },
        fleet: { ...state.fleet, query: fleetQuery, cursor: keep ? state.fleet.cursor : 0 },
      },
    };
  }
  switch (state.screen) {
    case "home":
      return actHome(state, action, ports);
    case "sites":
      return actSites(state, action, ports);
    case "scan":
      return actScan(state, action);
    case "result":
    case "detail":
      return actResult(state, action, ports);
    case "export":
      return actExport(state, action);
    case "waiver":
      return actWaiver(state, action, ports);
    case "fleet":
      return actFleet(state, action, ports);
    case "history":
    case "help":
      return actScroll(state, action);
  }
}

/** Characters for the text field that has the cursor; an empty text with `erase` takes the last one away. */
export function type(state: UiState, text: string, erase: "none" | "last" | "all", ports: UiPorts): UiState {
  const edit = (value: string): string =>
    erase === "all"
      ? ""
      : erase === "last"
        ? Array.from(value).slice(0, -1).join("")
        : `${value}${printable(text)}`.slice(0, 300);
  if (state.screen === "home") {
    const kind = homeChoice(state, ports)?.kind;
    const home = state.home;
    if (kind === "target") return { ...state, message: null, home: { ...home, target: edit(home.target) } };
    if (kind === "authorised") return { ...state, home: { ...home, authorisedBy: edit(home.authorisedBy) } };
    return state;
  }
  if (state.screen === "sites") {
    const { sites } = state;
    return { ...state, message: null, sites: { ...sites, path: edit(sites.path), faults: [] } };
  }
  if (state.screen === "waiver" && state.waiver !== null) {
    const { waiver } = state;
    if (waiver.cursor === 0) return { ...state, waiver: { ...waiver, reason: edit(waiver.reason) } };
    if (waiver.cursor === 1) return { ...state, waiver: { ...waiver, expires: edit(waiver.expires) } };
    return state;
  }
  if (!state.list.searching) return state;
  if (state.screen === "fleet") {
    return { ...state, fleet: { ...state.fleet, query: edit(state.fleet.query), cursor: 0 } };
  }
  return { ...state, list: { ...state.list, query: edit(state.list.query), cursor: 0 } };
}

/** Pasted text is remote text too: no control characters, no line ends. */
function printable(text: string): string {
  return text.replaceAll(/\p{C}/gu, "");
}

function actScan(state: UiState, action: Action): Update {
  if (state.live === null) return { state };
  if (action === "slow")
    return { state: { ...state, live: { ...state.live, slowed: true } }, effect: { kind: "slow" } };
  const stopping: UiState = { ...state, live: { ...state.live, cancelling: true } };
  if (action === "stop") return { state: stopping, effect: { kind: "cancel" } };
  if (action === "quit") return { state: stopping, effect: { kind: "quit", code: 0 } };
  return { state };
}

function actResult(state: UiState, action: Action, ports: UiPorts): Update {
  const { report, list } = state;
  if (report === null) return { state };
  const detail = state.screen === "detail";
  const length = findingsOf(listRows(report, list)).length;
  const step = stepOf(action, length);
  if (step !== null) {
    if (detail) return { state: { ...state, offset: Math.max(0, Math.min(2000, state.offset + stepRows(action))) } };
    return { state: { ...state, list: { ...list, cursor: moved(list.cursor, step, length) }, message: null } };
  }
  const finding = selectedFinding(state);
  const withList = (patch: Partial<UiState["list"]>): Update => ({
    state: { ...state, list: { ...list, cursor: 0, ...patch }, message: null },
  });
  switch (action) {
    case "open":
      return { state: finding === null || detail ? state : goTo(state, "detail") };
    case "left":
    case "right": {
      const cursor = moved(list.cursor, action === "right" ? 1 : -1, length);
      return { state: { ...state, list: { ...list, cursor }, offset: 0, message: null } };
    }
    case "back":
      return { state: goBack(state) };
    case "new":
      return { state: { ...goTo(state, "home"), trail: [] } };
    case "search":
      return withList({ searching: true });
    case "filter":
      return withList({ from: nextFilter(list.from) });
    case "group":
      return withList({ grouping: nextGrouping(list.grouping, report) });
    case "copy": {
      const text = finding === null ? "" : remedyText(finding);
      if (text === "") return { state: { ...state, message: say(U.nothingToCopy, ports.language) } };
      return { state: { ...state, message: say(U.copied, ports.language) }, effect: { kind: "copy", text } };
    }
    case "export":
      return { state: { ...goTo(state, "export"), exportCursor: FORMATS.indexOf("html") } };
    case "waiver":
      return {
        state:
          finding === null
            ? state
            : { ...goTo(state, "waiver"), waiver: { cursor: 0, reason: "", expires: inDays(90, ports), finding } },
      };
    case "history":
      return { state: goTo(state, "history"), effect: { kind: "history", siteId: report.target.id } };
    case "quit":
      return { state, effect: { kind: "quit", code: 0 } };
    default:
      return { state };
  }
}

/** A day to come, as a waiver writes it: 90 days are also the most that a critical finding may be waived. */
function inDays(days: number, ports: UiPorts): string {
  return new Date(ports.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

function actExport(state: UiState, action: Action): Update {
  const step = stepOf(action, FORMATS.length);
  if (step !== null) return { state: { ...state, exportCursor: moved(state.exportCursor, step, FORMATS.length) } };
  const format = FORMATS[state.exportCursor];
  if (action === "open" && state.report !== null && format !== undefined) {
    return { state, effect: { kind: "export", report: state.report, format } };
  }
  if (action === "quit") return { state, effect: { kind: "quit", code: 0 } };
  return { state: action === "back" ? goBack(state) : state };
}

function actScroll(state: UiState, action: Action): Update {
  if (action === "back") return { state: goBack(state) };
  if (action === "quit") return { state, effect: { kind: "quit", code: 0 } };
  return { state: { ...state, offset: Math.max(0, Math.min(2000, state.offset + stepRows(action))) } };
}
