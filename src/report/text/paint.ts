import { styleText } from "node:util";
import type { CheckStatus } from "../../core/assessment.ts";
import type { Severity } from "../../core/severity.ts";
import { SEVERITY_SYMBOLS, STATUS_SYMBOLS } from "../../locale/words.ts";

type Style = Parameters<typeof styleText>[0];

/** How the text report may look: colour or none, UTF-8 or plain ASCII symbols. Colour never stands alone. */
export interface Paint {
  readonly columns: number;
  readonly unicode: boolean;
  readonly style: (style: Style, text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
  readonly severitySymbol: (severity: Severity) => string;
  readonly statusSymbol: (status: CheckStatus) => string;
}

export interface PaintOptions {
  readonly colour: boolean;
  /** Width in columns; default 80, at least 20. */
  readonly columns?: number | undefined;
  /** Default true. */
  readonly unicode?: boolean | undefined;
}

const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = {
  critical: ["bold", "red"],
  high: "red",
  medium: "yellow",
  low: "cyan",
  info: "gray",
};

/** The brushes of a text report. */
export function paintOf(options: PaintOptions): Paint {
  const style = (chosen: Style, text: string): string =>
    options.colour ? styleText(chosen, text, { validateStream: false }) : text;
  const unicode = options.unicode ?? true;
  return {
    columns: Math.min(100, Math.max(20, options.columns ?? 80)),
    unicode,
    style,
    severity: (severity, text) => style(SEVERITY_STYLES[severity], text),
    severitySymbol: (severity) => SEVERITY_SYMBOLS[severity][unicode ? "unicode" : "ascii"],
    statusSymbol: (status) => STATUS_SYMBOLS[status][unicode ? "unicode" : "ascii"],
  };
}
