import { randomInt } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Language } from "../../core/text.ts";
import { PROGRESS_TEXT } from "../../locale/progress-text.ts";
import { say } from "../../locale/say.ts";
import { renderDocument } from "../../report/formats.ts";
import { jsonLine } from "../../report/json.ts";
import { dataDirectory, lockDataDirectory, openHistory } from "../../store/data-directory.ts";
import { writeFileAtomically } from "../../store/files.ts";
import type { HistoryStore } from "../../store/history.ts";
import { readBrand } from "../brand-file.ts";
import { gateRule } from "../deliver.ts";
import { UsageError } from "../errors.ts";
import { fleetDocument, fleetJson, type FleetRun } from "../fleet/fleet-document.ts";
import { readFleetInputs, type FleetInputs } from "../fleet/fleet-inputs.ts";
import { isNews, logSite } from "../fleet/fleet-log.ts";
import { fleetPace, FleetScan, type FleetListener } from "../fleet/fleet-scan.ts";
import { siteReport } from "../fleet/site-report.ts";
import { mayColour, type Io } from "../io.ts";
import { historyPoints } from "../history-points.ts";
import { languageFor } from "../language.ts";
import { speaksUtf8 } from "../locale.ts";
import { networkSettings } from "../network-settings.ts";
import type { Options } from "../options.ts";
import { planOutputs, type Output, type OutputPlan } from "../outputs.ts";

/** `vigie scan --sites FILE`: looks at many sites and keeps, tells and gates each of them. */
export async function scanFleet(options: Options, io: Io): Promise<number> {
  const outputs = await planOutputs(options);
  if (outputs.stdout === "evidence") throw new UsageError("a fleet has no single evidence; see vigie history export");
  // Read again where it is worn; read here so that a wrong file is told before the first site is contacted.
  await readBrand(options.text("brand"));
  const logFormat = options.choice("log", ["text", "json"], "text");
  fleetPace(options);
  const jitterSeconds = options.number("jitter", 0, 86_400) ?? 0;
  const inputs = await readFleetInputs(options, io);
  for (const site of inputs.sites) gateRule(options, inputs.profileOf(site), site.tags);
  const network = await networkSettings(options, io);
  if (options.flag("no-save"))
    throw new UsageError("a fleet run works from its history; name another place with --data");
  const directory = dataDirectory(options.text("data"), io.env, io.cwd);
  if (jitterSeconds > 0) await wait(randomInt(0, Math.round(jitterSeconds * 1000) + 1), io.signal);
  const unlock = await lockDataDirectory(directory, io.now());
  try {
    const history = await openHistory(directory);
    try {
      const listener = tellSites(history, inputs, options, io, logFormat, outputs);
      const resume = options.flag("resume");
      const fleet = new FleetScan({ history, inputs, options, network, io, resume, listener });
      const run = await fleet.run();
      await writeFleet({ history, run, inputs, finishedAt: io.now().toISOString() }, outputs, options, io);
      await io.stderr.write(sayOutcome(fleet.outcome, inputs.sites.length, languageFor(options, "text", io)));
      return fleet.outcome.exitCode;
    } finally {
      await history.close();
    }
  } finally {
    unlock();
  }
}

/** As many sites as the last line names; the others are in the log above it. */
const MOST_NAMES = 5;

/** The last line on stderr: why the exit code is what it is. */
function sayOutcome({ exitCode, sites }: FleetScan["outcome"], all: number, language: Language): string {
  if (exitCode === 0) return "";
  const names = `${sites.slice(0, MOST_NAMES).join(", ")}${sites.length > MOST_NAMES ? ", …" : ""}`;
  const text = exitCode === 3 ? PROGRESS_TEXT.sitesNotAssessed : PROGRESS_TEXT.sitesAtGate;
  return `vigie: exit ${exitCode}: ${say(text, language, { count: sites.length, all, names })}\n`;
}

/** A log line for each site on stderr (for those with news where it is to be quiet) and, with `--format jsonl`, its report on stdout as it comes. */
function tellSites(
  history: HistoryStore,
  inputs: FleetInputs,
  options: Options,
  io: Io,
  logFormat: "text" | "json",
  outputs: OutputPlan,
): FleetListener {
  const quiet = options.flag("quiet");
  return {
    settled: async (site, line) => {
      if (!quiet || isNews(line)) await logSite(io, logFormat, line);
      if (outputs.stdout !== "jsonl") return;
      const language = site.lang ?? languageFor(options, "jsonl", io);
      const report = await siteReport(history, line.result, inputs, site, language);
      await io.stdout.write(jsonLine({ type: "report", report }));
    },
  };
}

async function writeFleet(fleet: FleetRun, outputs: OutputPlan, options: Options, io: Io): Promise<void> {
  for (const { format, path } of outputs.files) {
    await writeFileAtomically(path, await rendered(fleet, format, options, io, false));
  }
  // The lines of jsonl were written as the sites came in.
  if (outputs.stdout === "jsonl") return;
  const document = await rendered(fleet, outputs.stdout, options, io, mayColour(io, io.stdout));
  if (typeof document === "string") await io.stdout.write(document);
  else for await (const chunk of document) await io.stdout.write(chunk);
}

async function rendered(
  fleet: FleetRun,
  output: Output,
  options: Options,
  io: Io,
  colour: boolean,
): Promise<string | AsyncIterable<string>> {
  const language = languageFor(options, output, io);
  if (output === "json") return fleetJson(fleet, language);
  if (output === "evidence") throw new UsageError("a fleet has no single evidence; see vigie history export");
  const history = new Map<string, Awaited<ReturnType<typeof historyPoints>>>();
  if (output === "html")
    for (const { id } of fleet.inputs.sites) history.set(id, await historyPoints(fleet.history, id));
  return await renderDocument(output, await fleetDocument(fleet, language), {
    colour,
    columns: io.stdout.columns,
    unicode: speaksUtf8(io.env),
    history,
    brand: await readBrand(options.text("brand")),
  });
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  // An interruption ends the wait; the run then stops at once.
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
