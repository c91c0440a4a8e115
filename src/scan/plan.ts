import type { Authorisation, SectionName, Sections, SectionValue, Target } from "../core/evidence/evidence.ts";
import type { SkipReason } from "../core/evidence/section.ts";
import type { ProgressReporter } from "../core/events.ts";
import type { Net } from "../net/net.ts";

/** What every probe is given. */
export interface ProbeInput {
  readonly net: Net;
  readonly target: Target;
  /** The hosts in scope: the target, apex, www and the listed ones. */
  readonly hosts: readonly string[];
  readonly authorised: Authorisation | null;
  /** The sections that settled before it. */
  readonly before: Partial<Sections>;
  readonly progress: ProgressReporter;
  readonly signal: AbortSignal;
}

/** One probe of the plan. */
export interface Step<Name extends SectionName> {
  readonly section: Name;
  /** Sections that must have settled, collected or not, before it starts. */
  readonly after: readonly SectionName[];
  /** Why it does not run at all; null when it does. */
  readonly skip: (input: Omit<ProbeInput, "progress">) => SkipReason | null;
  /** Collects the facts. Rejects with a `NetError` when the network gives none. */
  readonly run: (input: ProbeInput) => Promise<SectionValue<Name>>;
}

/** A step of any section: its name and its value go together. */
export type AnyStep = { readonly [Name in SectionName]: Step<Name> }[SectionName];

/** The probes of a scan, in plan order. */
export type Plan = readonly AnyStep[];

/** Types one step by the section that it names. */
export function step<Name extends SectionName>(definition: Step<Name>): Step<Name> {
  return definition;
}

/** The value of a section that settled well; undefined otherwise. */
export function collected<Name extends SectionName>(
  sections: Partial<Sections>,
  name: Name,
): SectionValue<Name> | undefined {
  const section = sections[name];
  // The table of sections ties a name to its value.
  return section?.state === "collected" ? (section.value as SectionValue<Name>) : undefined;
}
