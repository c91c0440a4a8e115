import { catalogue } from "../../../checks/index.ts";
import type { ScanEvent } from "../../core/events.ts";
import { createSchedulerPool } from "../../net/scheduler.ts";
import { loadProfile } from "../../store/profiles.ts";
import { readBrand } from "../brand-file.ts";
import { findCommand } from "../commands.ts";
import { deliver, gateRule } from "../deliver.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import { networkSettings } from "../network-settings.ts";
import { parseOptions } from "../options.ts";
import { planOutputs } from "../outputs.ts";
import { dryRun } from "../dry-run.ts";
import { evidenceOf } from "../perform-scan.ts";
import { progressOn } from "../progress.ts";
import { pastOf, readBaseline } from "../past.ts";
import { historyPoints } from "../history-points.ts";
import { judgeSite } from "../judge-site.ts";
import { keepSingle, openKeeping } from "../keeping.ts";
import { readWaivers } from "../waivers-file.ts";
import { planFor, readAuthorisation, readSections, readTarget } from "../scan-inputs.ts";

/** `vigie scan URL`: looks at one site and reports. */
export async function scan(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions(argv, findCommand("scan")?.options ?? []);
  if (options.text("sites") !== undefined) {
    const { scanFleet } = await import("./scan-fleet.ts");
    return await scanFleet(options, io);
  }
  const target = readTarget(options.positionals[0], "vigie scan https://www.bakery.example");
  if (options.positionals.length > 1) throw new UsageError("one address at a time; for many sites use --sites FILE");
  const outputs = planOutputs(options);
  const profile = loadProfile(options.text("profile") ?? "merchant", catalogue, io.cwd);
  const rule = gateRule(options, profile);
  const network = await networkSettings(options, io);
  const sections = readSections(options);
  const plan = await planFor(options, network, io.now);
  const tell = progressOn(io, options.flag("quiet"));
  const events: ScanEvent[] = [];
  const keepEvents = outputs.stdout === "jsonl" || outputs.files.some(({ format }) => format === "jsonl");
  const waivers = await readWaivers(options.text("waivers"));
  const brand = await readBrand(options.text("brand"));
  const baseline = await readBaseline(options.text("baseline"), !options.flag("no-save"));
  if (options.flag("dry-run")) {
    const request = {
      target,
      hosts: options.list("host"),
      authorised: readAuthorisation(options, io.now()),
      network,
      plan,
    };
    return await dryRun(
      { ...request, schedulers: createSchedulerPool({ pace: network.pace }), signal: io.signal, now: io.now },
      io,
    );
  }
  const history = await openKeeping(options, io);
  try {
    const evidence = await evidenceOf(
      {
        target,
        hosts: options.list("host"),
        authorised: readAuthorisation(options, io.now()),
        network,
        schedulers: createSchedulerPool({ pace: network.pace }),
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
    if (history !== null) await keepSingle(history, judged);
    const baselineGates = baseline.kind === "file" || baseline.gates;
    const points = await historyPoints(history, target.id);
    return await deliver({ judged, outputs, rule, baselineGates, options, io, events, points, brand });
  } finally {
    await history?.close();
  }
}
