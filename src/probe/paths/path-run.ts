import type { ProgressReporter } from "../../core/events.ts";
import type { SectionValue } from "../../core/evidence/evidence.ts";
import type { ExposureProbe } from "../../data/exposures/exposure.ts";
import { isBlockMark } from "../../net/block-detector.ts";
import { NetError } from "../../net/net.ts";
import { behaviourOf, throwsDice, type PlainAnswer } from "./behaviour.ts";
import { homeClass, isSameHome, type HomeClass } from "./control.ts";
import { guardedHit, hitOf, inPlanOrder } from "./hits.ts";
import { matchContent } from "./match.ts";
import type { Step } from "./plan.ts";
import type { Outcome, Requester } from "./requester.ts";
import type { Seen } from "./seen.ts";
import { createVerifier, type Judgement, type Sighting } from "./verify.ts";

type PathsValue = SectionValue<"paths">;
type Hit = PathsValue["hits"][number];

export interface PathRunOptions {
  readonly requester: Requester;
  readonly steps: readonly Step[];
  /** Requests that may be sent, everything included. */
  readonly limit: number;
  readonly random: () => number;
  readonly wait: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly progress: ProgressReporter | undefined;
  readonly signal: AbortSignal | undefined;
}

export interface PathRunResult {
  readonly calibrated: boolean;
  readonly stopped: PathsValue["stopped"];
  readonly blockedAfter: number | null;
  readonly behaviour: PathsValue["behaviour"];
  readonly controls: number;
  readonly hits: readonly Hit[];
  readonly notMade: readonly Step[];
}

export interface PathRun {
  make(): Promise<PathRunResult>;
}

/** Paths asked between two looks at the home page. */
const CONTROL_EVERY = 40;

/** Requests under way at a time: two connections. */
const LANES = 2;

/** Marks of blocking among the last ten answers that brake the run: fewer than those at which the net layer stops for good. */
const BRAKE = 3;
const WINDOW = 10;

/** Answers in a row that a wall could have given; then the home page is asked before its turn. */
const SUSPICIOUS_ROW = 6;

/** Failures in a row (time-outs, resets) after which the home page is asked. */
const FAILED_ROW = 3;

/** Waited before the run goes on slower, and between requests from then on. */
const BRAKE_MS = 5_000;
const SLOW_MS = 1_000;

/** Milliseconds of waiting for answers after which the rest is left: a tar-pit must not hold a scan for an hour. */
const PATIENCE_MS = 180_000;

/** Requests kept back for the looks at the home page that are still to come. */
const RESERVED = 3;

/** Neighbours asked to tell "protected" from "refuses everything". */
const PROTECTED_LIMIT = 6;

/** What is known of one step. Absence counts only once the home page was seen in order after it. */
type StepResult = "pending" | "found" | "absent" | "lost";

/** One run over the steps. Everything that it needs is given; it keeps no state outside itself. */
export function createPathRun(options: PathRunOptions): PathRun {
  const { requester, steps, limit } = options;
  const results = new Map<Step, StepResult>();
  const retried = new Set<Step>();
  const found: Found[] = [];
  const guarded: Hit[] = [];
  const refusals = new Map<Step, Seen>();
  /** Steps whose connection was cut off or that made the server fail, and whether that happened twice. */
  const dropped = new Map<Step, boolean>();
  const answers: PlainAnswer[] = [];
  const marks: boolean[] = [];
  let queue: readonly Step[] = steps;
  let sinceControl: Step[] = [];
  let baseline: HomeClass | null = null;
  let calibrated = false;
  let controls = 0;
  let slow = false;
  let stopped: PathsValue["stopped"] = null;
  let blockedAfter: number | null = null;
  let suspiciousRow = 0;
  let suspiciousLimit = SUSPICIOUS_ROW;
  let failedRow = 0;
  let failedLimit = FAILED_ROW;
  let done = 0;

  const spare = (): number => limit - RESERVED - requester.sent;
  const verifier = createVerifier(requester, options.random, spare);

  async function make(): Promise<PathRunResult> {
    await calibrate();
    await askAll();
    // A cut connection may have been an accident: it is asked once more, where there is room.
    if (stopped === null && dropped.size <= spare()) {
      queue = [...dropped.keys()];
      await askAll();
    }
    if (stopped === null) await control();
    // The last look may have put into doubt what came just before it.
    if (queue.length > 0 && stopped === null) {
      await askAll();
      if (!isStopped()) await control();
    }
    const erratic = verifier.erratic || throwsDice(answers);
    if (erratic) await recheck();
    else await judgeRefusals();
    const hits = [...found.map(({ sighting, judgement }) => hitOf(sighting, judgement)), ...guarded];
    return {
      calibrated,
      stopped,
      blockedAfter,
      behaviour: erratic ? "unpredictable" : behaviourOf(answers, verifier.unknownStatuses),
      controls,
      hits: inPlanOrder(hits, steps),
      notMade: steps.filter((step) => !["found", "absent"].includes(results.get(step) ?? "pending")),
    };
  }

  /** Read through a function, because what was awaited may have changed it. */
  function isStopped(): boolean {
    return stopped !== null;
  }

  async function askAll(): Promise<void> {
    while (queue.length > 0 && stopped === null) {
      const window = queue.slice(0, slow ? 1 : LANES);
      queue = queue.slice(window.length);
      const outcomes = await Promise.all(window.map((step) => requester.get(step.path, step)));
      for (const [index, step] of window.entries()) {
        const outcome = outcomes[index];
        if (outcome !== undefined) await take(step, outcome);
      }
      done += window.length;
      options.progress?.(Math.min(done, steps.length), steps.length);
      await watch();
      if (slow && stopped === null) await options.wait(SLOW_MS, options.signal);
    }
  }

  /** Two looks at the home page: the second tells whether it can serve as a control at all. */
  async function calibrate(): Promise<void> {
    const first = await home();
    if (first.kind === "refused") {
      stop("blocked");
      return;
    }
    if (first.kind === "failed") await recordDryRun(first.code);
    if (first.kind !== "answered") throw new NetError(first.code, "the home page could not be asked for");
    if (first.seen.status >= 500) {
      // A site that fails for everybody tells nothing of its paths.
      stop("http-error");
      return;
    }
    const second = await home();
    baseline = homeClass(first.seen);
    calibrated = second.kind === "answered" && isSameHome(baseline, homeClass(second.seen));
  }

  async function home(): Promise<Outcome> {
    controls += 1;
    return await requester.home();
  }

  /** `--dry-run` answers every request with the same failure: every path is asked once, so that it can be printed. */
  async function recordDryRun(code: string): Promise<void> {
    if (code !== "dry-run") return;
    for (const step of steps) await requester.get(step.path, step);
  }

  async function take(step: Step, outcome: Outcome): Promise<void> {
    if (outcome.kind === "failed") {
      failedRow += 1;
      if (outcome.code === "reset") drop(step);
      else results.set(step, "lost");
      if (outcome.code === "blocked") stop("blocked");
      else if (outcome.code === "budget") stop("budget");
      else sinceControl.push(step);
      return;
    }
    failedRow = 0;
    if (outcome.kind === "refused") {
      note(true);
      suspiciousRow += 1;
      results.set(step, "lost");
      sinceControl.push(step);
      return;
    }
    note(false);
    sinceControl.push(step);
    if (outcome.seen.status >= 500) {
      drop(step);
      return;
    }
    dropped.delete(step);
    const { status } = outcome.seen;
    // An error page is one whatever it looks like, and nobody need look.
    answers.push({ path: step.path, status, kind: status >= 400 ? "html" : outcome.seen.kind });
    suspiciousRow = outcome.seen.status === 403 || outcome.seen.status === 406 ? suspiciousRow + 1 : 0;
    results.set(step, "absent");
    if (outcome.seen.status === 401 || outcome.seen.status === 403) {
      refusals.set(step, outcome.seen);
    }
    for (const probe of step.probes) await look(step, probe, outcome);
  }

  /**
   * Some servers close the connection in the place of a refusal (nginx's 444), others fail where a wall holds the answer back: once it
   * may be an accident, twice it is how this path answers everybody.
   */
  function drop(step: Step): void {
    const twice = dropped.get(step) === false;
    dropped.set(step, twice);
    results.set(step, twice ? "absent" : "lost");
  }

  async function look(
    step: Step,
    probe: ExposureProbe,
    outcome: Extract<Outcome, { kind: "answered" }>,
  ): Promise<void> {
    // A redirect was followed for another probe's sake: this one did not ask for that page.
    if (outcome.hops > 0 && !probe.follow) return;
    const match = matchContent(probe, outcome.seen, step.path);
    if (match === null) return;
    const sighting: Sighting = { probe, path: step.path, seen: outcome.seen, match };
    const judgement = await verifier.judge(sighting);
    if (judgement.outcome === "absent") return;
    results.set(step, judgement.outcome === "confirmed" ? "found" : "lost");
    found.push({ step, sighting, judgement });
  }

  function note(mark: boolean): void {
    marks.push(mark);
    if (marks.length > WINDOW) marks.shift();
  }

  /** Decides after each pair of answers whether to go on, to look at the home page, to brake or to stop. */
  async function watch(): Promise<void> {
    if (stopped !== null) return;
    if (marks.filter(Boolean).length >= BRAKE) {
      await brake();
    } else if (
      sinceControl.length >= CONTROL_EVERY ||
      failedRow >= failedLimit ||
      (suspiciousRow >= suspiciousLimit && sinceControl.length >= suspiciousLimit)
    ) {
      // A wall that lets the home page through is asked about less and less often.
      if (suspiciousRow >= suspiciousLimit) suspiciousLimit *= 2;
      if (failedRow >= failedLimit) failedLimit *= 2;
      await control();
    }
    if (stopped === null && requester.waitedMs > PATIENCE_MS) stop("slow");
    if (stopped === null && queue.length > 0 && spare() < LANES) stop("budget");
  }

  /** The home page in order makes what was seen since the last look final; anything else brakes. */
  async function control(): Promise<void> {
    suspiciousRow = 0;
    failedRow = 0;
    if (await isInOrder()) sinceControl = [];
    else await brake();
  }

  async function isInOrder(): Promise<boolean> {
    const now = await home();
    if (now.kind !== "answered") return false;
    // A home page that changes by itself cannot tell a wall; only a refusal can.
    if (!calibrated || baseline === null) return !isBlockMark({ ...now.seen, body: now.seen.raw });
    return isSameHome(baseline, homeClass(now.seen));
  }

  /** Waits once and goes on slower with what is in doubt; the second time the rest is left unmade. */
  async function brake(): Promise<void> {
    const doubtful = sinceControl.filter((step) => results.get(step) !== "found");
    sinceControl = [];
    marks.length = 0;
    for (const step of doubtful) results.set(step, "lost");
    if (slow) {
      stop("blocked");
      return;
    }
    slow = true;
    options.progress?.(Math.min(done, steps.length), steps.length, "slower");
    await options.wait(BRAKE_MS, options.signal);
    if (!(await isInOrder())) {
      stop("blocked");
      return;
    }
    const again = doubtful.filter((step) => !retried.has(step));
    for (const step of again) retried.add(step);
    queue = [...queue, ...again];
  }

  function stop(reason: NonNullable<PathsValue["stopped"]>): void {
    if (stopped !== null) return;
    stopped = reason;
    if (reason === "blocked") blockedAfter = requester.sent;
    for (const step of sinceControl) if (results.get(step) === "absent") results.set(step, "lost");
  }

  /** A host that once answered the same question in two ways must repeat itself before anything there counts. */
  async function recheck(): Promise<void> {
    if (stopped === "blocked") return;
    for (const item of found) {
      if (item.judgement.outcome !== "confirmed" || (await verifier.recheck(item.sighting))) continue;
      item.judgement = { outcome: "inconclusive", reason: "unstable" };
      results.set(item.step, "lost");
    }
  }

  /** 401 and 403 on a sensitive path are worth a note where its neighbour is not refused. */
  async function judgeRefusals(): Promise<void> {
    if (stopped !== null) return;
    const worth = [...refusals].flatMap(([step, seen]) => {
      const probe = step.probes.find(isSerious);
      return probe === undefined ? [] : [{ probe, path: step.path, seen }];
    });
    for (const { probe, path, seen } of worth.slice(0, PROTECTED_LIMIT)) {
      if ((await verifier.isProtected(probe, path, seen.status)) === true) guarded.push(guardedHit(probe, seen));
    }
  }

  return { make };
}

/** A sighting and what became of it; an erratic host may still lose it its standing. */
interface Found {
  readonly step: Step;
  readonly sighting: Sighting;
  judgement: Exclude<Judgement, { readonly outcome: "absent" }>;
}

function isSerious(probe: ExposureProbe): boolean {
  return probe.kind === "exposure" && probe.severity !== "info" && probe.severity !== "low";
}
