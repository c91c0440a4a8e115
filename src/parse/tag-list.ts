/**
 * Tags of the form `v=DMARC1; p=none; rua=…`, as DMARC (RFC 7489, 6.4), MTA-STS and TLS-RPT records have them. Names in
 * lower case; of a repeated tag the first counts. At most 64.
 */
export function parseTagList(text: string): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const part of text.split(";").slice(0, 64)) {
    const equals = part.indexOf("=");
    if (equals === -1) continue;
    const name = part.slice(0, equals).trim().toLowerCase();
    if (name !== "" && !tags.has(name)) tags.set(name, part.slice(equals + 1).trim());
  }
  return tags;
}
