/** Longest time that a scan waits because a server asks for it; a longer wish is a block. */
export const LONGEST_PAUSE_MS = 60_000;

/**
 * Milliseconds to wait by a Retry-After value: seconds or an HTTP date (RFC 9110, 10.2.3). Null where it is neither or lies
 * in the past.
 */
export function retryAfterMs(value: string, now: number): number | null {
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Za-z]{3,9}, /.test(text)) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) || instant <= now ? null : instant - now;
}
