import { setTimeout as delay } from "node:timers/promises";
import type { ProgressReporter } from "../../core/events.ts";
import type { SectionValue, Target } from "../../core/evidence/evidence.ts";
import { EXPOSURE_CATALOGUE, exposureProbes } from "../../data/exposures/catalogue.ts";
import type { ExposureProbe, ProbeTier } from "../../data/exposures/exposure.ts";
import type { Net } from "../../net/net.ts";
import { catalogueDigest } from "./digest.ts";
import { createPathRun } from "./path-run.ts";
import { planSteps, type Step } from "./plan.ts";
import { createRequester } from "./requester.ts";

type PathsValue = SectionValue<"paths">;

export interface ProbePathsOptions {
  readonly net: Net;
  readonly target: Target;
  /** The origin that visitors end on, such as https://www.bakery.test/. */
  readonly baseUrl: string;
  /** Platform id of the pages evidence; null where it was not recognised. */
  readonly platform: string | null;
  /** Default: core and platform. */
  readonly tiers?: readonly ProbeTier[];
  /** The user's own probes; see `custom-probes.ts`. */
  readonly extraProbes?: readonly ExposureProbe[];
  /** Addresses that first-party scripts name as their source maps; only those of the origin are asked for. */
  readonly sourceMaps?: readonly string[];
  readonly progress?: ProgressReporter | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The day for templates with dates; default today. */
  readonly now?: () => Date;
  /** Numbers in [0, 1) for canaries; default the system's. */
  readonly random?: () => number;
  /** Waits before going on slower; default the system's timers. */
  readonly wait?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** Requests of the core and platform tiers together, canaries and controls included. */
export const REQUEST_LIMIT = 170;

/** More paths than the limit has room for are the operator's own wish (--deep, --paths); half as many again verify them. */
function requestLimit(paths: number): number {
  return paths + MOST_CONTROLS < REQUEST_LIMIT ? REQUEST_LIMIT : Math.ceil(paths * 1.5);
}

/** Looks at the home page that a run of the usual tiers needs. */
const MOST_CONTROLS = 10;

/** Source maps asked for: the bundles of a shop, not of a whole site. */
const MAX_SOURCE_MAPS = 5;

/**
 * Asks for what should not be there, harmless paths first, and proves every hit by its content. Rejects with a `NetError` when the
 * site could not be asked at all; blocking, slowness and spent budgets are part of the value.
 */
export async function probePaths(options: ProbePathsOptions): Promise<PathsValue> {
  const tiers = options.tiers ?? ["core", "platform"];
  const origin = new URL(options.baseUrl).origin;
  const extra = options.extraProbes ?? [];
  const catalogue = extra.length === 0 ? exposureProbes : [...exposureProbes, ...extra];
  const steps = planSteps({
    catalogue,
    tiers: [...new Set([...tiers, ...extra.map((probe) => probe.tier)])],
    platform: options.platform,
    host: options.target.host,
    label: labelOf(options.target),
    today: (options.now ?? (() => new Date()))(),
    sourceMaps: sourceMapPaths(options.sourceMaps ?? [], origin),
  });
  const requester = createRequester(options.net, origin, options.signal);
  const limit = requestLimit(steps.length);
  const run = createPathRun({
    requester,
    steps,
    limit,
    random: options.random ?? Math.random,
    wait: options.wait ?? defaultWait,
    progress: options.progress,
    signal: options.signal,
  });
  const result = await run.make();
  return {
    calibrated: result.calibrated,
    blocked: result.stopped === "blocked",
    blockedAfter: result.blockedAfter,
    stopped: result.stopped,
    behaviour: result.behaviour,
    planned: steps.length,
    sent: requester.sent,
    controls: result.controls,
    tiers: [...tiers],
    platform: options.platform,
    catalogue: catalogueDigest(catalogue),
    catalogueDate: EXPOSURE_CATALOGUE.date,
    hits: result.hits,
    notMade: result.notMade.length,
    probes: askedOf(steps, result.notMade),
  };
}

/** The source maps that the scripts of the pages name. */
export function sourceMapsOf(pages: SectionValue<"pages">["pages"]): readonly string[] {
  const facts = pages.flatMap((page) => page.scripts.flatMap((script) => script.literals));
  return [...new Set(facts)].flatMap((fact) =>
    fact.startsWith("source-map:") ? [fact.slice("source-map:".length)] : [],
  );
}

/** The registrable label: `bakery` of shop.bakery.test. */
function labelOf(target: Target): string {
  return (target.domain ?? target.host).split(".")[0] ?? target.host;
}

function sourceMapPaths(urls: readonly string[], origin: string): readonly string[] {
  const paths = urls.flatMap((text) => {
    const url = URL.parse(text, origin);
    return url !== null && url.origin === origin && url.pathname !== "/" ? [url.pathname + url.search] : [];
  });
  return [...new Set(paths)].slice(0, MAX_SOURCE_MAPS);
}

/** What was asked, probe by probe: a path counts for every probe that judges it. */
function askedOf(steps: readonly Step[], notMade: readonly Step[]): PathsValue["probes"] {
  const missing = new Set(notMade);
  const asked = new Map<string, { probe: string; planned: number; notMade: number }>();
  for (const step of steps) {
    for (const { id } of step.probes) {
      const entry = asked.get(id) ?? { probe: id, planned: 0, notMade: 0 };
      entry.planned += 1;
      if (missing.has(step)) entry.notMade += 1;
      asked.set(id, entry);
    }
  }
  return [...asked.values()];
}

async function defaultWait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await delay(ms, undefined, signal === undefined ? {} : { signal });
}
