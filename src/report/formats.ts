import type { Evidence } from "../core/evidence/evidence.ts";
import type { ScanEvent } from "../core/events.ts";
import type { Fleet, Report } from "../core/report.ts";
import { renderJson, renderJsonl } from "./json.ts";
import { renderTextReport } from "./text/render-text.ts";
import { renderTextFleet } from "./text/render-fleet.ts";

/** Every format of a report, in the order of the help. */
export const FORMATS = ["text", "json", "jsonl"] as const;

export type Format = (typeof FORMATS)[number];

/** What a format may use besides the report. */
export interface RenderContext {
  /** Colour of the text format. */
  readonly colour?: boolean;
  /** Columns of the text format; default 80. */
  readonly columns?: number | undefined;
  /** False where the terminal cannot show UTF-8. */
  readonly unicode?: boolean;
  /** The evidence of each report, by target id: tables of the HTML report. */
  readonly evidence?: ReadonlyMap<string, Evidence>;
  /** The events of the scan, for `jsonl`; without them it holds the report alone. */
  readonly events?: readonly ScanEvent[];
}

/** Renders a report or a fleet as a whole document of a format; valid also when nothing was found. */
export async function renderDocument(
  format: Format,
  document: Report | Fleet,
  context: RenderContext = {},
): Promise<string> {
  switch (format) {
    case "text": {
      const options = { colour: context.colour ?? false, columns: context.columns, unicode: context.unicode };
      return "sites" in document ? renderTextFleet(document, options) : renderTextReport(document, options);
    }
    case "json":
      return renderJson(document);
    case "jsonl":
      return renderJsonl(document, context.events ?? []);
  }
}
