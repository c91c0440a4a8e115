/**
 * Signature schemes: number, IANA name, OpenSSL name.
 *
 * Source: IANA "TLS SignatureScheme" and, for the pairs of TLS 1.2, "TLS HashAlgorithm" and "TLS SignatureAlgorithm" registries,
 * as of 2026-11. Pairs that TLS 1.3 never named are written as hash and algorithm joined, after RFC 5246 7.4.1.4.1.
 */
export const SIGNATURE_SCHEME_TABLE_DATE = "2026-11-23";

export interface SignatureScheme {
  readonly id: number;
  readonly name: string;
  readonly openssl: string | null;
  readonly key: "rsa" | "ecdsa" | "eddsa" | "dsa" | "mldsa" | "other";
  /** Collision attacks on its hash are practical (MD5, SHA-1). */
  readonly weakHash: boolean;
}

type Row = readonly [id: number, name: string, openssl: string | null, key: SignatureScheme["key"], weak?: true];

const ROWS: readonly Row[] = [
  [0x0403, "ecdsa_secp256r1_sha256", "ECDSA+SHA256", "ecdsa"],
  [0x0503, "ecdsa_secp384r1_sha384", "ECDSA+SHA384", "ecdsa"],
  [0x0603, "ecdsa_secp521r1_sha512", "ECDSA+SHA512", "ecdsa"],
  [0x0804, "rsa_pss_rsae_sha256", "RSA-PSS+SHA256", "rsa"],
  [0x0805, "rsa_pss_rsae_sha384", "RSA-PSS+SHA384", "rsa"],
  [0x0806, "rsa_pss_rsae_sha512", "RSA-PSS+SHA512", "rsa"],
  [0x0401, "rsa_pkcs1_sha256", "RSA+SHA256", "rsa"],
  [0x0501, "rsa_pkcs1_sha384", "RSA+SHA384", "rsa"],
  [0x0601, "rsa_pkcs1_sha512", "RSA+SHA512", "rsa"],
  [0x0807, "ed25519", "ed25519", "eddsa"],
  [0x0808, "ed448", "ed448", "eddsa"],
  [0x0809, "rsa_pss_pss_sha256", "rsa_pss_pss_sha256", "rsa"],
  [0x080a, "rsa_pss_pss_sha384", "rsa_pss_pss_sha384", "rsa"],
  [0x080b, "rsa_pss_pss_sha512", "rsa_pss_pss_sha512", "rsa"],
  [0x081a, "ecdsa_brainpoolP256r1tls13_sha256", null, "ecdsa"],
  [0x081b, "ecdsa_brainpoolP384r1tls13_sha384", null, "ecdsa"],
  [0x081c, "ecdsa_brainpoolP512r1tls13_sha512", null, "ecdsa"],
  [0x0904, "mldsa44", "mldsa44", "mldsa"],
  [0x0905, "mldsa65", "mldsa65", "mldsa"],
  [0x0906, "mldsa87", "mldsa87", "mldsa"],
  [0x0303, "sha224_ecdsa", "ECDSA+SHA224", "ecdsa"],
  [0x0301, "sha224_rsa", "RSA+SHA224", "rsa"],
  [0x0402, "sha256_dsa", "DSA+SHA256", "dsa"],
  [0x0502, "sha384_dsa", "DSA+SHA384", "dsa"],
  [0x0602, "sha512_dsa", "DSA+SHA512", "dsa"],
  [0x0302, "sha224_dsa", "DSA+SHA224", "dsa"],
  [0x0203, "ecdsa_sha1", "ECDSA+SHA1", "ecdsa", true],
  [0x0201, "rsa_pkcs1_sha1", "RSA+SHA1", "rsa", true],
  [0x0202, "sha1_dsa", "DSA+SHA1", "dsa", true],
  [0x0101, "md5_rsa", "RSA+MD5", "rsa", true],
  [0x0708, "sm2sig_sm3", null, "other"],
  [0x0840, "gostr34102012_256", null, "other"],
  [0x0841, "gostr34102012_512", null, "other"],
];

export const SIGNATURE_SCHEMES: readonly SignatureScheme[] = ROWS.map(([id, name, openssl, key, weak]) => ({
  id,
  name,
  openssl,
  key,
  weakHash: weak === true,
}));

const BY_ID = new Map(SIGNATURE_SCHEMES.map((scheme) => [scheme.id, scheme]));

/** The scheme with this number, if it is known. */
export function schemeById(id: number): SignatureScheme | undefined {
  return BY_ID.get(id);
}

/** The name of a scheme, or its number in hexadecimal where no table has it. */
export function schemeName(id: number): string {
  return BY_ID.get(id)?.name ?? `0x${id.toString(16).padStart(4, "0").toUpperCase()}`;
}
