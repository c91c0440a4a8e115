import { catalogue } from "../../../checks/index.ts";
import { loadProfile } from "../../store/profiles.ts";
import { readBrand } from "../brand-file.ts";
import { deliver, gateRule } from "../deliver.ts";
import { UsageError } from "../errors.ts";
import { readEvidence } from "../evidence-file.ts";
import type { Io } from "../io.ts";
import { historyPoints } from "../history-points.ts";
import { judgeSite } from "../judge-site.ts";
import { openKeeping } from "../keeping.ts";
import { pastOf, readBaseline } from "../past.ts";
import { readWaivers } from "../waivers-file.ts";
import type { Options } from "../options.ts";
import { planOutputs } from "../outputs.ts";

/** `vigie assess EVIDENCE`: judges saved evidence under a profile; no network, no clock, byte-identical results. */
export async function assessCommand(options: Options, io: Io): Promise<number> {
  const [path] = options.positionals;
  if (path === undefined) throw new UsageError("no evidence given; say: vigie assess evidence.json");
  const outputs = await planOutputs(options);
  const profile = loadProfile(options.text("profile") ?? "merchant", catalogue, io.cwd);
  const rule = gateRule(options, profile);
  const evidence = await readEvidence(path, io);
  const waivers = await readWaivers(options.text("waivers"));
  const brand = await readBrand(options.text("brand"));
  const baseline = await readBaseline(options.text("baseline"), true);
  const history = baseline.kind === "history" && baseline.gates ? await openKeeping(options, io) : null;
  try {
    const judged = judgeSite(evidence, profile, waivers, await pastOf(baseline, history, evidence.target.id));
    const baselineGates = baseline.kind === "file" || baseline.gates;
    const points = await historyPoints(history, evidence.target.id);
    return await deliver({ judged, outputs, rule, baselineGates, options, io, events: [], points, brand });
  } finally {
    await history?.close();
  }
}
