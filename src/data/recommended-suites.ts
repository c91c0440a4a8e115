/**
 * The TLS 1.2 suites that Vigie's remedies set: forward secrecy and authenticated encryption only, the list of Mozilla's server
 * side TLS guidelines, intermediate level, version 6.0 (2026-04-06). TLS 1.3 suites are all good and need no setting.
 */
export const RECOMMENDED_SUITES: readonly string[] = [
  "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
  "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
  "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
  "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
  "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
  "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
];

/** Groups that every TLS software of the last ten years has. */
export const CLASSICAL_GROUPS: readonly string[] = ["x25519", "secp256r1", "secp384r1"];

/** The groups of the same document, preferred first; the hybrid one needs OpenSSL 3.5 or its like. */
export const RECOMMENDED_GROUPS: readonly string[] = ["X25519MLKEM768", ...CLASSICAL_GROUPS];
