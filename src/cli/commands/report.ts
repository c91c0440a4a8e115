import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { catalogue } from "../../../checks/index.ts";
import { isReport, type FleetSite, type Report } from "../../core/report.ts";
import type { Language } from "../../core/text.ts";
import type { Brand } from "../../report/brand.ts";
import { buildFleet } from "../../report/fleet.ts";
import { renderDocument, type RenderContext } from "../../report/formats.ts";
import type { HistoryPoint } from "../../report/history.ts";
import { shareable } from "../../report/share.ts";
import { writeFileAtomically } from "../../store/files.ts";
import { loadProfile } from "../../store/profiles.ts";
import { readBrand } from "../brand-file.ts";
import { UsageError } from "../errors.ts";
import { readFleetInputs, type FleetInputs } from "../fleet/fleet-inputs.ts";
import { siteReport } from "../fleet/site-report.ts";
import { historyPoints } from "../history-points.ts";
import { mayColour, type Io } from "../io.ts";
import { judgeSite, reportOf } from "../judge-site.ts";
import { languageFor } from "../language.ts";
import { speaksUtf8 } from "../locale.ts";
import type { Options } from "../options.ts";
import { planOutputs, writeFiles, type Output } from "../outputs.ts";
import { findRun, openReadHistory } from "../saved-run.ts";
import { toolVersion } from "../version.ts";
import { readWaivers } from "../waivers-file.ts";

/** `vigie report RUN|SITE|EVIDENCE`: tells a saved scan again; `vigie report --sites FILE --dir DIR`: one report per client. */
export async function report(options: Options, io: Io): Promise<number> {
  const several = options.text("sites") !== undefined;
  const misplaced = options.given(several ? ["format", "out"] : ["site", "tag", "dir"]);
  if (misplaced !== undefined) {
    throw new UsageError(
      several
        ? `--${misplaced} is for one report; --sites writes HTML and JSON into --dir`
        : `--${misplaced} is for the reports of a sites file: vigie report --sites FILE --dir DIR`,
    );
  }
  if (several) return await agencyReports(options, io);
  const [reference] = options.positionals;
  if (reference === undefined)
    throw new UsageError("name a run, a site or a file of evidence: vigie report bakery.example");
  const outputs = await planOutputs(options);
  const profile = loadProfile(options.text("profile") ?? "merchant", catalogue, io.cwd);
  const waivers = await readWaivers(options.text("waivers"));
  const brand = await readBrand(options.text("brand"));
  const { evidence, states, points } = await findRun(reference, options, io);
  const plain = judgeSite(evidence, profile, waivers, null);
  const judged = states.size === 0 ? plain : { ...plain, comparison: { states, fixed: [], notAssessed: [] } };
  const share = options.flag("share");
  const render = async (output: Output, colour: boolean): Promise<string> => {
    if (output === "evidence" && share) throw new UsageError("evidence holds the addresses; --share is for reports");
    if (output === "evidence") return `${JSON.stringify(evidence, null, 2)}\n`;
    const whole = reportOf(judged, languageFor(options, output, io));
    return await renderDocument(output, share ? shareable(whole) : whole, {
      colour,
      columns: io.stdout.columns,
      unicode: speaksUtf8(io.env),
      // The evidence's own tables hold addresses.
      evidence: new Map(share ? [] : [[evidence.target.id, evidence]]),
      history: new Map([[evidence.target.id, points]]),
      brand,
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
  const brands = await brandsOf(inputs, options, io);
  const history = await openReadHistory(options, io);
  try {
    const directory = resolve(io.cwd, folder);
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const sites: FleetSite[] = [];
    const points = new Map<string, readonly HistoryPoint[]>();
    for (const site of inputs.sites) {
      const [result] = await history.results(site.id, 1);
      const language = site.lang ?? languageFor(options, "html", io);
      const told =
        result === undefined ? neverScanned(site) : await siteReport(history, result, inputs, site, language);
      points.set(site.id, await historyPoints(history, site.id));
      if (result !== undefined && isReport(told)) {
        const evidence = await history.evidence(result.runId, result.siteId);
        const share = options.flag("share");
        await writeClient(directory, share ? shareable(told) : told, {
          evidence: new Map(evidence === null || share ? [] : [[site.id, evidence]]),
          history: points,
          brand: brands.get(site.brand ?? "") ?? null,
        });
      }
      sites.push(options.flag("share") && isReport(told) ? shareable(told) : told);
    }
    await writeIndex(directory, sites, points, brands.get("") ?? null, languageFor(options, "html", io), io);
    const reported = sites.filter((site) => isReport(site)).length;
    await io.stdout.write(
      `${folder}: ${reported} of ${sites.length} clients reported, index.html and fleet.json written\n`,
    );
    return reported === sites.length ? 0 : 3;
  } finally {
    await history.close();
  }
}

/** The brands of the sites by the path that each names, and the one of the command line under "". */
async function brandsOf(inputs: FleetInputs, options: Options, io: Io): Promise<ReadonlyMap<string, Brand | null>> {
  const chosen = options.text("brand");
  const own = await readBrand(chosen === undefined ? undefined : resolve(io.cwd, chosen));
  const brands = new Map<string, Brand | null>([["", own]]);
  for (const { brand } of inputs.sites) {
    if (brand !== null && !brands.has(brand))
      brands.set(brand, own ?? (await readBrand(resolve(inputs.folder, brand))));
  }
  return brands;
}

/** The id is safe as a file name: the sites file refuses any other (see core/sites.ts). */
async function writeClient(directory: string, told: Report, context: RenderContext): Promise<void> {
  for (const [format, ending] of [
    ["html", "html"],
    ["json", "json"],
  ] as const) {
    await writeFileAtomically(
      join(directory, `${told.target.id}.${ending}`),
      await renderDocument(format, told, context),
    );
  }
}

async function writeIndex(
  directory: string,
  sites: readonly FleetSite[],
  history: ReadonlyMap<string, readonly HistoryPoint[]>,
  brand: Brand | null,
  language: Language,
  io: Io,
): Promise<void> {
  const instants = sites.flatMap((site) => (isReport(site) ? [site.startedAt, site.finishedAt] : [])).toSorted();
  const now = io.now().toISOString();
  const fleet = buildFleet({
    tool: { name: "vigie", version: toolVersion() },
    language,
    startedAt: instants[0] ?? now,
    finishedAt: instants.at(-1) ?? now,
    sites,
  });
  await writeFileAtomically(join(directory, "index.html"), await renderDocument("html", fleet, { history, brand }));
  await writeFileAtomically(join(directory, "fleet.json"), await renderDocument("json", fleet));
}

function neverScanned(site: FleetInputs["sites"][number]): FleetSite {
  return {
    target: { id: site.id, url: site.target.url },
    error: { code: "not-scanned", message: "this site was not scanned yet" },
  };
}
