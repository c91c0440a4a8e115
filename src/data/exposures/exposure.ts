import type { Severity } from "../../core/severity.ts";
import type { LocalText } from "../../core/text.ts";
import type { AdviceId } from "./advice.ts";
import type { PlatformTag } from "./platform-tags.ts";

/** Families of exposed paths, from harmless to sensitive: a run asks for them in this order. `custom` holds the user's own. */
export const EXPOSURE_GROUPS = [
  "metadata",
  "fingerprint",
  "dependency-list",
  "api",
  "user-enumeration",
  "admin-panel",
  "admin-tool",
  "installer",
  "debug",
  "known-vulnerable",
  "directory-listing",
  "logs",
  "data-leak",
  "personal-data",
  "data-backup",
  "config-backup",
  "secrets",
  "version-control",
  "custom",
] as const;

export type ExposureGroup = (typeof EXPOSURE_GROUPS)[number];

/** `core` for every site, `platform` once that platform was recognised, `deep` on request. */
export const PROBE_TIERS = ["core", "platform", "deep"] as const;

export type ProbeTier = (typeof PROBE_TIERS)[number];

/** What a hit means: a weakness, a fact that scores nothing, or something good. */
export const PROBE_KINDS = ["exposure", "inventory", "good-practice"] as const;

export type ProbeKind = (typeof PROBE_KINDS)[number];

/** What content must show before a path counts as exposed. Patterns see bytes as Latin-1, so offsets are byte offsets. */
export interface Proof {
  /** Magic numbers, as lower-case hex; any of them at offset 0 of the bytes as served. */
  readonly magic?: readonly string[];
  readonly all?: readonly RegExp[];
  readonly any?: readonly RegExp[];
  readonly none?: readonly RegExp[];
}

/** What a leak puts at stake, which decides whether the report carries an incident card. */
export type Stake = "customer-data" | "credentials";

/** One kind of exposure: where it may lie and what proves it. */
export interface ExposureProbe {
  /** Stable for ever: reports, profiles and waivers name it. */
  readonly id: string;
  readonly group: ExposureGroup;
  readonly tier: ProbeTier;
  readonly kind: ProbeKind;
  readonly severity: Severity;
  /** For which platforms it is asked in the tiers `platform` and `deep`. */
  readonly platforms: readonly PlatformTag[];
  /** Templates: {host}, {sld}, {yyyy}, {yyyy-mm-dd}, {sourcemap}. */
  readonly paths: readonly string[];
  /** Bytes asked for with `Range`, and the hard limit of what is read. */
  readonly firstBytes: number;
  /** Follow redirects within the origin, at most two. */
  readonly follow: boolean;
  readonly status: readonly number[];
  /** `rejected`: a body that sniffs as HTML is never this file. `required`: only HTML can be it. `or-data`: HTML, JSON or XML. */
  readonly html: "rejected" | "required" | "or-data" | "any";
  readonly proof: Proof;
  /** Where the patterns look: the body, the header block as `name: value` lines, or both with an empty line between. */
  readonly where: "body" | "head" | "answer";
  /** The matched text may be secret: it is never stored. */
  readonly secret: boolean;
  readonly stake: Stake | null;
  /** First capture group: the version that the answer tells. */
  readonly version?: RegExp;
  readonly title: LocalText;
  readonly why: LocalText;
  readonly advice: AdviceId;
  /** Asked only where the platform has no probe of this group of its own, and not on platforms that own the server. */
  readonly fallback: boolean;
}

/** What a table of probes writes down; the rest has defaults. */
export interface ProbeRow {
  readonly id: string;
  readonly tier: ProbeTier;
  readonly kind?: ProbeKind;
  readonly severity: Severity;
  readonly platforms?: readonly PlatformTag[];
  readonly paths: readonly string[];
  readonly firstBytes: number;
  readonly follow?: boolean;
  readonly status?: readonly number[];
  readonly html?: ExposureProbe["html"];
  readonly proof: Proof;
  readonly where?: ExposureProbe["where"];
  readonly secret?: boolean;
  readonly stake?: Stake;
  readonly version?: RegExp;
  readonly title: LocalText;
  readonly why: LocalText;
  readonly advice: AdviceId;
  readonly fallback?: boolean;
}

/** A file as a plain server sends it, whole or the asked range. */
export const SERVED: readonly number[] = [200, 206];

/** Fills in the defaults of a family's rows. */
export function probesOf(group: ExposureGroup, rows: readonly ProbeRow[]): readonly ExposureProbe[] {
  return rows.map((row) => ({
    kind: "exposure",
    platforms: ["any"],
    follow: false,
    status: SERVED,
    html: "any",
    where: "body",
    secret: false,
    stake: null,
    fallback: false,
    ...row,
    group,
  }));
}
