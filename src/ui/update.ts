import { FORMATS } from "../report/formats.ts";
import { say } from "../locale/say.ts";
import { UI_TEXT as U } from "../locale/ui-text.ts";
import { actFleet } from "./act-fleet.ts";
import { actWaiver } from "./act-waiver.ts";
import { findingsOf, GROUPINGS, listRows, nextFilter } from "./finding-list.ts";
import { bindingsOf, type Action, type KeyBinding } from "./keys.ts";
import type { Update } from "./effect.ts";
import type { ScanWish, UiPorts } from "./ports.ts";
import { remedyText, selectedFinding } from "./screens/detail.ts";
import { homeChoices } from "./screens/home.ts";
import { newLiveScan } from "./scan-model.ts";
import { goBack, goTo, moved, type UiState } from "./state.ts";
import { stepOf, stepRows } from "./steps.ts";

/** Whether a text field has the cursor, so that letters are text. */
export function isTyping(state: UiState, ports: UiPorts): boolean {
  if (state.screen === "home") {
    const kind = homeChoices(ports)[state.home.cursor]?.kind;
    return kind === "target" || kind === "authorised";
  }
  if (state.screen === "waiver") return state.waiver !== null && state.waiver.cursor < 2;
  return (state.screen === "result" || state.screen === "fleet") && state.list.searching;
}

/** What an action makes of the state. Pure. */
export function act(state: UiState, action: Action, ports: UiPorts): Update {
  if (action === "help") return { state: goTo(state, "help") };
  if (state.list.searching && (action === "open" || action === "back")) {
    const query = action === "back" ? "" : state.list.query;
    const fleetQuery = action === "back" ? "" : state.fleet.query;
    return {
      state: {
        ...state,
        list: { ...state.list, searching: false, query, cursor: 0 },
        fleet: { ...state.fleet, query: fleetQuery, cursor: 0 },
      },
    };
  }
  switch (state.screen) {
    case "home":
      return actHome(state, action, ports);
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
    const kind = homeChoices(ports)[state.home.cursor]?.kind;
    const home = state.home;
    if (kind === "target") return { ...state, message: null, home: { ...home, target: edit(home.target) } };
    if (kind === "authorised") return { ...state, home: { ...home, authorisedBy: edit(home.authorisedBy) } };
    return state;
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

function actHome(state: UiState, action: Action, ports: UiPorts): Update {
  const choices = homeChoices(ports);
  const { home } = state;
  const choice = choices[home.cursor];
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
      if (choice?.kind !== "profile") return { state };
      const count = Math.max(1, ports.profiles.length);
      const profile = (home.profile + (action === "right" ? 1 : count - 1)) % count;
      return { state: { ...state, home: { ...home, profile } } };
    }
    case "quit":
      return { state, effect: { kind: "quit", code: 0 } };
    case "open":
      break;
    default:
      return { state };
  }
  switch (choice?.kind) {
    case "target":
    case "profile":
    case "authorised":
      return to(home.cursor + 1);
    case "start":
      return start(state, home.target.trim(), ports);
    case "recent":
      return start({ ...state, home: { ...home, target: choice.address } }, choice.address, ports);
    case "demo":
      return start(state, null, ports);
    case "fleet":
      return { state: goTo(state, "fleet"), effect: { kind: "fleet" } };
    case undefined:
      return { state };
  }
}

function start(state: UiState, target: string | null, ports: UiPorts): Update {
  if (target === "") {
    return { state: { ...state, home: { ...state.home, cursor: 0 }, message: say(U.needSite, ports.language) } };
  }
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

function actScan(state: UiState, action: Action): Update {
  if (state.live === null) return { state };
  if (action === "slow")
    return { state: { ...state, live: { ...state.live, slowed: true } }, effect: { kind: "slow" } };
  if (action === "back" || action === "quit") {
    return { state: { ...state, live: { ...state.live, cancelling: true } }, effect: { kind: "cancel" } };
  }
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
    case "back":
      return { state: detail ? goBack(state) : { ...goTo(state, "home"), trail: [] } };
    case "new":
      return { state: { ...goTo(state, "home"), trail: [] } };
    case "search":
      return withList({ searching: true });
    case "filter":
      return withList({ from: nextFilter(list.from) });
    case "group":
      return withList({ grouping: GROUPINGS[(GROUPINGS.indexOf(list.grouping) + 1) % GROUPINGS.length] ?? "severity" });
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
            : { ...goTo(state, "waiver"), waiver: { cursor: 0, reason: "", expires: "", finding } },
      };
    case "history":
      return { state: goTo(state, "history"), effect: { kind: "history", siteId: report.target.id } };
    case "quit":
      return { state, effect: { kind: "quit", code: 0 } };
    default:
      return { state };
  }
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

/** The keys that footer and help show, each once; one that could do nothing here is left out. */
export function shownKeys(screen: UiState["screen"], ports: UiPorts): readonly KeyBinding[] {
  return bindingsOf(screen).filter(
    ({ shown, action }) => shown !== "" && (action !== "scan-all" || (ports.fleet?.scan ?? null) !== null),
  );
}
