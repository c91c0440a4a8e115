/** Leave to hold one connection open. */
export interface Slot {
  /**
   * Nobody needs the connection just now, but it is kept. Where others wait for a slot, now or later, `close` is called, once;
   * whoever is called gives the slot back as soon as the connection is closed.
   */
  idle(close: () => void): void;
  /** The connection is needed again. False when `close` was called meanwhile: another slot has to be asked for. */
  resume(): boolean;
  /** Gives the slot back; once, however often it is called. */
  release(): void;
}

/** How many connections a process holds open at a time, to whatever addresses and for however many sites. */
export interface ConnectionSlots {
  /** Waits for its turn: first come, first served. Rejects with the signal's reason when aborted. */
  acquire(signal?: AbortSignal): Promise<Slot>;
  /** Slots that are held now, idle ones included. */
  readonly held: number;
}

/**
 * At most `most` connections. Whoever holds one needs no second one to get on, and idle ones are closed for those who wait: so
 * even a single slot serves every scan to its end.
 */
export function createConnectionSlots(most: number): ConnectionSlots {
  const waiting: (() => void)[] = [];
  // In the order in which they fell idle: the oldest is the least likely to be used again.
  const idle = new Map<Slot, () => void>();
  let held = 0;

  function closeOneIdle(): void {
    const [oldest] = idle;
    if (oldest === undefined) return;
    const [slot, close] = oldest;
    idle.delete(slot);
    close();
  }

  function take(): Slot {
    held += 1;
    let released = false;
    const slot: Slot = {
      idle(close) {
        idle.set(slot, close);
        if (waiting.length > 0) closeOneIdle();
      },
      resume: () => idle.delete(slot),
      release() {
        if (released) return;
        released = true;
        idle.delete(slot);
        held -= 1;
        waiting.shift()?.();
      },
    };
    return slot;
  }

  return {
    acquire(signal) {
      if (signal?.aborted === true) return Promise.reject(asError(signal.reason));
      if (held < most) return Promise.resolve(take());
      return new Promise((resolve, reject) => {
        const enter = (): void => {
          signal?.removeEventListener("abort", leave);
          resolve(take());
        };
        const leave = (): void => {
          waiting.splice(waiting.indexOf(enter), 1);
          reject(asError(signal?.reason));
        };
        waiting.push(enter);
        signal?.addEventListener("abort", leave, { once: true });
        closeOneIdle();
      });
    },
    get held() {
      return held;
    },
  };
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("aborted", { cause: reason });
}
