import type { Report, ReportFinding } from "../../core/report.ts";
import { say } from "../../locale/say.ts";
import { SEVERITY_NAMES } from "../../locale/words.ts";
import { hanging, wrap } from "../../report/text/layout.ts";
import { detailParts, type DetailPart } from "../detail-parts.ts";
import { selectedFinding } from "../finding-list.ts";
import { BLANK, line, type Line, type Segment } from "../lines.ts";
import type { UiState } from "../state.ts";
import { severityMark, type DrawContext } from "./context.ts";

/** Texts wider than this are hard to read, however wide the terminal is. */
const WIDEST = 110;

/** What was seen, why it matters, the lines to paste, the references, of the finding under the cursor. */
export function drawDetail(state: UiState, context: DrawContext): readonly Line[] {
  const finding = selectedFinding(state);
  return finding === null || state.report === null ? [] : detailLines(finding, state.report, context);
}

/** Every row of the detail; the screen shows a part of it. */
export function detailLines(finding: ReportFinding, report: Report, context: DrawContext): readonly Line[] {
  const title: Line = [
    { text: "  " },
    severityMark(context, finding.severity),
    { text: ` ${say(SEVERITY_NAMES[finding.severity], report.lang)}`, tone: finding.severity, bold: true },
    { text: `  ${finding.title}`, bold: true },
  ];
  return [title, BLANK, ...detailParts(finding, report).flatMap((part) => partLines(part, context))];
}

const STYLES: Readonly<Record<"text" | "strong" | "place" | "note" | "waiver", Omit<Segment, "text">>> = {
  text: {},
  strong: { bold: true },
  place: { tone: "soft" },
  note: { tone: "soft" },
  waiver: { tone: "accent" },
};

function partLines(part: DetailPart, { columns }: DrawContext): readonly Line[] {
  const width = Math.min(columns - 2, WIDEST);
  switch (part.kind) {
    case "gap":
      return [BLANK];
    case "head":
      return [BLANK, line(`  ${part.text}`, { bold: true, tone: "accent" })];
    case "pair":
      return hanging(`  ${part.name}  `, part.value, width).map((row) => line(row, { tone: "soft" }));
    case "code":
      return codeRows(part.text, width - 6).map((row) => line(`    ${row}`, { tone: "low" }));
    case "caution":
      return hanging("  ! ", part.text, width).map((row) => line(row, { tone: "medium" }));
    default:
      return wrap(part.text, width - 2).map((row) => line(`  ${row}`, STYLES[part.kind]));
  }
}

/** A line to paste keeps its indentation when it is broken. */
function codeRows(code: string, columns: number): readonly string[] {
  const indent = /^ */.exec(code)?.[0] ?? "";
  return wrap(code.trimStart(), columns - indent.length).map((row) => indent + row);
}
