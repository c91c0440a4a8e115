import { listMembers } from "./headers.ts";

export const REFERRER_POLICIES = [
  "no-referrer",
  "same-origin",
  "strict-origin",
  "strict-origin-when-cross-origin",
  "origin",
  "origin-when-cross-origin",
  "no-referrer-when-downgrade",
  "unsafe-url",
] as const;

export type ReferrerPolicy = (typeof REFERRER_POLICIES)[number];

/** The words that old pages put in a meta element (HTML standard, "legacy" keywords). */
const LEGACY: ReadonlyMap<string, ReferrerPolicy> = new Map([
  ["never", "no-referrer"],
  ["default", "strict-origin-when-cross-origin"],
  ["always", "unsafe-url"],
  ["origin-when-crossorigin", "origin-when-cross-origin"],
]);

/** The policy that a browser takes from header lines: the last token that it knows; null where it knows none. */
export function parseReferrerPolicy(values: readonly string[]): ReferrerPolicy | null {
  const tokens = values.flatMap((value) => listMembers(value.slice(0, 4096)));
  return tokens.map((token) => known(token)).findLast((policy) => policy !== null) ?? null;
}

/** The policy of a meta element: one token, legacy words included; null where it is not known. */
export function parseMetaReferrer(content: string): ReferrerPolicy | null {
  const token = content.trim().toLowerCase();
  return known(token) ?? LEGACY.get(token) ?? null;
}

function known(token: string): ReferrerPolicy | null {
  const name = token.toLowerCase();
  return REFERRER_POLICIES.find((policy) => policy === name) ?? null;
}
