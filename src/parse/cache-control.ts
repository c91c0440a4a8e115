import { listMembers } from "./headers.ts";

/** The directives of Cache-Control by lower-case name (RFC 9111, 5.2); null where a directive has no argument. */
export type CacheControl = ReadonlyMap<string, string | null>;

/** Parses every Cache-Control line of an answer together, as caches do. The first of a repeated directive counts. */
export function parseCacheControl(values: readonly string[]): CacheControl {
  const directives = new Map<string, string | null>();
  for (const member of values.flatMap((value) => listMembers(value.slice(0, 4096)))) {
    const equals = member.indexOf("=");
    const name = (equals === -1 ? member : member.slice(0, equals)).trim().toLowerCase();
    const argument =
      equals === -1
        ? null
        : member
            .slice(equals + 1)
            .trim()
            .replaceAll('"', "");
    if (name !== "" && !directives.has(name)) directives.set(name, argument);
  }
  return directives;
}

/** Seconds of a directive such as max-age; null where absent or not a number. */
export function cacheSeconds(directives: CacheControl, name: string): number | null {
  const argument = directives.get(name) ?? null;
  return argument !== null && /^[0-9]{1,15}$/.test(argument) ? Number(argument) : null;
}
