import { getDomain, parse } from "tldts";

/** Whether a host (without brackets) is an IP literal, in the forms that the URL standard normalises to. */
export function isIpLiteral(host: string): boolean {
  return host.includes(":") || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * The registrable domain of a host: the public suffix and one label. Private suffixes count, so that `bakery.myshopify.com`
 * is its own domain and not the platform's. Null for IP literals, single labels and suffixes themselves.
 */
export function registrableDomain(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true, extractHostname: false, validateHostname: false });
}

/**
 * Whether two hosts belong to one registrable domain; equal hosts always do. A URL writes an IPv6 host in brackets and a rooted
 * name with its dot; both are the same host as without.
 */
export function sameRegistrableDomain(one: string, other: string): boolean {
  const [first, second] = [bareHost(one), bareHost(other)];
  if (first === second) return true;
  const domain = registrableDomain(first);
  return domain !== null && domain === registrableDomain(second);
}

function bareHost(host: string): string {
  return host.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

/** Whether a registrable domain lies below a platform's own suffix, so that the platform and not the merchant keeps its DNS. */
export function isPlatformDomain(domain: string): boolean {
  return parse(domain, { allowPrivateDomains: true, extractHostname: false }).isPrivate === true;
}
