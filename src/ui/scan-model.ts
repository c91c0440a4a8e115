import type { CheckResult, Finding } from "../core/assessment.ts";
import type { SectionName } from "../core/evidence/evidence.ts";
import type { ScanEvent } from "../core/events.ts";

export interface ProbeProgress {
  readonly section: SectionName;
  readonly state: "waiting" | "running" | "collected" | "failed" | "skipped";
  readonly done: number;
  readonly planned: number | null;
  readonly note: string | null;
  readonly reason: string | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number | null;
}

/** A scan under way, as the terminal shows it. */
export interface LiveScan {
  readonly host: string;
  readonly startedAt: number;
  readonly probes: readonly ProbeProgress[];
  /** In the order in which they settled. */
  readonly results: readonly CheckResult[];
  /** The newest last. */
  readonly findings: readonly Finding[];
  readonly slowed: boolean;
  readonly cancelling: boolean;
}

/** A scan that was asked for and has not spoken yet. */
export function newLiveScan(host: string, at: number): LiveScan {
  return { host, startedAt: at, probes: [], results: [], findings: [], slowed: false, cancelling: false };
}

/** Folds one event into what is shown. Pure; unknown sections are ignored. */
export function applyEvent(live: LiveScan, event: ScanEvent): LiveScan {
  switch (event.type) {
    case "scan-started":
      return {
        ...live,
        host: event.target.host,
        probes: event.sections.map((section) => ({
          section,
          state: "waiting",
          done: 0,
          planned: null,
          note: null,
          reason: null,
          startedAt: null,
        })),
      };
    case "probe-started":
      return change(live, event.section, () => ({
        state: "running",
        planned: event.budget,
        startedAt: Date.parse(event.at),
      }));
    case "probe-progress":
      return change(live, event.section, (probe) => ({
        done: event.done,
        // A probe may find more to ask for than it had planned.
        planned: event.planned === null ? probe.planned : Math.max(event.planned, event.done),
        note: event.note ?? null,
      }));
    case "probe-finished":
      return change(live, event.section, () => ({ state: event.state, note: null, reason: event.reason ?? null }));
    case "check-finished":
      return {
        ...live,
        results: [...live.results, event.result],
        findings: [...live.findings, ...event.result.findings],
      };
    case "scan-finished":
      return live;
  }
}

function change(
  live: LiveScan,
  section: SectionName,
  patch: (probe: ProbeProgress) => Partial<ProbeProgress>,
): LiveScan {
  return {
    ...live,
    probes: live.probes.map((probe) => (probe.section === section ? { ...probe, ...patch(probe) } : probe)),
  };
}

/** Milliseconds that the running probes still need at their present speed; null where it cannot be said. */
export function remainingMs(live: LiveScan, now: number): number | null {
  const guesses = live.probes.flatMap(({ state, done, planned, startedAt }) => {
    if (state !== "running" || planned === null || startedAt === null || done < 3 || planned <= done) return [];
    return [((now - startedAt) / done) * (planned - done)];
  });
  return guesses.length === 0 ? null : Math.max(...guesses);
}
