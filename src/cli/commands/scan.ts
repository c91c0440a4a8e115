import { catalogue } from "../../../checks/index.ts";
import type { ScanEvent } from "../../core/events.ts";
import { createSchedulerPool } from "../../net/scheduler.ts";
import { loadProfile } from "../../store/profiles.ts";
import { readBrand } from "../brand-file.ts";
import { deliver, gateRule } from "../deliver.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import { networkSettings } from "../network-settings.ts";
import { FLEET_OPTIONS } from "../option-specs.ts";
import type { Options } from "../options.ts";
import { planOutputs } from "../outputs.ts";
import { dryRun } from "../dry-run.ts";
import { evidenceOf } from "../perform-scan.ts";
import { progressOn } from "../progress.ts";
import { pastOf, readBaseline } from "../past.ts";
import { historyPoints } from "../history-points.ts";
import { judgeSite } from "../judge-site.ts";
import { languageFor } from "../language.ts";
import { faultInKeeping, openKeeping } from "../keeping.ts";
import { readWaivers } from "../waivers-file.ts";
import { planFor, readAuthorisation, readHosts, readSections, readTarget } from "../scan-inputs.ts";

/** `vigie scan URL`: looks at one site and reports. */
export async function scan(options: Options, io: Io): Promise<number> {
  if (options.text("sites") !== undefined) {
    refuseOptionsOfOneSite(options);
    const { scanFleet } = await import("./scan-fleet.ts");
    return await scanFleet(options, io);
  }
  const fleetOnly = options.given(FLEET_OPTIONS.options.map(({ name }) => name));
  if (fleetOnly !== undefined) throw new UsageError(`--${fleetOnly} is for many sites: vigie scan --sites FILE`);
  const target = readTarget(options.positionals[0], "vigie scan https://www.bakery.example");
  const outputs = await planOutputs(options);
  const profile = loadProfile(options.text("profile") ?? "merchant", catalogue, io.cwd);
  const rule = gateRule(options, profile);
  const network = await networkSettings(options, io);
  const hosts = readHosts(options);
  const sections = readSections(options);
  const plan = await planFor(options, network, io.now);
  const tell = progressOn(io, options.flag("quiet"), languageFor(options, "text", io));
  const events: ScanEvent[] = [];
  const keepEvents = outputs.stdout === "jsonl" || outputs.files.some(({ format }) => format === "jsonl");
  const waivers = await readWaivers(options.text("waivers"));
  const brand = await readBrand(options.text("brand"));
  const baseline = await readBaseline(options.text("baseline"), !options.flag("no-save"));
  if (options.flag("dry-run")) {
    const request = {
      target,
      hosts,
      authorised: readAuthorisation(options, io.now()),
      network,
      plan,
    };
    return await dryRun({ ...request, schedulers: createSchedulerPool(network), signal: io.signal, now: io.now }, io);
  }
  const history = await openKeeping(options, io);
  try {
    const evidence = await evidenceOf(
      {
        target,
        hosts,
        authorised: readAuthorisation(options, io.now()),
        network,
        schedulers: createSchedulerPool(network),
        plan,
        ...(sections === undefined ? {} : { sections }),
        profile,
        signal: io.signal,
        now: io.now,
      },
      async (event) => {
        if (keepEvents) events.push(event);
        await tell(event);
      },
    );
    const judged = judgeSite(evidence, profile, waivers, await pastOf(baseline, history, target.id));
    const fault = history === null ? null : await faultInKeeping(history, judged);
    const baselineGates = baseline.kind === "file" || baseline.gates;
    const points = await historyPoints(history, target.id);
    const code = await deliver({ judged, outputs, rule, baselineGates, options, io, events, points, brand });
    if (fault === null) return code;
    await io.stderr.write(`vigie: this scan is told, but not kept: ${fault.message}\n`);
    return 2;
  } finally {
    await history?.close();
  }
}

/** What a fleet's sites say for themselves: dropped in silence, such an option would be a wish that nobody hears. */
function refuseOptionsOfOneSite(options: Options): void {
  const [address] = options.positionals;
  if (address !== undefined) throw new UsageError(`scan ${address} or the sites of --sites, not both`);
  const single = options.given(["authorised", "only", "page", "host", "processor", "deep", "paths", "dry-run"]);
  if (single !== undefined) {
    const instead = SAID_IN_THE_SITES_FILE[single];
    throw new UsageError(
      `--${single} is for one site: vigie scan URL${instead === undefined ? "" : `; the sites file says it by ${instead}`}`,
    );
  }
  if ((options.text("baseline") ?? "latest") !== "latest") {
    throw new UsageError("--baseline FILE is for one site; with --sites give --baseline latest");
  }
}

const SAID_IN_THE_SITES_FILE: Readonly<Record<string, string>> = {
  authorised: '"authorised: { by: NAME, on: YYYY-MM-DD }"',
  page: '"pages:"',
  host: '"hosts:"',
  processor: '"processors:"',
};
