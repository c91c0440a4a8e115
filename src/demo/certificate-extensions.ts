import { isIP } from "node:net";
import {
  bitString,
  boolean,
  explicit,
  implicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  tlv,
} from "./der.ts";

/** Extensions of RFC 5280, RFC 7633 and RFC 6962, as the demo authority writes them. */

function extension(id: string, value: Uint8Array, critical = false): Buffer {
  return sequence(objectIdentifier(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

export function basicConstraints(authority: boolean, pathLength?: number): Buffer {
  const fields = authority ? [boolean(true), ...(pathLength === undefined ? [] : [integer(pathLength)])] : [];
  return extension("2.5.29.19", sequence(...fields), true);
}

/** keyCertSign and cRLSign for an authority; digitalSignature and keyEncipherment for a server. */
export function keyUsage(authority: boolean): Buffer {
  const value = authority ? bitString(Buffer.from([0x06]), 1) : bitString(Buffer.from([0xa0]), 5);
  return extension("2.5.29.15", value, true);
}

export function extendedKeyUsage(purpose: "server" | "client"): Buffer {
  const id = purpose === "server" ? "1.3.6.1.5.5.7.3.1" : "1.3.6.1.5.5.7.3.2";
  return extension("2.5.29.37", sequence(objectIdentifier(id)));
}

/** dNSName for names and iPAddress for IP literals. */
export function subjectAltName(names: readonly string[]): Buffer {
  return extension("2.5.29.17", sequence(...names.map(generalName)));
}

export function subjectKeyIdentifier(identifier: Uint8Array): Buffer {
  return extension("2.5.29.14", octetString(identifier));
}

export function authorityKeyIdentifier(identifier: Uint8Array): Buffer {
  return extension("2.5.29.35", sequence(implicit(0, identifier)));
}

export function authorityInformationAccess(ocsp: readonly string[], issuers: readonly string[]): Buffer {
  const access = (method: string, url: string): Buffer =>
    sequence(objectIdentifier(method), implicit(6, Buffer.from(url, "latin1")));
  return extension(
    "1.3.6.1.5.5.7.1.1",
    sequence(
      ...ocsp.map((url) => access("1.3.6.1.5.5.7.48.1", url)),
      ...issuers.map((url) => access("1.3.6.1.5.5.7.48.2", url)),
    ),
  );
}

/** The TLS feature extension asking for status_request (5): "must-staple". */
export function mustStapleFeature(): Buffer {
  return extension("1.3.6.1.5.5.7.1.24", sequence(integer(5)));
}

/** A critical extension of a kind that no verifier knows, which RFC 5280 section 4.2 tells it to refuse. */
export function unknownCritical(id: string): Buffer {
  return extension(id, sequence(), true);
}

/** Only these DNS suffixes may appear below this authority (permittedSubtrees of RFC 5280 section 4.2.1.10). */
export function nameConstraints(permitted: readonly string[]): Buffer {
  const subtrees = permitted.map((name) => sequence(implicit(2, Buffer.from(name, "latin1"))));
  return extension("2.5.29.30", sequence(explicit(0, ...subtrees)), true);
}

/** A list of signed certificate timestamps, one for each log id (32 octets); their signatures are not real. */
export function timestampList(logIds: readonly Uint8Array[], at: Date): Buffer {
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(BigInt(at.getTime()));
  const signature = Buffer.alloc(70, 0x30);
  const stamps = logIds.map((logId) =>
    lengthPrefixed(
      Buffer.concat([
        Buffer.from([0]),
        logId,
        stamp,
        Buffer.from([0, 0]),
        Buffer.from([4, 3]),
        lengthPrefixed(signature),
      ]),
    ),
  );
  return extension("1.3.6.1.4.1.11129.2.4.2", octetString(lengthPrefixed(Buffer.concat(stamps))));
}

function lengthPrefixed(octets: Uint8Array): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(octets.length);
  return Buffer.concat([length, octets]);
}

function generalName(name: string): Buffer {
  if (isIP(name) === 4) return implicit(7, Buffer.from(name.split(".").map(Number)));
  if (isIP(name) === 6) return implicit(7, ipv6Octets(name));
  return tlv(0x82, Buffer.from(name, "latin1"));
}

function ipv6Octets(address: string): Buffer {
  const [head = "", tail = ""] = address.split("::");
  const groups = (text: string): number[] => (text === "" ? [] : text.split(":").map((group) => parseInt(group, 16)));
  const before = groups(head);
  const after = address.includes("::") ? groups(tail) : [];
  const all = [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]));
}
