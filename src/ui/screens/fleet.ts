import { say } from "../../locale/say.ts";
import { UI_TEXT as U } from "../../locale/ui-text.ts";
import { cutTo, padEnd } from "../../report/text/layout.ts";
import { fleetRemainingMs, fleetRows } from "../fleet-list.ts";
import { BLANK, line, spread, windowOf, type Line } from "../lines.ts";
import type { UiState } from "../state.ts";
import { clock, pointer, type DrawContext } from "./context.ts";
import { field } from "./field.ts";
import { columnsFor, FLEET_COLUMN_NAMES, previewLines } from "./fleet-columns.ts";

/** A table of sites; only the rows on the screen are drawn, so that thousands scroll without lag. */
export function drawFleet(state: UiState, context: DrawContext): readonly Line[] {
  const { language, rows } = context;
  const { fleet } = state;
  const shown = fleetRows(fleet);
  const head = [headLine(state, shown.length, context), ...progressLines(state, context)];
  if (fleet.rows.length === 0) return [...head, BLANK, line(`  ${say(U.fleetEmpty, language)}`, { tone: "soft" })];
  if (shown.length === 0) return [...head, BLANK, line(`  ${say(U.nothingMatches, language)}`, { tone: "soft" })];
  const here = shown[fleet.cursor];
  const preview = here === undefined || rows < 12 ? [] : [BLANK, ...previewLines(here, context)];
  const columns = columnsFor(context);
  const { first, items } = windowOf(shown, fleet.cursor, rows - head.length - preview.length - 2);
  return [
    ...head,
    BLANK,
    line(`  ${columns.map(({ title, width }) => padEnd(cutTo(title, width), width)).join(" ")}`, { tone: "soft" }),
    ...items.map((row, index): Line => {
      const selected = first + index === fleet.cursor;
      const cells = columns.flatMap(({ cell }, column) => [
        ...(column === 0 ? [] : [{ text: " " }]),
        ...cell(row, context, selected),
      ]);
      return [pointer(context, selected), ...cells];
    }),
    ...preview,
  ];
}

function headLine(state: UiState, shown: number, context: DrawContext): Line {
  const { language, columns } = context;
  const { fleet } = state;
  const name = fleet.name ?? say(U.knownSites, language);
  const sorted = say(U.sortedBy, language, {
    column: say(FLEET_COLUMN_NAMES[fleet.sort], language).toLocaleLowerCase(language),
  });
  const tag = fleet.tag === null ? "" : ` · ${say(U.tag, language, { tag: fleet.tag })}`;
  const search: Line =
    state.list.searching || fleet.query !== ""
      ? [{ text: ` · ${say(U.search, language)} ` }, ...field(fleet.query, "", state.list.searching, 30)]
      : [];
  return spread(
    [
      { text: `  ${name} `, bold: true },
      { text: say(U.listCount, language, { shown, all: fleet.rows.length }), tone: "soft" },
      { text: tag, tone: "accent" },
      ...search,
    ],
    [{ text: sorted, tone: "soft" }],
    columns - 1,
  );
}

/** How a scan under way goes: how many are done, how long it has taken and may take. */
function progressLines(state: UiState, context: DrawContext): readonly Line[] {
  const { run, rows } = state.fleet;
  const { language, now } = context;
  if (run === null) return [];
  const left = fleetRemainingMs(run, now);
  const running = rows.filter((row) => row.state === "running").length;
  const text = [
    say(U.fleetProgress, language, { done: run.done.size, all: run.ids.length, running }),
    say(U.elapsed, language, { time: clock(now - run.startedAt) }),
    ...(left === null || run.stopping ? [] : [say(U.remaining, language, { time: clock(left) })]),
  ].join(" · ");
  const notice = run.stopping ? U.cancelling : run.slowed ? U.slowed : null;
  return [
    line(`  ${text}`, { tone: "accent" }),
    ...(notice === null ? [] : [line(`  ${say(notice, language)}`, { tone: "medium" })]),
  ];
}
