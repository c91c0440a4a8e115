import { readSources, type CspPolicy } from "./csp.ts";
import { paymentDomains } from "./payment.ts";
import type { Page } from "./site-answers.ts";

/** Kinds of content, as the pages probe names them, and the directive that governs each. */
const DIRECTIVE_OF: ReadonlyMap<string, string> = new Map([
  ["script", "script-src"],
  ["style", "style-src"],
  ["img", "img-src"],
  ["frame", "frame-src"],
  ["iframe", "frame-src"],
  ["font", "font-src"],
  ["media", "media-src"],
]);

/** Directives in which a payment provider needs its hosts: its button, its frame, its calls and its marks. */
const PAYMENT_DIRECTIVES: readonly string[] = ["script-src", "frame-src", "connect-src", "img-src"];

/**
 * A policy for the pages that were seen: the site itself, the hosts from which they load each kind of content, and every host
 * of a payment provider where it needs to be. At most 40 hosts a directive. It is a draft to be watched in report-only mode.
 */
export function suggestPolicy(pages: readonly Page[]): string {
  const hosts = new Map<string, Set<string>>();
  const admit = (directive: string, source: string): void => {
    const known = hosts.get(directive) ?? new Set<string>();
    if (known.size < 40) known.add(source);
    hosts.set(directive, known);
  };
  for (const page of pages) {
    const own = new URL(page.url).host;
    for (const { url, kind } of page.resources) {
      const host = secureHost(url);
      const directive = DIRECTIVE_OF.get(kind);
      if (host !== null && host !== own && directive !== undefined) admit(directive, `https://${host}`);
    }
    for (const host of formHosts(page)) if (host !== own) admit("form-action", `https://${host}`);
  }
  for (const domain of paymentDomains(pages)) {
    for (const directive of PAYMENT_DIRECTIVES) {
      admit(directive, `https://${domain}`);
      admit(directive, `https://*.${domain}`);
    }
  }
  const line = (directive: string, base: string): string =>
    [directive, base, ...[...(hosts.get(directive) ?? [])].toSorted()].join(" ");
  return [
    line("default-src", "'self'"),
    line("script-src", "'self'"),
    line("style-src", "'self' 'unsafe-inline'"),
    line("img-src", "'self' data:"),
    line("font-src", "'self' data:"),
    ...(hosts.has("media-src") ? [line("media-src", "'self'")] : []),
    line("frame-src", "'self'"),
    line("connect-src", "'self'"),
    line("form-action", "'self'"),
    "frame-ancestors 'self'",
    "base-uri 'self'",
    "object-src 'none'",
  ].join("; ");
}

/** Whether a page runs script of its own text, which a policy without nonces or hashes would stop. */
export function hasInlineScripts(pages: readonly Page[]): boolean {
  return pages.some((page) =>
    page.scripts.some(
      ({ src, type, neutralised }) => src === null && !neutralised && !/json|template|plain/i.test(type ?? ""),
    ),
  );
}

/**
 * The enforced policy with the gaps closed that a fixed header can close: objects off, base addresses and form targets held
 * to the site and the hosts to which its forms send. Null where the policy is not one fixed header line: several policies, a
 * meta element, or a nonce, which the application makes afresh for each answer.
 */
export function amendPolicy(policies: readonly CspPolicy[], pages: readonly Page[]): string | null {
  const [policy, second] = policies;
  if (policy === undefined || second !== undefined || policy.source === "meta") return null;
  if ([...policy.directives.values()].some((sources) => readSources(sources).nonces.length > 0)) return null;
  const directives = new Map(policy.directives);
  directives.set("object-src", ["'none'"]);
  if (!directives.has("base-uri")) directives.set("base-uri", ["'self'"]);
  const targets = [...new Set(pages.flatMap((page) => formHosts(page)))].toSorted().slice(0, 20);
  directives.set("form-action", ["'self'", ...targets.map((host) => `https://${host}`)]);
  return [...directives].map(([name, sources]) => [name, ...sources].join(" ")).join("; ");
}

function formHosts(page: Page): readonly string[] {
  const actions = page.forms.flatMap(({ action, submitters }) => [
    action,
    ...submitters.map((button) => button.action),
  ]);
  return actions.flatMap((action) => (action === null ? [] : (secureHost(action) ?? [])));
}

function secureHost(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed?.protocol === "https:" && /^[a-z0-9.:[\]-]+$/.test(parsed.host) ? parsed.host : null;
}
