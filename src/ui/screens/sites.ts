import { say } from "../../locale/say.ts";
import { UI_TEXT as U } from "../../locale/ui-text.ts";
import { wrap } from "../../report/text/layout.ts";
import { BLANK, line, windowOf, type Line } from "../lines.ts";
import type { UiState } from "../state.ts";
import { pointer, type DrawContext } from "./context.ts";
import { field } from "./field.ts";

/** Type the path of a sites file or take one of the working directory; what is wrong with it stands below, line by line. */
export function drawSites(state: UiState, context: DrawContext): readonly Line[] {
  const { language, columns, ports } = context;
  const { cursor, path, faults } = state.sites;
  const label = say(U.sitesPath, language);
  const entries: readonly Line[] = [
    [
      pointer(context, cursor === 0),
      { text: `${label}  `, bold: cursor === 0 },
      ...field(path, "sites.yaml", cursor === 0, columns - label.length - 5),
    ],
    ...(ports.sitesFiles.length === 0 ? [line(`  ${say(U.noSitesFiles, language)}`, { tone: "soft" })] : []),
    ...ports.sitesFiles.map((file, index): Line => {
      const here = cursor === index + 1;
      return [pointer(context, here), { text: file, bold: here }];
    }),
  ];
  const hint = wrap(say(U.sitesHint, language), columns - 4).map((row) => line(`  ${row}`, { tone: "soft" }));
  const all = faultLines(faults, context);
  // The files to choose from keep up to half of the room.
  const files = Math.min(entries.length, Math.max(3, Math.floor(context.rows / 2) - 2));
  const told = bounded(all, context.rows - files - 3, context);
  const head = [line(`  ${say(U.openSites, language)}`, { bold: true }), ...(told.length === 0 ? hint : []), BLANK];
  const room = told.length === 0 ? context.rows - head.length : files;
  return [...head, ...windowOf(entries, cursor, room).items, ...(told.length === 0 ? [] : [BLANK, ...told])];
}

function bounded(rows: readonly Line[], room: number, { language }: DrawContext): readonly Line[] {
  if (rows.length <= room) return rows;
  return [...rows.slice(0, Math.max(0, room - 1)), line(`  ${say(U.moreFaults, language)}`, { tone: "soft" })];
}

/** The faults of the file, each with its place, as many rows as they take. */
function faultLines(faults: readonly string[], context: DrawContext): readonly Line[] {
  if (faults.length === 0) return [];
  const { language, columns } = context;
  return [
    line(`  ${say(U.sitesFaults, language)}`, { tone: "high", bold: true }),
    ...faults.flatMap((fault) =>
      wrap(fault, columns - 5).map((row, index) => line(`  ${index === 0 ? "- " : "  "}${row}`)),
    ),
  ];
}
