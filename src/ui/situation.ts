import { tagsOf } from "./fleet-list.ts";
import { homeChoice } from "./home-choices.ts";
import { bindingsOf, type KeyBinding, type Screen, type Situation } from "./keys.ts";
import type { UiPorts } from "./ports.ts";
import type { UiState } from "./state.ts";

/** Whether a text field has the cursor, so that letters are text. */
export function isTyping(state: UiState, ports: UiPorts): boolean {
  switch (state.screen) {
    case "home": {
      const kind = homeChoice(state, ports)?.kind;
      return kind === "target" || kind === "authorised";
    }
    case "sites":
      return state.sites.cursor === 0;
    case "waiver":
      return state.waiver !== null && state.waiver.cursor < 2;
    case "result":
    case "fleet":
      return state.list.searching;
    default:
      return false;
  }
}

/** What decides which keys do anything on the screen, or on the one that help was asked on. */
export function situationOf(state: UiState, ports: UiPorts): Situation {
  const { fleet } = state;
  const typing = isTyping(state, ports);
  const running = fleet.run !== null;
  const onFleet = askedScreen(state) === "fleet";
  return {
    typing,
    scanning: running && onFleet && !typing,
    free: !running && !typing,
    idle: fleet.canScan && !running && fleet.rows.length > 0,
    resumable: fleet.canScan && !running && fleet.unfinished !== null,
    tagged: tagsOf(fleet.rows).length > 0,
    listed: onFleet ? fleet.rows.length > 0 : state.report !== null && state.report.findings.length > 0,
    choosing: homeChoice(state, ports)?.kind === "profile",
  };
}

/** The keys of a screen that do something now and are not spoken for by another, each once, for footer and help. */
export function shownKeys(state: UiState, ports: UiPorts, screen: Screen = state.screen): readonly KeyBinding[] {
  return bindingsOf(screen, situationOf(state, ports)).filter(({ shown }) => shown !== "");
}

/** The screen that is spoken of: help tells the keys of the one that it was asked on. */
export function askedScreen({ screen, trail }: UiState): Screen {
  return screen === "help" ? (trail.at(-1) ?? "home") : screen;
}
