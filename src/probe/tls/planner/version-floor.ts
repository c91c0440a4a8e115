import { versionName, WIRE_VERSIONS } from "../codec/wire.ts";
import { legacyHello, type LegacyVersion } from "../hellos.ts";
import { askAndLearn, type PlannerContext } from "./context.ts";
import { outcomeOf } from "./outcome.ts";
import { commonWindow } from "./suite-windows.ts";

export type OldVersion = Exclude<LegacyVersion, "TLSv1.2">;

/** What is known of each old version after the floor probe: spoken, not spoken, or open. */
export type FloorResult = Readonly<Record<OldVersion, boolean | null>> & { readonly probes: number };

const OLD_VERSIONS: readonly OldVersion[] = ["TLSv1.1", "TLSv1.0", "SSLv3"];

/**
 * One hello at TLS 1.1 for three versions: a server that has none of TLS 1.1, 1.0 and SSL 3.0 says protocol_version; one that
 * answers with a lower version has just shown that one and disproved what lies between.
 */
export async function askVersionFloor(context: PlannerContext): Promise<FloorResult> {
  const hello = legacyHello(context.base, "TLSv1.1", commonWindow("TLSv1.1", []));
  const outcome = outcomeOf(hello, await askAndLearn(context, hello, "done"));
  const known: Record<OldVersion, boolean | null> = { "TLSv1.1": null, "TLSv1.0": null, SSLv3: null };
  if (outcome.kind === "rejected" && outcome.signature === "alert:70") {
    for (const version of OLD_VERSIONS) known[version] = false;
  }
  if (outcome.kind === "accepted") known["TLSv1.1"] = true;
  if (outcome.kind === "other-version") {
    const spoken = versionName(outcome.version);
    for (const version of OLD_VERSIONS) {
      if (version === spoken) known[version] = true;
      else if (WIRE_VERSIONS[version] > outcome.version) known[version] = false;
    }
  }
  return { ...known, probes: 1 };
}
