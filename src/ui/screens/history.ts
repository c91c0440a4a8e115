import { formatDate } from "../../core/text.ts";
import { say } from "../../locale/say.ts";
import { UI_TEXT as U } from "../../locale/ui-text.ts";
import { comparableRuns, type HistoryPoint } from "../../report/history.ts";
import { formatNumber } from "../../report/text/layout.ts";
import { BLANK, line, type Line, type Segment } from "../lines.ts";
import type { UiState } from "../state.ts";
import { toneOf, type DrawContext } from "./context.ts";

/** The score line of a site, and what came and went with each scan. */
export function drawHistory(state: UiState, context: DrawContext): readonly Line[] {
  const { history } = state;
  const { language } = context;
  if (history === null) return [];
  const head = line(`  ${say(U.history, language)} — ${state.report?.target.host ?? ""}`, { bold: true });
  if (history.points.length === 0) return [head, BLANK, line(`  ${say(U.noHistory, language)}`, { tone: "soft" })];
  return [
    head,
    BLANK,
    ...scoreLine(history.points, context),
    BLANK,
    ...history.changes.flatMap(({ at, first, appeared, fixed }) => [
      line(`  ${formatDate(at, language)}`, { bold: true }),
      ...(first === null ? [] : [line(`    ${say(U.firstScan, language, { count: first })}`, { tone: "soft" })]),
      ...appeared.map((title): Line => [
        { text: `    + ${say(U.appeared, language)} `, tone: "high" },
        { text: title },
      ]),
      ...fixed.map((title): Line => [{ text: `    - ${say(U.fixed, language)} `, tone: "good" }, { text: title }]),
    ]),
  ];
}

/** One column for each scan, the newest at the right; a bar between two marks a change of profile or method. */
function scoreLine(points: readonly HistoryPoint[], context: DrawContext): readonly Line[] {
  const { language, columns, unicode } = context;
  const runs = comparableRuns(points);
  const cells = runs.flatMap((run, index): readonly Segment[] => [
    ...(index === 0 ? [] : [{ text: unicode ? "┊" : "|", tone: "soft" } as const]),
    ...run.map(({ total }) => ({ text: level(total, unicode), tone: toneOf(total) })),
  ]);
  const sorted = runs.flat();
  const first = sorted[0];
  const last = sorted.at(-1);
  const shown = cells.slice(-(columns - 6));
  const dates =
    first === undefined || last === undefined
      ? ""
      : say(U.labelled, language, {
          label: [...new Set([first, last].map(({ at }) => formatDate(at, language)))].join(" – "),
          value: `${last.grade} ${formatNumber(last.total, language)}`,
        });
  return [
    [{ text: "  " }, ...shown],
    line(`  ${dates}`, { tone: "soft" }),
    ...(runs.length > 1 ? [line(`  ${unicode ? "┊" : "|"} ${say(U.otherRules, language)}`, { tone: "soft" })] : []),
  ];
}

const LEVELS = "▁▂▃▄▅▆▇█";

function level(total: number, unicode: boolean): string {
  if (!unicode) return String(Math.min(9, Math.floor(total / 10)));
  return LEVELS.charAt(Math.min(LEVELS.length - 1, Math.floor((total / 100) * LEVELS.length)));
}
