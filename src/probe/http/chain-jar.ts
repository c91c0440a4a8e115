import { headerValues, type HeaderFields } from "../../parse/headers.ts";
import { cookieAttributes, parseSetCookie } from "../../parse/set-cookie.ts";

/**
 * The cookies of one redirect chain, kept only while it lasts: some shops set a cookie and redirect to the same address, and
 * without it every such visit would look like a redirect loop. Host-only, in memory, never in the evidence.
 */
export interface ChainJar {
  store(url: URL, headers: HeaderFields): void;
  /** The Cookie header for an address; empty where there is none. */
  headerFor(url: URL): string;
}

const MAX_KEPT = 50;

/** An empty jar. */
export function createChainJar(): ChainJar {
  const kept = new Map<string, { readonly host: string; readonly secure: boolean; readonly pair: string }>();
  return {
    store(url, headers) {
      for (const line of headerValues(headers, "set-cookie").slice(0, MAX_KEPT)) {
        const { name, value, attributes } = parseSetCookie(line);
        // Only what can be sent back as it is: a control or a non-ASCII character could not leave in a header.
        if (name === "" || !/^[\x21-\x7e]*$/.test(name + value) || line.length > 4096 || kept.size >= MAX_KEPT)
          continue;
        const { secure, maxAge } = cookieAttributes(attributes);
        const key = `${url.hostname} ${name}`;
        if (maxAge !== null && maxAge <= 0) kept.delete(key);
        else kept.set(key, { host: url.hostname, secure, pair: `${name}=${value}` });
      }
    },
    headerFor(url) {
      return [...kept.values()]
        .filter(({ host, secure }) => host === url.hostname && (!secure || url.protocol === "https:"))
        .map(({ pair }) => pair)
        .join("; ");
    },
  };
}
