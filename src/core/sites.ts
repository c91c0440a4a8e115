import { z } from "zod";
import type { Authorisation, Pace, Target } from "./evidence/evidence.ts";
import { authorisationSchema, PACES as PACE_NAMES } from "./evidence/evidence.ts";
import { PAGE_ROLES, type PageRole } from "./evidence/pages.ts";
import { matchesGlob } from "./glob.ts";
import { SEVERITIES, severityRank, type Severity } from "./severity.ts";
import { ConfigError, parseStrictYaml } from "./strict-yaml.ts";
import { isIpLiteral } from "./domain.ts";
import { parseTarget, TargetError } from "./target.ts";
import { LANGUAGES, type Language } from "./text.ts";

const text = z.string().trim().min(1).max(500);

const shared = {
  hosts: z.array(text).max(50).optional().describe("further hosts of the merchant's, in scope like the site"),
  pages: z
    .partialRecord(z.enum(PAGE_ROLES), z.union([text, z.array(text).max(10)]))
    .optional()
    .describe("pages that no link leads to, by role: an address or a saved file"),
  processors: z.array(text).max(200).optional().describe("the merchant's own list of processors"),
  profile: text.optional(),
  tags: z
    .array(z.string().regex(/^[\p{L}\p{N}._-]{1,40}$/u, "letters, digits, dots, dashes"))
    .max(50)
    .optional(),
  owner: text.optional(),
  notify: z
    .array(
      z.union([
        z.strictObject({
          to: text,
          level: z.enum(SEVERITIES).optional().describe("new, worsened and fixed findings under it are not told"),
        }),
        text,
      ]),
    )
    .max(10)
    .optional()
    .describe("webhooks by name, with the level from which they are told; their addresses come from the environment"),
  waivers: text.optional().describe("path of a waivers file, relative to this one"),
  brand: text.optional().describe("path of a brand file, relative to this one"),
  pace: z.enum(PACE_NAMES).optional(),
  lang: z.enum(LANGUAGES).optional(),
  authorised: z
    .strictObject({ by: text, on: z.iso.date(), reference: text.optional() })
    .optional()
    .describe("the operator's word: allows paths, ports and the long TLS enumeration"),
  allowPrivate: z.boolean().optional().describe("the site may have a private or loopback address"),
  resolve: z.record(text, text).optional().describe("names pinned to addresses"),
};

/** A sites file: the fleet of an agency, or the few sites of one merchant. */
export const sitesFileSchema = z.strictObject({
  defaults: z.strictObject(shared).optional(),
  sites: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, "small letters, digits, dots and dashes; it becomes a file name")
          .optional(),
        url: text,
        ...shared,
      }),
    )
    .min(1, "name at least one site")
    .max(20_000),
});

/** A webhook that is told of a site's changes. */
export interface Subscription {
  readonly to: string;
  /** New, worsened and fixed findings under it are not told. */
  readonly level: Severity;
}

/** From which level a webhook is told of findings, where the sites file does not say. */
const DEFAULT_LEVEL: Severity = "medium";

/** One site of a fleet, with the defaults of its file. */
export interface Site {
  readonly id: string;
  readonly target: Target;
  readonly hosts: readonly string[];
  readonly pages: readonly { readonly role: PageRole; readonly source: string }[];
  readonly processors: readonly string[];
  readonly profile: string;
  readonly tags: readonly string[];
  readonly owner: string | null;
  readonly notify: readonly Subscription[];
  readonly waivers: string | null;
  readonly brand: string | null;
  readonly pace: Pace | null;
  readonly lang: Language | null;
  readonly authorised: Authorisation | null;
  readonly allowPrivate: boolean;
  readonly resolve: Readonly<Record<string, string>>;
  /** `file:line:column`. */
  readonly place: string;
}

/** What an agency reads when a site of the file may not be probed further. */
export function authorisationHint(site: Site): string {
  return `${site.place}: add "authorised: { by: NAME, on: YYYY-MM-DD }" to ${site.id} to allow path and port probes`;
}

type Entry = z.infer<typeof sitesFileSchema>["sites"][number];
type Defaults = z.infer<typeof sitesFileSchema>["defaults"];

/** Reads a sites file. Ids that a file system could confuse and sites that stand twice are errors. Throws `ConfigError`. */
export function parseSites(source: string, file: string): readonly Site[] {
  const { value, at } = parseStrictYaml(source, file, sitesFileSchema);
  const faults: string[] = [];
  const byId = new Map<string, Site>();
  const byAddress = new Map<string, Site>();
  for (const [index, entry] of value.sites.entries()) {
    const place = at(["sites", index]);
    try {
      const site = siteOf(entry, value.defaults, place);
      const address = parseTarget(entry.url).id;
      const twin = byAddress.get(address);
      const namesake = byId.get(site.id.toLowerCase());
      if (twin !== undefined) faults.push(`${place}: ${entry.url} is the same site as ${twin.id} (${twin.place})`);
      else if (REPORT_NAMES.has(site.id))
        faults.push(`${place}: the id "${site.id}" is the name of the reports' own file`);
      else if (namesake !== undefined) faults.push(`${place}: the id "${site.id}" is taken (${namesake.place})`);
      byId.set(site.id.toLowerCase(), site);
      byAddress.set(address, site);
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      faults.push(`${at(["sites", index, "url"])}: ${error.message}`);
    }
  }
  if (faults.length > 0) throw new ConfigError(faults.slice(0, 50));
  return [...byId.values()];
}

/** `vigie report --sites` writes these beside one file a site. */
const REPORT_NAMES: ReadonlySet<string> = new Set(["index", "fleet"]);

export interface SiteSelection {
  /** Globs over ids; empty for all. */
  readonly ids: readonly string[];
  /** A site with any of these tags; empty for all. */
  readonly tags: readonly string[];
}

/** The chosen sites, in file order. */
export function selectSites(sites: readonly Site[], selection: SiteSelection): readonly Site[] {
  return sites.filter(
    (site) =>
      (selection.ids.length === 0 || selection.ids.some((glob) => matchesGlob(glob.toLowerCase(), site.id))) &&
      (selection.tags.length === 0 || selection.tags.some((tag) => site.tags.includes(tag))),
  );
}

/** Names as the scan knows them (A-labels, lower case), each with its literal address. Throws `TargetError`. */
function pinned(resolve: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(resolve).map(([name, text]) => {
      const address = text.replace(/^\[|\]$/g, "");
      if (!isIpLiteral(address)) {
        throw new TargetError("not-an-address", `resolve: ${JSON.stringify(text.slice(0, 80))} is no IP address`);
      }
      return [parseTarget(name).host, address];
    }),
  );
}

function siteOf(entry: Entry, defaults: Defaults, place: string): Site {
  const parsed = parseTarget(entry.url);
  const id = entry.id ?? fileSafe(parsed.id);
  const authorised = entry.authorised ?? defaults?.authorised;
  return {
    id,
    target: { ...parsed, id },
    hosts: [...(defaults?.hosts ?? []), ...(entry.hosts ?? [])].map((host) => parseTarget(host).host),
    pages: Object.entries({ ...defaults?.pages, ...entry.pages }).flatMap(([role, sources]) =>
      [sources].flat().map((source) => ({ role: roleOf(role), source })),
    ),
    processors: [...new Set([...(defaults?.processors ?? []), ...(entry.processors ?? [])])],
    profile: entry.profile ?? defaults?.profile ?? "merchant",
    tags: [...new Set([...(defaults?.tags ?? []), ...(entry.tags ?? [])])],
    owner: entry.owner ?? defaults?.owner ?? null,
    notify: subscriptions(entry.notify ?? defaults?.notify ?? []),
    waivers: entry.waivers ?? defaults?.waivers ?? null,
    brand: entry.brand ?? defaults?.brand ?? null,
    pace: entry.pace ?? defaults?.pace ?? null,
    lang: entry.lang ?? defaults?.lang ?? null,
    authorised: authorised === undefined ? null : authorisationSchema.parse(authorised),
    allowPrivate: entry.allowPrivate ?? defaults?.allowPrivate ?? false,
    resolve: pinned({ ...defaults?.resolve, ...entry.resolve }),
    place,
  };
}

/** A webhook that is named twice is told once, from the lower of its levels. */
function subscriptions(entries: NonNullable<Entry["notify"]>): readonly Subscription[] {
  const byName = new Map<string, Subscription>();
  for (const entry of entries) {
    const { to, level = DEFAULT_LEVEL } = typeof entry === "string" ? { to: entry } : entry;
    const known = byName.get(to);
    if (known === undefined || severityRank(level) < severityRank(known.level)) byName.set(to, { to, level });
  }
  return [...byName.values()];
}

function roleOf(role: string): PageRole {
  return PAGE_ROLES.find((candidate) => candidate === role) ?? "other";
}

/** An id made of an address: a colon (a port, an IPv6 literal) is no good in a file name. */
function fileSafe(id: string): string {
  return id
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "");
}
