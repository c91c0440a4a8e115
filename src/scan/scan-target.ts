import { setMaxListeners } from "node:events";
import { runCheck } from "../core/assessment.ts";
import type { Catalogue, CheckContext } from "../core/check.ts";
import {
  SECTION_NAMES,
  type Authorisation,
  type Evidence,
  type Pace,
  type SectionName,
  type Sections,
  type Target,
} from "../core/evidence/evidence.ts";
import type { Failure } from "../core/evidence/section.ts";
import type { ScanEvent } from "../core/events.ts";
import type { Profile } from "../core/profile.ts";
import { NetError, type Net } from "../net/net.ts";
import { EventQueue } from "./event-queue.ts";
import type { AnyStep, Plan, ProbeInput } from "./plan.ts";

export interface ScanOptions {
  readonly target: Target;
  readonly net: Net;
  readonly plan: Plan;
  readonly authorised: Authorisation | null;
  readonly pace: Pace;
  readonly toolVersion: string;
  readonly conditions: Omit<Evidence["conditions"], "interrupted">;
  /** Sections to probe; the others are skipped as not-selected. All when absent. */
  readonly sections?: readonly SectionName[];
  /** Checks that are told as events as soon as their sections have settled; none when absent. */
  readonly judge?: { readonly catalogue: Catalogue; readonly profile: Profile };
  readonly signal?: AbortSignal | undefined;
  readonly now: () => Date;
}

/**
 * Takes one target through the plan. The stream is progress; its last event carries the evidence, which is the record. A
 * cancelled scan still ends with evidence: what had settled, and the rest skipped as interrupted.
 */
export function scanTarget(options: ScanOptions): AsyncIterable<ScanEvent> {
  const leaving = new AbortController();
  const events = new EventQueue<ScanEvent>(() => leaving.abort());
  const signal = options.signal === undefined ? leaving.signal : AbortSignal.any([options.signal, leaving.signal]);
  // All probes listen to it; Node warns of more than ten listeners unless told that they are meant.
  setMaxListeners(0, signal);
  new ScanRun(options, events, signal).start().then(
    () => events.end(),
    (error: unknown) => events.fail(error),
  );
  return events;
}

/** The state of one scan under way. */
class ScanRun {
  readonly #options: ScanOptions;
  readonly #events: EventQueue<ScanEvent>;
  readonly #signal: AbortSignal;
  readonly #sections: Partial<Record<SectionName, Sections[SectionName]>> = {};
  readonly #judged = new Set<string>();
  readonly #startedAt: Date;

  constructor(options: ScanOptions, events: EventQueue<ScanEvent>, signal: AbortSignal) {
    this.#options = options;
    this.#events = events;
    this.#signal = signal;
    this.#startedAt = options.now();
  }

  async start(): Promise<void> {
    const { target, plan } = this.#options;
    this.#events.push({
      type: "scan-started",
      target,
      at: this.#startedAt.toISOString(),
      sections: plan.map((step) => step.section),
    });
    const settled = new Map<SectionName, Promise<void>>();
    for (const step of plan) {
      const earlier = Promise.all(step.after.map((name) => settled.get(name) ?? Promise.resolve()));
      settled.set(step.section, this.#runStep(step, earlier));
    }
    await Promise.all(settled.values());
    for (const name of SECTION_NAMES) this.#sections[name] ??= { state: "skipped", reason: "not-selected" };
    this.#judgeSettled(true);
    this.#events.push({ type: "scan-finished", at: this.#options.now().toISOString(), evidence: this.#evidence() });
  }

  async #runStep(step: AnyStep, earlier: Promise<unknown>): Promise<void> {
    await earlier;
    const { section } = step;
    const started = this.#isSelected(section) && !this.#signal.aborted;
    if (started) {
      this.#events.push({ type: "probe-started", section, at: this.#options.now().toISOString(), budget: null });
    }
    const result = await this.#settle(step);
    this.#sections[section] = result;
    this.#events.push({
      type: "probe-finished",
      section,
      at: this.#options.now().toISOString(),
      state: result.state,
      ...(result.state === "collected"
        ? {}
        : { reason: result.state === "failed" ? result.error.code : result.reason }),
      cost: this.#options.net.cost(),
    });
    this.#judgeSettled(false);
  }

  async #settle(step: AnyStep): Promise<Sections[SectionName]> {
    if (!this.#isSelected(step.section)) return { state: "skipped", reason: "not-selected" };
    if (this.#signal.aborted) return { state: "skipped", reason: "interrupted" };
    const input: ProbeInput = {
      net: this.#options.net,
      target: this.#options.target,
      hosts: this.#options.conditions.scope,
      authorised: this.#options.authorised,
      before: this.#soFar(),
      signal: this.#signal,
      progress: (done, planned, note) =>
        this.#events.push({
          type: "probe-progress",
          section: step.section,
          done,
          planned,
          ...(note === undefined ? {} : { note }),
        }),
    };
    const skip = step.skip(input);
    if (skip !== null) return { state: "skipped", reason: skip };
    try {
      // A step's section and its value go together (see `AnyStep` in plan.ts).
      return { state: "collected", value: await step.run(input) } as Sections[SectionName];
    } catch (error) {
      if (this.#signal.aborted) return { state: "skipped", reason: "interrupted" };
      // What the proxy cannot carry was not tried at all.
      if (error instanceof NetError && error.code === "proxy") return { state: "skipped", reason: "proxy" };
      return { state: "failed", error: failureOf(error) };
    }
  }

  /** Tells the checks whose every section has settled; at the end, all that are left. */
  #judgeSettled(finished: boolean): void {
    const { judge, target } = this.#options;
    if (judge === undefined) return;
    const context: CheckContext = { target, at: this.#options.now() };
    for (const check of judge.catalogue) {
      const settings = judge.profile.checks[check.id];
      if (settings === undefined || this.#judged.has(check.id)) continue;
      const ready = [...check.needs, ...check.uses].every((name) => this.#sections[name] !== undefined);
      if (!ready && !finished) continue;
      this.#judged.add(check.id);
      this.#events.push({ type: "check-finished", result: runCheck(check, settings, this.#soFar(), context) });
    }
  }

  #evidence(): Evidence {
    const { target, authorised, pace, net, toolVersion, conditions } = this.#options;
    const finishedAt = this.#options.now();
    const sections = this.#allSections();
    return {
      schema: "vigie.evidence/1",
      target,
      tool: { name: "vigie", version: toolVersion },
      startedAt: this.#startedAt.toISOString(),
      finishedAt: finishedAt.toISOString(),
      authorised,
      pace,
      cost: {
        ...net.cost(),
        wallMs: Math.max(0, finishedAt.getTime() - this.#startedAt.getTime()),
        ...(sections.dns.state === "collected" ? { dnsQueries: sections.dns.value.queries } : {}),
      },
      conditions: { ...conditions, interrupted: this.#signal.aborted },
      sections,
    };
  }

  #soFar(): Partial<Sections> {
    // Each value was stored under the name of its own step.
    return this.#sections as Partial<Sections>;
  }

  #allSections(): Sections {
    // `start` has given every name a section.
    return this.#sections as Sections;
  }

  #isSelected(section: SectionName): boolean {
    return this.#options.sections?.includes(section) ?? true;
  }
}

/** An expected failure keeps its code; anything else is a fault of ours and says so, without ending the scan. */
function failureOf(error: unknown): Failure {
  if (error instanceof NetError) return { code: error.code, message: error.message };
  return { code: "internal", message: `fault in Vigie: ${error instanceof Error ? error.message : String(error)}` };
}
