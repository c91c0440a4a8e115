/** A bucket of `burst` tokens that fills at `perSecond`; callers reserve and wait. Time is given from outside, in ms. */
export interface TokenBucket {
  /** Takes one token, ahead of time where none is left, and says how many milliseconds to wait before using it. */
  reserve(): number;
  /** Fills more slowly and holds less from now on; what it holds over the new bound is lost, what was reserved stays reserved. */
  slowTo(perSecond: number, burst: number): void;
}

/** A token bucket over a clock. Reservations are in order: whoever asks first waits least. */
export function createTokenBucket(perSecond: number, burst: number, now: () => number): TokenBucket {
  let rate = perSecond;
  let most = burst;
  let tokens = burst;
  let at = now();

  function fill(): void {
    const time = now();
    tokens = Math.min(most, tokens + (Math.max(0, time - at) * rate) / 1000);
    at = time;
  }

  return {
    reserve() {
      fill();
      tokens -= 1;
      return tokens >= 0 ? 0 : Math.ceil((-tokens * 1000) / rate);
    },
    slowTo(slower, fewer) {
      fill();
      rate = Math.min(rate, slower);
      most = Math.min(most, fewer);
      tokens = Math.min(tokens, most);
    },
  };
}
