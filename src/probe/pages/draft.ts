import { createHash } from "node:crypto";
import type { Page, PageRole, PageScript } from "../../core/evidence/pages.ts";
import { AUTO_BLOCKING, CONSENT_BUTTONS } from "../../data/consent-tools.ts";
import { policyText } from "../../data/policy-words.ts";
import { findProcessor } from "../../data/processors/lookup.ts";
import { SELF_HOSTED_TOOLS } from "../../data/processors/self-hosted.ts";
import { formsOf } from "../../parse/forms/read-forms.ts";
import { parsePage } from "../../parse/html/tree.ts";
import { documentLinks } from "../../parse/page/document-links.ts";
import { leaksOf } from "../../parse/page/leaks.ts";
import {
  pageOf,
  type PageLink,
  type PageModel,
  type PageScript as ScriptElement,
} from "../../parse/page/page-model.ts";
import { withoutQuery } from "../../parse/page/resolve.ts";
import { linksToRoles } from "../../parse/page/role-links.ts";
import { readScriptFacts } from "../../parse/page/script-facts.ts";
import { maskPersonalValues } from "../../parse/personal-values.ts";
import { detectPlatform, type DetectedPlatform, type PlatformClues } from "../../parse/platform.ts";
import { thirdPartiesOf } from "../../parse/third-parties.ts";
import { maskedCookies, maskedHeaders } from "../http/masked-cookies.ts";
import type { FetchedPage } from "./fetch-page.ts";

/** A page on its way to evidence: what is recorded of it, and what the rest of the probe still needs. */
export interface PageDraft {
  readonly page: Page;
  /** Links that may lead to a role. */
  readonly links: readonly PageLink[];
  readonly frames: readonly { readonly src: string | null; readonly neutralised: boolean }[];
  /** Addresses of the page's scripts, with their query, in the order of `page.scripts`; null for an inline one. */
  readonly scriptSources: readonly (string | null)[];
  /** What the page shows of the software behind it. */
  readonly platform: DetectedPlatform | null;
}

export interface DraftOptions {
  readonly role: PageRole;
  readonly foundBy: Page["foundBy"];
  readonly siteHost: string;
  readonly frameOf?: string;
}

/** Roles whose text is kept, because checks read it: documents that inform customers. */
const KEPT_TEXT: ReadonlySet<PageRole> = new Set(["privacy", "legal", "terms"]);
const LONGEST_TEXT = 120_000;
const MOST_LISTED = 300;

/**
 * Reads a fetched document into evidence. Personal values are masked here, before anything is kept. The draft is a copy: V8
 * keeps a whole document of megabytes alive for one word that was cut out of it, and a fleet has hundreds of drafts at once.
 */
export function draftPage(fetched: FetchedPage, options: DraftOptions): PageDraft {
  const tree = parsePage(fetched.html);
  const model = pageOf(tree, fetched.url);
  const { forms } = formsOf(tree, fetched.url);
  const scripts = model.scripts.slice(0, MOST_LISTED).map((script) => scriptEvidence(script, model));
  const facts = scripts
    .filter((script) => script.src === null && !script.neutralised)
    .flatMap(({ literals }) => literals);
  const loads = facts.flatMap((fact) => (fact.startsWith("loads:") ? [fact.slice("loads:".length)] : []));
  const actions = forms.flatMap((form) => [form.action, ...form.submitters.map(({ action }) => action)]);
  const page: Page = {
    url: fetched.url,
    requestedUrl: fetched.requestedUrl,
    ...(options.frameOf === undefined ? {} : { frameOf: options.frameOf }),
    ...(fetched.certificateError === null ? {} : { certificateError: fetched.certificateError }),
    role: options.role,
    foundBy: options.foundBy,
    status: fetched.status,
    headers: maskedHeaders(fetched.headers),
    cookies: maskedCookies(fetched.headers),
    title: maskPersonalValues(model.title),
    lang: model.lang,
    rendered: model.emptyRoot && forms.length === 0 ? "empty-root" : "static",
    truncated: fetched.truncated,
    bodyDigest: fetched.bodyDigest,
    metaPolicies: [...model.metaPolicies],
    metaReferrer: model.metaReferrer,
    nonces: [...new Set(model.scripts.flatMap(({ nonce }) => (nonce === null ? [] : [digest(nonce).slice(0, 12)])))],
    nonceRepeated: null,
    forms: [...forms],
    scripts,
    frames: model.frames.map(({ src, sandbox, title, neutralised }) => ({
      src: src === null ? null : withoutQuery(src),
      sandbox,
      title,
      neutralised,
    })),
    thirdParties: [
      ...thirdPartiesOf(
        model,
        options.siteHost,
        loads,
        actions.flatMap((action) => action ?? []),
      ),
    ],
    resources: model.resources
      .slice(0, MOST_LISTED)
      .map(({ url, kind, integrity, neutralised }) => ({ url: withoutQuery(url), kind, integrity, neutralised })),
    links: documentLinks(model.links).map(({ href, text, rel, kind }) => ({
      href: kind === "mailto" ? "mailto:" : href,
      text: maskPersonalValues(text),
      rel,
    })),
    personalDataLeaks: [...leaksOf(model, options.siteHost)],
    text: KEPT_TEXT.has(options.role) ? maskPersonalValues(model.text).slice(0, LONGEST_TEXT) : "",
    markers: markersOf(model, fetched.html, facts),
  };
  return structuredClone({
    page,
    links: linksToRoles(model.links, options.siteHost),
    frames: model.frames.map(({ src, neutralised }) => ({ src, neutralised })),
    scriptSources: model.scripts.slice(0, MOST_LISTED).map(({ src }) => src),
    platform: detectPlatform(cluesOf(page, model, fetched.html)),
  });
}

function cluesOf(page: Page, model: PageModel, html: string): PlatformClues {
  return {
    html,
    generators: model.generators,
    resources: model.resources.map(({ url }) => url),
    headers: page.headers,
    cookieNames: page.cookies.map(({ name }) => name),
  };
}

function scriptEvidence(script: ScriptElement, model: PageModel): PageScript {
  const url = script.src === null ? null : URL.parse(script.src);
  const processor = url === null ? null : findProcessor(url.hostname, url.pathname);
  return {
    src: script.src === null ? null : withoutQuery(script.src),
    type: script.type,
    integrity: script.integrity,
    crossorigin: script.crossorigin,
    nonce: script.nonce !== null,
    neutralised: script.neutralised,
    sha256: script.src === null ? digest(script.text) : null,
    bytes: script.src === null ? Buffer.byteLength(script.text) : null,
    literals: script.src === null ? [...readScriptFacts(script.text, model.base)] : assetVersion(url),
    ...(processor === null ? {} : { processor: processor.name, role: processor.role }),
  };
}

/** WordPress names the version of the libraries it ships in their query, which evidence does not keep otherwise. */
function assetVersion(url: URL | null): string[] {
  const version = url?.pathname.includes("/wp-includes/js/") === true ? url.searchParams.get("ver") : null;
  return version !== null && /^\d{1,3}(?:\.\d{1,4}){1,3}$/.test(version) ? [`asset-version:${version}`] : [];
}

function markersOf(model: PageModel, html: string, facts: readonly string[]): string[] {
  const markers = new Set<string>();
  for (const mask of model.masks.slice(0, 20)) markers.add(`mask:${mask}`);
  const start = html.slice(0, 600_000);
  for (const { tool, match } of AUTO_BLOCKING) if (match.test(start)) markers.add(`auto-blocking:${tool}`);
  for (const tool of SELF_HOSTED_TOOLS) {
    const byPath = model.resources.some(({ url, neutralised }) => !neutralised && tool.path?.test(url) === true);
    if (byPath || facts.includes(`tool:${tool.name}`))
      markers.add(`${tool.role === "cmp" ? "consent-tool" : "tool"}:${tool.name}`);
  }
  if (CONSENT_BUTTONS.test(policyText(model.text))) markers.add("consent-banner:own");
  if (facts.includes("consent-default:denied")) markers.add("consent-default:denied");
  if (model.metaRefresh !== null) markers.add(`meta-refresh:${withoutQuery(model.metaRefresh)}`);
  return [...markers];
}

/** SHA-256 in hex. */
export function digest(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}
