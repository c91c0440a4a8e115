import type { ProgressReporter } from "../../core/events.ts";
import type { SectionValue, Target } from "../../core/evidence/evidence.ts";
import { sameRegistrableDomain } from "../../core/domain.ts";
import type { Page } from "../../core/evidence/pages.ts";
import { NetError, type Net } from "../../net/net.ts";
import { serverName } from "../../parse/platform.ts";
import { askCors, type CorsAnswer } from "../http/cors.ts";
import { homeOf } from "../http/probe-http.ts";
import { followActions } from "./action-routes.ts";
import { compareNonces } from "./nonces.ts";
import { draftPage, type PageDraft } from "./draft.ts";
import { fetchPage } from "./fetch-page.ts";
import { readFrames } from "./frames.ts";
import type { ProbeContext } from "./probe-context.ts";
import { readScripts } from "./read-scripts.ts";
import { askTwin } from "./twins.ts";
import { readUserPages, type UserPage } from "./user-pages.ts";
import { visitRoles, type MissingPage } from "./visit-roles.ts";

export interface PagesProbeInput {
  readonly net: Net;
  readonly target: Target;
  /** The entry addresses, where the http probe could collect them. */
  readonly http: SectionValue<"http"> | null;
  /** `--page ROLE=URL|FILE`, files read by the caller. */
  readonly pages?: readonly UserPage[];
  /** The merchant's own list of processors, from the sites file. */
  readonly declaredProcessors?: readonly string[];
  readonly progress?: ProgressReporter;
  readonly signal?: AbortSignal | undefined;
}

const MOST_TWINS = 6;

/**
 * Records the pages that matter: the home page, one page of each role that can be found, and those that the user names, with
 * their forms, scripts, frames, third parties and documents. It judges nothing and submits nothing. Rejects with the
 * `NetError` of the home page when there is no page at all.
 */
export async function probePages(input: PagesProbeInput): Promise<SectionValue<"pages">> {
  let done = 0;
  const context: ProbeContext = {
    net: input.net,
    target: input.target,
    signal: input.signal,
    step: (note) => {
      done += 1;
      input.progress?.(done, null, note);
    },
  };
  const user = await readUserPages(context, input.pages ?? []);
  const covered = new Set(user.drafts.map(({ page }) => page.role));
  const origins = input.http?.origins ?? [];
  const home = await readHome(context, homeOf(origins)?.url ?? input.target.url, user.drafts.length > 0);
  const seen = home?.platform ?? null;
  const visited =
    home === null ? { drafts: [], missing: [] } : await visitRoles(context, home, seen?.id ?? null, covered);
  const platform = seen ?? platformOf(visited.drafts, input.target.host);

  const drafts = [...(home === null ? [] : [home]), ...visited.drafts, ...user.drafts];
  const framed = await readFrames(context, drafts);
  const scripted = await readScripts(context, [...drafts, ...framed]);
  const compared = await compareNonces(context, scripted);
  const pages = await withTwins(context, compared, origins);
  return {
    platform: platform === null ? null : { ...platform, evidence: [...platform.evidence] },
    server: home === null ? null : serverName(home.page.headers),
    pages: [...pages],
    missing: [...visited.missing, ...user.missing].map((missing: MissingPage) => ({ ...missing })),
    consentTool: consentToolOf(pages),
    actionRoutes: [...(await followActions(context, pages))],
    cors: await askPersonalPage(context, pages, input.http),
    declaredProcessors: [...(input.declaredProcessors ?? [])],
  };
}

/** Pages that show a customer's own data, the most personal first. */
const PERSONAL_ROLES = ["account", "cart", "checkout", "login"] as const;

/**
 * Asks one personal page as a foreign site's script would, with the origins that the http probe used for the home page: what
 * the home page lets others read says little about the account.
 */
async function askPersonalPage(
  context: ProbeContext,
  pages: readonly Page[],
  http: SectionValue<"http"> | null,
): Promise<CorsAnswer[]> {
  const origin = http?.cors.find((answer) => answer.origin !== "null")?.origin;
  const own = pages.filter(({ foundBy, frameOf }) => foundBy !== "saved-file" && frameOf === undefined);
  const page = PERSONAL_ROLES.map((role) => own.find((one) => one.role === role)).find((one) => one !== undefined);
  if (origin === undefined || page === undefined) return [];
  const answers = await askCors(page.url, origin, context);
  context.step("cors");
  return answers;
}

async function readHome(context: ProbeContext, url: string, mayFail: boolean): Promise<PageDraft | null> {
  try {
    const fetched = await fetchPage({ ...context, url, reason: "linked-page" });
    context.step("home");
    return draftPage(fetched, { role: "home", foundBy: "entry", siteHost: context.target.host });
  } catch (error) {
    // Saved pages can be judged without the site; everything else begins at the home page.
    if (mayFail && error instanceof NetError && error.code !== "interrupted") return null;
    throw error;
  }
}

/** The platform by the other pages, where the home page shows no sign of it: the login often does. */
function platformOf(drafts: readonly PageDraft[], host: string): PageDraft["platform"] {
  const own = drafts.filter(
    ({ page }) => page.status < 400 && sameRegistrableDomain(URL.parse(page.url)?.hostname ?? "", host),
  );
  return own.find(({ platform }) => platform !== null)?.platform ?? null;
}

/** Pages with personal forms are also asked for by http, at most six different ones. */
async function withTwins(
  context: ProbeContext,
  pages: readonly Page[],
  origins: SectionValue<"http">["origins"],
): Promise<readonly Page[]> {
  const result: Page[] = [];
  const asked = new Set<string>();
  for (const page of pages) {
    const personal = page.forms.some((form) => form.fields.some(({ category }) => category !== null));
    const wanted = personal && page.foundBy !== "saved-file" && asked.size < MOST_TWINS && !asked.has(page.url);
    const twin = wanted ? await askTwin(context, page.url, origins) : null;
    if (twin !== null) asked.add(page.url);
    result.push(twin === null ? page : { ...page, twin });
  }
  return result;
}

/** The consent tool of the site: hosted by its provider, or the site's own. */
function consentToolOf(pages: readonly Page[]): string | null {
  for (const page of pages) {
    const hosted = page.thirdParties.find(({ role, via }) => role === "cmp" && via.some((way) => way !== "preconnect"));
    if (hosted?.processor !== undefined) return hosted.processor;
    const own = page.markers.find((marker) => marker.startsWith("consent-tool:"));
    if (own !== undefined) return own.slice("consent-tool:".length);
  }
  return null;
}
