import { setTimeout as delay } from "node:timers/promises";
import type { Pace } from "../core/evidence/evidence.ts";
import type { DialKind } from "./net.ts";
import { createSemaphore } from "./semaphore.ts";
import { createTokenBucket } from "./token-bucket.ts";

/** Waits so many milliseconds; rejects with the signal's reason when aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

interface Lane {
  readonly inFlight: number;
  readonly perSecond: number;
  readonly burst: number;
}

/**
 * The pace table of the design, per address. Port connects are bounded by their rate; their places only bound memory, since
 * a filtered port holds one for its whole deadline.
 */
export const PACE_TABLE: Readonly<Record<Pace, Readonly<Record<DialKind, Lane>>>> = {
  gentle: {
    http: { inFlight: 1, perSecond: 2, burst: 1 },
    tls: { inFlight: 1, perSecond: 2, burst: 30 },
    port: { inFlight: 16, perSecond: 2, burst: 1 },
  },
  normal: {
    http: { inFlight: 4, perSecond: 20, burst: 4 },
    tls: { inFlight: 6, perSecond: 20, burst: 30 },
    port: { inFlight: 64, perSecond: 20, burst: 1 },
  },
  fast: {
    http: { inFlight: 16, perSecond: 100, burst: 16 },
    tls: { inFlight: 12, perSecond: 100, burst: 30 },
    port: { inFlight: 256, perSecond: 100, burst: 1 },
  },
};

/** Owns the pace of one address and what is in flight towards it. */
export interface AddressScheduler {
  /** Waits for a place and for its turn; the returned function gives the place back. Rejects when aborted. */
  enter(kind: DialKind, signal?: AbortSignal): Promise<() => void>;
  /** Nothing new is sent before this instant (of the pool's clock, ms): Retry-After. */
  pauseUntil(instant: number): void;
}

/** The schedulers of a process, one per address, shared by all its targets. */
export interface SchedulerPool {
  readonly pace: Pace;
  readonly now: () => number;
  for(address: string): AddressScheduler;
  /** From now on every address is treated at the gentle pace as well; what is in flight goes on. */
  slowDown(): void;
}

export interface SchedulerOptions {
  readonly pace: Pace;
  /** Milliseconds; default the system's clock. */
  readonly now?: () => number;
  readonly sleep?: Sleep;
}

/** The pool that one process shares: shops behind one address share its pace. */
export function createSchedulerPool(options: SchedulerOptions): SchedulerPool {
  const now = options.now ?? Date.now;
  const sleep = options.sleep ?? defaultSleep;
  const schedulers = new Map<string, AddressScheduler>();
  let slow = false;
  return {
    pace: options.pace,
    now,
    for(address) {
      const known = schedulers.get(address);
      if (known !== undefined) return known;
      const made = createAddressScheduler(options.pace, now, sleep, () => slow);
      schedulers.set(address, made);
      return made;
    },
    slowDown() {
      slow = true;
    },
  };
}

/** Sleeps on the system's timers. */
export const defaultSleep: Sleep = async (ms, signal) => {
  await delay(ms, undefined, signal === undefined ? {} : { signal });
};

function createAddressScheduler(pace: Pace, now: () => number, sleep: Sleep, slow: () => boolean): AddressScheduler {
  const lane = (kind: DialKind) => ({
    places: createSemaphore(PACE_TABLE[pace][kind].inFlight),
    bucket: createTokenBucket(PACE_TABLE[pace][kind].perSecond, PACE_TABLE[pace][kind].burst, now),
    gentle: createTokenBucket(PACE_TABLE.gentle[kind].perSecond, 1, now),
  });
  const lanes = { http: lane("http"), tls: lane("tls"), port: lane("port") };
  let pausedUntil = Number.NEGATIVE_INFINITY;

  return {
    async enter(kind, signal) {
      const { places, bucket, gentle } = lanes[kind];
      const leave = await places.acquire(signal);
      try {
        let wait = Math.max(bucket.reserve(), slow() ? gentle.reserve() : 0, pausedUntil - now());
        while (wait > 0) {
          await sleep(wait, signal);
          wait = pausedUntil - now();
        }
        signal?.throwIfAborted();
        return leave;
      } catch (error) {
        leave();
        throw error;
      }
    },
    pauseUntil(instant) {
      pausedUntil = Math.max(pausedUntil, instant);
    },
  };
}
