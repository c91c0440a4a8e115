import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import type { Hop } from "../../src/parse/site-answers.ts";

type Origin = SectionValue<"http">["origins"][number];

/** How the way from an entry address to the page falls short of https. */
export type RedirectWeakness =
  "served-in-clear" | "downgrade" | "http-hop" | "loop" | "host-change-first" | "temporary" | "long-chain";

const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/** The worst weakness of a redirect chain; null when it leads to https at once and stays there. */
export function redirectWeakness(
  chain: readonly Hop[],
  end: Origin["end"],
  maximumHops: number,
): RedirectWeakness | null {
  const schemes = chain.map(({ url }) => (url.startsWith("https:") ? "https" : "http"));
  // Where an answer out of scope or one that failed would have been: the last redirect says the scheme.
  const unfollowed = end === "answered" ? undefined : chain.at(-1)?.location;
  if (unfollowed !== undefined) schemes.push(unfollowed.startsWith("https:") ? "https" : "http");
  const firstSecure = schemes.indexOf("https");
  const last = chain.at(-1);
  if (end === "redirect-loop" || end === "too-many-redirects") return "loop";
  if (firstSecure !== -1 && schemes.slice(firstSecure).includes("http")) return "downgrade";
  if (firstSecure === -1) return (last?.status ?? 0) < 400 ? "served-in-clear" : null;
  if (firstSecure > 1) return "http-hop";
  const first = chain[0];
  if (firstSecure === 1 && first?.location !== undefined) {
    if (new URL(first.location).hostname !== new URL(first.url).hostname) return "host-change-first";
    if (!PERMANENT.has(first.status)) return "temporary";
  }
  return schemes.length - 1 > maximumHops ? "long-chain" : null;
}

/**
 * The hosts that show the site over http and never lead to https. That is one fact, the missing redirect of the host, and it
 * is scored in headers/https-redirect: what the pages of such a host ask for aggravates it there.
 */
export function hostsInClear(http: SectionValue<"http">): ReadonlySet<string> {
  const open = http.origins.filter(
    ({ url, chain, end }) =>
      url.startsWith("http:") &&
      chain.length > 0 &&
      !chain.some(isRefusal) &&
      redirectWeakness(chain, end, Number.POSITIVE_INFINITY) === "served-in-clear",
  );
  return new Set(open.flatMap(({ url }) => URL.parse(url)?.hostname ?? []));
}
