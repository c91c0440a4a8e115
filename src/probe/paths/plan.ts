import { EXPOSURE_GROUPS, type ExposureProbe, type ProbeTier } from "../../data/exposures/exposure.ts";
import { isHostedPlatform, tagsOf } from "../../data/exposures/platform-tags.ts";

/** One distinct path: requested once, judged by every probe that names it. */
export interface Step {
  readonly path: string;
  readonly probes: readonly ExposureProbe[];
  readonly firstBytes: number;
  readonly follow: boolean;
}

export interface PlanOptions {
  readonly catalogue: readonly ExposureProbe[];
  readonly tiers: readonly ProbeTier[];
  /** Platform id of the fingerprint; null where it is not known. */
  readonly platform: string | null;
  readonly host: string;
  /** Registrable label: `bakery` of shop.bakery.test. */
  readonly label: string;
  readonly today: Date;
  /** Same-origin addresses that scripts name as their source maps, as paths. */
  readonly sourceMaps: readonly string[];
}

/** Probes of dotfiles in a row at most: many walls count them. */
const DOTFILES_IN_A_ROW = 2;

/** What a run asks for, harmless first, secrets last. */
export function planSteps(options: PlanOptions): readonly Step[] {
  const chosen = options.catalogue.filter((probe) => isChosen(probe, options));
  const byPath = new Map<string, ExposureProbe[]>();
  for (const probe of chosen) {
    for (const path of probe.paths.flatMap((template) => expand(template, options))) {
      const probes = byPath.get(path);
      if (probes === undefined) byPath.set(path, [probe]);
      else probes.push(probe);
    }
  }
  const steps = [...byPath].map(([path, probes]) => ({
    path,
    probes,
    firstBytes: Math.max(...probes.map((probe) => probe.firstBytes)),
    follow: probes.some((probe) => probe.follow),
  }));
  return spreadDotfiles(steps.toSorted((a, b) => rank(a) - rank(b)));
}

/** The core tier is for every site; the others for the platforms that a probe names. */
function isChosen(probe: ExposureProbe, options: PlanOptions): boolean {
  if (!options.tiers.includes(probe.tier)) return false;
  if (probe.tier === "core" && !probe.fallback) return true;
  if (isHostedPlatform(options.platform)) return false;
  if (probe.fallback) return !hasOwnProbe(probe, options);
  const tags = tagsOf(options.platform);
  // The deep tier is the operator's wish: it asks every PHP probe of a site whose technology is unknown.
  if (probe.tier === "deep" && options.platform === null) return true;
  return probe.platforms.some((platform) => tags.includes(platform)) || usesSourceMaps(probe, options);
}

/** Whether the platform has a probe of its own where this one only guesses. */
function hasOwnProbe({ group }: ExposureProbe, options: PlanOptions): boolean {
  const tags = tagsOf(options.platform);
  return options.catalogue.some(
    (probe) => probe.group === group && probe.tier === "platform" && probe.platforms.some((tag) => tags.includes(tag)),
  );
}

function usesSourceMaps(probe: ExposureProbe, options: PlanOptions): boolean {
  return options.sourceMaps.length > 0 && probe.paths.includes("{sourcemap}");
}

/** The paths of a template; none where what it needs is not known. */
function expand(template: string, options: PlanOptions): readonly string[] {
  if (template === "{sourcemap}") return options.sourceMaps;
  const day = options.today.toISOString().slice(0, 10);
  return [
    template
      .replaceAll("{host}", options.host)
      .replaceAll("{sld}", options.label)
      .replaceAll("{yyyy-mm-dd}", day)
      .replaceAll("{yyyy}", day.slice(0, 4)),
  ];
}

/** Harmless families first; within a family what is published on purpose comes before what is not. */
function rank(step: Step): number {
  return Math.max(
    ...step.probes.map((probe) => EXPOSURE_GROUPS.indexOf(probe.group) + (probe.kind === "exposure" ? 0.5 : 0)),
  );
}

/** Whether a path has a segment that begins with a dot, `.well-known` apart. */
export function isDotfile(path: string): boolean {
  return /\/\.(?!well-known\/)/.test(path);
}

/** Puts other requests between dotfiles, taken from the most sensitive of the rest. */
function spreadDotfiles(steps: readonly Step[]): readonly Step[] {
  const plain = steps.filter((step) => !isDotfile(step.path));
  const dotted = steps.filter((step) => isDotfile(step.path));
  const spacers = Math.min(plain.length, Math.ceil(dotted.length / DOTFILES_IN_A_ROW));
  const result = plain.slice(0, plain.length - spacers);
  const between = plain.slice(plain.length - spacers);
  for (let index = 0; index < dotted.length; index += DOTFILES_IN_A_ROW) {
    const spacer = between[index / DOTFILES_IN_A_ROW];
    if (spacer !== undefined) result.push(spacer);
    result.push(...dotted.slice(index, index + DOTFILES_IN_A_ROW));
  }
  return result;
}
