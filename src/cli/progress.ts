import type { ScanEvent } from "../core/events.ts";
import { cleanText, type Language } from "../core/text.ts";
import { PROGRESS_TEXT } from "../locale/progress-text.ts";
import { reasonText } from "../locale/reasons.ts";
import { say } from "../locale/say.ts";
import { SECTION_STATES, SECTION_TEXTS } from "../locale/words.ts";
import type { Io } from "./io.ts";

/** Wide enough for the longest name of a part in either language. */
const NAME_WIDTH = 36;

/** A live line is cut to this where the terminal does not say how wide it is. */
const USUAL_COLUMNS = 80;

/**
 * Tells a scan on stderr for people without the interactive screen: one line a probe, and at a terminal a live line that
 * is written over. Nothing of it ever goes to stdout.
 */
export function progressOn(io: Io, quiet: boolean, language: Language): (event: ScanEvent) => Promise<void> {
  if (quiet) return () => Promise.resolve();
  let live = false;
  const line = async (text: string): Promise<void> => {
    await io.stderr.write(`${live ? "\r\u001B[K" : ""}${text}\n`);
    live = false;
  };
  const nameOf = (event: { readonly section: keyof typeof SECTION_TEXTS }): string =>
    say(SECTION_TEXTS[event.section], language).padEnd(NAME_WIDTH);
  return async (event) => {
    if (event.type === "scan-started") {
      await line(`vigie: ${say(PROGRESS_TEXT.lookingAt, language, { url: event.target.url })}`);
    }
    if (event.type === "probe-finished" && event.reason !== "not-selected") {
      const { requests, connections } = event.cost;
      const state = say(SECTION_STATES[event.state], language).toLowerCase();
      const outcome =
        event.reason === undefined
          ? `${state}, ${say(PROGRESS_TEXT.soFar, language, { requests, connections })}`
          : `${state}. ${reasonText(event.reason, language)}`;
      await line(`  ${nameOf(event)} ${outcome}`);
    }
    if (event.type === "probe-progress" && io.stderr.isTTY) {
      const planned = event.planned === null ? "" : `/${event.planned}`;
      const text = `  ${nameOf(event)} ${event.done}${planned} ${cleanText(event.note ?? "")}`;
      const width = Math.max(20, (io.stderr.columns ?? USUAL_COLUMNS) - 1);
      await io.stderr.write(`${live ? "\r\u001B[K" : ""}${text.slice(0, width)}`);
      live = true;
    }
    if (event.type === "scan-finished" && live) {
      await io.stderr.write("\r\u001B[K");
      live = false;
    }
  };
}
