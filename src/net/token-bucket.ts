/** A bucket of `burst` tokens that fills at `perSecond`; callers reserve and wait. Time is given from outside, in ms. */
export interface TokenBucket {
  /** Takes one token, ahead of time where none is left, and says how many milliseconds to wait before using it. */
  reserve(): number;
}

/** A token bucket over a clock. Reservations are in order: whoever asks first waits least. */
export function createTokenBucket(perSecond: number, burst: number, now: () => number): TokenBucket {
  let tokens = burst;
  let at = now();
  return {
    reserve() {
      const time = now();
      tokens = Math.min(burst, tokens + (Math.max(0, time - at) * perSecond) / 1000);
      at = time;
      tokens -= 1;
      return tokens >= 0 ? 0 : Math.ceil((-tokens * 1000) / perSecond);
    },
  };
}
