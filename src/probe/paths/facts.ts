import { directoryIndex } from "../../data/exposures/listings.ts";
import { sqlDump } from "../../data/exposures/proofs.ts";
import type { Sighting } from "./verify.ts";
import { header, peekIntoGzip } from "./seen.ts";

/** What else a confirmed answer says, as evidence keeps it: never a piece of what may be secret. */
export function factsOf(sighting: Sighting): Readonly<Record<string, string>> {
  const { probe, seen } = sighting;
  const version = probe.version
    ?.exec(seen.text)
    ?.slice(1)
    .find((group) => group !== undefined);
  const contents = contentsOf(sighting);
  const challenge = header(seen.headers, "www-authenticate")?.split(" ")[0];
  return {
    ...(version === undefined ? {} : { version: version.slice(0, 40) }),
    ...(contents === null ? {} : { contents }),
    ...(seen.kind === "html" && /<input[^>]{0,400}type=["']?password/i.test(seen.text) ? { login: "password" } : {}),
    ...(challenge === undefined ? {} : { authenticate: challenge.slice(0, 40).toLowerCase() }),
    ...(seen.url.endsWith(sighting.path) ? {} : { redirectedTo: new URL(seen.url).pathname.slice(0, 200) }),
    ...(isEmptyListing(sighting) ? { listing: "empty" } : {}),
  };
}

/** What an archive begins with, by its decoded first bytes. */
function contentsOf({ match, seen }: Sighting): string | null {
  if (!match.binary) return null;
  const text = peekIntoGzip(seen.raw);
  if (text === "") return null;
  if (sqlDump.some((pattern) => pattern.test(text))) return "sql";
  return text.slice(257, 262) === "ustar" ? "tar" : null;
}

/** A listing that links nothing below its own folder gives nothing away yet. */
function isEmptyListing({ probe, seen }: Sighting): boolean {
  if (probe.proof.any !== directoryIndex || seen.kind !== "html") return false;
  const folder = new URL(seen.url).pathname;
  return [...seen.text.matchAll(/href="([^"]{0,400})"/gi)].every(([, href = ""]) => {
    const path = URL.parse(href, seen.url)?.pathname ?? "";
    return !path.startsWith(folder) || path === folder;
  });
}
