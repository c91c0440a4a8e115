import { catalogue } from "../../../checks/index.ts";
import type { SectionName } from "../../core/evidence/evidence.ts";
import { createSchedulerPool } from "../../net/scheduler.ts";
import { loadProfile } from "../../store/profiles.ts";
import { UsageError } from "../errors.ts";
import { mayColour, type Io } from "../io.ts";
import { languageFor } from "../language.ts";
import { networkSettings } from "../network-settings.ts";
import type { Options } from "../options.ts";
import { renderTlsPage } from "../../report/tls-page.ts";
import { evidenceOf } from "../perform-scan.ts";
import { planFor, readAuthorisation, readHosts, readTarget } from "../scan-inputs.ts";

/** Which sections a probe needs before it: the plan's own order. */
const SELECTIONS: Readonly<Record<string, readonly SectionName[]>> = {
  dns: ["dns"],
  tls: ["tls"],
  http: ["http"],
  pages: ["http", "pages"],
  paths: ["http", "pages", "paths"],
  hosts: ["dns", "http", "hosts"],
};

/** `vigie probe AREA TARGET`: prints `{ section, cost }` as JSON, or for tls a page of text. */
export async function probe(options: Options, io: Io): Promise<number> {
  const [area = "", address] = options.positionals;
  const sections = SELECTIONS[area];
  if (sections === undefined) {
    throw new UsageError(`say which probe: vigie probe ${Object.keys(SELECTIONS).join("|")} TARGET`);
  }
  const format = options.choice("format", ["json", "text"], "json");
  if (format === "text" && area !== "tls") throw new UsageError("--format text is for vigie probe tls only");
  const tlsOnly = area === "tls" ? undefined : options.given(["starttls", "sni"]);
  if (tlsOnly !== undefined) throw new UsageError(`--${tlsOnly} is for vigie probe tls only`);
  const target = readTarget(address, `vigie probe ${area} www.bakery.example`);
  const network = await networkSettings(options, io);
  const evidence = await evidenceOf(
    {
      target,
      hosts: readHosts(options),
      authorised: readAuthorisation(options, io.now()),
      network,
      schedulers: createSchedulerPool(network),
      plan: await planFor(options, network, io.now),
      sections,
      profile: loadProfile("merchant", catalogue, io.cwd),
      signal: io.signal,
      now: io.now,
    },
    () => undefined,
  );
  // The table above names only sections.
  const name = area as SectionName;
  const section = evidence.sections[name];
  const tls = evidence.sections.tls;
  await io.stdout.write(
    format === "text" && tls.state === "collected"
      ? renderTlsPage(tls.value, languageFor(options, "text", io), {
          colour: mayColour(io, io.stdout),
          columns: io.stdout.columns,
        })
      : `${JSON.stringify({ section, cost: evidence.cost }, null, 2)}\n`,
  );
  if (section.state === "collected") return 0;
  const why = section.state === "failed" ? section.error.message : section.reason;
  await io.stderr.write(`vigie: exit 3: ${area} could not be assessed: ${why}\n`);
  return 3;
}
