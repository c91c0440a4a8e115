import { PAGE_ROLES, type Page, type PageRole } from "../../core/evidence/pages.ts";
import type { Failure } from "../../core/evidence/section.ts";
import { ROLE_WORDS } from "../../data/page-roles.ts";
import { COMMON_PATHS, PLATFORMS } from "../../data/platforms.ts";
import { NetError, type Reason } from "../../net/net.ts";
import type { PageLink } from "../../parse/page/page-model.ts";
import { perhapsCandidates, roleCandidates, type RoleCandidate } from "../../parse/page/role-links.ts";
import { draftPage, type PageDraft } from "./draft.ts";
import { fetchPage } from "./fetch-page.ts";
import type { ProbeContext } from "./probe-context.ts";

export interface MissingPage {
  readonly role: PageRole;
  readonly url: string | null;
  readonly error: Failure;
}

interface Attempt {
  readonly url: string;
  readonly reason: Reason;
  readonly foundBy: Page["foundBy"];
}

/** Documents whose absence or death is itself a fact: the page is kept whatever its status. */
const DOCUMENTS: ReadonlySet<PageRole> = new Set(["privacy", "legal", "terms"]);

/** A newsletter page of its own is rare, and its absence says nothing: the form is in the footer. */
const NEVER_MISSING: ReadonlySet<PageRole> = new Set(["newsletter"]);

/**
 * Visits at most one page of each role: by the links of the home page, then by those of the pages found so far, then by links
 * that may lead there, then by what the platform is known to use. Roles that a user page covers are left alone.
 */
export async function visitRoles(
  context: ProbeContext,
  home: PageDraft,
  platformId: string | null,
  covered: ReadonlySet<PageRole>,
): Promise<{ readonly drafts: readonly PageDraft[]; readonly missing: readonly MissingPage[] }> {
  const roles = ROLE_WORDS.map(({ role }) => role).filter((role) => !covered.has(role));
  const drafts: PageDraft[] = [home];
  const failures = new Map<PageRole, MissingPage>();
  const tried = new Set<string>([home.page.url, home.page.requestedUrl]);
  const found = new Set<PageRole>();

  async function visit(role: PageRole, attempts: readonly Attempt[]): Promise<void> {
    for (const attempt of attempts) {
      if (found.has(role)) return;
      if (tried.has(attempt.url)) {
        const known = drafts.find(({ page }) => page.url === attempt.url || page.requestedUrl === attempt.url);
        if (known !== undefined && servesToo(known, role)) found.add(role);
        continue;
      }
      tried.add(attempt.url);
      const outcome = await visitPage(context, role, attempt, drafts);
      if (outcome === "covered") found.add(role);
      else if ("page" in outcome) {
        drafts.push(outcome);
        tried.add(outcome.page.url);
        found.add(role);
      } else if (!failures.has(role) || attempt.foundBy === "link") failures.set(role, outcome);
    }
  }

  for (const role of roles) await visit(role, byLinks(home.links, role, context.target.host));
  const openRoles = roles.filter((role) => !found.has(role));
  for (const role of openRoles) {
    const further = drafts.slice(1).flatMap(({ links }) => links);
    await visit(role, byLinks(further, role, context.target.host).slice(0, 1));
  }
  for (const role of roles) {
    if (!found.has(role)) await visit(role, attemptsOf(perhapsCandidates(home.links, role, context.target.host)));
  }
  for (const role of roles) if (!found.has(role)) await visit(role, byPlatform(platformId, role, home.page.url));
  return {
    drafts: drafts.slice(1),
    missing: roles
      .filter((role) => !found.has(role) && !NEVER_MISSING.has(role))
      .map((role) => failures.get(role) ?? notFound(role))
      .toSorted((a, b) => PAGE_ROLES.indexOf(a.role) - PAGE_ROLES.indexOf(b.role)),
  };
}

/** Visits one candidate: a new page, `covered` when the site led to a page that is known already, or why it is missing. */
async function visitPage(
  context: ProbeContext,
  role: PageRole,
  attempt: Attempt,
  drafts: readonly PageDraft[],
): Promise<PageDraft | MissingPage | "covered"> {
  const missing = (code: string, message: string): MissingPage => ({
    role,
    url: attempt.url,
    error: { code, message },
  });
  try {
    const fetched = await fetchPage({ ...context, url: attempt.url, reason: attempt.reason });
    context.step(role);
    const same = drafts.find(({ page }) => page.url === fetched.url);
    if (same !== undefined) {
      return servesToo(same, role)
        ? "covered"
        : missing("redirected", `the site leads to its ${same.page.role} page instead`);
    }
    const dead = fetched.status >= 400;
    if (dead && !(DOCUMENTS.has(role) && attempt.foundBy === "link")) {
      return missing(`status-${String(fetched.status)}`, `the page answered with status ${String(fetched.status)}`);
    }
    if (fetched.html === "" && !dead) return missing("not-html", "the answer is no HTML document");
    const draft = draftPage(fetched, { role, foundBy: attempt.foundBy, siteHost: context.target.host });
    // A guessed address that a catch-all answers proves nothing; a link that leads there does.
    if (attempt.foundBy === "platform" && draft.page.bodyDigest === drafts[0]?.page.bodyDigest) {
      return missing("not-found", "the address gives the home page");
    }
    return draft;
  } catch (error) {
    if (!(error instanceof NetError) || error.code === "interrupted") throw error;
    return missing(error.code, error.message);
  }
}

/**
 * Whether a page that was read for one role serves another too: "my account" often holds the login and the registration. An
 * empty cart is sent from the checkout to the cart, an unknown address to the home page and an account to the login, and then
 * the page that was asked for was not seen.
 */
function servesToo({ page }: PageDraft, role: PageRole): boolean {
  if (page.role === "home" || role === "checkout" || DOCUMENTS.has(role)) return false;
  return role !== "account" || page.forms.some(({ kind }) => kind === "account");
}

function byLinks(links: readonly PageLink[], role: PageRole, siteHost: string): readonly Attempt[] {
  return attemptsOf(roleCandidates(links, role, siteHost));
}

function attemptsOf(candidates: readonly RoleCandidate[]): readonly Attempt[] {
  return candidates
    .slice(0, 2)
    .map(({ url, foreign }) => ({ url, reason: foreign ? "resource" : "linked-page", foundBy: "link" }));
}

function byPlatform(platformId: string | null, role: PageRole, homeUrl: string): readonly Attempt[] {
  const known = PLATFORMS.find(({ id }) => id === platformId)?.paths[role] ?? [];
  return [...known, ...(COMMON_PATHS[role] ?? []).slice(0, 1)]
    .slice(0, 2)
    .map((path) => ({ url: new URL(path, homeUrl).href, reason: "linked-page", foundBy: "platform" }));
}

function notFound(role: PageRole): MissingPage {
  return { role, url: null, error: { code: "not-found", message: `no link leads to a ${role} page` } };
}
