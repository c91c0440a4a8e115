import type { Report } from "../core/report.ts";
import type { Language } from "../core/text.ts";
import { DATED_TABLES, type DatedTable } from "../data/dated-tables.ts";
import { REPORT_TEXT as T } from "../locale/report-text.ts";
import { say } from "../locale/say.ts";

const DAY = 86_400_000;

/** Days after which a table is called old: half a year, in which vendors publish new holes and platforms new names. */
export const OLD_AFTER_DAYS = 180;

type ReportTables = NonNullable<Report["tables"]>;

/** The tables with the age that they had when the site was scanned, an instant; one part of a table that is old makes it old. */
export function datedTables(
  scannedAt: string,
  language: Language,
  tables: readonly DatedTable[] = DATED_TABLES,
): ReportTables {
  return tables.map(({ id, title, dates }) => {
    const date = dates.toSorted()[0] ?? "";
    const ageDays = Math.max(0, Math.floor((Date.parse(scannedAt) - Date.parse(date)) / DAY));
    return { id, title: say(title, language), date, ageDays, old: ageDays > OLD_AFTER_DAYS };
  });
}

/** The sentences that every format tells: the tables of each day together, then a warning for those that are old. */
export function tableSentences({ tables = [], lang }: Pick<Report, "tables" | "lang">): {
  readonly told: readonly string[];
  readonly warnings: readonly string[];
} {
  const days = [...new Set(tables.map(({ date }) => date))].toSorted();
  const old = tables.filter((table) => table.old);
  return {
    told: days.map((date) => {
      const titles = tables.filter((table) => table.date === date).map(({ title }) => title);
      return say(T.tablesOf, lang, { date, titles });
    }),
    warnings:
      old.length === 0
        ? []
        : [
            say(T.tablesOld, lang, {
              titles: old.map(({ title }) => title),
              days: Math.max(...old.map(({ ageDays }) => ageDays)),
            }),
          ],
  };
}
