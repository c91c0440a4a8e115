/**
 * SSL 2.0 cipher kinds, three bytes each, by the names of draft-hickman-netscape-ssl-00 (1995); RFC 6176 forbids the protocol.
 */
const SSLV2_CIPHERS: ReadonlyMap<number, string> = new Map([
  [0x010080, "SSL_CK_RC4_128_WITH_MD5"],
  [0x020080, "SSL_CK_RC4_128_EXPORT40_WITH_MD5"],
  [0x030080, "SSL_CK_RC2_128_CBC_WITH_MD5"],
  [0x040080, "SSL_CK_RC2_128_CBC_EXPORT40_WITH_MD5"],
  [0x050080, "SSL_CK_IDEA_128_CBC_WITH_MD5"],
  [0x060040, "SSL_CK_DES_64_CBC_WITH_MD5"],
  [0x0700c0, "SSL_CK_DES_192_EDE3_CBC_WITH_MD5"],
  [0x080080, "SSL_CK_RC4_64_WITH_MD5"],
]);

/** Every cipher kind that an SSL 2.0 hello offers. */
export const SSLV2_CIPHER_KINDS: readonly number[] = [...SSLV2_CIPHERS.keys()];

/** The name of an SSL 2.0 cipher kind, or its number in hexadecimal. */
export function sslv2CipherName(kind: number): string {
  return SSLV2_CIPHERS.get(kind) ?? `0x${kind.toString(16).padStart(6, "0").toUpperCase()}`;
}
