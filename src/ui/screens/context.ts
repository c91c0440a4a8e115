import type { Language } from "../../core/text.ts";
import { SEVERITY_SYMBOLS } from "../../locale/words.ts";
import type { ReportFinding } from "../../core/report.ts";
import type { UiPorts } from "../ports.ts";
import type { Segment } from "../lines.ts";

/** What every screen is drawn with. */
export interface DrawContext {
  readonly language: Language;
  /** Columns of the terminal. */
  readonly columns: number;
  /** Rows of the body: what is left between title and footer. */
  readonly rows: number;
  /** False where the terminal cannot show UTF-8. */
  readonly unicode: boolean;
  /** Milliseconds since the epoch, for what runs. */
  readonly now: number;
  readonly ports: UiPorts;
}

/** The mark of the row under the cursor. */
export function pointer(context: DrawContext, here: boolean): Segment {
  return here ? { text: context.unicode ? "▸ " : "> ", tone: "accent", bold: true } : { text: "  " };
}

/** A severity as symbol. */
export function severityMark(context: DrawContext, severity: ReportFinding["severity"]): Segment {
  return { text: SEVERITY_SYMBOLS[severity][context.unicode ? "unicode" : "ascii"], tone: severity };
}

/** The tone of a total of 0 to 100. */
export function toneOf(total: number): "good" | "fair" | "poor" {
  return total >= 80 ? "good" : total >= 50 ? "fair" : "poor";
}

/** A length of time: 1:05. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}`;
}
