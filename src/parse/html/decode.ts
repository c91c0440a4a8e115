/** The text of a page and the charset that made it readable. */
export interface DecodedPage {
  readonly text: string;
  /** Name of the encoding as the Encoding standard spells it, in lower case. */
  readonly charset: string;
  readonly from: "bom" | "header" | "meta" | "guess";
}

const META_PRESCAN_BYTES = 1024;

/**
 * Decodes a page as browsers do: byte order mark, then the charset of the Content-Type header, then the first 1,024 bytes'
 * meta element (HTML, 13.2.3.2), then a guess: UTF-8 when the bytes are valid, else windows-1252, the default of Western
 * European locales. Bad sequences become U+FFFD; it never throws.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null = null): DecodedPage {
  const bom = bomOf(bytes);
  if (bom !== null) return decodeWith(bytes, bom, "bom");
  const header = knownLabel(charsetParameter(contentType ?? ""));
  if (header !== null) return decodeWith(bytes, header, "header");
  const meta = metaCharset(bytes);
  if (meta !== null) return decodeWith(bytes, meta, "meta");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), charset: "utf-8", from: "guess" };
  } catch {
    return decodeWith(bytes, "windows-1252", "guess");
  }
}

function decodeWith(bytes: Uint8Array, charset: string, from: DecodedPage["from"]): DecodedPage {
  return { text: new TextDecoder(charset).decode(bytes), charset, from };
}

function bomOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return null;
}

function charsetParameter(contentType: string): string | null {
  return /;\s{0,20}charset\s{0,20}=\s{0,20}["']?([a-z0-9_:.+-]{1,40})/i.exec(contentType.slice(0, 400))?.[1] ?? null;
}

/** A label that the Encoding standard knows, as its canonical name; null for anything else. */
function knownLabel(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function metaCharset(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1")
    .decode(bytes.subarray(0, META_PRESCAN_BYTES))
    .replaceAll(/<!--[^]*?(?:-->|$)/g, "");
  for (const [tag] of start.matchAll(/<meta\s[^>]{0,400}>/gi)) {
    const direct = /\scharset\s{0,5}=\s{0,5}["']?\s{0,5}([a-z0-9_:.+-]{1,40})/i.exec(tag)?.[1];
    const content = /\scontent\s{0,5}=\s{0,5}["']([^"']{0,200})["']/i.exec(tag)?.[1];
    const known = knownLabel(direct ?? charsetParameter(content ?? ""));
    // The bytes were readable as ASCII, so a meta that claims UTF-16 is wrong (HTML, 13.2.3.3, step 15).
    if (known !== null) return known.startsWith("utf-16") ? "utf-8" : known;
  }
  return null;
}
