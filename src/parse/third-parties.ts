import { findProcessor } from "../data/processors/lookup.ts";
import type { Processor } from "../data/processors/processors.ts";
import type { PageModel, ResourceKind } from "./page/page-model.ts";
import { registrableDomain } from "../core/domain.ts";

/** A host of another registrable domain that a page reaches, as evidence records it. */
export interface ThirdParty {
  readonly host: string;
  readonly domain: string;
  readonly processor?: string;
  readonly role?: string;
  readonly country?: string;
  readonly via: string[];
  readonly beforeConsent: boolean;
}

const MOST = 200;

const VIA: Readonly<Record<ResourceKind, string>> = {
  script: "script",
  style: "link",
  img: "img",
  frame: "iframe",
  media: "media",
  font: "link",
  object: "object",
  preload: "link",
  preconnect: "preconnect",
};

/**
 * Every foreign host that a page loads from, is told to connect to, names in a documented loader snippet, or posts to. One
 * entry a host and processor: `www.google.com` may be a captcha on one path and something else on another. A preconnect or a
 * form reaches nobody before the visitor acts or the page loads something else, so they do not count as loaded.
 */
export function thirdPartiesOf(
  page: PageModel,
  siteHost: string,
  loads: readonly string[],
  actions: readonly string[],
): readonly ThirdParty[] {
  const site = siteOf(siteHost);
  const found = new Map<
    string,
    { host: string; processor: Processor | null; via: Set<string>; beforeConsent: boolean }
  >();
  const add = (address: string, via: string, loaded: boolean): void => {
    const url = URL.parse(address);
    if (url === null || url.hostname === "" || siteOf(url.hostname) === site) return;
    const host = url.hostname;
    const processor = findProcessor(host, url.pathname);
    const key = `${host} ${processor?.name ?? ""}`;
    const known = found.get(key);
    if (known === undefined) {
      if (found.size < MOST) found.set(key, { host, processor, via: new Set([via]), beforeConsent: loaded });
      return;
    }
    known.via.add(via);
    known.beforeConsent ||= loaded;
  };
  for (const resource of page.resources) {
    add(resource.url, VIA[resource.kind], resource.kind !== "preconnect" && !resource.neutralised);
  }
  for (const address of loads) add(address, "inline-script", true);
  for (const action of actions) add(action, "form", false);
  return [...found.values()].map(({ host, processor, via, beforeConsent }) => ({
    host,
    domain: siteOf(host),
    ...(processor === null ? {} : { processor: processor.name, role: processor.role, country: processor.country }),
    via: [...via],
    beforeConsent,
  }));
}

/** The registrable domain, private suffixes included; an IP literal or a single label stands for itself. */
function siteOf(host: string): string {
  return registrableDomain(host) ?? host;
}
