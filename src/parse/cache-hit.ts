import { headerValue, type HeaderFields } from "./headers.ts";

/** Fields in which caches say that they answered from memory, and how. Source: the products' documentation, November 2026. */
const HIT_MARKS: readonly (readonly [name: string, says: RegExp])[] = [
  ["x-cache", /\bhit\b/i],
  ["x-cache-status", /\bhit\b/i],
  ["x-proxy-cache", /\bhit\b/i],
  ["x-nginx-cache", /\bhit\b/i],
  ["x-fastcgi-cache", /\bhit\b/i],
  ["x-litespeed-cache", /\bhit\b/i],
  ["x-varnish-cache", /\bhit\b/i],
  ["x-sucuri-cache", /\bhit\b/i],
  ["x-kinsta-cache", /\bhit\b/i],
  ["x-magento-cache-debug", /\bhit\b/i],
  ["cf-cache-status", /^(?:hit|stale|revalidated|updating)$/i],
  ["x-vercel-cache", /^(?:hit|stale)$/i],
  ["cache-status", /;\s*hit\b/i],
];

/** The field by which a shared cache says that this answer came from it, as "name: value"; null where none does. */
export function servedFromCache(headers: HeaderFields): string | null {
  for (const [name, says] of HIT_MARKS) {
    const value = headerValue(headers, name);
    if (value !== null && says.test(value.slice(0, 500))) return `${name}: ${value.slice(0, 100)}`;
  }
  // Only a cache sends Age (RFC 9111, 5.1); 0 is an answer that it has just fetched.
  const age = headerValue(headers, "age");
  return age !== null && /^[0-9]{1,12}$/.test(age) && Number(age) > 0 ? `age: ${age}` : null;
}
