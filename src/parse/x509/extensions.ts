import { elements, listElements, readObjectIdentifier, readTagged, smallInteger, TAG, toHex, type Tlv } from "./der.ts";
import { readAsciiName, readIpAddress } from "./names.ts";
import { countTimestamps } from "./timestamps.ts";

/** What the extensions of a certificate say; an absent or unreadable extension leaves its default. */
export interface Extensions {
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  /** All subject alternative names, also of other kinds and beyond the bound of the lists. */
  readonly namesTotal: number;
  readonly hasAltNames: boolean;
  readonly authority: boolean;
  readonly pathLength: number | null;
  /** keyCertSign; null where there is no key usage. */
  readonly signsCertificates: boolean | null;
  /** Dotted identifiers; null where there is no extended key usage. */
  readonly purposes: readonly string[] | null;
  readonly mustStaple: boolean;
  readonly ocspResponders: readonly string[];
  readonly issuerUrls: readonly string[];
  readonly policies: readonly string[];
  readonly timestamps: number;
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: string | null;
  readonly permittedDns: readonly string[] | null;
  readonly excludedDns: readonly string[];
  /** Critical extensions that a verifier must know and this reader does not. */
  readonly unknownCritical: readonly string[];
}

const MAXIMUM_NAMES = 20_000;
const MAXIMUM_URLS = 8;

const NONE: Extensions = {
  dnsNames: [],
  ipAddresses: [],
  namesTotal: 0,
  hasAltNames: false,
  authority: false,
  pathLength: null,
  signsCertificates: null,
  purposes: null,
  mustStaple: false,
  ocspResponders: [],
  issuerUrls: [],
  policies: [],
  timestamps: 0,
  subjectKeyId: null,
  authorityKeyId: null,
  permittedDns: null,
  excludedDns: [],
  unknownCritical: [],
};

type Reader = (value: Uint8Array) => Partial<Extensions>;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["2.5.29.14", (value) => ({ subjectKeyId: hexOf(readTagged(value, TAG.octetString)) })],
  ["2.5.29.15", keyUsage],
  ["2.5.29.17", subjectAltName],
  ["2.5.29.19", basicConstraints],
  ["2.5.29.30", nameConstraints],
  ["2.5.29.32", (value) => ({ policies: sequenceItems(value).slice(0, 16).map(firstIdentifier) })],
  ["2.5.29.35", authorityKeyIdentifier],
  ["2.5.29.37", (value) => ({ purposes: sequenceItems(value).map((item) => readObjectIdentifier(item.contents)) })],
  ["1.3.6.1.5.5.7.1.1", authorityInformation],
  ["1.3.6.1.5.5.7.1.24", tlsFeature],
  ["1.3.6.1.4.1.11129.2.4.2", (value) => ({ timestamps: countTimestamps(readTagged(value, TAG.octetString)) })],
]);

/** Extensions that may be critical and change nothing for what is judged here: CRL points, policy rules, the CT poison's absence. */
const HARMLESS_CRITICAL: ReadonlySet<string> = new Set([
  "2.5.29.18",
  "2.5.29.31",
  "2.5.29.33",
  "2.5.29.36",
  "2.5.29.54",
]);

/** Reads the contents of `Extensions ::= SEQUENCE OF Extension`; a second extension of one kind is ignored. */
export function readExtensions(list: Tlv | null): Extensions {
  let found: Extensions = NONE;
  const seen = new Set<string>();
  for (const extension of elements(list?.contents ?? new Uint8Array(), 200)) {
    const [id, second, third] = listElements(extension.contents) ?? [];
    if (id?.tag !== TAG.objectIdentifier) continue;
    const oid = readObjectIdentifier(id.contents);
    if (seen.has(oid)) continue;
    seen.add(oid);
    const critical = second?.tag === TAG.boolean && second.contents[0] !== 0;
    const value = second?.tag === TAG.boolean ? third : second;
    const reader = READERS.get(oid);
    if (reader !== undefined && value?.tag === TAG.octetString) found = { ...found, ...reader(value.contents) };
    else if (critical && !HARMLESS_CRITICAL.has(oid))
      found = { ...found, unknownCritical: [...found.unknownCritical, oid].slice(0, 16) };
  }
  return found;
}

function subjectAltName(value: Uint8Array): Partial<Extensions> {
  const dnsNames: string[] = [];
  const ipAddresses: string[] = [];
  let namesTotal = 0;
  for (const name of elements(readTagged(value, TAG.sequence)?.contents ?? new Uint8Array())) {
    namesTotal += 1;
    if (namesTotal > MAXIMUM_NAMES) continue;
    if (name.tag === 0x82) dnsNames.push(readAsciiName(name.contents));
    const address = name.tag === 0x87 ? readIpAddress(name.contents) : null;
    if (address !== null) ipAddresses.push(address);
  }
  return { dnsNames, ipAddresses, namesTotal, hasAltNames: true };
}

function basicConstraints(value: Uint8Array): Partial<Extensions> {
  const [first, second] = sequenceItems(value);
  const authority = first?.tag === TAG.boolean && first.contents[0] !== 0;
  return { authority, pathLength: second?.tag === TAG.integer ? smallInteger(second.contents) : null };
}

/** keyCertSign is bit 5 (RFC 5280 section 4.2.1.3). */
function keyUsage(value: Uint8Array): Partial<Extensions> {
  const bits = readTagged(value, TAG.bitString)?.contents[1];
  return bits === undefined ? {} : { signsCertificates: (bits & 0x04) !== 0 };
}

/** status_request (5) among the features means that the certificate must come with a stapled answer (RFC 7633). */
function tlsFeature(value: Uint8Array): Partial<Extensions> {
  return { mustStaple: sequenceItems(value).some((item) => smallInteger(item.contents) === 5) };
}

function authorityInformation(value: Uint8Array): Partial<Extensions> {
  const urls = (method: string): string[] =>
    sequenceItems(value)
      .filter((access) => firstIdentifier(access) === method)
      .flatMap((access) => {
        const location = [...elements(access.contents, 2)][1];
        return location?.tag === 0x86 ? [readAsciiName(location.contents, 500)] : [];
      })
      .slice(0, MAXIMUM_URLS);
  return { ocspResponders: urls("1.3.6.1.5.5.7.48.1"), issuerUrls: urls("1.3.6.1.5.5.7.48.2") };
}

function authorityKeyIdentifier(value: Uint8Array): Partial<Extensions> {
  const identifier = sequenceItems(value).find((item) => item.tag === 0x80);
  return { authorityKeyId: hexOf(identifier ?? null) };
}

function nameConstraints(value: Uint8Array): Partial<Extensions> {
  const subtrees = (tag: number): readonly string[] | null => {
    const list = sequenceItems(value).find((item) => item.tag === tag);
    if (list === undefined) return null;
    const names = [...elements(list.contents, 500)].flatMap((subtree) => {
      const base = readFirst(subtree.contents);
      return base?.tag === 0x82 ? [readAsciiName(base.contents).toLowerCase()] : [];
    });
    // Subtrees of other kinds only (addresses, directory names) leave DNS names unconstrained.
    return names.length === 0 ? null : names;
  };
  return { permittedDns: subtrees(0xa0), excludedDns: subtrees(0xa1) ?? [] };
}

function sequenceItems(value: Uint8Array): readonly Tlv[] {
  return listElements(readTagged(value, TAG.sequence)?.contents ?? new Uint8Array()) ?? [];
}

function firstIdentifier(item: Tlv): string {
  const first = readFirst(item.contents);
  return first?.tag === TAG.objectIdentifier ? readObjectIdentifier(first.contents) : "";
}

function readFirst(contents: Uint8Array): Tlv | undefined {
  return [...elements(contents, 1)][0];
}

function hexOf(element: Tlv | null): string | null {
  return element === null ? null : toHex(element.contents.subarray(0, 64));
}
