import type { Report, ReportFinding } from "../core/report.ts";
import type { FleetRow, ScanWish, SiteHistory } from "./ports.ts";
import type { Screen } from "./keys.ts";
import type { ListView } from "./finding-list.ts";
import type { LiveScan } from "./scan-model.ts";

export interface HomeState {
  /** Row under the cursor: the fields first, then the choices. */
  readonly cursor: number;
  readonly target: string;
  readonly profile: number;
  readonly authorisedBy: string;
}

export interface WaiverState {
  readonly cursor: number;
  readonly reason: string;
  readonly expires: string;
  readonly finding: ReportFinding;
}

export const FLEET_COLUMNS = ["worst", "site", "grade", "change", "last", "expiry"] as const;

export type FleetColumn = (typeof FLEET_COLUMNS)[number];

/** A fleet scan under way. */
export interface FleetRun {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly ids: readonly string[];
  /** Ids that are settled. */
  readonly done: ReadonlySet<string>;
  readonly slowed: boolean;
  readonly stopping: boolean;
}

export interface FleetState {
  /** Whether a fleet was opened, so that home can lead back to it. */
  readonly open: boolean;
  /** The sites file; null for the sites of the history. */
  readonly name: string | null;
  readonly canScan: boolean;
  readonly rows: readonly FleetRow[];
  /** Row under the cursor, of the rows shown. */
  readonly cursor: number;
  readonly sort: FleetColumn;
  readonly tag: string | null;
  readonly query: string;
  readonly run: FleetRun | null;
  /** The sites of a run that was interrupted and can be gone on with. */
  readonly unfinished: readonly string[] | null;
}

/** The choice of a sites file. */
export interface SitesState {
  /** The path field first, then the files that were found. */
  readonly cursor: number;
  readonly path: string;
  readonly faults: readonly string[];
}

/** Everything that the screens are drawn from. */
export interface UiState {
  readonly screen: Screen;
  /** Where `back` leads; the newest last. */
  readonly trail: readonly Screen[];
  readonly home: HomeState;
  readonly wish: ScanWish | null;
  readonly live: LiveScan | null;
  readonly report: Report | null;
  readonly list: ListView & { readonly cursor: number; readonly searching: boolean };
  /** First row shown of the detail, history or help. */
  readonly offset: number;
  readonly exportCursor: number;
  readonly waiver: WaiverState | null;
  readonly history: SiteHistory | null;
  readonly fleet: FleetState;
  readonly sites: SitesState;
  /** The last thing that happened, told above the footer. */
  readonly message: string | null;
}

/** A fleet that was not opened yet. */
export const NO_FLEET: FleetState = {
  open: false,
  name: null,
  canScan: false,
  rows: [],
  cursor: 0,
  sort: "worst",
  tag: null,
  query: "",
  run: null,
  unfinished: null,
};

/** The state of a fresh terminal. */
export function initialState(target: string, authorisedBy = "", sites: string | null = null): UiState {
  return {
    screen: sites === null ? "home" : "sites",
    trail: sites === null ? [] : ["home"],
    home: { cursor: 0, target, profile: 0, authorisedBy },
    wish: null,
    live: null,
    report: null,
    list: { from: null, query: "", grouping: "severity", cursor: 0, searching: false },
    offset: 0,
    exportCursor: 0,
    waiver: null,
    history: null,
    fleet: NO_FLEET,
    sites: { cursor: 0, path: sites ?? "", faults: [] },
    message: null,
  };
}

/** Goes to a screen and remembers the way back. */
export function goTo(state: UiState, screen: Screen): UiState {
  return { ...state, screen, trail: [...state.trail, state.screen], offset: 0, message: null };
}

/** Goes back one screen; home where there is none. */
export function goBack(state: UiState): UiState {
  return { ...state, screen: state.trail.at(-1) ?? "home", trail: state.trail.slice(0, -1), offset: 0, message: null };
}

/** Moves a cursor within a list of so many items. */
export function moved(cursor: number, by: number, length: number): number {
  return Math.max(0, Math.min(length - 1, cursor + by));
}
