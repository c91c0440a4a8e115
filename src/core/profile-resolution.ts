import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Catalogue, Check } from "./check.ts";
import { profileFileSchema, type Profile, type ProfileCheck, type ProfileFile } from "./profile.ts";
import { ConfigError, parseStrictYaml, type StrictDocument } from "./strict-yaml.ts";
import { didYouMean } from "./suggestion.ts";

/** A profile's text and the name to show in errors; `resolve` finds the parent that `extends` names. */
export interface ProfileSource {
  readonly file: string;
  readonly text: string;
  /** Throws `ConfigError` when there is no such profile. */
  readonly parent: (reference: string) => ProfileSource;
}

/** A chain longer than this is a mistake. */
const MAXIMUM_PARENTS = 8;

const DEFAULTS = {
  penalties: { critical: 1, high: 1, medium: 0.6, low: 0.3, info: 0 },
  grades: [
    { grade: "A", from: 90 },
    { grade: "B", from: 75 },
    { grade: "C", from: 60 },
    { grade: "D", from: 45 },
    { grade: "E", from: 30 },
    { grade: "F", from: 0 },
  ],
  coverage: { minimum: 0.6, cap: 74 },
} as const;

type Read = StrictDocument<ProfileFile> & { readonly file: string };

/**
 * Merges a profile with its parents and fills in every default of the catalogue. Unknown check ids, outcome codes and
 * settings are errors with their place. Throws `ConfigError`.
 */
export function resolveProfile(source: ProfileSource, catalogue: Catalogue): Profile {
  const chain = readChain(source);
  const faults = chain.flatMap((read) => checkFaults(read, catalogue));
  if (faults.length > 0) throw new ConfigError(faults);
  const merged = chain.map((read) => read.value).reduceRight((parent, child) => mergeProfiles(parent, child));
  const checks = resolveChecks(merged, chain, catalogue);
  const resolved = {
    id: merged.id,
    version: merged.version ?? "1",
    title: merged.title ?? { en: merged.id, fr: merged.id },
    ...(merged.source === undefined ? {} : { source: merged.source }),
    areas: merged.areas ?? {},
    penalties: { ...DEFAULTS.penalties, ...merged.penalties },
    grades: (merged.grades ?? [...DEFAULTS.grades]).toSorted((a, b) => b.from - a.from),
    caps: merged.caps ?? [],
    coverage: merged.coverage ?? DEFAULTS.coverage,
    gate: {
      ...(merged.gate?.failOn === undefined ? {} : { failOn: merged.gate.failOn }),
      ...(merged.gate?.minScore === undefined ? {} : { minScore: merged.gate.minScore }),
      areas: merged.gate?.areas ?? [],
      tags: merged.gate?.tags ?? {},
    },
    checks,
    requirements: (merged.requirements ?? []).map((requirement) => ({
      ...requirement,
      checks: expandPatterns(requirement.checks, Object.keys(checks)),
    })),
  };
  return { ...resolved, digest: createHash("sha256").update(JSON.stringify(resolved)).digest("hex").slice(0, 16) };
}

/** The file itself first, then its parents. */
function readChain(source: ProfileSource): readonly Read[] {
  const chain: Read[] = [];
  const seen = new Set<string>();
  let current: ProfileSource | undefined = source;
  while (current !== undefined) {
    const read: Read = { ...parseStrictYaml(current.text, current.file, profileFileSchema), file: current.file };
    if (seen.has(current.file) || chain.length >= MAXIMUM_PARENTS) {
      throw new ConfigError([
        `${chain[0]?.at(["extends"]) ?? current.file}: "extends" runs in a circle through ${current.file}`,
      ]);
    }
    seen.add(current.file);
    chain.push(read);
    current = read.value.extends === undefined ? undefined : parentOf(current, read, read.value.extends);
  }
  return chain;
}

function parentOf(source: ProfileSource, read: Read, reference: string): ProfileSource {
  try {
    return source.parent(reference);
  } catch (error) {
    if (error instanceof ConfigError) throw new ConfigError([`${read.at(["extends"])}: ${error.message}`]);
    throw error;
  }
}

/** The child's words overrule; `checks` is merged by id, and within a check by outcome and by setting. */
function mergeProfiles(parent: ProfileFile, child: ProfileFile): ProfileFile {
  const checks: NonNullable<ProfileFile["checks"]> = { ...parent.checks };
  for (const [id, entry] of Object.entries(child.checks ?? {})) {
    const inherited = checks[id];
    checks[id] =
      entry === "off" || inherited === "off" || inherited === undefined
        ? entry
        : {
            ...inherited,
            ...entry,
            ...mergedRecord("severity", inherited.severity, entry.severity),
            ...mergedRecord("settings", inherited.settings, entry.settings),
          };
  }
  return {
    ...parent,
    ...child,
    areas: { ...parent.areas, ...child.areas },
    penalties: { ...parent.penalties, ...child.penalties },
    gate: { ...parent.gate, ...child.gate },
    checks,
  };
}

function mergedRecord<Key extends string, Value>(
  key: Key,
  parent: Readonly<Record<string, Value>> | undefined,
  child: Readonly<Record<string, Value>> | undefined,
): { [K in Key]?: Record<string, Value> } {
  const merged: { [K in Key]?: Record<string, Value> } = {};
  if (parent !== undefined || child !== undefined) merged[key] = { ...parent, ...child };
  return merged;
}

function resolveChecks(
  merged: ProfileFile,
  chain: readonly Read[],
  catalogue: Catalogue,
): Record<string, ProfileCheck> {
  const faults: string[] = [];
  const resolved: Record<string, ProfileCheck> = {};
  for (const check of catalogue) {
    const entry = merged.checks?.[check.id];
    if (entry === "off") continue;
    const settings = check.settings.safeParse(entry?.settings ?? {});
    if (!settings.success) {
      faults.push(...settings.error.issues.flatMap((issue) => settingFaults(check, issue, chain)));
      continue;
    }
    resolved[check.id] = {
      // A check that no profile names yet is reported but scores nothing until a profile version gives it a weight.
      weight: entry?.weight ?? 0,
      severity: { ...check.severity, ...entry?.severity },
      settings: settings.data,
    };
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return resolved;
}

function settingFaults(check: Check, issue: z.core.$ZodIssue, chain: readonly Read[]): readonly string[] {
  const known = Object.keys(check.settings.shape);
  const place = (path: readonly PropertyKey[]): string => {
    const writer = chain.find((read) => {
      const entry = read.value.checks?.[check.id];
      return entry !== undefined && entry !== "off" && entry.settings !== undefined;
    });
    return writer?.at(["checks", check.id, "settings", ...path]) ?? check.id;
  };
  if (issue.code !== "unrecognized_keys")
    return [`${place(issue.path)}: ${issue.path.map(String).join(".")}: ${issue.message}`];
  return issue.keys.map((key) => {
    const names = known.length === 0 ? "it has no settings" : `it has: ${known.join(", ")}`;
    return `${place([...issue.path, key])}: ${check.id} has no setting "${key}"${didYouMean(key, known)} (${names})`;
  });
}

function checkFaults(read: Read, catalogue: Catalogue): readonly string[] {
  const ids = catalogue.map((check) => check.id);
  const faults: string[] = [];
  for (const [id, entry] of Object.entries(read.value.checks ?? {})) {
    const check = catalogue.find((candidate) => candidate.id === id);
    if (check === undefined) {
      faults.push(`${read.at(["checks", id])}: unknown check "${id}"${didYouMean(id, ids)}`);
      continue;
    }
    const codes = Object.keys(check.severity);
    for (const code of entry === "off" ? [] : Object.keys(entry.severity ?? {})) {
      if (codes.includes(code)) continue;
      const place = read.at(["checks", id, "severity", code]);
      faults.push(`${place}: ${id} has no outcome "${code}"${didYouMean(code, codes)} (it has: ${codes.join(", ")})`);
    }
  }
  for (const [index, requirement] of (read.value.requirements ?? []).entries()) {
    for (const [position, id] of requirement.checks.entries()) {
      if (matchesSome(id, ids)) continue;
      faults.push(
        `${read.at(["requirements", index, "checks", position])}: unknown check "${id}"${didYouMean(id, ids)}`,
      );
    }
  }
  return faults;
}

/** Every check that is on for an `area/*`, in the order of the catalogue; each id once. */
function expandPatterns(patterns: readonly string[], ids: readonly string[]): string[] {
  const expanded = patterns.flatMap((pattern) =>
    pattern.endsWith("/*") ? ids.filter((id) => id.startsWith(pattern.slice(0, -1))) : [pattern],
  );
  return [...new Set(expanded)];
}

/** `area/*` stands for every check of an area; the area may have no check yet. */
function matchesSome(pattern: string, ids: readonly string[]): boolean {
  return pattern.endsWith("/*") || ids.some((id) => id === pattern);
}
