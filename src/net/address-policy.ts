import { BlockList, isIP } from "node:net";
import { ipBytes } from "../core/ip.ts";

/** Why an address is not one of the public internet. */
export type AddressKind =
  "public" | "loopback" | "private" | "link-local" | "metadata" | "shared" | "multicast" | "reserved";

type Row = readonly [AddressKind, string, number];

/** The special-purpose registries of IANA (RFC 6890 and updates), most particular first; read 2026-11. */
const IPV4: readonly Row[] = [
  ["metadata", "169.254.169.254", 32],
  ["metadata", "169.254.170.2", 32],
  ["metadata", "100.100.100.200", 32],
  ["metadata", "168.63.129.16", 32],
  ["loopback", "127.0.0.0", 8],
  ["private", "10.0.0.0", 8],
  ["private", "172.16.0.0", 12],
  ["private", "192.168.0.0", 16],
  ["link-local", "169.254.0.0", 16],
  ["shared", "100.64.0.0", 10],
  ["multicast", "224.0.0.0", 4],
  ["reserved", "0.0.0.0", 8],
  ["reserved", "192.0.0.0", 24],
  ["reserved", "192.0.2.0", 24],
  ["reserved", "192.88.99.0", 24],
  ["reserved", "198.18.0.0", 15],
  ["reserved", "198.51.100.0", 24],
  ["reserved", "203.0.113.0", 24],
  ["reserved", "240.0.0.0", 4],
];

const IPV6: readonly Row[] = [
  ["metadata", "fd00:ec2::254", 128],
  ["metadata", "fd20:ce::254", 128],
  ["loopback", "::1", 128],
  ["reserved", "::", 128],
  ["private", "fc00::", 7],
  ["link-local", "fe80::", 10],
  ["private", "fec0::", 10],
  ["multicast", "ff00::", 8],
  ["reserved", "100::", 64],
  ["reserved", "2001::", 23],
  ["reserved", "2001:db8::", 32],
  ["reserved", "3fff::", 20],
  ["reserved", "5f00::", 16],
  // NAT64 with a network's own prefix (RFC 8215) leads into that network.
  ["reserved", "64:ff9b:1::", 48],
];

/** IPv6 ranges that carry an IPv4 address, with the bit at which it begins: what they lead to is judged, not the wrapping. */
const EMBEDDED: readonly (readonly [string, number, number])[] = [
  ["::ffff:0:0", 96, 96],
  ["::ffff:0:0:0", 96, 96],
  ["64:ff9b::", 96, 96],
  ["2002::", 16, 16],
  ["::", 96, 96],
];

const kinds4 = IPV4.map(([kind, prefix, bits]) => ({ kind, list: blockList(prefix, bits, "ipv4") }));
const kinds6 = IPV6.map(([kind, prefix, bits]) => ({ kind, list: blockList(prefix, bits, "ipv6") }));
const embedded = EMBEDDED.map(([prefix, bits, at]) => ({ list: blockList(prefix, bits, "ipv6"), at }));

/** What an IP address is. Anything that is not an address is `reserved`. IPv4 inside IPv6 (mapped, NAT64, 6to4) is unwrapped. */
export function addressKind(address: string): AddressKind {
  const bare = address.replace(/%.*$/, "");
  const family = isIP(bare);
  if (family === 4) return kinds4.find(({ list }) => list.check(bare, "ipv4"))?.kind ?? "public";
  if (family !== 6) return "reserved";
  // BlockList matches mapped addresses against IPv4 rules only, so the bytes are compared by hand where they matter.
  const bytes = ipBytes(bare) ?? new Uint8Array(16);
  const wrapped = bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  if (!wrapped) {
    const kind = kinds6.find(({ list }) => list.check(bare, "ipv6"))?.kind;
    if (kind !== undefined) return kind;
  }
  const carrier = wrapped ? { at: 96 } : embedded.find(({ list }) => list.check(bare, "ipv6"));
  if (carrier === undefined) return "public";
  return addressKind(bytes.subarray(carrier.at / 8, carrier.at / 8 + 4).join("."));
}

/** Whether an address may be contacted without the user having named it. */
export function isPublicAddress(address: string): boolean {
  return addressKind(address) === "public";
}

function blockList(prefix: string, bits: number, family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  list.addSubnet(prefix, bits, family);
  return list;
}
