import { z } from "zod";
import type { Catalogue } from "./check.ts";
import { matchesGlob } from "./glob.ts";
import type { Severity } from "./severity.ts";
import { ConfigError, parseStrictYaml } from "./strict-yaml.ts";
import { didYouMean } from "./suggestion.ts";

const day = z.iso.date();

/** A waivers file: findings that somebody decided to live with, why, and until when. */
export const waiversFileSchema = z.strictObject({
  waivers: z
    .array(
      z.strictObject({
        check: z.string().min(1).describe("id of a check, or a glob: headers/*"),
        site: z.string().min(1).default("*").describe("target id, or a glob"),
        subject: z.string().min(1).default("*").describe("subject of the finding, or a glob"),
        reason: z.string().trim().min(10, "say why in at least ten characters"),
        expires: day.describe("the last day on which it holds"),
        owner: z.string().min(1).optional(),
      }),
    )
    .max(5000),
});

export interface Waiver {
  readonly check: string;
  readonly site: string;
  readonly subject: string;
  readonly reason: string;
  readonly expires: string;
  readonly owner?: string | undefined;
  /** `file:line:column`, for what is said of the waiver itself. */
  readonly place: string;
}

/** What a waiver can be applied to. */
export interface Waivable {
  readonly fingerprint: string;
  readonly check: string;
  readonly subject: string;
  readonly severity: Severity;
}

/** A critical finding can be waived for so many days at a time. */
export const CRITICAL_WAIVER_DAYS = 90;

const DAY_MS = 86_400_000;

/** Reads a waivers file; a waiver for a check that does not exist is an error with its place. Throws `ConfigError`. */
export function parseWaivers(text: string, file: string, catalogue: Catalogue): readonly Waiver[] {
  const { value, at } = parseStrictYaml(text, file, waiversFileSchema);
  const ids = catalogue.map(({ id }) => id);
  const faults = value.waivers.flatMap(({ check }, index) =>
    ids.some((id) => matchesGlob(check, id))
      ? []
      : [`${at(["waivers", index, "check"])}: no check matches "${check}"${didYouMean(check, ids)}`],
  );
  if (faults.length > 0) throw new ConfigError(faults);
  return value.waivers.map((waiver, index) => ({ ...waiver, place: at(["waivers", index]) }));
}

export interface AppliedWaivers {
  /** By fingerprint of the finding. */
  readonly waived: ReadonlyMap<string, Waiver>;
  /** Waivers of this site whose day has passed. */
  readonly expired: readonly Waiver[];
  /** Waivers that match a critical finding but run longer than they may: they do not hold. */
  readonly tooLong: readonly Waiver[];
  /** Waivers that name this site and matched nothing. */
  readonly unused: readonly Waiver[];
}

/**
 * Finds the waiver of each finding of a site on a day. A waiver never drops a finding and never raises a score: it only
 * keeps the finding from tripping the gate, and the report says so.
 */
export function applyWaivers(
  waivers: readonly Waiver[],
  siteId: string,
  findings: readonly Waivable[],
  at: Date,
): AppliedWaivers {
  const ofSite = waivers.filter((waiver) => matchesGlob(waiver.site, siteId));
  const expired = ofSite.filter((waiver) => isExpired(waiver, at));
  const tooLong = new Set<Waiver>();
  const used = new Set<Waiver>();
  const waived = new Map<string, Waiver>();
  for (const finding of findings) {
    for (const waiver of ofSite) {
      if (isExpired(waiver, at) || !matchesGlob(waiver.check, finding.check)) continue;
      if (!matchesGlob(waiver.subject, finding.subject)) continue;
      used.add(waiver);
      if (finding.severity === "critical" && daysLeft(waiver, at) > CRITICAL_WAIVER_DAYS) tooLong.add(waiver);
      else if (!waived.has(finding.fingerprint)) waived.set(finding.fingerprint, waiver);
    }
  }
  const unused = ofSite.filter((waiver) => waiver.site !== "*" && !used.has(waiver) && !expired.includes(waiver));
  return { waived, expired, tooLong: [...tooLong], unused };
}

/** A waiver holds through the whole of its last day, in UTC. */
export function isExpired(waiver: Waiver, at: Date): boolean {
  return Date.parse(`${waiver.expires}T23:59:59.999Z`) < at.getTime();
}

function daysLeft(waiver: Waiver, at: Date): number {
  return (Date.parse(`${waiver.expires}T00:00:00Z`) - at.getTime()) / DAY_MS;
}
