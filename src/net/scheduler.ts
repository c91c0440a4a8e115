import { setTimeout as delay } from "node:timers/promises";
import type { Pace } from "../core/evidence/evidence.ts";
import { createConnectionSlots, type ConnectionSlots } from "./connection-slots.ts";
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
  /**
   * The scheduler of an address. Its pace is the slowest that anybody has asked for it so far: the shops behind one address
   * share one server, which cannot tell that only one of them asked to be treated gently.
   */
  for(address: string): AddressScheduler;
  /** The same schedulers and the same connections, for a target with a pace of its own. */
  at(pace: Pace): SchedulerPool;
  /** Bounds the connections of all targets together. */
  readonly connections: ConnectionSlots;
  /** From now on every address is treated at the gentle pace as well; what is in flight goes on. */
  slowDown(): void;
}

/** Connections at a time, to all addresses together, unless the user says otherwise. */
export const DEFAULT_CONNECTIONS = 256;

export interface SchedulerOptions {
  readonly pace: Pace;
  /** Connections at a time, to all addresses together; default 256. */
  readonly maxConnections?: number;
  /** Milliseconds; default the system's clock. */
  readonly now?: () => number;
  readonly sleep?: Sleep;
}

/** The pool that one process shares: shops behind one address share its pace. */
export function createSchedulerPool(options: SchedulerOptions): SchedulerPool {
  const now = options.now ?? Date.now;
  const sleep = options.sleep ?? defaultSleep;
  const connections = createConnectionSlots(options.maxConnections ?? DEFAULT_CONNECTIONS);
  const schedulers = new Map<string, PacedAddress>();
  let slow = false;

  function schedulerOf(address: string, pace: Pace): PacedAddress {
    const known = schedulers.get(address) ?? createAddressScheduler(pace, now, sleep);
    schedulers.set(address, known);
    known.slowTo(pace);
    if (slow) known.slowToGentle();
    return known;
  }

  function at(pace: Pace): SchedulerPool {
    return {
      pace,
      now,
      for: (address) => schedulerOf(address, pace),
      at,
      connections,
      slowDown() {
        slow = true;
        for (const scheduler of schedulers.values()) scheduler.slowToGentle();
      },
    };
  }

  return at(options.pace);
}

/** Sleeps on the system's timers. */
export const defaultSleep: Sleep = async (ms, signal) => {
  await delay(ms, undefined, signal === undefined ? {} : { signal });
};

interface PacedAddress extends AddressScheduler {
  slowTo(pace: Pace): void;
  /** As `slowTo`, without the first burst: somebody wants it slower at once. */
  slowToGentle(): void;
}

function createAddressScheduler(pace: Pace, now: () => number, sleep: Sleep): PacedAddress {
  const lane = (kind: DialKind) => ({
    places: createSemaphore(PACE_TABLE[pace][kind].inFlight),
    bucket: createTokenBucket(PACE_TABLE[pace][kind].perSecond, PACE_TABLE[pace][kind].burst, now),
  });
  const lanes = { http: lane("http"), tls: lane("tls"), port: lane("port") };
  let pausedUntil = Number.NEGATIVE_INFINITY;

  function slowTo(slower: Pace, mostBurst: number): void {
    for (const kind of DIAL_KINDS) {
      const { inFlight, perSecond, burst } = PACE_TABLE[slower][kind];
      lanes[kind].places.narrow(inFlight);
      lanes[kind].bucket.slowTo(perSecond, Math.min(burst, mostBurst));
    }
  }

  return {
    async enter(kind, signal) {
      const { places, bucket } = lanes[kind];
      const leave = await places.acquire(signal);
      try {
        let wait = Math.max(bucket.reserve(), pausedUntil - now());
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
    slowTo: (slower) => {
      slowTo(slower, Number.POSITIVE_INFINITY);
    },
    slowToGentle: () => {
      slowTo("gentle", 1);
    },
  };
}

const DIAL_KINDS = ["http", "tls", "port"] as const satisfies readonly DialKind[];
