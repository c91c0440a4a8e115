import pLimit from "p-limit";
import type { Evidence } from "../core/evidence/evidence.ts";
import type { Site } from "../core/sites.ts";

/**
 * Where a fleet run takes its sites from. The embedded queue is the sites file itself; a queue that several machines share
 * fits behind the same two calls.
 */
export interface SiteQueue {
  /** The next site to scan; null when there is none left. */
  take(): Promise<Site | null>;
  /** Says that a site is settled for good: it is never handed out again. */
  settle(site: Site): Promise<void>;
}

/** What became of a site: evidence (complete or not), or the fault that kept it from being scanned at all. */
export type SiteOutcome =
  { readonly evidence: Evidence } | { readonly error: { readonly code: string; readonly message: string } };

export interface FleetOptions {
  readonly queue: SiteQueue;
  /** Sites at once, 1 to 1,000. */
  readonly concurrency: number;
  /** Milliseconds after which a site's scan is cut off, so that a tar-pit never holds the others up. */
  readonly siteDeadlineMs: number;
  /** Scans one site; what it knows when the signal aborts is kept. */
  readonly scan: (site: Site, signal: AbortSignal) => Promise<Evidence>;
  /** Keeps an outcome. Sites are settled in the order in which they finish, one at a time. */
  readonly settled: (site: Site, outcome: SiteOutcome) => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Scans the sites of a queue, so many at once. Whatever happens to a site, it has one outcome; a site that was under way
 * when the run was interrupted has none, so that a resumed run does it again.
 */
export async function runFleet(options: FleetOptions): Promise<void> {
  const { queue, concurrency } = options;
  const failure = new AbortController();
  const signal = AbortSignal.any([options.signal, failure.signal]);
  const limit = pLimit(concurrency);
  const inTurn = pLimit(1);
  const waiting = new Set<Promise<void>>();

  async function scanAndSettle(site: Site): Promise<void> {
    if (signal.aborted) return;
    const outcome = await scanOne(site, options, signal);
    // An interrupted site is no result: the run may be resumed.
    if (signal.aborted) return;
    await inTurn(async () => {
      await options.settled(site, outcome);
      await queue.settle(site);
    });
  }

  while (!signal.aborted) {
    const site = await queue.take();
    if (site === null) break;
    const job: Promise<void> = limit(() => scanAndSettle(site))
      // A result that cannot be kept (a full disk) ends the run; sites under way are left for a resumed one.
      .catch((error: unknown) => failure.abort(error))
      .finally(() => waiting.delete(job));
    waiting.add(job);
    // No more than one site waits behind those under way: memory does not grow with the fleet.
    if (waiting.size > concurrency) await Promise.race(waiting);
  }
  await Promise.all(waiting);
  if (failure.signal.aborted) throw failure.signal.reason;
}

async function scanOne(site: Site, options: FleetOptions, signal: AbortSignal): Promise<SiteOutcome> {
  const deadline = AbortSignal.timeout(options.siteDeadlineMs);
  try {
    return { evidence: await options.scan(site, AbortSignal.any([signal, deadline])) };
  } catch (error) {
    return { error: { code: "internal", message: error instanceof Error ? error.message : String(error) } };
  }
}

/** The embedded queue: a list in memory, without the sites that an earlier run has done. */
export function listQueue(sites: readonly Site[], done: ReadonlySet<string>): SiteQueue {
  let next = 0;
  return {
    take() {
      while (next < sites.length) {
        const site = sites[next];
        next += 1;
        if (site !== undefined && !done.has(site.id)) return Promise.resolve(site);
      }
      return Promise.resolve(null);
    },
    settle: () => Promise.resolve(),
  };
}
