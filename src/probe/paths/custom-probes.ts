import { z } from "zod";
import { SEVERITIES } from "../../core/severity.ts";
import { ConfigError, parseStrictYaml } from "../../core/strict-yaml.ts";
import { findExposure } from "../../data/exposures/catalogue.ts";
import { PROBE_KINDS, SERVED, type ExposureProbe } from "../../data/exposures/exposure.ts";
import { MAX_PATTERN, safePattern } from "../../parse/safe-pattern.ts";

/** Bounds of a file of one's own: it is a list of places, not a dictionary to guess with. */
export const CUSTOM_LIMITS = { bytes: 512 * 1024, probes: 200, paths: 500, firstBytes: 65_536 } as const;

const pattern = z.string().min(1).max(MAX_PATTERN);

const pathSchema = z
  .string()
  .max(300, "a path has at most 300 characters")
  .regex(
    /^\/(?:[^\s\\#%{}\p{Cc}]|%[0-9A-Fa-f]{2}|\{(?:host|sld|yyyy|yyyy-mm-dd)\})*$/u,
    "a path begins with / and holds no space, no # and no templates but {host}, {sld}, {yyyy} and {yyyy-mm-dd}",
  )
  .refine((path) => !/(?:^|\/)\.\.?(?:\/|$)/.test(path), "a path has no . or .. segments");

const probeSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,63}$/, "small letters, digits and dashes, at most 64")
    .refine((id) => findExposure(id) === undefined, "this id belongs to a probe of the catalogue"),
  title: z.string().min(1).max(200),
  severity: z.enum(SEVERITIES),
  kind: z.enum(PROBE_KINDS).default("exposure"),
  paths: z
    .array(pathSchema)
    .min(1)
    .max(CUSTOM_LIMITS.paths, `at most ${String(CUSTOM_LIMITS.paths)} paths`),
  firstBytes: z.int().min(16).max(CUSTOM_LIMITS.firstBytes).default(4096),
  follow: z.boolean().default(false),
  status: z.array(z.int().min(200).max(599)).min(1).max(20).optional(),
  html: z.enum(["rejected", "required", "any"]).default("any"),
  where: z.enum(["body", "head", "answer"]).default("body"),
  proof: z
    .strictObject({
      magic: z
        .array(z.string().regex(/^(?:[0-9a-f]{2}){2,24}$/, "2 to 24 bytes as lower-case hex"))
        .max(20)
        .optional(),
      all: z.array(pattern).max(10).optional(),
      any: z.array(pattern).max(20).optional(),
      none: z.array(pattern).max(10).optional(),
      flags: z.string().max(3).default("m"),
    })
    .refine(
      ({ magic = [], all = [], any = [] }) => magic.length + all.length + any.length > 0,
      "a proof needs magic, all or any: a status alone proves nothing",
    ),
  secret: z.boolean().default(true).describe("never keep the matched text"),
  stake: z.enum(["customer-data", "credentials"]).optional(),
});

const fileSchema = z.strictObject({
  probes: z
    .array(probeSchema)
    .min(1)
    .max(CUSTOM_LIMITS.probes, `at most ${String(CUSTOM_LIMITS.probes)} probes`),
});

type Written = z.infer<typeof probeSchema>;
type Place = (path: readonly PropertyKey[]) => string;

/**
 * Reads probes of the user's own (`--paths FILE.yaml`): the fields of the catalogue, with patterns that are proven to take time
 * in proportion to the text. Throws a `ConfigError` that names file, line and column of every fault.
 */
export function parseCustomProbes(text: string, file: string): readonly ExposureProbe[] {
  if (Buffer.byteLength(text) > CUSTOM_LIMITS.bytes) {
    throw new ConfigError([`${file}:1:1: longer than ${String(CUSTOM_LIMITS.bytes / 1024)} KiB`]);
  }
  const { value, at } = parseStrictYaml(text, file, fileSchema);
  const faults: string[] = [];
  const known = new Set<string>();
  const probes = value.probes.map((written, index) => {
    if (known.has(written.id)) faults.push(`${at(["probes", index, "id"])}: the id "${written.id}" is used twice`);
    known.add(written.id);
    return toProbe(written, (path) => at(["probes", index, "proof", ...path]), faults);
  });
  const paths = new Set(value.probes.flatMap((probe) => probe.paths));
  if (paths.size > CUSTOM_LIMITS.paths) {
    faults.push(`${at(["probes"])}: ${String(paths.size)} paths; at most ${String(CUSTOM_LIMITS.paths)} in a file`);
  }
  if (faults.length > 0) throw new ConfigError(faults.slice(0, 20));
  return probes;
}

function toProbe(written: Written, at: Place, faults: string[]): ExposureProbe {
  const { proof, status, stake, ...rest } = written;
  const compiled = (key: "all" | "any" | "none"): readonly RegExp[] =>
    (proof[key] ?? []).flatMap((source, index) => {
      const result = safePattern(source, proof.flags);
      if (result.ok) return [result.pattern];
      faults.push(`${at([key, index])}: pattern refused (${result.fault.code}): ${result.fault.message}`);
      return [];
    });
  const title = { en: written.title, fr: written.title };
  return {
    ...rest,
    id: `custom:${rest.id}`,
    group: "custom",
    tier: "core",
    platforms: ["any"],
    status: status ?? SERVED,
    stake: stake ?? null,
    proof: { magic: proof.magic ?? [], all: compiled("all"), any: compiled("any"), none: compiled("none") },
    title,
    why: title,
    advice: "delete-file",
    fallback: false,
  };
}
