import { resolve } from "node:path";
import type { Evidence } from "../../core/evidence/evidence.ts";
import type { ScanEvent } from "../../core/events.ts";
import type { Site } from "../../core/sites.ts";
import { createSchedulerPool, type SchedulerPool } from "../../net/scheduler.ts";
import { defaultPlan } from "../../scan/default-plan.ts";
import { listQueue, runFleet, type SiteOutcome } from "../../scan/fleet.ts";
import type { HistoryStore, RunRecord, SiteResult } from "../../store/history.ts";
import { gateOf, gateRule, sayWaivers } from "../deliver.ts";
import type { Io } from "../io.ts";
import { languageFor } from "../language.ts";
import { judgeSite, resultOf } from "../judge-site.ts";
import { newRunId, RETENTION } from "../keeping.ts";
import type { NetworkSettings } from "../network-settings.ts";
import type { Options } from "../options.ts";
import { evidenceOf } from "../perform-scan.ts";
import { readPorts, readUserPage } from "../scan-inputs.ts";
import { toolVersion } from "../version.ts";
import type { FleetInputs } from "./fleet-inputs.ts";
import type { SiteLine } from "./fleet-log.ts";
import { FleetNotices } from "./fleet-notices.ts";
import { keepHeapModest } from "./modest-heap.ts";
import { judgedFromHistory } from "./site-report.ts";

/** Sites at once, unless `--concurrency` says otherwise. */
const DEFAULT_CONCURRENCY = 16;

/** Who is told how a fleet run goes: the log of the command, or the rows of the terminal. */
export interface FleetListener {
  readonly started?: (site: Site) => void;
  readonly event?: (site: Site, event: ScanEvent) => void;
  /** A site is done and kept. */
  readonly settled: (site: Site, line: SiteLine) => Promise<void>;
}

export interface FleetWork {
  readonly history: HistoryStore;
  readonly inputs: FleetInputs;
  readonly options: Options;
  readonly network: NetworkSettings;
  /** Its signal interrupts the run; warnings and what became of the notices go to its stderr. */
  readonly io: Io;
  /** Go on with an interrupted run over the same sites, if there is one. */
  readonly resume: boolean;
  readonly listener: FleetListener;
}

/** Reads the options of a fleet run that need no file, so that a wrong one is told before anything is. Throws `UsageError`. */
export function fleetPace(options: Options): { readonly concurrency: number } {
  return { concurrency: options.integer("concurrency", 1, 1000) ?? DEFAULT_CONCURRENCY };
}

/** One fleet run: it looks at the sites of a file and keeps, gates and tells each of them. */
export class FleetScan {
  readonly #work: FleetWork;
  readonly #schedulers: SchedulerPool;
  readonly #notices: FleetNotices;
  #done = 0;
  /** Sites by the exit code that each of them would have alone; none under 0. */
  readonly #gated = new Map<number, string[]>();

  constructor(work: FleetWork) {
    this.#work = work;
    this.#schedulers = createSchedulerPool(work.network);
    this.#notices = new FleetNotices({
      history: work.history,
      io: work.io,
      allowPrivate: work.network.allowPrivate,
    });
  }

  /** The gravest exit code of the sites so far (3 before 1 before 0), and the sites that have it. */
  get outcome(): { readonly exitCode: number; readonly sites: readonly string[] } {
    const exitCode = Math.max(0, ...this.#gated.keys());
    return { exitCode, sites: this.#gated.get(exitCode) ?? [] };
  }

  /** From now on every address is asked at the gentle pace, whatever its site says. */
  slowDown(): void {
    this.#schedulers.slowDown();
  }

  /**
   * Runs to the end or to the interruption, after which the run may be resumed; gives its record. Hold the lock of the data
   * directory meanwhile. Throws `UsageError` before the first site for a webhook that is not set up.
   */
  async run(): Promise<RunRecord> {
    keepHeapModest();
    const { history, inputs, options, io } = this.#work;
    const run = await this.#begin();
    await this.#notices.prepare(inputs.sites);
    const done = await history.sitesDone(run.id);
    this.#done = done.size;
    await this.#judgeEarlier(run, done);
    await runFleet({
      queue: listQueue(inputs.sites, done),
      ...fleetPace(options),
      siteDeadlineMs: this.#work.network.siteDeadlineMs,
      scan: (site, signal) => this.#scanSite(site, signal),
      settled: (site, outcome) => this.#settle(run, site, outcome),
      signal: io.signal,
    });
    if (io.signal.aborted) return run;
    const finishedAt = io.now();
    await history.finishRun(run.id, finishedAt.toISOString());
    await history.retain(RETENTION, finishedAt);
    await this.#notices.send();
    return run;
  }

  async #begin(): Promise<RunRecord> {
    const { history, inputs, resume, io } = this.#work;
    if (resume) {
      const unfinished = await history.resumable(inputs.digest);
      if (unfinished !== null) return unfinished;
      await io.stderr.write("vigie: there is no interrupted run over these sites; beginning a new one\n");
    }
    const run: RunRecord = {
      id: newRunId(io.now()),
      kind: "fleet",
      startedAt: io.now().toISOString(),
      finishedAt: null,
      sitesDigest: inputs.digest,
      toolVersion: toolVersion(),
    };
    await history.beginRun(run);
    return run;
  }

  async #scanSite(site: Site, signal: AbortSignal): Promise<Evidence> {
    const { inputs, network, io, options, listener } = this.#work;
    const pace = options.text("pace") === undefined ? (site.pace ?? network.pace) : network.pace;
    listener.started?.(site);
    const pages = await Promise.all(
      site.pages.map(({ role, source }) =>
        readUserPage(`${role}=${/^https?:/i.test(source) ? source : resolve(inputs.folder, source)}`),
      ),
    );
    return await evidenceOf(
      {
        target: site.target,
        hosts: site.hosts,
        authorised: site.authorised,
        network: {
          ...network,
          pace,
          allowPrivate: network.allowPrivate || site.allowPrivate,
          resolve: { ...site.resolve, ...network.resolve },
        },
        schedulers: this.#schedulers.at(pace),
        plan: defaultPlan({
          pace,
          extraRoots: network.extraCa,
          now: io.now,
          resolver: network.resolver,
          pages,
          declaredProcessors: site.processors,
          ports: readPorts(options),
        }),
        signal,
        now: io.now,
      },
      (event) => listener.event?.(site, event),
    );
  }

  async #settle(run: RunRecord, site: Site, outcome: SiteOutcome): Promise<void> {
    const { history, inputs, io, options, listener } = this.#work;
    this.#done += 1;
    const position = { done: this.#done, of: inputs.sites.length };
    if ("error" in outcome) {
      const result = failedResult(run, site, outcome.error, io.now());
      await this.#notices.noteFailure(site, outcome.error.message);
      await history.addResult({ ...result, evidence: null, states: {}, findings: [], fixed: [] });
      this.#raise(3, site);
      await listener.settled(site, { ...position, result, fresh: 0, fixed: 0 });
      return;
    }
    const past = await history.past(site.id);
    const judged = judgeSite(outcome.evidence, inputs.profileOf(site), inputs.waiversOf(site), past);
    const result = resultOf(judged, run.id);
    if (result.score?.coverage === 0) await this.#notices.noteFailure(site, "nothing could be assessed");
    await this.#notices.noteResult(site, judged, result);
    await history.addResult(result);
    await io.stderr.write(sayWaivers(judged.waivers, languageFor(options, "text", io)));
    const rule = gateRule(options, inputs.profileOf(site), site.tags);
    this.#raise(gateOf(judged, rule, options.text("baseline") !== undefined).code, site);
    const states = [...(judged.comparison?.states.values() ?? [])];
    const fresh = states.filter((state) => state === "new" || state === "reopened" || state === "worsened").length;
    await listener.settled(site, { ...position, result, fresh, fixed: result.fixed.length });
  }

  /** A resumed run gates on the sites that it had already done, too. */
  async #judgeEarlier(run: RunRecord, done: ReadonlySet<string>): Promise<void> {
    const { history, inputs, options } = this.#work;
    if (done.size === 0) return;
    const results = new Map((await history.resultsOfRun(run.id)).map((result) => [result.siteId, result]));
    for (const site of inputs.sites) {
      const result = results.get(site.id);
      if (result === undefined) continue;
      if (result.error !== null) {
        this.#raise(3, site);
        continue;
      }
      const judged = await judgedFromHistory(history, result, inputs, site);
      if (judged === null) continue;
      const rule = gateRule(options, inputs.profileOf(site), site.tags);
      this.#raise(gateOf(judged, rule, options.text("baseline") !== undefined).code, site);
    }
  }

  #raise(code: number, site: Site): void {
    if (code > 0) this.#gated.set(code, [...(this.#gated.get(code) ?? []), site.id]);
  }
}

function failedResult(
  run: RunRecord,
  site: Site,
  error: { readonly code: string; readonly message: string },
  at: Date,
): SiteResult {
  return {
    runId: run.id,
    siteId: site.id,
    url: site.target.url,
    startedAt: at.toISOString(),
    finishedAt: at.toISOString(),
    toolVersion: run.toolVersion,
    score: null,
    error,
    counts: {},
    worst: null,
    nextExpiry: null,
  };
}
