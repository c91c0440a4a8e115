import { randomInt } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { resolve } from "node:path";
import { PACES, type Evidence, type Pace } from "../../core/evidence/evidence.ts";
import type { Site } from "../../core/sites.ts";
import { createSchedulerPool, type SchedulerPool } from "../../net/scheduler.ts";
import { renderDocument } from "../../report/formats.ts";
import { jsonLine } from "../../report/json.ts";
import { defaultPlan } from "../../scan/default-plan.ts";
import { listQueue, runFleet, type SiteOutcome } from "../../scan/fleet.ts";
import { dataDirectory, lockDataDirectory, openHistory } from "../../store/data-directory.ts";
import { writeFileAtomically } from "../../store/files.ts";
import type { HistoryStore, RunRecord, SiteResult } from "../../store/history.ts";
import { readBrand } from "../brand-file.ts";
import { gateOf, gateRule, sayWaivers } from "../deliver.ts";
import { UsageError } from "../errors.ts";
import { fleetDocument, fleetJson, type FleetRun } from "../fleet/fleet-document.ts";
import { readFleetInputs, type FleetInputs } from "../fleet/fleet-inputs.ts";
import { FleetNotices } from "../fleet/fleet-notices.ts";
import { logSite } from "../fleet/fleet-log.ts";
import { judgedFromHistory, siteReport } from "../fleet/site-report.ts";
import { mayColour, type Io } from "../io.ts";
import { historyPoints } from "../history-points.ts";
import { judgeSite, resultOf } from "../judge-site.ts";
import { newRunId, RETENTION } from "../keeping.ts";
import { languageFor, speaksUtf8 } from "../language.ts";
import { networkSettings, type NetworkSettings } from "../network-settings.ts";
import type { Options } from "../options.ts";
import { planOutputs, type Output } from "../outputs.ts";
import { evidenceOf } from "../perform-scan.ts";
import { readPorts, readUserPage } from "../scan-inputs.ts";
import { toolVersion } from "../version.ts";

const DEFAULT_CONCURRENCY = 16;

/** A site that takes longer than this is cut off; what is known of it by then is kept. */
const SITE_DEADLINE_SECONDS = 900;

/** `vigie scan --sites FILE`: looks at many sites and keeps, tells and gates each of them. */
export async function scanFleet(options: Options, io: Io): Promise<number> {
  // Ignoring the option would contact every site, which is just what it promises not to do.
  if (options.flag("dry-run")) throw new UsageError("--dry-run is for one site: vigie scan URL --dry-run");
  const outputs = planOutputs(options);
  if (outputs.stdout === "evidence") throw new UsageError("a fleet has no single evidence; see vigie history export");
  const logFormat = options.choice("log", ["text", "json"], "text");
  const concurrency = options.number("concurrency", 1, 1000) ?? DEFAULT_CONCURRENCY;
  const jitterSeconds = options.number("jitter", 0, 86_400) ?? 0;
  const inputs = await readFleetInputs(options, io);
  options.number("site-deadline", 1, 86_400);
  for (const site of inputs.sites) gateRule(options, inputs.profileOf(site), site.tags);
  const network = await networkSettings(options, io);
  if (options.flag("no-save"))
    throw new UsageError("a fleet run works from its history; name another place with --data");
  const directory = dataDirectory(options.text("data"), io.env, io.cwd);
  if (jitterSeconds > 0) await wait(randomInt(0, Math.round(jitterSeconds * 1000) + 1), io.signal);
  const unlock = await lockDataDirectory(directory, io.now());
  try {
    const history = await openHistory(directory);
    try {
      const run = await beginRun(history, inputs, options.flag("resume"), io);
      const notices = new FleetNotices({ history, io, level: "medium", allowPrivate: network.allowPrivate });
      await notices.prepare(inputs.sites);
      const fleet = new FleetScan({
        notices,
        history,
        run,
        inputs,
        options,
        network,
        io,
        logFormat,
        stdout: outputs.stdout,
      });
      await fleet.scan(concurrency);
      const finishedAt = io.now().toISOString();
      if (!io.signal.aborted) {
        await history.finishRun(run.id, finishedAt);
        await history.retain(RETENTION, io.now());
        await notices.send();
      }
      await writeFleet({ history, run, inputs, finishedAt }, outputs, options, io);
      return fleet.exitCode;
    } finally {
      await history.close();
    }
  } finally {
    unlock();
  }
}

interface FleetScanInput {
  readonly notices: FleetNotices;
  readonly history: HistoryStore;
  readonly run: RunRecord;
  readonly inputs: FleetInputs;
  readonly options: Options;
  readonly network: NetworkSettings;
  readonly io: Io;
  readonly logFormat: "text" | "json";
  readonly stdout: Output;
}

/** One fleet run under way. */
class FleetScan {
  readonly #input: FleetScanInput;
  readonly #pools: ReadonlyMap<Pace, SchedulerPool>;
  #done = 0;
  #exitCode = 0;

  constructor(input: FleetScanInput) {
    this.#input = input;
    this.#pools = new Map(PACES.map((pace) => [pace, createSchedulerPool({ pace })]));
  }

  /** The gravest exit code of the sites so far: 3 before 1 before 0. */
  get exitCode(): number {
    return this.#exitCode;
  }

  async scan(concurrency: number): Promise<void> {
    const { history, run, inputs, options, io } = this.#input;
    const done = await history.sitesDone(run.id);
    this.#done = done.size;
    await this.#judgeEarlier(done);
    await runFleet({
      queue: listQueue(inputs.sites, done),
      concurrency,
      siteDeadlineMs: 1000 * (options.number("site-deadline", 1, 86_400) ?? SITE_DEADLINE_SECONDS),
      scan: (site, signal) => this.#scanSite(site, signal),
      settled: (site, outcome) => this.#settle(site, outcome),
      signal: io.signal,
    });
  }

  async #scanSite(site: Site, signal: AbortSignal): Promise<Evidence> {
    const { inputs, network, io, options } = this.#input;
    const pace = options.text("pace") === undefined ? (site.pace ?? network.pace) : network.pace;
    const schedulers = this.#pools.get(pace);
    if (schedulers === undefined) throw new Error(`no schedulers for pace ${pace}`);
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
        schedulers,
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
      () => undefined,
    );
  }

  async #settle(site: Site, outcome: SiteOutcome): Promise<void> {
    const { history, run, inputs, io, options, stdout, logFormat, notices } = this.#input;
    this.#done += 1;
    if ("error" in outcome) {
      const result = failedResult(run, site, outcome.error, io.now());
      await notices.noteFailure(site, outcome.error.message);
      await history.addResult({ ...result, evidence: null, states: {}, findings: [], fixed: [] });
      this.#raise(3);
      await logSite(io, logFormat, { done: this.#done, of: inputs.sites.length, result, fresh: 0, fixed: 0 });
      return;
    }
    const past = await history.past(site.id);
    const judged = judgeSite(outcome.evidence, inputs.profileOf(site), inputs.waiversOf(site), past);
    const result = resultOf(judged, run.id);
    if (result.score?.coverage === 0) await notices.noteFailure(site, "nothing could be assessed");
    await notices.noteResult(site, judged, result);
    await history.addResult(result);
    await io.stderr.write(sayWaivers(judged.waivers));
    const rule = gateRule(options, inputs.profileOf(site), site.tags);
    this.#raise(gateOf(judged, rule, options.text("baseline") !== undefined).code);
    const states = [...(judged.comparison?.states.values() ?? [])];
    await logSite(io, logFormat, {
      done: this.#done,
      of: inputs.sites.length,
      result,
      fresh: states.filter((state) => state === "new" || state === "reopened" || state === "worsened").length,
      fixed: result.fixed.length,
    });
    if (stdout === "jsonl") {
      const language = site.lang ?? languageFor(options, "jsonl", io);
      const report = await siteReport(history, result, inputs, site, language);
      await io.stdout.write(jsonLine({ type: "report", report }));
    }
  }

  /** A resumed run gates on the sites that it had already done, too. */
  async #judgeEarlier(done: ReadonlySet<string>): Promise<void> {
    const { history, run, inputs, options } = this.#input;
    if (done.size === 0) return;
    const results = new Map((await history.resultsOfRun(run.id)).map((result) => [result.siteId, result]));
    for (const site of inputs.sites) {
      const result = results.get(site.id);
      if (result === undefined) continue;
      if (result.error !== null) {
        this.#raise(3);
        continue;
      }
      const judged = await judgedFromHistory(history, result, inputs, site);
      if (judged === null) continue;
      const rule = gateRule(options, inputs.profileOf(site), site.tags);
      this.#raise(gateOf(judged, rule, options.text("baseline") !== undefined).code);
    }
  }

  #raise(code: number): void {
    this.#exitCode = Math.max(this.#exitCode, code);
  }
}

async function beginRun(history: HistoryStore, inputs: FleetInputs, resume: boolean, io: Io): Promise<RunRecord> {
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

async function writeFleet(
  fleet: FleetRun,
  outputs: ReturnType<typeof planOutputs>,
  options: Options,
  io: Io,
): Promise<void> {
  for (const { format, path } of outputs.files) {
    await writeFileAtomically(path, await rendered(fleet, format, options, io, false));
  }
  // The lines of jsonl were written as the sites came in.
  if (outputs.stdout === "jsonl") return;
  const document = await rendered(fleet, outputs.stdout, options, io, mayColour(io, io.stdout));
  if (typeof document === "string") await io.stdout.write(document);
  else for await (const chunk of document) await io.stdout.write(chunk);
}

async function rendered(
  fleet: FleetRun,
  output: Output,
  options: Options,
  io: Io,
  colour: boolean,
): Promise<string | AsyncIterable<string>> {
  const language = languageFor(options, output, io);
  if (output === "json") return fleetJson(fleet, language);
  if (output === "evidence") throw new UsageError("a fleet has no single evidence; see vigie history export");
  const history = new Map<string, Awaited<ReturnType<typeof historyPoints>>>();
  if (output === "html")
    for (const { id } of fleet.inputs.sites) history.set(id, await historyPoints(fleet.history, id));
  return await renderDocument(output, await fleetDocument(fleet, language), {
    colour,
    columns: io.stdout.columns,
    unicode: speaksUtf8(io.env),
    history,
    brand: await readBrand(options.text("brand")),
  });
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

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  // An interruption ends the wait; the run then stops at once.
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
