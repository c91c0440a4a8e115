import type { Language, LocalText } from "../../core/text.ts";
import { say } from "../../locale/say.ts";
import { UI_TEXT as U } from "../../locale/ui-text.ts";
import { SEVERITY_NAMES } from "../../locale/words.ts";
import { cutTo, formatNumber, padEnd, padStart } from "../../report/text/layout.ts";
import type { Line } from "../lines.ts";
import type { FleetRow } from "../ports.ts";
import type { FleetColumn } from "../state.ts";
import { severityMark, toneOf, type DrawContext } from "./context.ts";

export const FLEET_COLUMN_NAMES = {
  worst: U.worst,
  site: U.site,
  grade: U.grade,
  change: U.change,
  last: U.lastScan,
  expiry: U.nextExpiry,
} as const satisfies Record<FleetColumn, LocalText>;

export interface DrawnColumn {
  readonly title: string;
  readonly width: number;
  /** Exactly as wide as the column, but for the last one. */
  readonly cell: (row: FleetRow, context: DrawContext, selected: boolean) => Line;
}

interface ColumnSpec {
  readonly id: FleetColumn;
  readonly width: number;
  readonly cell: (row: FleetRow, context: DrawContext) => Line;
}

/** The columns after the site, in the order in which they are given room; they are drawn in the order of `ORDER`. */
const SPECS: readonly ColumnSpec[] = [
  { id: "grade", width: 13, cell: gradeCell },
  { id: "worst", width: 13, cell: worstCell },
  { id: "change", width: 6, cell: changeCell },
  { id: "expiry", width: 10, cell: (row, { language }) => dateCell(row.nextExpiry, language) },
  { id: "last", width: 10, cell: (row, { language }) => dateCell(row.lastScan, language) },
];

const ORDER: readonly FleetColumn[] = ["site", "grade", "change", "last", "expiry", "worst"];

const SITE_WIDTH = { least: 14, most: 40 } as const;

/** The columns that a terminal has room for; the site's name and the worst finding share what is left. */
export function columnsFor({ columns, language }: DrawContext): readonly DrawnColumn[] {
  const room = columns - 3;
  const chosen: ColumnSpec[] = [];
  let used: number = SITE_WIDTH.least;
  for (const spec of SPECS) {
    if (used + 1 + spec.width > room) break;
    chosen.push(spec);
    used += 1 + spec.width;
  }
  const spare = Math.max(0, room - used);
  const site = Math.min(
    SITE_WIDTH.most,
    chosen.length === 0 ? room : SITE_WIDTH.least + Math.floor(spare / (chosen.length > 1 ? 3 : 1)),
  );
  const siteColumn: DrawnColumn = {
    title: say(U.site, language),
    width: site,
    cell: (row, _context, selected) => [{ text: padEnd(cutTo(row.id, site), site), bold: selected }],
  };
  return ORDER.flatMap((id) => {
    if (id === "site") return [siteColumn];
    const spec = chosen.find((candidate) => candidate.id === id);
    if (spec === undefined) return [];
    const width = id === "worst" ? room - (used - spec.width - SITE_WIDTH.least + site) : spec.width;
    return [{ title: say(FLEET_COLUMN_NAMES[id], language), width, cell: spec.cell }];
  });
}

/** What the table has no room for, of the site under the cursor: two rows. */
export function previewLines(row: FleetRow, context: DrawContext): readonly Line[] {
  const { language } = context;
  const tags = row.tags.length === 0 ? "" : ` · ${row.tags.join(", ")}`;
  const scanned =
    row.lastScan === null
      ? say(U.notScannedYet, language)
      : say(U.scannedOn, language, { date: shortDate(row.lastScan, language) });
  const worst: Line =
    row.error !== null
      ? [{ text: `  ${row.error}`, tone: "high" }]
      : row.worst === null
        ? [{ text: `  ${row.lastScan === null ? "" : say(U.nothingFound, language)}`, tone: "soft" }]
        : [
            { text: "  " },
            severityMark(context, row.worst.severity),
            { text: ` ${say(SEVERITY_NAMES[row.worst.severity], language)}  `, tone: row.worst.severity },
            { text: row.worst.title },
          ];
  return [[{ text: `  ${row.url}` }, { text: `${tags} · ${scanned}`, tone: "soft" }], worst];
}

/** A day in ten columns: 2026-11-23, « 23/11/2026 ». */
export function shortDate(iso: string, language: Language): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return "";
  const day = instant.toISOString().slice(0, 10);
  return language === "en" ? day : day.split("-").toReversed().join("/");
}

/** The words of a site's state or its grade: "C  62.3", "C? 62.3" where it is provisional, "running 3/7". */
export function gradeText(row: FleetRow, language: Language): string {
  if (row.state === "running") {
    const progress = row.progress === null ? "" : ` ${String(row.progress.done)}/${String(row.progress.of)}`;
    return `${say(U.running, language)}${progress}`;
  }
  if (row.state === "waiting") return say(U.waiting, language);
  if (row.state === "failed") return say(U.failed, language);
  if (row.grade === null || row.total === null) return say(U.neverScanned, language);
  return `${padEnd(`${row.grade}${row.provisional ? "?" : ""}`, 3)}${padStart(formatNumber(row.total, language), 5)}`;
}

function gradeCell(row: FleetRow, { language }: DrawContext): Line {
  const text = padEnd(cutTo(gradeText(row, language), 13), 13);
  if (row.state === "running") return [{ text, tone: "accent" }];
  if (row.state === "done" && row.total !== null) return [{ text, tone: toneOf(row.total), bold: true }];
  return [{ text, tone: row.state === "failed" ? "high" : "soft" }];
}

function changeCell(row: FleetRow, { language }: DrawContext): Line {
  if (row.change === null) return [{ text: " ".repeat(6) }];
  const sign = row.change > 0 ? "+" : row.change < 0 ? "−" : "±";
  const text = padStart(`${sign}${formatNumber(Math.abs(row.change), language)}`, 6);
  return [{ text, tone: row.change < 0 ? "poor" : row.change > 0 ? "good" : "soft" }];
}

function dateCell(iso: string | null, language: Language): Line {
  return [{ text: padEnd(iso === null ? "" : shortDate(iso, language), 10), tone: "soft" }];
}

/** The longest name of a severity, and a column between it and what follows. */
function severityWidth(language: Language): number {
  return Math.max(...Object.values(SEVERITY_NAMES).map((name) => say(name, language).length)) + 1;
}

function worstCell(row: FleetRow, context: DrawContext): Line {
  if (row.error !== null) return [{ text: row.error, tone: "high" }];
  if (row.worst === null) return [];
  return [
    severityMark(context, row.worst.severity),
    {
      text: ` ${padEnd(say(SEVERITY_NAMES[row.worst.severity], context.language), severityWidth(context.language))}`,
      tone: row.worst.severity,
    },
    { text: row.worst.title },
  ];
}
