import { FORMATS } from "../../report/formats.ts";
import { say } from "../../locale/say.ts";
import { UI_TEXT as U } from "../../locale/ui-text.ts";
import { padEnd, wrap } from "../../report/text/layout.ts";
import { BLANK, line, windowOf, type Line } from "../lines.ts";
import type { UiState } from "../state.ts";
import { askedScreen, shownKeys } from "../situation.ts";
import { field } from "./field.ts";
import { pointer, type DrawContext } from "./context.ts";

/** The formats to export to. */
export function drawExport(state: UiState, context: DrawContext): readonly Line[] {
  const rows = FORMATS.map((format, index): Line => {
    const here = state.exportCursor === index;
    return [pointer(context, here), { text: format, bold: here }];
  });
  return [
    line(`  ${say(U.exportTitle, context.language)}`, { bold: true }),
    BLANK,
    ...windowOf(rows, state.exportCursor, context.rows - 2).items,
  ];
}

/** A waiver with its reason and its last day. */
export function drawWaiver(state: UiState, context: DrawContext): readonly Line[] {
  const { waiver } = state;
  if (waiver === null) return [];
  const { language, columns } = context;
  const labels = [say(U.waiverReason, language), say(U.waiverExpires, language)];
  const width = Math.max(...labels.map((label) => label.length)) + 2;
  return [
    line(`  ${say(U.waiverTitle, language)}`, { bold: true }),
    line(`  ${waiver.finding.title} — ${waiver.finding.subject}`, { tone: "soft" }),
    BLANK,
    ...wrap(say(U.waiverHint, language), columns - 4).map((row) => line(`  ${row}`, { tone: "soft" })),
    BLANK,
    [
      pointer(context, waiver.cursor === 0),
      { text: padEnd(labels[0] ?? "", width) },
      ...field(waiver.reason, "", waiver.cursor === 0, columns - width - 4),
    ],
    [
      pointer(context, waiver.cursor === 1),
      { text: padEnd(labels[1] ?? "", width) },
      ...field(waiver.expires, "", waiver.cursor === 1, columns - width - 4),
    ],
    [pointer(context, waiver.cursor === 2), { text: say(U.waiverSave, language), bold: true, tone: "accent" }],
  ];
}

/** Every key of the screen that help was asked on, from the one table. */
export function drawHelp(state: UiState, context: DrawContext): readonly Line[] {
  const rows = shownKeys(state, context.ports, askedScreen(state)).map(({ shown, label }): Line => [
    { text: `  ${padEnd(context.unicode ? shown : asciiKey(shown), 10)}`, bold: true },
    { text: say(label, context.language) },
  ]);
  return [line(`  ${say(U.help, context.language)}`, { bold: true }), BLANK, ...rows];
}

/** The name of a key for terminals without UTF-8. */
export function asciiKey(shown: string): string {
  return shown.replace("↑↓", "Up/Down").replace("←→", "Left/Right").replace("⏎", "Enter");
}
