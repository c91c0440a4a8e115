import { setImmediate as nextTurn } from "node:timers/promises";
import type { Fleet, FleetSite } from "../../core/report.ts";
import type { Site } from "../../core/sites.ts";
import type { Language } from "../../core/text.ts";
import { buildFleet, FleetSummary } from "../../report/fleet.ts";
import type { HistoryStore, RunRecord, SiteResult } from "../../store/history.ts";
import type { FleetInputs } from "./fleet-inputs.ts";
import { siteReport } from "./site-report.ts";

export interface FleetRun {
  readonly history: HistoryStore;
  readonly run: RunRecord;
  readonly inputs: FleetInputs;
  readonly finishedAt: string;
}

/** The sites of a run in file order, one in memory at a time. */
export async function* siteReports(fleet: FleetRun, language: (site: Site) => Language): AsyncGenerator<FleetSite> {
  const results = new Map<string, SiteResult>(
    (await fleet.history.resultsOfRun(fleet.run.id)).map((result) => [result.siteId, result]),
  );
  for (const site of fleet.inputs.sites) {
    // Judging a site takes milliseconds and waits for nothing; a thousand in a row would keep signals waiting.
    await nextTurn();
    yield await siteReport(fleet.history, results.get(site.id), fleet.inputs, site, language(site));
  }
}

/** The fleet document as a stream of JSON text: its memory does not grow with the fleet. */
export async function* fleetJson(fleet: FleetRun, language: Language): AsyncGenerator<string> {
  const summary = new FleetSummary();
  const head = { schema: "vigie.fleet/1", ...headOf(fleet, language) };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "sites": [`;
  let separator = "\n";
  for await (const site of siteReports(fleet, () => language)) {
    summary.add(site);
    yield `${separator}${indented(site)}`;
    separator = ",\n";
  }
  yield `\n  ],\n  "summary": ${JSON.stringify(summary.value(), null, 2).replaceAll("\n", "\n  ")}\n}\n`;
}

/** The whole fleet document, for the formats that need all of it at once. */
export async function fleetDocument(fleet: FleetRun, language: Language): Promise<Fleet> {
  const sites: FleetSite[] = [];
  for await (const site of siteReports(fleet, () => language)) sites.push(site);
  const { lang: _lang, ...head } = headOf(fleet, language);
  return buildFleet({ ...head, language, sites });
}

function headOf(fleet: FleetRun, language: Language): Pick<Fleet, "tool" | "lang" | "startedAt" | "finishedAt"> {
  return {
    tool: { name: "vigie", version: fleet.run.toolVersion },
    lang: language,
    startedAt: fleet.run.startedAt,
    finishedAt: fleet.finishedAt,
  };
}

function indented(value: unknown): string {
  return `    ${JSON.stringify(value, null, 2).replaceAll("\n", "\n    ")}`;
}
