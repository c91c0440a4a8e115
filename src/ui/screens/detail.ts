import type { Report, ReportFinding } from "../../core/report.ts";
import { REPORT_TEXT as T } from "../../locale/report-text.ts";
import { say } from "../../locale/say.ts";
import { shiftText } from "../../locale/shifts.ts";
import { CONFIDENCE_NAMES, SEVERITY_NAMES, STATE_NAMES } from "../../locale/words.ts";
import { hanging, wrap } from "../../report/text/layout.ts";
import { referenceLabels } from "../../report/references.ts";
import { findingsOf, listRows } from "../finding-list.ts";
import { BLANK, line, type Line, type Segment } from "../lines.ts";
import type { UiState } from "../state.ts";
import { severityMark, type DrawContext } from "./context.ts";

/** The finding under the cursor of the list; null where there is none. */
export function selectedFinding(state: UiState): ReportFinding | null {
  if (state.report === null) return null;
  return findingsOf(listRows(state.report, state.list))[state.list.cursor] ?? null;
}

/** The lines to paste of a finding's remedy, what a person would otherwise read; empty where there is nothing to say. */
export function remedyText(finding: ReportFinding): string {
  return finding.fixes
    .map((fix) => {
      const snippets = fix.snippets.map(({ place, lines }) => [`# ${place}`, ...lines].join("\n"));
      return snippets.length > 0 ? snippets.join("\n\n") : [fix.title, ...fix.steps].join("\n");
    })
    .join("\n\n");
}

/** What was seen, why it matters, the lines to paste, the references, of the finding under the cursor. */
export function drawDetail(state: UiState, context: DrawContext): readonly Line[] {
  const finding = selectedFinding(state);
  return finding === null || state.report === null ? [] : detailLines(finding, state.report, context);
}

/** Every row of the detail; the screen shows a part of it. */
export function detailLines(finding: ReportFinding, report: Report, context: DrawContext): readonly Line[] {
  const { lang } = report;
  const width = Math.min(context.columns - 2, 110);
  const text = (content: string, style: Omit<Segment, "text"> = {}): readonly Line[] =>
    wrap(content, width - 2).map((row) => line(`  ${row}`, style));
  const pair = (name: string, value: string): readonly Line[] =>
    hanging(`  ${name}  `, value, width).map((row) => line(row, { tone: "soft" }));
  const head = (content: string): readonly Line[] => [BLANK, line(`  ${content}`, { bold: true, tone: "accent" })];
  const facts = Object.entries(finding.observed).filter(([, value]) => value !== null && value !== "");
  return [
    [
      { text: "  " },
      severityMark(context, finding.severity),
      { text: ` ${say(SEVERITY_NAMES[finding.severity], lang)}`, tone: finding.severity, bold: true },
      { text: `  ${finding.title}`, bold: true },
    ],
    BLANK,
    ...text(finding.message),
    ...(finding.waiver === undefined
      ? []
      : text(say(T.waived, lang, { reason: finding.waiver.reason, expires: finding.waiver.expires }), {
          tone: "accent",
        })),
    ...head(say(T.why, lang)),
    ...text(finding.why),
    ...(finding.shiftReason === undefined ? [] : text(shiftText(finding.shiftReason, lang), { tone: "soft" })),
    ...head(say(T.fix, lang)),
    ...finding.fixes.flatMap((fix, index) => [
      ...(index === 0 ? [] : [BLANK]),
      ...text(fix.title, { bold: true }),
      ...fix.steps.flatMap((step) => text(step)),
      ...fix.snippets.flatMap((snippet) => [
        ...text(snippet.place, { tone: "soft" }),
        ...snippet.lines.flatMap((row) => wrap(row, width - 6).map((part) => line(`    ${part}`, { tone: "low" }))),
      ]),
      ...(fix.caution === null ? [] : text(`! ${fix.caution}`, { tone: "medium" })),
    ]),
    ...head(say(T.seen, lang)),
    ...pair(say(T.subject, lang), finding.subject),
    ...(finding.pages.length === 0 ? [] : pair(say(T.page, lang), finding.pages.join(", "))),
    ...facts.flatMap(([name, value]) => pair(name, Array.isArray(value) ? value.join(", ") : String(value))),
    ...(finding.state === "unknown" ? [] : pair(say(T.state, lang), say(STATE_NAMES[finding.state], lang))),
    ...(finding.confidence === "high" ? [] : text(say(CONFIDENCE_NAMES[finding.confidence], lang), { tone: "soft" })),
    ...head(say(T.relevant, lang)),
    ...text([finding.check, ...referenceLabels(finding.references, lang).map(({ label }) => label)].join(" · "), {
      tone: "soft",
    }),
  ];
}
