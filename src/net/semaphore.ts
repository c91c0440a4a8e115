/** So many at a time; the rest wait in order. */
export interface Semaphore {
  /** Resolves with the function that gives the place back (once, however often it is called). Rejects when aborted. */
  acquire(signal?: AbortSignal): Promise<() => void>;
}

/** A counting semaphore with a first-come queue; a waiter that is aborted leaves the queue. */
export function createSemaphore(places: number): Semaphore {
  let free = places;
  const queue: (() => void)[] = [];

  function place(): () => void {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const next = queue.shift();
      if (next === undefined) free += 1;
      else next();
    };
  }

  return {
    async acquire(signal) {
      signal?.throwIfAborted();
      if (free > 0) {
        free -= 1;
        return place();
      }
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
  };
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("aborted", { cause: reason });
}
