import { z } from "zod";
import { AREAS } from "./area.ts";
import { LANGUAGES } from "./text.ts";
import { SEVERITIES } from "./severity.ts";

const severity = z.enum(SEVERITIES);
const fraction = z.number().min(0).max(1);

/** What a profile may say of one check. */
const checkEntrySchema = z.strictObject({
  weight: z.number().min(0).max(100).optional(),
  severity: z.record(z.string(), severity).optional().describe("by outcome code"),
  settings: z.record(z.string(), z.unknown()).optional(),
});

/** A profile file as written (YAML). Everything but `id` may come from the parent that `extends` names. */
export const profileFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, "letters, digits, dots and dashes"),
  version: z.string().optional(),
  extends: z.string().optional().describe("id of a shipped profile, or a path relative to this file"),
  title: z.strictObject({ en: z.string(), fr: z.string() }).optional(),
  source: z.strictObject({ document: z.string(), version: z.string(), date: z.string() }).optional(),
  language: z.enum(LANGUAGES).optional(),
  areas: z.partialRecord(z.enum(AREAS), z.number().min(0).max(100)).optional(),
  penalties: z.partialRecord(severity, fraction).optional(),
  grades: z.array(z.strictObject({ grade: z.string().max(3), from: z.number().min(0).max(100) })).optional(),
  caps: z
    .array(z.strictObject({ severity, atLeast: z.int().min(1).default(1), total: z.number().min(0).max(100) }))
    .optional()
    .describe("findings of a severity cap the total"),
  coverage: z
    .strictObject({ minimum: fraction, cap: z.number().min(0).max(100) })
    .optional()
    .describe("under the minimum the grade is provisional and the total capped"),
  gate: z
    .strictObject({
      failOn: z.string().optional().describe("a severity, or new: and a severity"),
      minScore: z.number().min(0).max(100).optional(),
      areas: z.array(z.enum(AREAS)).optional().describe("areas that must be assessed; exit 3 when one is not"),
      tags: z
        .record(
          z.string(),
          z.strictObject({ failOn: z.string().optional(), minScore: z.number().min(0).max(100).optional() }),
        )
        .optional(),
    })
    .optional(),
  checks: z.record(z.string(), z.union([checkEntrySchema, z.literal("off")])).optional(),
  requirements: z
    .array(
      z.strictObject({
        framework: z.string(),
        version: z.string().optional(),
        id: z.string(),
        title: z.strictObject({ en: z.string(), fr: z.string() }),
        checks: z.array(z.string()).min(1),
      }),
    )
    .optional(),
});

export type ProfileFile = z.infer<typeof profileFileSchema>;

/** A requirement of a published framework, mapped to check ids: "relevant to", never "compliant with". */
export interface Requirement {
  readonly framework: string;
  readonly version?: string | undefined;
  readonly id: string;
  readonly title: { readonly en: string; readonly fr: string };
  readonly checks: readonly string[];
}

/** One check as a profile resolves it: every default filled in. */
export interface ProfileCheck {
  readonly weight: number;
  readonly severity: Readonly<Record<string, (typeof SEVERITIES)[number]>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface GateRule {
  readonly failOn?: string | undefined;
  readonly minScore?: number | undefined;
}

/** A profile with its parents merged and every default of the catalogue filled in. */
export interface Profile {
  readonly id: string;
  readonly version: string;
  /** SHA-256 (first 16 hex digits) of the resolved profile. */
  readonly digest: string;
  readonly title: { readonly en: string; readonly fr: string };
  readonly source?: { readonly document: string; readonly version: string; readonly date: string } | undefined;
  readonly areas: Readonly<Partial<Record<(typeof AREAS)[number], number>>>;
  readonly penalties: Readonly<Record<(typeof SEVERITIES)[number], number>>;
  /** Highest first; the last one begins at 0. */
  readonly grades: readonly { readonly grade: string; readonly from: number }[];
  readonly caps: readonly {
    readonly severity: (typeof SEVERITIES)[number];
    readonly atLeast: number;
    readonly total: number;
  }[];
  readonly coverage: { readonly minimum: number; readonly cap: number };
  readonly gate: GateRule & {
    readonly areas: readonly (typeof AREAS)[number][];
    readonly tags: Readonly<Record<string, GateRule>>;
  };
  /** By check id; a check that is off is absent. */
  readonly checks: Readonly<Record<string, ProfileCheck>>;
  readonly requirements: readonly Requirement[];
}
