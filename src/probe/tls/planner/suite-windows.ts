import { CIPHER_SUITES } from "../../../data/tls/cipher-suites.ts";
import { COMMON_SUITES } from "../../../data/tls/common-suites.ts";
import { suiteById } from "../../../data/tls/cipher-suites.ts";
import { WIRE_VERSIONS } from "../codec/wire.ts";
import type { LegacyVersion } from "../hellos.ts";

/**
 * Suites in one hello at most: wolfSSL refuses more than about 150 and other stacks more than 128; nmap stays under 64, and this
 * is as near as the table allows with one chunk less.
 */
const LARGEST_CHUNK = 74;

/** The TLS 1.3 suites, the three of RFC 8446's baseline first. */
export const TLS13_BASELINE: readonly number[] = [0x1301, 0x1302, 0x1303];

export const TLS13_SUITES: readonly number[] = [
  ...TLS13_BASELINE,
  ...CIPHER_SUITES.filter((suite) => suite.minVersion === WIRE_VERSIONS["TLSv1.3"])
    .map((suite) => suite.id)
    .filter((id) => !TLS13_BASELINE.includes(id)),
];

/** Whether a suite may be used in a version at all. */
function fits(id: number, version: LegacyVersion): boolean {
  const lowest = suiteById(id)?.minVersion ?? 0;
  return lowest <= WIRE_VERSIONS[version];
}

/** The first lane: what servers use, with the suites accepted at a higher version in front. At most 64. */
export function commonWindow(version: LegacyVersion, inherited: readonly number[]): readonly number[] {
  const first = inherited.filter((id) => fits(id, version)).slice(0, COMMON_SUITES.length);
  const rest = COMMON_SUITES.filter((id) => fits(id, version) && !first.includes(id));
  return [...first, ...rest].slice(0, COMMON_SUITES.length);
}

/** All other suites of a version in chunks that every stack reads. */
export function exoticWindows(version: LegacyVersion, common: readonly number[]): readonly (readonly number[])[] {
  const rest = CIPHER_SUITES.filter(
    (suite) => suite.minVersion < WIRE_VERSIONS["TLSv1.3"] && fits(suite.id, version) && !common.includes(suite.id),
  ).map((suite) => suite.id);
  return inChunks(rest);
}

/** Suites in lists that every stack reads, of about one size. */
export function inChunks(rest: readonly number[]): readonly (readonly number[])[] {
  const count = Math.ceil(rest.length / LARGEST_CHUNK);
  const size = Math.ceil(rest.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => rest.slice(index * size, (index + 1) * size));
}
