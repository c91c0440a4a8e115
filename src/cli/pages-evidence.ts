import { catalogue } from "../../checks/index.ts";
import type { Evidence } from "../core/evidence/evidence.ts";
import { createSchedulerPool } from "../net/scheduler.ts";
import { loadProfile } from "../store/profiles.ts";
import { UsageError } from "./errors.ts";
import type { Io } from "./io.ts";
import { networkSettings } from "./network-settings.ts";
import type { Options } from "./options.ts";
import { evidenceOf } from "./perform-scan.ts";
import { findRun } from "./saved-run.ts";
import { planFor, readAuthorisation, readHosts, readTarget } from "./scan-inputs.ts";

/**
 * The evidence that a command about pages speaks of: an address is looked at now (http and pages only), anything else is a
 * saved scan. Throws `UsageError` when nothing was named.
 */
export async function pagesEvidence(options: Options, io: Io, command: string): Promise<Evidence> {
  const [reference] = options.positionals;
  if (reference === undefined) {
    throw new UsageError(
      `name an address, a run, a site or a file of evidence: vigie ${command} https://www.bakery.example`,
    );
  }
  if (!/^https?:\/\//i.test(reference)) return (await findRun(reference, options, io)).evidence;
  const target = readTarget(reference, `vigie ${command} https://www.bakery.example`);
  const network = await networkSettings(options, io);
  return await evidenceOf(
    {
      target,
      hosts: readHosts(options),
      authorised: readAuthorisation(options, io.now()),
      network,
      schedulers: createSchedulerPool(network),
      plan: await planFor(options, network, io.now),
      sections: ["http", "pages"],
      profile: loadProfile("merchant", catalogue, io.cwd),
      signal: io.signal,
      now: io.now,
    },
    () => undefined,
  );
}

/** Says on stderr why there are no pages to speak of; the exit code of an area that could not be assessed. */
export async function withoutPages(evidence: Evidence, io: Io): Promise<number> {
  const { pages } = evidence.sections;
  const why =
    pages.state === "failed" ? pages.error.message : pages.state === "skipped" ? pages.reason : "nothing was seen";
  await io.stderr.write(`vigie: exit 3: the pages could not be looked at: ${why}\n`);
  return 3;
}
