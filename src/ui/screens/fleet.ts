import { formatDate } from "../../core/text.ts";
import { say } from "../../locale/say.ts";
import { UI_TEXT as U } from "../../locale/ui-text.ts";
import { SEVERITY_NAMES } from "../../locale/words.ts";
import { cutTo, formatNumber, padEnd, padStart } from "../../report/text/layout.ts";
import { fleetRows } from "../fleet-list.ts";
import { BLANK, line, spread, windowOf, type Line, type Segment } from "../lines.ts";
import type { FleetRow } from "../ports.ts";
import type { FleetColumn, UiState } from "../state.ts";
import { field } from "./home.ts";
import { pointer, severityMark, toneOf, type DrawContext } from "./context.ts";

const COLUMN_NAMES = {
  worst: U.worst,
  site: U.site,
  grade: U.grade,
  change: U.change,
  last: U.lastScan,
  expiry: U.nextExpiry,
} as const satisfies Record<FleetColumn, { en: string; fr: string }>;

/** A table of sites; only the rows on the screen are drawn, so that thousands scroll without lag. */
export function drawFleet(state: UiState, context: DrawContext): readonly Line[] {
  const { language, columns, rows } = context;
  const { fleet } = state;
  const shown = fleetRows(fleet);
  const tag = fleet.tag === null ? "" : ` · ${say(U.tag, language, { tag: fleet.tag })}`;
  const sorted = say(U.sortedBy, language, {
    column: say(COLUMN_NAMES[fleet.sort], language).toLocaleLowerCase(language),
  });
  const search: Line =
    state.list.searching || fleet.query !== ""
      ? [{ text: ` · ${say(U.search, language)} ` }, ...field(fleet.query, "", state.list.searching)]
      : [];
  const head: readonly Line[] = [
    spread(
      [
        { text: `  ${say(U.fleet, language)} `, bold: true },
        { text: say(U.listCount, language, { shown: shown.length, all: fleet.rows.length }), tone: "soft" },
        ...search,
      ],
      [{ text: `${sorted}${tag}`, tone: "soft" }],
      columns - 1,
    ),
    BLANK,
  ];
  if (fleet.rows.length === 0) return [...head, line(`  ${say(U.fleetEmpty, language)}`, { tone: "soft" })];
  const name = Math.max(16, Math.min(34, columns - 52));
  const { first, items } = windowOf(shown, fleet.cursor, rows - 3);
  return [
    ...head,
    line(
      `  ${padEnd(say(U.site, language), name)} ${padEnd(say(U.grade, language), 11)} ${padEnd(say(U.change, language), 7)} ${padEnd(say(U.nextExpiry, language), 11)} ${say(U.worst, language)}`,
      { tone: "soft" },
    ),
    ...items.map((row, index) => rowOf(row, first + index === fleet.cursor, name, context)),
  ];
}

function rowOf(row: FleetRow, here: boolean, name: number, context: DrawContext): Line {
  const { language } = context;
  return [
    pointer(context, here),
    { text: `${padEnd(cutTo(row.id, name), name)} `, bold: here },
    ...gradeCell(row, context),
    {
      text: ` ${padEnd(row.change === null ? "" : `${row.change > 0 ? "+" : ""}${formatNumber(row.change, language)}`, 7)} `,
    },
    { text: padEnd(row.nextExpiry?.slice(0, 10) ?? "", 12), tone: "soft" },
    ...worstCell(row, context),
  ];
}

function gradeCell(row: FleetRow, { language }: DrawContext): Line {
  if (row.state === "running") return [{ text: padEnd(say(U.running, language), 11), tone: "accent" }];
  if (row.grade === null || row.total === null) {
    return [{ text: padEnd(say(row.state === "failed" ? U.failed : U.waiting, language), 11), tone: "soft" }];
  }
  return [
    { text: padEnd(row.grade, 4), tone: toneOf(row.total), bold: true },
    { text: `${padStart(formatNumber(row.total, language), 6)} ` },
  ];
}

function worstCell(row: FleetRow, context: DrawContext): readonly Segment[] {
  if (row.error !== null) return [{ text: row.error, tone: "high" }];
  if (row.worst === null)
    return [{ text: row.lastScan === null ? "" : formatDate(row.lastScan, context.language), tone: "soft" }];
  return [
    severityMark(context, row.worst.severity),
    { text: ` ${say(SEVERITY_NAMES[row.worst.severity], context.language)} `, tone: row.worst.severity },
    { text: row.worst.title },
  ];
}
