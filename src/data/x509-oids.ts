/**
 * Object identifiers of certificates: signature algorithms, public keys, curves and name attributes.
 * Sources: RFC 3279, RFC 4055, RFC 5480, RFC 5639, RFC 5758, RFC 8410, RFC 9881 (ML-DSA), RFC 4519, CA/Browser Forum BR 7.1.6.
 */

export interface SignatureAlgorithm {
  readonly name: string;
  /** Hash of the signature; null where the scheme has its own (EdDSA, ML-DSA) or where the parameters name it (PSS). */
  readonly hash: string | null;
}

export const SIGNATURE_ALGORITHMS: ReadonlyMap<string, SignatureAlgorithm> = new Map([
  ["1.2.840.113549.1.1.2", { name: "md2WithRSAEncryption", hash: "md2" }],
  ["1.2.840.113549.1.1.3", { name: "md4WithRSAEncryption", hash: "md4" }],
  ["1.2.840.113549.1.1.4", { name: "md5WithRSAEncryption", hash: "md5" }],
  ["1.2.840.113549.1.1.5", { name: "sha1WithRSAEncryption", hash: "sha1" }],
  ["1.3.14.3.2.29", { name: "sha1WithRSAEncryption", hash: "sha1" }],
  ["1.2.840.113549.1.1.10", { name: "rsassaPss", hash: null }],
  ["1.2.840.113549.1.1.11", { name: "sha256WithRSAEncryption", hash: "sha256" }],
  ["1.2.840.113549.1.1.12", { name: "sha384WithRSAEncryption", hash: "sha384" }],
  ["1.2.840.113549.1.1.13", { name: "sha512WithRSAEncryption", hash: "sha512" }],
  ["1.2.840.113549.1.1.14", { name: "sha224WithRSAEncryption", hash: "sha224" }],
  ["1.2.840.10040.4.3", { name: "dsa-with-SHA1", hash: "sha1" }],
  ["2.16.840.1.101.3.4.3.1", { name: "dsa-with-SHA224", hash: "sha224" }],
  ["2.16.840.1.101.3.4.3.2", { name: "dsa-with-SHA256", hash: "sha256" }],
  ["1.2.840.10045.4.1", { name: "ecdsa-with-SHA1", hash: "sha1" }],
  ["1.2.840.10045.4.3.1", { name: "ecdsa-with-SHA224", hash: "sha224" }],
  ["1.2.840.10045.4.3.2", { name: "ecdsa-with-SHA256", hash: "sha256" }],
  ["1.2.840.10045.4.3.3", { name: "ecdsa-with-SHA384", hash: "sha384" }],
  ["1.2.840.10045.4.3.4", { name: "ecdsa-with-SHA512", hash: "sha512" }],
  ["1.3.101.112", { name: "ed25519", hash: null }],
  ["1.3.101.113", { name: "ed448", hash: null }],
  ["2.16.840.1.101.3.4.3.17", { name: "ml-dsa-44", hash: null }],
  ["2.16.840.1.101.3.4.3.18", { name: "ml-dsa-65", hash: null }],
  ["2.16.840.1.101.3.4.3.19", { name: "ml-dsa-87", hash: null }],
]);

export const HASHES: ReadonlyMap<string, string> = new Map([
  ["1.2.840.113549.2.5", "md5"],
  ["1.3.14.3.2.26", "sha1"],
  ["2.16.840.1.101.3.4.2.4", "sha224"],
  ["2.16.840.1.101.3.4.2.1", "sha256"],
  ["2.16.840.1.101.3.4.2.2", "sha384"],
  ["2.16.840.1.101.3.4.2.3", "sha512"],
]);

/** Algorithm of a subject public key, by the names that the evidence uses. */
export const KEY_TYPES: ReadonlyMap<string, string> = new Map([
  ["1.2.840.113549.1.1.1", "rsa"],
  ["1.2.840.113549.1.1.10", "rsa-pss"],
  ["1.2.840.10040.4.1", "dsa"],
  ["1.2.840.10045.2.1", "ec"],
  ["1.3.101.112", "ed25519"],
  ["1.3.101.113", "ed448"],
  ["2.16.840.1.101.3.4.3.17", "ml-dsa-44"],
  ["2.16.840.1.101.3.4.3.18", "ml-dsa-65"],
  ["2.16.840.1.101.3.4.3.19", "ml-dsa-87"],
]);

/** Key sizes, in bits, of the types that have but one. */
export const FIXED_KEY_BITS: ReadonlyMap<string, number> = new Map([
  ["ed25519", 256],
  ["ed448", 456],
]);

export interface Curve {
  readonly name: string;
  readonly bits: number;
}

export const CURVES: ReadonlyMap<string, Curve> = new Map([
  ["1.2.840.10045.3.1.1", { name: "P-192", bits: 192 }],
  ["1.3.132.0.33", { name: "P-224", bits: 224 }],
  ["1.2.840.10045.3.1.7", { name: "P-256", bits: 256 }],
  ["1.3.132.0.34", { name: "P-384", bits: 384 }],
  ["1.3.132.0.35", { name: "P-521", bits: 521 }],
  ["1.3.132.0.8", { name: "secp160r1", bits: 160 }],
  ["1.3.132.0.9", { name: "secp160k1", bits: 160 }],
  ["1.3.132.0.30", { name: "secp160r2", bits: 160 }],
  ["1.3.132.0.31", { name: "secp192k1", bits: 192 }],
  ["1.3.132.0.32", { name: "secp224k1", bits: 224 }],
  ["1.3.132.0.10", { name: "secp256k1", bits: 256 }],
  ["1.3.36.3.3.2.8.1.1.7", { name: "brainpoolP256r1", bits: 256 }],
  ["1.3.36.3.3.2.8.1.1.11", { name: "brainpoolP384r1", bits: 384 }],
  ["1.3.36.3.3.2.8.1.1.13", { name: "brainpoolP512r1", bits: 512 }],
  ["1.2.156.10197.1.301", { name: "SM2", bits: 256 }],
]);

/** Short names of attributes in distinguished names (RFC 4514 section 3 and common practice). */
export const NAME_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["2.5.4.3", "CN"],
  ["2.5.4.4", "SN"],
  ["2.5.4.5", "serialNumber"],
  ["2.5.4.6", "C"],
  ["2.5.4.7", "L"],
  ["2.5.4.8", "ST"],
  ["2.5.4.9", "STREET"],
  ["2.5.4.10", "O"],
  ["2.5.4.11", "OU"],
  ["2.5.4.15", "businessCategory"],
  ["2.5.4.17", "postalCode"],
  ["2.5.4.97", "organizationIdentifier"],
  ["0.9.2342.19200300.100.1.25", "DC"],
  ["0.9.2342.19200300.100.1.1", "UID"],
  ["1.2.840.113549.1.9.1", "emailAddress"],
  ["1.3.6.1.4.1.311.60.2.1.3", "jurisdictionC"],
]);

/** How the authority says that it validated the holder. */
export const VALIDATION_POLICIES: ReadonlyMap<string, "dv" | "iv" | "ov" | "ev"> = new Map([
  ["2.23.140.1.2.1", "dv"],
  ["2.23.140.1.2.2", "ov"],
  ["2.23.140.1.2.3", "iv"],
  ["2.23.140.1.1", "ev"],
]);
