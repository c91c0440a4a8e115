import { PLATFORMS, type Platform, type PlatformSign, type VersionSign } from "../data/platforms.ts";
import { headerValue, headerValues, type HeaderFields } from "./headers.ts";

/** What a page shows of the software behind it. */
export interface PlatformClues {
  readonly html: string;
  readonly generators: readonly string[];
  /** Addresses of scripts and styles. */
  readonly resources: readonly string[];
  readonly headers: HeaderFields;
  readonly cookieNames: readonly string[];
}

export interface DetectedPlatform {
  readonly id: string;
  readonly name: string;
  readonly version: string | null;
  readonly evidence: readonly string[];
}

/** Bytes of a page in which signs are looked for: they lie in the head or near it. */
const LOOKED_AT = 400_000;

/** The platform with the most weight of signs, at least 2; the earlier entry wins a tie. Null where nothing is certain. */
export function detectPlatform(clues: PlatformClues): DetectedPlatform | null {
  const html = clues.html.slice(0, LOOKED_AT);
  let best: { platform: Platform; weight: number; says: readonly string[] } | null = null;
  for (const platform of PLATFORMS) {
    const seen = platform.signs.filter((sign) => signSeen(sign, clues, html));
    const weight = seen.reduce((sum, sign) => sum + sign.weight, 0);
    // WordPress itself has signs enough on every WooCommerce page: what is built on another one comes first in the table.
    if (weight >= 2 && (best === null || (weight > best.weight && !isBaseOf(platform.id, best.platform.id)))) {
      best = { platform, weight, says: seen.map((sign) => sign.says) };
    }
  }
  if (best === null) return null;
  return {
    id: best.platform.id,
    name: best.platform.name,
    version: versionOf(best.platform, clues, html),
    evidence: [...new Set(best.says)],
  };
}

function isBaseOf(base: string, built: string): boolean {
  return (base === "wordpress" && built === "woocommerce") || (base === "drupal" && built === "drupal-commerce");
}

function signSeen(sign: PlatformSign, clues: PlatformClues, html: string): boolean {
  switch (sign.in) {
    case "html":
      return sign.match.test(html);
    case "generator":
      return clues.generators.some((generator) => sign.match.test(generator));
    case "script-path":
      return clues.resources.some((address) => sign.match.test(address));
    case "cookie":
      return clues.cookieNames.some((name) => sign.match.test(name));
    case "header":
      return clues.headers.some(([name, value]) => name === sign.name && sign.match.test(value ?? ""));
  }
}

function versionOf(platform: Platform, clues: PlatformClues, html: string): string | null {
  for (const sign of platform.version ?? []) {
    const found = textsOf(sign, clues, html)
      .map((text) => sign.match.exec(text)?.[1])
      .find((version) => version !== undefined);
    if (found !== undefined) return found;
  }
  return null;
}

function textsOf(sign: VersionSign, clues: PlatformClues, html: string): readonly string[] {
  switch (sign.in) {
    case "html":
      return [html];
    case "generator":
      return clues.generators;
    case "header":
      return headerValues(clues.headers, sign.name);
  }
}

/** The server software that answers, as it names itself: nginx, apache, caddy … Null where it does not say. */
export function serverName(headers: HeaderFields): string | null {
  const banner = headerValue(headers, "server")?.toLowerCase() ?? "";
  const known = ["openresty", "nginx", "apache", "caddy", "litespeed", "iis", "cloudflare", "traefik", "envoy"];
  return known.find((name) => banner.includes(name)) ?? null;
}
