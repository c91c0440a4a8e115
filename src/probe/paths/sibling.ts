/** Characters of a canary's token; no vowel after the first letter, so that it never spells a word. */
const ALPHABET = "bcdfghjkmnpqrstvwxz23456789";

/** Six characters that no real path contains. `random` gives numbers in [0, 1). */
export function canaryToken(random: () => number): string {
  return Array.from({ length: 6 }, () => ALPHABET[Math.floor(random() * ALPHABET.length)] ?? "x").join("");
}

/**
 * A neighbour of a path that cannot exist: the last segment keeps its words and its extension and gets the token inserted
 * (`adminer.php` → `adminerk3x9qv.php`, `/backup/` → `/backupk3x9qv/`). Never a child: front controllers and PHP's PATH_INFO answer
 * children with the parent. An index file keeps its name and its folder changes, because servers fall back to the index of the
 * nearest folder. A query on `/` gets another key: a changed value (`author=1…`) is often read as the same.
 */
export function siblingPath(path: string, token: string): string {
  const mark = path.indexOf("?");
  const pathname = mark < 0 ? path : path.slice(0, mark);
  const query = mark < 0 ? "" : path.slice(mark);
  if (/^\/?$/.test(pathname)) return pathname + query.replace(/^\?([^=&]*)/, `?$1${token}`);
  const folder = pathname.endsWith("/") ? "/" : "";
  const segments = pathname.slice(1, folder === "" ? undefined : -1).split("/");
  const last = segments.length - 1;
  const changed = folder === "" && last > 0 && /^index\.\w+$/i.test(segments[last] ?? "") ? last - 1 : last;
  const renamed = segments.map((segment, index) => (index === changed ? withToken(segment, token) : segment));
  return `/${renamed.join("/")}${folder}${query}`;
}

/** The folder and the extension of a path: what a server's routing rules tell apart. */
export function routeOf(path: string): string {
  const pathname = path.split("?")[0] ?? path;
  const folder = pathname.replace(/[^/]*\/?$/, "");
  const leaf = pathname.slice(folder.length);
  const dot = leaf.lastIndexOf(".");
  return `${folder} ${leaf.startsWith(".") ? "." : ""}${dot > 0 ? leaf.slice(dot).toLowerCase() : leaf.endsWith("/") ? "/" : ""}`;
}

function withToken(segment: string, token: string): string {
  const dot = segment.indexOf(".", 1);
  return dot < 0 ? segment + token : segment.slice(0, dot) + token + segment.slice(dot);
}
