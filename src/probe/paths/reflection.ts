/** Matches nothing that a proof asks for, and keeps every offset where it was. */
const BLANK = "\0";

/**
 * Blanks out every echo of the requested path, so that a page which repeats what was asked proves nothing by it. The path is
 * looked for as sent, decoded, encoded and without its leading slash; the length of the text stays the same.
 */
export function blankReflections(text: string, path: string): string {
  return reflectionsOf(path).reduce(
    (result, echo) => (result.includes(echo) ? result.replaceAll(echo, BLANK.repeat(echo.length)) : result),
    text,
  );
}

/** The spellings under which a page may repeat a path, longest first so that none hides another. */
export function reflectionsOf(path: string): readonly string[] {
  const decoded = decode(path);
  const spellings = new Set<string>();
  for (const form of [path, decoded, decoded.split("?")[0] ?? decoded]) {
    for (const part of [form, form.replace(/^\//, "")]) {
      spellings.add(part);
      spellings.add(encodeURIComponent(part));
      spellings.add(encodeURIComponent(part).toLowerCase());
      spellings.add(part.replaceAll("/", "\\/"));
      spellings.add(part.replaceAll("&", "&amp;"));
    }
  }
  return [...spellings].filter((spelling) => spelling.length >= 3).toSorted((a, b) => b.length - a.length);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
