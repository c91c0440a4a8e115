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
export interface Step<Name extends SectionName = SectionName> {
  readonly section: Name;
  /** Sections that must have settled, collected or not, before it starts. */
  readonly after: readonly SectionName[];
  /** Why it does not run at all; null when it does. */
  readonly skip: (input: Omit<ProbeInput, "progress">) => SkipReason | null;
  /** Collects the facts. Rejects with a `NetError` when the network gives none. */
  readonly run: (input: ProbeInput) => Promise<SectionValue<Name>>;
}

/** The probes of a scan, in plan order. */
export type Plan = readonly Step[];

/** Types one step by its section and forgets it again, so that a plan is one list. */
export function step<Name extends SectionName>(definition: Step<Name>): Step {
  // A step's section and its value go together; a list of steps cannot say so.
  return definition as unknown as Step;
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
