import type { LocalText } from "../core/text.ts";
import { UI_TEXT as U } from "../locale/ui-text.ts";

export type Screen = "home" | "scan" | "result" | "detail" | "export" | "waiver" | "fleet" | "history" | "help";

/** What a key does, whatever the screen makes of it. */
export type Action =
  | "up"
  | "down"
  | "page-up"
  | "page-down"
  | "first"
  | "last"
  | "left"
  | "right"
  | "open"
  | "next"
  | "back"
  | "quit"
  | "help"
  | "slow"
  | "search"
  | "filter"
  | "group"
  | "copy"
  | "export"
  | "waiver"
  | "history"
  | "new"
  | "sort"
  | "tag"
  | "scan-all";

export interface KeyBinding {
  /** Names of keys: letters as typed, others as `keyName` says them. */
  readonly keys: readonly string[];
  readonly action: Action;
  /** How footer and help write the key. */
  readonly shown: string;
  readonly label: LocalText;
  readonly screens: readonly Screen[];
  /** Bindings of letters rest while a text field has the cursor. */
  readonly letter: boolean;
}

const LISTS: readonly Screen[] = ["result", "fleet", "export", "help", "history"];
const EVERY: readonly Screen[] = ["home", "scan", "result", "detail", "export", "waiver", "fleet", "history", "help"];

function key(
  keys: readonly string[],
  action: Action,
  shown: string,
  label: LocalText,
  screens: readonly Screen[],
): KeyBinding {
  return { keys, action, shown, label, screens, letter: keys.every((name) => name.length === 1) };
}

/** The one table of keys: it makes the bindings, the footer and the help. The footer shows the first ones that fit. */
export const KEYS: readonly KeyBinding[] = [
  key(["escape"], "back", "Esc", U.keyCancel, ["scan"]),
  key(["s"], "slow", "s", U.keySlow, ["scan"]),
  key(["return"], "open", "⏎", U.keyOk, ["home", "result", "export", "fleet", "waiver"]),
  key(["up", "k"], "up", "↑↓", U.keyMove, LISTS),
  key(["up"], "up", "↑↓", U.keyMove, ["home", "waiver"]),
  key(["up", "k"], "up", "↑↓", U.keyScroll, ["detail"]),
  key(["down", "j"], "down", "", U.keyMove, [...LISTS, "detail"]),
  key(["down"], "down", "", U.keyMove, ["home", "waiver"]),
  key(["tab"], "next", "Tab", U.keyNext, ["home", "waiver"]),
  key(["left"], "left", "←→", U.keyChange, ["home"]),
  key(["right"], "right", "", U.keyChange, ["home"]),
  key(["escape"], "back", "Esc", U.keyBack, ["detail", "export", "waiver", "fleet", "history", "help"]),
  key(["c"], "copy", "c", U.keyCopy, ["result", "detail"]),
  key(["e"], "export", "e", U.keyExport, ["result", "detail"]),
  key(["/"], "search", "/", U.keySearch, ["result", "fleet"]),
  key(["f"], "filter", "f", U.keyFilter, ["result"]),
  key(["g"], "group", "g", U.keyGroup, ["result"]),
  key(["w"], "waiver", "w", U.keyWaiver, ["result", "detail"]),
  key(["h"], "history", "h", U.keyHistory, ["result", "detail"]),
  key(["s"], "sort", "s", U.keySort, ["fleet"]),
  key(["t"], "tag", "t", U.keyTag, ["fleet"]),
  key(["a"], "scan-all", "a", U.keyScanAll, ["fleet"]),
  key(["n"], "new", "n", U.keyNew, ["result", "fleet"]),
  key(["pageup"], "page-up", "PgUp", U.keyScroll, [...LISTS, "detail"]),
  key(["pagedown", " "], "page-down", "PgDn", U.keyScroll, [...LISTS, "detail"]),
  key(["home"], "first", "", U.keyMove, [...LISTS, "detail"]),
  key(["end"], "last", "", U.keyMove, [...LISTS, "detail"]),
  key(["escape"], "back", "Esc", U.keyBack, ["result"]),
  key(["escape"], "quit", "Esc", U.keyQuit, ["home"]),
  key(["?"], "help", "?", U.keyHelp, ["home", "scan", "result", "detail", "export", "fleet", "history"]),
  key(["q"], "quit", "q", U.keyQuit, ["result", "detail", "fleet", "history", "export", "scan"]),
  key(["ctrl+c"], "quit", "Ctrl-C", U.keyQuit, EVERY),
];

/** The bindings of a screen, in the order of the table. */
export function bindingsOf(screen: Screen): readonly KeyBinding[] {
  return KEYS.filter((binding) => binding.screens.includes(screen));
}

/** What a key does on a screen; null when nothing. While a text field has the cursor, letters are text. */
export function actionOf(screen: Screen, name: string, typing: boolean): Action | null {
  const binding = bindingsOf(screen).find(({ keys }) => keys.includes(name));
  if (binding === undefined || (typing && name.length === 1)) return null;
  return binding.action;
}
