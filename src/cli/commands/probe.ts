import { catalogue } from "../../../checks/index.ts";
import type { SectionName, Sections } from "../../core/evidence/evidence.ts";
import type { Language } from "../../core/text.ts";
import { reasonText } from "../../locale/reasons.ts";
import { createSchedulerPool } from "../../net/scheduler.ts";
import { loadProfile } from "../../store/profiles.ts";
import { UsageError } from "../errors.ts";
import { mayColour, type Io } from "../io.ts";
import { languageFor } from "../language.ts";
import { networkSettings } from "../network-settings.ts";
import type { Options } from "../options.ts";
import { renderDnsPage } from "../../report/dns-page.ts";
import { renderHostsPage } from "../../report/hosts-page.ts";
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

/** The probes whose evidence is also told as a page of text. */
const PAGES: ReadonlySet<string> = new Set(["dns", "hosts", "tls"]);

/** `vigie probe AREA TARGET`: prints `{ section, cost }` as JSON, or for dns, tls and hosts a page of text. */
export async function probe(options: Options, io: Io): Promise<number> {
  const [area = "", address] = options.positionals;
  const sections = SELECTIONS[area];
  if (sections === undefined) {
    throw new UsageError(`say which probe: vigie probe ${Object.keys(SELECTIONS).join("|")} TARGET`);
  }
  const format = options.choice("format", ["json", "text"], "json");
  if (format === "text" && !PAGES.has(area)) {
    throw new UsageError(`--format text is for vigie probe ${[...PAGES].join(", ")} only`);
  }
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
  const page = format === "text" ? pageOf(area, evidence.sections, languageFor(options, "text", io), io) : null;
  await io.stdout.write(page ?? `${JSON.stringify({ section, cost: evidence.cost }, null, 2)}\n`);
  const why = unseen(section, evidence.sections.tls, languageFor(options, "text", io));
  if (why === null) return 0;
  await io.stderr.write(`vigie: exit 3: ${area} could not be assessed: ${why}\n`);
  return 3;
}

/** The page of a probe; null where its section was not collected, so that the JSON tells why. */
function pageOf(area: string, { dns, tls, hosts }: Sections, lang: Language, io: Io): string | null {
  const paint = { colour: mayColour(io, io.stdout), columns: io.stdout.columns };
  if (area === "dns" && dns.state === "collected") return renderDnsPage(dns.value, lang, paint);
  if (area === "tls" && tls.state === "collected") return renderTlsPage(tls.value, lang, paint);
  return area === "hosts" && hosts.state === "collected" ? renderHostsPage(hosts.value, lang, paint) : null;
}

/** Why the probe saw nothing; null when it saw something. Endpoints of which not one answered are recorded, and nothing seen. */
function unseen(section: Sections[SectionName], tls: Sections["tls"], language: Language): string | null {
  if (section.state === "failed") return section.error.message;
  if (section.state === "skipped") return reasonText(section.reason, language);
  if (section !== tls) return null;
  const { endpoints } = tls.state === "collected" ? tls.value : { endpoints: [] };
  return endpoints.some(({ state }) => state !== "failed") ? null : (endpoints[0]?.error?.message ?? "no endpoint");
}
