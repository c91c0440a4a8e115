import type { Target } from "../../core/evidence/evidence.ts";

/**
 * The addresses that a visitor may type: both schemes, apex and www. The target's own comes first. A sub-domain such as
 * `shop.bakery.test` has no twin; a target with a port of its own is that one origin, since nothing says what other ports serve.
 */
export function entryOrigins(target: Target): readonly string[] {
  const url = new URL(target.url);
  const asked = url.pathname === "/" && url.search === "" ? [] : [url.href];
  if (url.port !== "") return [`${url.origin}/`, ...asked];
  const twin = twinOf(target);
  const other = url.protocol === "https:" ? "http:" : "https:";
  const hosts = twin === null ? [target.host] : [target.host, twin];
  const origins = hosts.flatMap((host) =>
    [url.protocol, other].map((scheme) => `${scheme}//${host.includes(":") ? `[${host}]` : host}/`),
  );
  return [...origins, ...asked];
}

/** The apex of a www host and the www of an apex; null for every other host. */
export function twinOf(target: Target): string | null {
  if (target.domain === null) return null;
  if (target.host === target.domain) return `www.${target.domain}`;
  return target.host === `www.${target.domain}` ? target.domain : null;
}
