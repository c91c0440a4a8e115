import { say } from "../locale/say.ts";
import { UI_TEXT as U } from "../locale/ui-text.ts";
import { displayWidth, formatInstant } from "../report/text/layout.ts";
import { BLANK, line, spread, type Line, type Segment } from "./lines.ts";
import { drawDetail } from "./screens/detail.ts";
import { drawFleet } from "./screens/fleet.ts";
import { drawHistory } from "./screens/history.ts";
import { drawHome } from "./screens/home.ts";
import { drawResult } from "./screens/result.ts";
import { drawScan } from "./screens/scan.ts";
import { asciiKey, drawExport, drawHelp, drawWaiver } from "./screens/small-screens.ts";
import type { DrawContext } from "./screens/context.ts";
import type { UiState } from "./state.ts";
import { shownKeys } from "./update.ts";

/** The smallest terminal on which a screen makes sense; under it a single sentence is shown. */
const MINIMUM = { columns: 20, rows: 6 } as const;

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/**
 * The whole screen as rows: a title, the body, what just happened, and the keys. Always one row less than the terminal has, so
 * that nothing scrolls and nothing flickers.
 */
export function drawScreen(state: UiState, size: Size, base: Omit<DrawContext, "columns" | "rows">): readonly Line[] {
  const height = Math.max(1, size.rows - 1);
  if (size.columns < MINIMUM.columns || size.rows < MINIMUM.rows) return [line(say(U.tooSmall, base.language))];
  const context: DrawContext = { ...base, columns: size.columns, rows: height - 3 };
  const body = bodyOf(state, context).slice(0, context.rows);
  const filler = Array.from({ length: context.rows - body.length }, () => BLANK);
  const message = state.message === null ? BLANK : line(`  ${state.message}`, { tone: "accent", bold: true });
  return [titleLine(state, context), ...body, ...filler, message, footerLine(state, context)];
}

function bodyOf(state: UiState, context: DrawContext): readonly Line[] {
  switch (state.screen) {
    case "home":
      return drawHome(state, context);
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
  if (report === null || state.screen === "fleet") return [brand];
  return spread(
    [brand, { text: ` ${report.target.host}`, bold: true }],
    [{ text: formatInstant(report.finishedAt, language), tone: "soft" }],
    columns - 1,
  );
}

/** As many keys as fit; the way to the help is always among them. */
function footerLine(state: UiState, context: DrawContext): Line {
  const { language, columns, unicode } = context;
  const segments: Segment[] = [];
  let left = columns - 2;
  const keys = shownKeys(state.screen, context.ports).filter(
    ({ action }) => action !== "page-up" && action !== "page-down",
  );
  const first = keys.filter(({ shown }) => shown === "?" || shown === "Ctrl-C");
  for (const { shown, label } of [...keys.filter((key) => !first.includes(key)), ...first.toReversed()]) {
    const name = unicode ? shown : asciiKey(shown);
    const text = ` ${say(label, language)}  `;
    const width = displayWidth(name) + displayWidth(text);
    const reserved = shown === "?" || shown === "Ctrl-C" ? 0 : 9;
    if (width + reserved > left) continue;
    segments.push({ text: name, bold: true }, { text, tone: "soft" });
    left -= width;
  }
  return [{ text: " " }, ...segments];
}
