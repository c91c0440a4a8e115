import { sameRegistrableDomain } from "../../core/domain.ts";
import type { PageRole } from "../../core/evidence/pages.ts";
import { NEVER_FOLLOW, NO_PAGE, ROLE_WORDS } from "../../data/page-roles.ts";
import { findProcessor } from "../../data/processors/lookup.ts";
import type { PageLink } from "./page-model.ts";

/** A link that may lead to a page of a role; the higher the rank, the surer. */
export interface RoleCandidate {
  readonly role: PageRole;
  readonly url: string;
  readonly rank: number;
  /** Foreign documents are read as resources, and only for the privacy policy. */
  readonly foreign: boolean;
}

/** Lower case, without accents, every sign one space: what words are looked for in. At most 300 characters. */
export function plainWords(text: string): string {
  return text
    .slice(0, 300)
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}

/**
 * The best candidates of a role among the links of a page, best first, at most three. Both text and address speak: 3; the
 * text alone: 2; the address alone: 1. Links that change something are left out, and so is all but the privacy policy on
 * foreign sites.
 */
export function roleCandidates(links: readonly PageLink[], role: PageRole, siteHost: string): readonly RoleCandidate[] {
  const words = ROLE_WORDS.find((entry) => entry.role === role);
  if (words === undefined) return [];
  const best = new Map<string, RoleCandidate>();
  const add = (candidate: RoleCandidate): void => {
    const known = best.get(candidate.url);
    if (known === undefined || known.rank < candidate.rank) best.set(candidate.url, candidate);
  };
  for (const link of links) {
    const url = followable(link);
    if (url === null) continue;
    const foreign = !sameRegistrableDomain(url.hostname, siteHost);
    if (foreign && role !== "privacy") continue;
    const byText = words.text.test(plainWords(link.text));
    const byHref = words.href.test(plainWords(decoded(url.pathname + url.search)));
    // A foreign address that merely holds the word, such as policies.google.com/privacy, is somebody else's policy.
    if (foreign ? !(byText && isPolicyHost(url.hostname)) : !byText && !byHref) continue;
    add({ role, url: url.href, rank: (byText ? 2 : 0) + (byHref ? 1 : 0), foreign });
  }
  return bestOf(best);
}

/**
 * Links that may lead to a role where none says so: "my account" may show the registration, or a page of its own. All of
 * rank 0, at most three.
 */
export function perhapsCandidates(
  links: readonly PageLink[],
  role: PageRole,
  siteHost: string,
): readonly RoleCandidate[] {
  const words = ROLE_WORDS.find((entry) => entry.role === role)?.perhaps;
  if (words === undefined) return [];
  const found = new Map<string, RoleCandidate>();
  for (const link of links) {
    const url = followable(link);
    if (url === null || !sameRegistrableDomain(url.hostname, siteHost)) continue;
    if (words.test(plainWords(link.text)) || words.test(plainWords(decoded(url.pathname)))) {
      found.set(url.href, { role, url: url.href, rank: 0, foreign: false });
    }
  }
  return bestOf(found);
}

function bestOf(candidates: ReadonlyMap<string, RoleCandidate>): readonly RoleCandidate[] {
  return [...candidates.values()].toSorted((a, b) => b.rank - a.rank || a.url.length - b.url.length).slice(0, 3);
}

/** The address of a link that may be visited; null for other schemes, downloads, and what changes something. */
function followable(link: PageLink): URL | null {
  const url = URL.parse(link.href);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  return NEVER_FOLLOW.test(url.pathname + url.search) || NO_PAGE.test(url.pathname) ? null : url;
}

/**
 * Whether a foreign host may hold this merchant's own policy: a policy service, or a host of nobody known. "Privacy policy"
 * beside a captcha leads to Google's.
 */
function isPolicyHost(host: string): boolean {
  const services = ["iubenda.com", "termly.io", "termsfeed.com", "axept.io", "axeptio.eu", "privacypolicies.com"];
  if (services.some((known) => host === known || host.endsWith(`.${known}`))) return true;
  return (
    findProcessor(host) === null &&
    !/(^|\.)(google|facebook|microsoft|apple|cloudflare|instagram)\.[a-z.]{2,6}$/.test(host)
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
