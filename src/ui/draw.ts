import { say } from "../locale/say.ts";
import { UI_TEXT as U } from "../locale/ui-text.ts";
import { formatInstant, wrap } from "../report/text/layout.ts";
import { BLANK, line, lineWidth, spread, type Line, type Segment } from "./lines.ts";
import type { KeyBinding, Screen } from "./keys.ts";
import { shownKeys } from "./situation.ts";
import { drawDetail } from "./screens/detail.ts";
import { drawFleet } from "./screens/fleet.ts";
import { drawHistory } from "./screens/history.ts";
import { drawHome } from "./screens/home.ts";
import { drawResult } from "./screens/result.ts";
import { drawScan } from "./screens/scan.ts";
import { drawSites } from "./screens/sites.ts";
import { asciiKey, drawExport, drawHelp, drawWaiver } from "./screens/small-screens.ts";
import type { Report } from "../core/report.ts";
import type { DrawContext } from "./screens/context.ts";
import type { UiState } from "./state.ts";

/** The smallest terminal on which a screen makes sense; under it a single sentence is shown. */
const MINIMUM = { columns: 20, rows: 6 } as const;

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What every screen is drawn with, whatever the size of the terminal. */
export type DrawBase = Omit<DrawContext, "columns" | "rows">;

/** Screens that are texts: they scroll, where lists move their cursor. */
const TEXTS: ReadonlySet<Screen> = new Set(["detail", "history", "help"]);

/** At most so many rows tell what just happened; a path may be long. */
const MESSAGE_ROWS = 3;

/**
 * The whole screen as rows: a title, the body, what just happened, and the keys. Always one row less than the terminal has, so
 * that nothing scrolls and nothing flickers.
 */
export function drawScreen(state: UiState, size: Size, base: DrawBase): readonly Line[] {
  if (size.columns < MINIMUM.columns || size.rows < MINIMUM.rows) return [line(say(U.tooSmall, base.language))];
  const { context, message } = layoutOf(state, size, base);
  const all = bodyOf(state, context);
  const first = TEXTS.has(state.screen) ? Math.min(state.offset, Math.max(0, all.length - context.rows)) : 0;
  const body = all.slice(first, first + context.rows);
  const filler = Array.from({ length: context.rows - body.length }, () => BLANK);
  const below = message.length > 0 ? message : [positionLine(state, first, all.length, context)];
  return [titleLine(state, context), ...body, ...filler, ...below, footerLine(state, context)];
}

/** The state with its scroll within the text of its screen: a key too many at the end is not one to take back. */
export function clampScroll(state: UiState, size: Size, base: DrawBase): UiState {
  if (!TEXTS.has(state.screen) || state.offset === 0) return state;
  const { context } = layoutOf(state, size, base);
  const most = Math.max(0, bodyOf(state, context).length - context.rows);
  return state.offset <= most ? state : { ...state, offset: most };
}

/** The room of the body: what title, message and keys leave. */
function layoutOf(
  state: UiState,
  { columns, rows }: Size,
  base: DrawBase,
): { readonly context: DrawContext; readonly message: readonly Line[] } {
  const most = rows < 12 ? 1 : MESSAGE_ROWS;
  const message =
    state.message === null
      ? []
      : wrap(state.message, columns - 3)
          .slice(0, most)
          .map((row) => line(`  ${row}`, { tone: "accent", bold: true }));
  const context = { ...base, columns, rows: Math.max(1, rows - 3 - Math.max(1, message.length)) };
  return { context, message };
}

/** Where in a text the reader is, so that nobody takes the end of the screen for the end. */
function positionLine(state: UiState, first: number, length: number, { language, rows, columns }: DrawContext): Line {
  if (!TEXTS.has(state.screen) || length <= rows) return BLANK;
  const last = Math.min(length, first + rows);
  return spread(
    [],
    [{ text: say(U.position, language, { first: first + 1, last, all: length }), tone: "soft" }],
    columns - 1,
  );
}

function bodyOf(state: UiState, context: DrawContext): readonly Line[] {
  switch (state.screen) {
    case "home":
      return drawHome(state, context);
    case "sites":
      return drawSites(state, context);
    case "scan":
      return drawScan(state, context);
    case "result":
      return drawResult(state, context);
    case "detail":
      return drawDetail(state, context);
    case "export":
      return drawExport(state, context);
    case "waiver":
      return drawWaiver(state, context);
    case "fleet":
      return drawFleet(state, context);
    case "history":
      return drawHistory(state, context);
    case "help":
      return drawHelp(state, context);
  }
}

function titleLine(state: UiState, context: DrawContext): Line {
  const { language, columns, ports } = context;
  const brand: Segment = { text: " Vigie ", bold: true, inverse: true };
  if (state.screen === "home") {
    return spread(
      [brand, { text: ` ${say(U.tagline, language)}`, tone: "soft" }],
      [{ text: ports.version, tone: "soft" }],
      columns - 1,
    );
  }
  if (state.screen === "scan") {
    return [brand, { text: ` ${say(U.scanning, language, { host: state.live?.host ?? "" })}`, bold: true }];
  }
  const { report } = state;
  if (report === null || state.screen === "fleet" || state.screen === "sites") return [brand];
  return spread(
    [brand, { text: ` ${siteName(report)}`, bold: true }],
    [{ text: formatInstant(report.finishedAt, language), tone: "soft" }],
    columns - 1,
  );
}

/** The host of a site, and what its owner calls it where that says something else. */
function siteName({ target }: Report): string {
  const same = target.id === target.host || target.id === target.host.replace(/^www\./, "");
  return same ? target.host : `${target.id} (${target.host})`;
}

/** As many keys as fit; the way to the help, else the way out, is always among them. */
function footerLine(state: UiState, context: DrawContext): Line {
  const { language, columns, unicode } = context;
  const segments: Segment[] = [];
  let left = columns - 2;
  const keys = shownKeys(state, context.ports).filter(({ action }) => action !== "page-up" && action !== "page-down");
  // Everybody knows Ctrl-C; the footer tells it where there is no other way out.
  const always = ["help", "back", "quit"].flatMap((wanted) => keys.filter(({ action }) => action === wanted))[0];
  const rest = keys.filter((key) => key !== always && key.shown !== "Ctrl-C");
  const drawn = (key: KeyBinding): Line => [
    { text: unicode ? key.shown : asciiKey(key.shown), bold: true },
    { text: ` ${say(key.label, language)}  `, tone: "soft" },
  ];
  const last = always === undefined ? [] : drawn(always);
  left -= lineWidth(last);
  for (const key of rest) {
    const parts = drawn(key);
    const width = lineWidth(parts);
    if (width > left) continue;
    segments.push(...parts);
    left -= width;
  }
  return [{ text: " " }, ...segments, ...last];
}
