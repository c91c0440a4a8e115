import type { ScanEvent } from "../core/events.ts";
import type { Fleet, FleetSite, Report } from "../core/report.ts";

/** What a line of the `jsonl` format holds: the progress of a scan, then its report; or what became of a site of a fleet. */
export type JsonLine = ScanEvent | { readonly type: "report"; readonly report: FleetSite };

/** A report or a fleet as indented JSON with a final newline; the same document always gives the same bytes. */
export function renderJson(document: Report | Fleet): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** One JSON object on one line. */
export function jsonLine(line: JsonLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** The events of a scan and its report, one JSON object a line; a fleet gives one line for each site. */
export function renderJsonl(document: Report | Fleet, events: readonly ScanEvent[]): string {
  const reports = "sites" in document ? document.sites : [document];
  return [...events.map(jsonLine), ...reports.map((report) => jsonLine({ type: "report", report }))].join("");
}
