import type { Evidence } from "../core/evidence/evidence.ts";
import type { ScanEvent } from "../core/events.ts";
import type { Fleet, FleetSite, Report } from "../core/report.ts";
import type { Brand } from "./brand.ts";
import { renderCsv } from "./csv.ts";
import type { HistoryPoint } from "./history.ts";
import { renderJson, renderJsonl } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderMarkdown, renderMarkdownFleet } from "./markdown.ts";
import { renderPrometheus } from "./prometheus.ts";
import { renderSarif } from "./sarif.ts";
import { renderTextReport } from "./text/render-text.ts";
import { asciiText } from "./text/ascii.ts";
import { renderTextFleet } from "./text/render-fleet.ts";

/** Every format of a report, in the order of the help. */
export const FORMATS = ["text", "json", "jsonl", "html", "markdown", "sarif", "junit", "csv", "prometheus"] as const;

export type Format = (typeof FORMATS)[number];

/** How a file of each format is named at its end, without the dot. */
export const FILE_EXTENSIONS: Readonly<Record<Format, string>> = {
  text: "txt",
  json: "json",
  jsonl: "jsonl",
  html: "html",
  markdown: "md",
  sarif: "sarif",
  junit: "xml",
  csv: "csv",
  prometheus: "prom",
};

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
  /** Past scans by target id, for the score lines of the HTML report. */
  readonly history?: ReadonlyMap<string, readonly HistoryPoint[]>;
  readonly brand?: Brand | null;
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
      const text = "sites" in document ? renderTextFleet(document, options) : renderTextReport(document, options);
      return context.unicode === false ? asciiText(text) : text;
    }
    case "json":
      return renderJson(document);
    case "jsonl":
      return renderJsonl(document, context.events ?? []);
    case "html":
      return renderHtml(document, context);
    case "markdown":
      return "sites" in document ? renderMarkdownFleet(document) : renderMarkdown(document);
    case "sarif":
      return renderSarif(sitesOf(document));
    case "junit":
      return renderJunit(sitesOf(document));
    case "csv":
      return renderCsv(sitesOf(document));
    case "prometheus":
      return renderPrometheus(sitesOf(document), context.evidence ?? new Map());
  }
}

function sitesOf(document: Report | Fleet): readonly FleetSite[] {
  return "sites" in document ? document.sites : [document];
}

/** React is loaded only where a page is asked for. */
async function renderHtml(document: Report | Fleet, context: RenderContext): Promise<string> {
  const brand = context.brand ?? null;
  if ("sites" in document) {
    const { renderHtmlFleet } = await import("./html/render-html-fleet.tsx");
    return renderHtmlFleet({ fleet: document, brand });
  }
  const { renderHtmlReport } = await import("./html/render-html.tsx");
  const { id } = document.target;
  return renderHtmlReport({
    report: document,
    evidence: context.evidence?.get(id) ?? null,
    history: context.history?.get(id) ?? [],
    brand,
  });
}
