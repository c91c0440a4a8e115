/**
 * How long a public TLS server certificate may live, by the day on which its validity begins.
 *
 * Source: CA/Browser Forum Baseline Requirements section 6.3.2; ballots 193 (825 days), SC31 and the root programmes (398 days)
 * and SC-081v3 (200, 100 and 47 days).
 */
export const CERTIFICATE_LIFETIME_TABLE_DATE = "2026-11-23";

/** The newest rule first. */
const LIMITS: readonly (readonly [from: string, days: number])[] = [
  ["2029-03-15T00:00:00Z", 47],
  ["2027-03-15T00:00:00Z", 100],
  ["2026-03-15T00:00:00Z", 200],
  ["2020-09-01T00:00:00Z", 398],
  ["2018-03-01T00:00:00Z", 825],
  ["2015-04-01T00:00:00Z", 1186],
];

/** Days that a certificate that begins then may live; null before there was a limit of the same kind. */
export function lifetimeLimit(notBefore: Date): number | null {
  return LIMITS.find(([from]) => notBefore.getTime() >= Date.parse(from))?.[1] ?? null;
}
