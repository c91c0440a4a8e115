/** So many at a time; the rest wait in order. */
export interface Semaphore {
  /** Resolves with the function that gives the place back (once, however often it is called). Rejects when aborted. */
  acquire(signal?: AbortSignal): Promise<() => void>;
  /** Only so many from now on, if that is fewer; those who are in go on. */
  narrow(places: number): void;
}

/** A counting semaphore with a first-come queue; a waiter that is aborted leaves the queue. */
export function createSemaphore(places: number): Semaphore {
  let most = places;
  let taken = 0;
  const queue: (() => void)[] = [];

  function place(): () => void {
    taken += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      taken -= 1;
      if (taken < most) queue.shift()?.();
    };
  }

  return {
    async acquire(signal) {
      signal?.throwIfAborted();
      if (taken < most) return place();
      return await new Promise<() => void>((resolve, reject) => {
        const enter = (): void => {
          signal?.removeEventListener("abort", leave);
          resolve(place());
        };
        const leave = (): void => {
          const index = queue.indexOf(enter);
          if (index >= 0) queue.splice(index, 1);
          reject(asError(signal?.reason));
        };
        queue.push(enter);
        signal?.addEventListener("abort", leave, { once: true });
      });
    },
    narrow(fewer) {
      most = Math.min(most, fewer);
    },
  };
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("aborted", { cause: reason });
}
