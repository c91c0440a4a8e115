/**
 * Named groups: number, IANA name, kind, classical strength in bits (RFC 7919 A, NIST SP 800-57, NIST categories for ML-KEM).
 *
 * Source: IANA "TLS Supported Groups" registry (tls-parameters), as of 2026-11, with draft-ietf-tls-ecdhe-mlkem and
 * draft-ietf-tls-mlkem; 0x6399 and 0xfe30 are the withdrawn Kyber drafts that browsers shipped in 2023.
 */
export const GROUP_TABLE_DATE = "2026-11-23";

export type GroupKind = "ec" | "ff" | "hybrid" | "kem";

export interface NamedGroup {
  readonly id: number;
  readonly name: string;
  readonly kind: GroupKind;
  readonly bits: number;
  /** Whether TLS 1.3 may negotiate it. */
  readonly tls13: boolean;
  /** Whether TLS 1.2 and older may negotiate it. */
  readonly legacy: boolean;
}

function group(
  id: number,
  name: string,
  kind: GroupKind,
  bits: number,
  versions: "both" | "tls13" | "legacy",
): NamedGroup {
  return { id, name, kind, bits, tls13: versions !== "legacy", legacy: versions !== "tls13" };
}

export const NAMED_GROUPS: readonly NamedGroup[] = [
  group(0x11ec, "X25519MLKEM768", "hybrid", 192, "tls13"),
  group(0x11eb, "SecP256r1MLKEM768", "hybrid", 192, "tls13"),
  group(0x11ed, "SecP384r1MLKEM1024", "hybrid", 256, "tls13"),
  group(0x11ee, "curveSM2MLKEM768", "hybrid", 192, "tls13"),
  group(0x6399, "X25519Kyber768Draft00", "hybrid", 192, "tls13"),
  group(0x001d, "x25519", "ec", 128, "both"),
  group(0x0017, "secp256r1", "ec", 128, "both"),
  group(0x0018, "secp384r1", "ec", 192, "both"),
  group(0x0019, "secp521r1", "ec", 256, "both"),
  group(0x001e, "x448", "ec", 224, "both"),
  group(0x0200, "MLKEM512", "kem", 128, "tls13"),
  group(0x0201, "MLKEM768", "kem", 192, "tls13"),
  group(0x0202, "MLKEM1024", "kem", 256, "tls13"),
  group(0x0100, "ffdhe2048", "ff", 103, "both"),
  group(0x0101, "ffdhe3072", "ff", 125, "both"),
  group(0x0102, "ffdhe4096", "ff", 150, "both"),
  group(0x0103, "ffdhe6144", "ff", 175, "both"),
  group(0x0104, "ffdhe8192", "ff", 192, "both"),
  group(0x001f, "brainpoolP256r1tls13", "ec", 128, "tls13"),
  group(0x0020, "brainpoolP384r1tls13", "ec", 192, "tls13"),
  group(0x0021, "brainpoolP512r1tls13", "ec", 256, "tls13"),
  group(0x0029, "curveSM2", "ec", 128, "tls13"),
  group(0x0022, "GC256A", "ec", 128, "both"),
  group(0x0023, "GC256B", "ec", 128, "both"),
  group(0x0024, "GC256C", "ec", 128, "both"),
  group(0x0025, "GC256D", "ec", 128, "both"),
  group(0x0026, "GC512A", "ec", 256, "both"),
  group(0x0027, "GC512B", "ec", 256, "both"),
  group(0x0028, "GC512C", "ec", 256, "both"),
  group(0x001a, "brainpoolP256r1", "ec", 128, "legacy"),
  group(0x001b, "brainpoolP384r1", "ec", 192, "legacy"),
  group(0x001c, "brainpoolP512r1", "ec", 256, "legacy"),
  group(0x0016, "secp256k1", "ec", 128, "legacy"),
  group(0x0015, "secp224r1", "ec", 112, "legacy"),
  group(0x0014, "secp224k1", "ec", 112, "legacy"),
  group(0x0013, "secp192r1", "ec", 96, "legacy"),
  group(0x0012, "secp192k1", "ec", 96, "legacy"),
  group(0x0011, "secp160r2", "ec", 80, "legacy"),
  group(0x0010, "secp160r1", "ec", 80, "legacy"),
  group(0x000f, "secp160k1", "ec", 80, "legacy"),
  group(0x000e, "sect571r1", "ec", 285, "legacy"),
  group(0x000d, "sect571k1", "ec", 285, "legacy"),
  group(0x000c, "sect409r1", "ec", 204, "legacy"),
  group(0x000b, "sect409k1", "ec", 204, "legacy"),
  group(0x000a, "sect283r1", "ec", 141, "legacy"),
  group(0x0009, "sect283k1", "ec", 141, "legacy"),
  group(0x0008, "sect239k1", "ec", 119, "legacy"),
  group(0x0007, "sect233r1", "ec", 116, "legacy"),
  group(0x0006, "sect233k1", "ec", 115, "legacy"),
  group(0x0005, "sect193r2", "ec", 96, "legacy"),
  group(0x0004, "sect193r1", "ec", 96, "legacy"),
  group(0x0003, "sect163r2", "ec", 81, "legacy"),
  group(0x0002, "sect163r1", "ec", 81, "legacy"),
  group(0x0001, "sect163k1", "ec", 81, "legacy"),
];

const BY_ID = new Map(NAMED_GROUPS.map((entry) => [entry.id, entry]));
const BY_NAME = new Map(NAMED_GROUPS.map((entry) => [entry.name, entry]));

/** The group with this number, if it is known. */
export function groupById(id: number): NamedGroup | undefined {
  return BY_ID.get(id);
}

/** The group with this IANA name, if it is known. */
export function groupByName(name: string): NamedGroup | undefined {
  return BY_NAME.get(name);
}

/** The IANA name of a group, or its number in hexadecimal where no table has it. */
export function groupName(id: number): string {
  return BY_ID.get(id)?.name ?? `0x${id.toString(16).padStart(4, "0").toUpperCase()}`;
}
