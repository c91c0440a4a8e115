import type { LocalText } from "../core/text.ts";
import { UI_TEXT as U } from "../locale/ui-text.ts";

export const SCREENS = [
  "home",
  "sites",
  "scan",
  "result",
  "detail",
  "export",
  "waiver",
  "fleet",
  "history",
  "help",
] as const;

export type Screen = (typeof SCREENS)[number];

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
  | "stop"
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
  | "scan-all"
  | "resume";

/** What decides, besides the screen, whether a key does anything: no key is offered that could not. */
export interface Situation {
  /** A text field has the cursor: letters are text. */
  readonly typing: boolean;
  /** The fleet is being scanned, and nothing is typed. */
  readonly scanning: boolean;
  /** Nothing is typed and no fleet is scanned. */
  readonly free: boolean;
  /** The fleet can be scanned now. */
  readonly idle: boolean;
  readonly resumable: boolean;
  readonly tagged: boolean;
  /** Something is listed. */
  readonly listed: boolean;
  /** The cursor stands on the choice of the profile. */
  readonly choosing: boolean;
}

export interface KeyBinding {
  /** Names of keys: letters as typed, others as `keyName` says them. */
  readonly keys: readonly string[];
  readonly action: Action;
  /** How footer and help write the key; empty for one that another binding speaks for. */
  readonly shown: string;
  readonly label: LocalText;
  readonly screens: readonly Screen[];
  /** Only in this situation. */
  readonly when?: keyof Situation;
  /** Not in this situation. */
  readonly unless?: keyof Situation;
}

const LISTS: readonly Screen[] = ["result", "fleet"];
const FORMS: readonly Screen[] = ["home", "sites", "waiver", "export"];
const TEXTS: readonly Screen[] = ["detail", "history", "help"];

function key(
  keys: readonly string[],
  action: Action,
  shown: string,
  label: LocalText,
  screens: readonly Screen[],
  only: Pick<KeyBinding, "when" | "unless"> = {},
): KeyBinding {
  return { keys, action, shown, label, screens, ...only };
}

/** The one table of keys: it makes the bindings, the footer and the help. The footer shows the first ones that fit. */
export const KEYS: readonly KeyBinding[] = [
  key(["escape"], "stop", "Esc", U.keyCancel, ["scan"]),
  key(["escape"], "stop", "Esc", U.keyCancel, ["fleet"], { when: "scanning" }),
  key(["s"], "slow", "s", U.keySlow, ["scan"]),
  key(["s"], "slow", "s", U.keySlow, ["fleet"], { when: "scanning" }),
  key(["return"], "open", "⏎", U.keyOk, FORMS),
  key(["return"], "open", "⏎", U.keyOk, LISTS, { when: "typing" }),
  key(["return"], "open", "⏎", U.keyOpen, LISTS, { when: "listed", unless: "typing" }),
  key(["up", "k"], "up", "↑↓", U.keyMove, LISTS, { when: "listed" }),
  key(["up"], "up", "↑↓", U.keyMove, FORMS),
  key(["up", "k"], "up", "↑↓", U.keyScroll, TEXTS),
  key(["down", "j"], "down", "", U.keyMove, LISTS, { when: "listed" }),
  key(["down"], "down", "", U.keyMove, FORMS),
  key(["down", "j"], "down", "", U.keyScroll, TEXTS),
  key(["tab"], "next", "Tab", U.keyNext, ["home", "sites", "waiver"]),
  key(["left"], "left", "←→", U.keyChange, ["home"], { when: "choosing" }),
  key(["right"], "right", "", U.keyChange, ["home"], { when: "choosing" }),
  key(["left"], "left", "←→", U.keyFindings, ["detail"]),
  key(["right"], "right", "", U.keyFindings, ["detail"]),
  key(["a"], "scan-all", "a", U.keyScanAll, ["fleet"], { when: "idle" }),
  key(["r"], "resume", "r", U.keyResume, ["fleet"], { when: "resumable" }),
  key(["escape"], "back", "Esc", U.keyClear, LISTS, { when: "typing" }),
  key(["escape"], "back", "Esc", U.keyBack, ["fleet"], { when: "free" }),
  key(["escape"], "back", "Esc", U.keyBack, ["sites", "export", "waiver", ...TEXTS]),
  key(["c"], "copy", "c", U.keyCopy, ["result", "detail"], { when: "listed" }),
  key(["e"], "export", "e", U.keyExport, ["result", "detail"]),
  key(["/"], "search", "/", U.keySearch, LISTS),
  key(["f"], "filter", "f", U.keyFilter, ["result"]),
  key(["g"], "group", "g", U.keyGroup, ["result"]),
  key(["w"], "waiver", "w", U.keyWaiver, ["result", "detail"], { when: "listed" }),
  key(["h"], "history", "h", U.keyHistory, ["result", "detail"]),
  key(["o"], "sort", "o", U.keySort, ["fleet"], { when: "listed" }),
  key(["t"], "tag", "t", U.keyTag, ["fleet"], { when: "tagged" }),
  key(["escape"], "back", "Esc", U.keyBack, ["result"], { unless: "typing" }),
  key(["n"], "new", "n", U.keyNew, ["result", "fleet"]),
  key(["pageup"], "page-up", "PgUp", U.keyScroll, [...LISTS, ...TEXTS]),
  key(["pagedown", " "], "page-down", "PgDn", U.keyScroll, [...LISTS, ...TEXTS]),
  key(["home"], "first", "", U.keyMove, [...LISTS, ...TEXTS]),
  key(["end"], "last", "", U.keyMove, [...LISTS, ...TEXTS]),
  key(["escape"], "quit", "Esc", U.keyQuit, ["home"]),
  key(["q"], "quit", "q", U.keyQuit, ["home", "sites", "scan", "result", "detail", "export", "fleet", "history"]),
  key(["?"], "help", "?", U.keyHelp, ["home", "sites", "scan", "result", "detail", "export", "fleet", "history"]),
  key(["ctrl+c"], "quit", "Ctrl-C", U.keyQuit, SCREENS),
];

/** The bindings of a screen in a situation, in the order of the table. */
export function bindingsOf(screen: Screen, situation: Situation): readonly KeyBinding[] {
  return KEYS.filter(
    ({ screens, keys, when, unless }) =>
      screens.includes(screen) &&
      (when === undefined || situation[when]) &&
      (unless === undefined || !situation[unless]) &&
      !(situation.typing && keys.every((name) => name.length === 1)),
  );
}

/** What a key does on a screen; null when nothing. While a text field has the cursor, letters are text. */
export function actionOf(screen: Screen, name: string, situation: Situation): Action | null {
  if (situation.typing && name.length === 1) return null;
  return bindingsOf(screen, situation).find(({ keys }) => keys.includes(name))?.action ?? null;
}
