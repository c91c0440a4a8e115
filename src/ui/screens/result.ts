import type { Report } from "../../core/report.ts";
import { REPORT_TEXT as T } from "../../locale/report-text.ts";
import { say } from "../../locale/say.ts";
import { UI_TEXT as U } from "../../locale/ui-text.ts";
import { AREA_SHORT_NAMES, SEVERITY_NAMES, STATE_NAMES } from "../../locale/words.ts";
import { bar, cutTo, formatNumber, formatPercent, padEnd, padStart, wrap } from "../../report/text/layout.ts";
import { nothingSeen } from "../../report/unseen.ts";
import { filterText, findingsOf, fixTitles, groupingText, listRows, type ListRow } from "../finding-list.ts";
import { BLANK, line, spread, windowOf, type Line, type Segment } from "../lines.ts";
import type { UiState } from "../state.ts";
import { field } from "./field.ts";
import { pointer, severityMark, toneOf, type DrawContext } from "./context.ts";

/** Grade, areas, what to fix first, and the list of findings; the list gets what room is left. */
export function drawResult(state: UiState, context: DrawContext): readonly Line[] {
  const { report } = state;
  if (report === null) return [];
  const tall = context.rows >= 26;
  const head = [
    ...gradeLines(report, context),
    ...(context.rows >= 14 ? [BLANK, ...areaLines(report, context)] : []),
    ...(tall ? [BLANK, ...firstLines(report, context)] : []),
    BLANK,
    listHead(state, report, context),
  ];
  const room = Math.max(1, context.rows - head.length);
  return [...head, ...listLines(state, report, room, context)].slice(0, context.rows);
}

function gradeLines(report: Report, context: DrawContext): readonly Line[] {
  const { score, lang } = report;
  const unseen = nothingSeen(report);
  const provisional = score.provisional ? ` (${say(T.provisional, lang)})` : "";
  const grade = unseen ? say(T.noGrade, lang) : `${say(T.grade, lang)} ${score.grade}${provisional}`;
  const range =
    !unseen && score.range.high > score.range.low
      ? ` · ${say(T.rangeLabel, lang)} ${formatNumber(score.range.low, lang)}–${formatNumber(score.range.high, lang)}`
      : "";
  return [
    [
      { text: `  ${grade}`, tone: unseen ? "soft" : toneOf(score.total), bold: true },
      ...(unseen ? [] : [{ text: `  ${say(T.scoreOf, lang, { total: score.total })}`, bold: true }]),
      { text: ` · ${say(T.coverage, lang)} ${formatPercent(score.coverage, lang)}${range}`, tone: "soft" },
    ],
    ...(context.rows >= 12 && score.next !== null && score.next.fixes.length > 0 && context.rows < 26
      ? wrap(
          say(U.labelled, lang, { label: say(U.fixFirst, lang), value: fixTitles(report).join(" · ") }),
          context.columns - 4,
        )
          .slice(0, context.rows >= 19 ? 2 : 1)
          .map((row) => line(`  ${row}`, { tone: "soft" }))
      : []),
  ];
}

/** Two areas on a row where there is room: name, bar, score. */
function areaLines(report: Report, context: DrawContext): readonly Line[] {
  const { lang, score } = report;
  const perRow = context.columns >= 76 ? 2 : 1;
  const width = context.columns >= 110 ? 24 : 8;
  const unseen = new Set(report.checks.filter(({ status }) => status === "not-assessed").map(({ area }) => area));
  const cells = score.areas.map(({ id, score: value }): readonly Segment[] => [
    { text: padEnd(cutTo(say(AREA_SHORT_NAMES[id], lang), 21), 22) },
    value === null
      ? { text: padEnd(cutTo(say(unseen.has(id) ? T.notSeen : T.nothingApplies, lang), width), width), tone: "soft" }
      : { text: bar(value / 100, width, context.unicode), tone: toneOf(value) },
    { text: value === null ? "     –" : padStart(formatNumber(value, lang), 6) },
    { text: "   " },
  ]);
  const rows: Line[] = [];
  for (let index = 0; index < cells.length; index += perRow) {
    rows.push([{ text: "  " }, ...cells.slice(index, index + perRow).flat()]);
  }
  return rows;
}

function firstLines(report: Report, context: DrawContext): readonly Line[] {
  const { lang, score } = report;
  if (score.next === null) return [line(`  ${say(T.best, lang)}`, { tone: "good" })];
  const titles = fixTitles(report);
  if (titles.length === 0) return [line(`  ${say(T.nextOnlyCoverage, lang, { grade: score.next.grade })}`)];
  const shown = titles.slice(0, Math.max(3, context.rows - 24));
  return [
    line(`  ${say(T.next, lang, { grade: score.next.grade })}`, { bold: true }),
    ...shown.map((title, index) => line(`  ${String(index + 1)}. ${title}`)),
    ...(titles.length > shown.length
      ? [line(`     ${say(T.more, lang, { count: titles.length - shown.length })}`)]
      : []),
  ];
}

function listHead(state: UiState, report: Report, context: DrawContext): Line {
  const { lang } = report;
  const { query, searching } = state.list;
  const shown = findingsOf(listRows(report, { ...state.list, grouping: "severity" })).length;
  const search: Line =
    searching || query !== "" ? [{ text: ` · ${say(U.search, lang)} ` }, ...field(query, "", searching, 30)] : [];
  return spread(
    [
      { text: `  ${say(U.list, lang)} `, bold: true },
      { text: say(U.listCount, lang, { shown, all: report.findings.length }), tone: "soft" },
      ...search,
    ],
    [{ text: `${filterText(state.list, lang)} · ${groupingText(state.list, lang)}`, tone: "soft" }],
    context.columns - 1,
  );
}

function listLines(state: UiState, report: Report, room: number, context: DrawContext): readonly Line[] {
  const rows = listRows(report, state.list);
  if (rows.length === 0) {
    const text = report.findings.length === 0 ? T.noFindings : U.nothingMatches;
    return [line(`  ${say(text, report.lang)}`, { tone: "soft" })];
  }
  const cursorRow = rowOfCursor(rows, state.list.cursor);
  const { first, items } = windowOf(rows, cursorRow, room);
  return items.map((row, index) => rowLine(row, first + index === cursorRow, report, context));
}

/** The cursor counts findings; the rows have headings between them. */
function rowOfCursor(rows: readonly ListRow[], cursor: number): number {
  let seen = -1;
  return rows.findIndex((row) => {
    if (row.kind === "finding") seen += 1;
    return row.kind === "finding" && seen === cursor;
  });
}

function rowLine(row: ListRow, here: boolean, report: Report, context: DrawContext): Line {
  if (row.kind === "group") {
    return [
      { text: `  ${row.title}`, tone: "soft" },
      { text: ` (${String(row.count)})`, tone: "soft" },
    ];
  }
  const { finding } = row;
  const { lang } = report;
  const state =
    finding.state === "unknown" || finding.state === "persisting" ? "" : ` ${say(STATE_NAMES[finding.state], lang)}`;
  const waived = finding.waiver === undefined ? "" : ` (${say(U.waived, lang)})`;
  return [
    pointer(context, here),
    severityMark(context, finding.severity),
    { text: ` ${padEnd(say(SEVERITY_NAMES[finding.severity], lang), 12)}`, tone: finding.severity },
    { text: finding.title, bold: here },
    { text: `${waived}${state}`, tone: "accent" },
    { text: ` — ${finding.message}`, tone: "soft" },
  ];
}
