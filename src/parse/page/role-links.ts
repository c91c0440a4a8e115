import { sameRegistrableDomain } from "../../core/domain.ts";
import type { PageRole } from "../../core/evidence/pages.ts";
import { NEVER_FOLLOW, NO_PAGE, ROLE_WORDS } from "../../data/page-roles.ts";
import { findProcessor } from "../../data/processors/lookup.ts";
import type { PageLink } from "./page-model.ts";

const CART = ROLE_WORDS.find(({ role }) => role === "cart")?.href ?? /(?!)/;

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
  return candidatesAmong(readLinks(links, siteHost), role);
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
  return perhapsAmong(readLinks(links, siteHost), role);
}

/** The links that are a candidate of some role, in document order: what is worth keeping of a page with 3,000 links. */
export function linksToRoles(links: readonly PageLink[], siteHost: string): readonly PageLink[] {
  const read = readLinks(links, siteHost);
  const wanted = new Set(
    ROLE_WORDS.flatMap(({ role }) => [...candidatesAmong(read, role), ...perhapsAmong(read, role)]).map(
      ({ url }) => url,
    ),
  );
  return read.filter(({ url }) => wanted.has(url.href)).map(({ link }) => link);
}

/** A link that may be followed, with the words of its text and of its address. */
interface ReadLink {
  readonly link: PageLink;
  readonly url: URL;
  readonly foreign: boolean;
  readonly text: string;
  readonly path: string;
  readonly pathAndQuery: string;
}

/** Leaves out other schemes, downloads, and what changes something. */
function readLinks(links: readonly PageLink[], siteHost: string): readonly ReadLink[] {
  const read: ReadLink[] = [];
  for (const link of links) {
    const url = URL.parse(link.href);
    if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) continue;
    if (NEVER_FOLLOW.test(url.pathname + url.search) || NO_PAGE.test(url.pathname)) continue;
    const path = plainWords(decoded(url.pathname));
    read.push({
      link,
      url,
      foreign: !sameRegistrableDomain(url.hostname, siteHost),
      text: plainWords(link.text),
      path,
      pathAndQuery: url.search === "" ? path : plainWords(decoded(url.pathname + url.search)),
    });
  }
  return read;
}

function candidatesAmong(links: readonly ReadLink[], role: PageRole): readonly RoleCandidate[] {
  const words = ROLE_WORDS.find((entry) => entry.role === role);
  if (words === undefined) return [];
  const best = new Map<string, RoleCandidate>();
  for (const { url, foreign, text, pathAndQuery } of links) {
    if (foreign && role !== "privacy") continue;
    const byText = words.text.test(text);
    // Magento and Shopware keep the cart under /checkout/: an address of both is the cart's, unless the words say otherwise.
    const byHref = words.href.test(pathAndQuery) && !(role === "checkout" && !byText && CART.test(pathAndQuery));
    // A foreign address that merely holds the word, such as policies.google.com/privacy, is somebody else's policy.
    if (foreign ? !(byText && isPolicyHost(url.hostname)) : !byText && !byHref) continue;
    const rank = (byText ? 2 : 0) + (byHref ? 1 : 0);
    const known = best.get(url.href);
    if (known === undefined || known.rank < rank) best.set(url.href, { role, url: url.href, rank, foreign });
  }
  return bestOf(best);
}

function perhapsAmong(links: readonly ReadLink[], role: PageRole): readonly RoleCandidate[] {
  const words = ROLE_WORDS.find((entry) => entry.role === role)?.perhaps;
  if (words === undefined) return [];
  const found = new Map<string, RoleCandidate>();
  for (const { url, foreign, text, path } of links) {
    if (foreign || !(words.test(text) || words.test(path))) continue;
    found.set(url.href, { role, url: url.href, rank: 0, foreign });
  }
  return bestOf(found);
}

function bestOf(candidates: ReadonlyMap<string, RoleCandidate>): readonly RoleCandidate[] {
  return [...candidates.values()].toSorted((a, b) => b.rank - a.rank || a.url.length - b.url.length).slice(0, 3);
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
