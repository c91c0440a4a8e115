/** Longest address that is kept; browsers refuse to show longer ones and pages of them are attacks. */
const LONGEST = 4_096;

/** An address as a browser resolves it, without its fragment; null when it is none. */
export function resolveUrl(raw: string | null, base: string): string | null {
  if (raw === null || raw.length > LONGEST) return null;
  try {
    const url = new URL(raw.trim(), base);
    url.hash = "";
    return url.href;
  } catch {
    return null;
  }
}

/** The same for what a page loads: only http and https reach the network. */
export function resolveResource(raw: string | null, base: string): string | null {
  const url = raw === null || raw.trim() === "" ? null : resolveUrl(raw, base);
  return url !== null && /^https?:/.test(url) ? url : null;
}

/** Host, scheme and path of an address without query: what may be stored and shown. */
export function withoutQuery(address: string): string {
  const cut = address.search(/[?#]/);
  return cut === -1 ? address : address.slice(0, cut);
}
