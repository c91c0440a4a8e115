import { maskPersonalValues } from "../personal-values.ts";
import { attribute, type Element } from "./tree.ts";

/** Where relative addresses of a page start from, and whether a base element moved that. */
export interface BaseAddress {
  readonly documentUrl: string;
  readonly url: string;
  readonly moved: boolean;
}

/**
 * The document base URL: the first base element with an href, resolved against the document; a data: or javascript: base,
 * or one that is no address, counts as absent (HTML, 4.2.3).
 */
export function baseAddress(documentUrl: string, firstBase: Element | null): BaseAddress {
  const href = firstBase === null ? null : attribute(firstBase, "href");
  const unmoved = { documentUrl, url: documentUrl, moved: false };
  if (href === null) return unmoved;
  const resolved = parseAddress(href, documentUrl);
  if (resolved === null || resolved.protocol === "data:" || resolved.protocol === "javascript:") return unmoved;
  return { documentUrl, url: resolved.href, moved: resolved.href !== parseAddress(documentUrl)?.href };
}

export interface ResolvedAction {
  /** Bounded; null when a browser would refuse the address and so send nothing. */
  readonly url: string | null;
  readonly from: "attribute" | "document" | "base";
}

/** Addresses are cut here in evidence: longer ones are data: or attacks. */
export const MAXIMUM_ADDRESS = 2000;

/**
 * Where a form or a submitter sends its fields (HTML, 4.10.22.3): an absent or empty action is the document's own address,
 * whatever the base says; anything else is resolved against the base.
 */
export function resolveAction(raw: string | null, base: BaseAddress): ResolvedAction {
  const trimmed = raw === null ? "" : trimAscii(raw);
  if (trimmed === "") return { url: base.documentUrl, from: "document" };
  // An address of a megabyte is never parsed whole: its start says all that a verdict needs.
  const url = parseAddress(trimmed.slice(0, MAXIMUM_ADDRESS), base.url);
  const usesBase = base.moved && parseAddress(trimmed.slice(0, MAXIMUM_ADDRESS)) === null;
  return {
    url: url === null ? null : maskQuery(url.href.slice(0, MAXIMUM_ADDRESS)),
    from: usesBase ? "base" : "attribute",
  };
}

export function parseAddress(address: string, base?: string): URL | null {
  return URL.parse(address, base);
}

function trimAscii(text: string): string {
  return text.replaceAll(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, "");
}

/** A page may write its visitor's e-mail into an address; the query keeps its keys and loses such values. */
export function maskQuery(address: string): string {
  const query = address.indexOf("?");
  if (query < 0) return address;
  return address.slice(0, query) + maskPersonalValues(address.slice(query).replaceAll("%40", "@"));
}
