/** Header fields as the evidence keeps them: names in lower case, in the order received, duplicates kept. */
export type HeaderFields = readonly (readonly string[])[];

/** Every value of a field, one per line received; a grader that joins duplicates is fooled by them. */
export function headerValues(headers: HeaderFields, name: string): readonly string[] {
  return headers.flatMap(([field, value]) => (field === name && value !== undefined ? [value.trim()] : []));
}

/** The first value of a field, or null where it was not sent. */
export function headerValue(headers: HeaderFields, name: string): string | null {
  return headerValues(headers, name)[0] ?? null;
}

/**
 * Members of a list field (RFC 9110, 5.6.1): split on commas outside quoted strings, trimmed, empty members left out.
 * At most `limit` members, so that a hostile line stays cheap.
 */
export function listMembers(value: string, limit = 256): readonly string[] {
  const members: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= value.length && members.length < limit; at += 1) {
    const character = value[at];
    if (quoted && character === "\\") at += 1;
    else if (character === '"') quoted = !quoted;
    else if (at >= value.length || (character === "," && !quoted)) {
      const member = value.slice(start, at).trim();
      if (member !== "") members.push(member);
      start = at + 1;
    }
  }
  const rest = quoted && members.length < limit ? value.slice(start).trim() : "";
  return rest === "" ? members : [...members, rest];
}

/** The media type without its parameters, in lower case; null where none was sent. */
export function mediaType(headers: HeaderFields): string | null {
  const value = headerValue(headers, "content-type");
  return value === null ? null : (value.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** Whether the answer is a document that a browser renders: HTML, or nothing said. */
export function isDocument(headers: HeaderFields): boolean {
  const type = mediaType(headers);
  return type === null || type === "" || type === "text/html" || type === "application/xhtml+xml";
}

/** Parts of field names that are not written with one capital letter. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["aspnet", "AspNet"],
  ["aspnetmvc", "AspNetMvc"],
  ["cms", "CMS"],
  ["ct", "CT"],
  ["csp", "CSP"],
  ["etag", "ETag"],
  ["php", "PHP"],
  ["webkit", "WebKit"],
  ["xss", "XSS"],
]);

/** A field name as people write it: "X-Powered-By" for the "x-powered-by" of the evidence. */
export function fieldTitle(name: string): string {
  return name
    .split("-")
    .map((part) => SPELLINGS.get(part) ?? part.charAt(0).toUpperCase() + part.slice(1))
    .join("-");
}
