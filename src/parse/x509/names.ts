import { NAME_ATTRIBUTES } from "../../data/x509-oids.ts";
import { elements, readObjectIdentifier, TAG, type Tlv } from "./der.ts";

const MAXIMUM_VALUE = 256;
const MAXIMUM_ATTRIBUTES = 40;

/** A distinguished name: its RFC 4514 text (most specific first) and the two attributes that judges need. */
export interface DistinguishedName {
  readonly text: string;
  readonly commonName: string | null;
  readonly organisation: string | null;
}

/** Reads a Name. Values are cut at 256 characters and anything that could move a cursor is escaped as RFC 4514 does. */
export function readDistinguishedName(name: Tlv): DistinguishedName {
  const parts: { readonly type: string; readonly value: string }[] = [];
  for (const relative of elements(name.contents, MAXIMUM_ATTRIBUTES)) {
    for (const attribute of elements(relative.contents, MAXIMUM_ATTRIBUTES)) {
      const [type, value] = elements(attribute.contents, 2);
      if (type?.tag !== TAG.objectIdentifier || value === undefined) continue;
      const id = readObjectIdentifier(type.contents);
      parts.push({ type: NAME_ATTRIBUTES.get(id) ?? id, value: decodeText(value) });
    }
  }
  const find = (type: string): string | null => parts.findLast((part) => part.type === type)?.value ?? null;
  return {
    text: parts
      .toReversed()
      .slice(0, MAXIMUM_ATTRIBUTES)
      .map((part) => `${part.type}=${escapeValue(part.value)}`)
      .join(","),
    commonName: find("CN"),
    organisation: find("O"),
  };
}

/** Names in printable ASCII as they are; every other octet as `\xx`, so that such a name can match no host. */
export function readAsciiName(octets: Uint8Array, limit = MAXIMUM_VALUE): string {
  return Array.from(octets.subarray(0, limit), (octet) =>
    octet > 0x20 && octet < 0x7f && octet !== 0x5c
      ? String.fromCharCode(octet)
      : `\\${octet.toString(16).padStart(2, "0")}`,
  ).join("");
}

/** An iPAddress of 4 or 16 octets in the usual notation; null for another length. */
export function readIpAddress(octets: Uint8Array): string | null {
  if (octets.length === 4) return Array.from(octets).join(".");
  if (octets.length !== 16) return null;
  const groups = Array.from({ length: 8 }, (_none, index) =>
    (((octets[index * 2] ?? 0) << 8) | (octets[index * 2 + 1] ?? 0)).toString(16),
  );
  return canonicalIpv6(groups);
}

function decodeText(value: Tlv): string {
  const octets = value.contents.subarray(0, MAXIMUM_VALUE * 4);
  return decoded(value.tag, octets).slice(0, MAXIMUM_VALUE).toWellFormed();
}

function decoded(tag: number, octets: Uint8Array): string {
  if (tag === 0x1e) return new TextDecoder("utf-16be").decode(octets);
  if (tag === 0x0c) return new TextDecoder("utf-8").decode(octets);
  return Array.from(octets, (octet) => String.fromCharCode(octet)).join("");
}

function escapeValue(value: string): string {
  const escaped = value
    .replaceAll(/["+,;<>\\=]/g, String.raw`\$&`)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
      Array.from(new TextEncoder().encode(character), (octet) => `\\${octet.toString(16).padStart(2, "0")}`).join(""),
    );
  return escaped.replace(/^[ #]|(?<=.) $/g, String.raw`\$&`);
}

/** RFC 5952: the longest run of two or more zero groups becomes "::". */
function canonicalIpv6(groups: readonly string[]): string {
  const runs = [...groups.join(":").matchAll(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/g)];
  const longest = runs.reduce<RegExpExecArray | null>(
    (best, run) => (best === null || run[0].length > best[0].length ? run : best),
    null,
  );
  const text = groups.join(":");
  if (longest === null) return text;
  const before = text.slice(0, longest.index).replace(/:$/, "");
  const after = text.slice(longest.index + longest[0].length).replace(/^:/, "");
  return `${before}::${after}`;
}
