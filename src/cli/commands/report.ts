import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { catalogue } from "../../../checks/index.ts";
import { isReport, type Report } from "../../core/report.ts";
import { renderDocument } from "../../report/formats.ts";
import { writeFileAtomically } from "../../store/files.ts";
import type { HistoryStore, SiteResult } from "../../store/history.ts";
import { loadProfile } from "../../store/profiles.ts";
import { findCommand } from "../commands.ts";
import { UsageError } from "../errors.ts";
import { readFleetInputs, type FleetInputs } from "../fleet/fleet-inputs.ts";
import { siteReport } from "../fleet/site-report.ts";
import { mayColour, type Io } from "../io.ts";
import { judgeSite, reportOf } from "../judge-site.ts";
import { languageFor, speaksUtf8 } from "../language.ts";
import { parseOptions, type Options } from "../options.ts";
import { planOutputs, writeFiles, type Output } from "../outputs.ts";
import { findRun, openReadHistory } from "../saved-run.ts";
import { readWaivers } from "../waivers-file.ts";

/** `vigie report RUN|SITE|EVIDENCE`: tells a saved scan again; `vigie report --sites FILE --dir DIR`: one report per client. */
export async function report(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions(argv, findCommand("report")?.options ?? []);
  if (options.text("sites") !== undefined) return await agencyReports(options, io);
  const [reference] = options.positionals;
  if (reference === undefined)
    throw new UsageError("name a run, a site or a file of evidence: vigie report bakery.example");
  const outputs = planOutputs(options);
  const profile = loadProfile(options.text("profile") ?? "merchant", catalogue, io.cwd);
  const waivers = await readWaivers(options.text("waivers"));
  const { evidence, states } = await findRun(reference, options, io);
  const plain = judgeSite(evidence, profile, waivers, null);
  const judged = states.size === 0 ? plain : { ...plain, comparison: { states, fixed: [], notAssessed: [] } };
  const render = async (output: Output, colour: boolean): Promise<string> => {
    if (output === "evidence") return `${JSON.stringify(evidence, null, 2)}\n`;
    return await renderDocument(output, reportOf(judged, languageFor(options, output, io)), {
      colour,
      columns: io.stdout.columns,
      unicode: speaksUtf8(io.env),
      evidence: new Map([[evidence.target.id, evidence]]),
    });
  };
  await writeFiles(outputs, (output) => render(output, false));
  await io.stdout.write(await render(outputs.stdout, mayColour(io, io.stdout)));
  return 0;
}

/** The newest report of every client under its own file name, and an index of the fleet. */
async function agencyReports(options: Options, io: Io): Promise<number> {
  const folder = options.text("dir");
  if (folder === undefined) throw new UsageError("say where to: vigie report --sites sites.yaml --dir reports");
  const inputs = await readFleetInputs(options, io);
  const history = await openReadHistory(options, io);
  try {
    const directory = resolve(io.cwd, folder);
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const written: Report[] = [];
    for (const site of inputs.sites) {
      const [result] = await history.results(site.id, 1);
      const told = await writeSite(history, result, inputs, site, directory, options, io);
      if (told === null) await io.stderr.write(`vigie: ${site.id}: nothing to report yet\n`);
      else written.push(told);
    }
    await io.stdout.write(`${folder}: ${written.length} of ${inputs.sites.length} clients reported\n`);
    return written.length === inputs.sites.length ? 0 : 3;
  } finally {
    await history.close();
  }
}

async function writeSite(
  history: HistoryStore,
  result: SiteResult | undefined,
  inputs: FleetInputs,
  site: FleetInputs["sites"][number],
  directory: string,
  options: Options,
  io: Io,
): Promise<Report | null> {
  const language = site.lang ?? languageFor(options, "text", io);
  const told = await siteReport(history, result, inputs, site, language);
  if (!isReport(told) || result === undefined) return null;
  const evidence = await history.evidence(result.runId, result.siteId);
  const context = { evidence: evidence === null ? new Map() : new Map([[site.id, evidence]]) };
  // The id is safe as a file name: the sites file refuses any other (see core/sites.ts).
  await writeFileAtomically(join(directory, `${site.id}.json`), await renderDocument("json", told, context));
  await writeFileAtomically(join(directory, `${site.id}.txt`), await renderDocument("text", told, context));
  return told;
}
