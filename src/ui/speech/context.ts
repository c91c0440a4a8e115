import type { Language, LocalText } from "../../core/text.ts";
import { say } from "../../locale/say.ts";
import { SPEECH_TEXT as S } from "../../locale/speech-text.ts";
import type { UiPorts } from "../ports.ts";
import { askedScreen, shownKeys } from "../situation.ts";
import type { UiState } from "../state.ts";

/** What speech is made with. */
export interface SpeechContext {
  readonly language: Language;
  readonly ports: UiPorts;
}

const KEY_NAMES: Readonly<Record<string, LocalText>> = {
  "↑↓": S.keyUpDown,
  "←→": S.keyLeftRight,
  "⏎": S.keyEnter,
  Esc: S.keyEscape,
  Tab: S.keyTab,
  "/": S.keySlash,
  "?": S.keyQuestion,
  PgUp: S.keyPageUp,
  PgDn: S.keyPageDown,
  "Ctrl-C": S.keyControlC,
};

/** Keys that move over what is drawn; speech is read with the reader's own commands. */
const SCROLLING: ReadonlySet<string> = new Set(["detail", "history", "help"]);

/** The keys of a screen by their spoken names, each with what it does. */
export function spokenKeys(state: UiState, { language, ports }: SpeechContext): readonly string[] {
  const screen = askedScreen(state);
  return shownKeys(state, ports, screen)
    .filter(({ action }) => action !== "page-up" && action !== "page-down")
    .filter(({ action }) => !(SCROLLING.has(screen) && action === "up"))
    .map(
      ({ shown, label }) => `${say(KEY_NAMES[shown] ?? S.letter, language, { letter: shown })} ${say(label, language)}`,
    );
}
