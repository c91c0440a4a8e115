/**
 * How SSH algorithms are judged. Sources: RFC 9142 (key exchange), RFC 8758 (RC4), OpenSSH release notes up to 10.2, ANSSI
 * « Usage sécurisé d’(Open)SSH » and CVE-2023-48795 (Terrapin).
 */
export const SSH_TABLE_DATE = "2026-11-23";

/** Key exchanges on groups of 1,024 bits, and those that RFC 9142 says should not or must not be used. */
const WEAK_KEY_EXCHANGES: ReadonlySet<string> = new Set([
  "diffie-hellman-group1-sha1",
  "diffie-hellman-group-exchange-sha1",
  "rsa1024-sha1",
]);

/** The same with Kerberos; a name ends in the mechanism's own code (RFC 4462, 2). */
const WEAK_KERBEROS = ["gss-gex-sha1-", "gss-group1-sha1-", "gss-group14-sha1-"] as const;

/** On SHA-1, but on a group that holds: RFC 9142 leaves it to the server (MAY). */
const SHA1_KEY_EXCHANGES: ReadonlySet<string> = new Set(["diffie-hellman-group14-sha1"]);

/** How a key exchange is judged; null where there is nothing against it. The curves of NIST are no fault to RFC 9142 and ANSSI. */
export function keyExchangeFault(name: string): "weak" | "sha1" | null {
  if (WEAK_KEY_EXCHANGES.has(name) || WEAK_KERBEROS.some((start) => name.startsWith(start))) return "weak";
  return SHA1_KEY_EXCHANGES.has(name) ? "sha1" : null;
}

/** Hybrid key exchanges that a future quantum computer does not open. */
export const POST_QUANTUM_KEY_EXCHANGES: ReadonlySet<string> = new Set([
  "mlkem768x25519-sha256",
  "mlkem768nistp256-sha256",
  "mlkem1024nistp384-sha384",
  "sntrup761x25519-sha512",
  "sntrup761x25519-sha512@openssh.com",
]);

/** Host keys on DSA, or signatures with SHA-1. */
export const WEAK_HOST_KEYS: ReadonlySet<string> = new Set([
  "ssh-dss",
  "ssh-rsa",
  "ssh-dss-cert-v01@openssh.com",
  "ssh-rsa-cert-v01@openssh.com",
]);

/** Ciphers that are broken, have small blocks, or are none. */
export const WEAK_CIPHERS: ReadonlySet<string> = new Set([
  "none",
  "arcfour",
  "arcfour128",
  "arcfour256",
  "3des-cbc",
  "3des-ctr",
  "des-cbc",
  "des-cbc-ssh1",
  "blowfish-cbc",
  "cast128-cbc",
  "idea-cbc",
  "rijndael-cbc@lysator.liu.se",
]);

/** A mode in which a part of the plain text can be recovered (CVE-2008-5161); not in OpenSSH's own list since 6.7. */
export function isCbcCipher(name: string): boolean {
  return !WEAK_CIPHERS.has(name) && /-cbc(?:@|$)/.test(name);
}

/** Integrity on MD5, on 96 bits or less, or none. */
export const WEAK_MACS: ReadonlySet<string> = new Set([
  "none",
  "hmac-md5",
  "hmac-md5-96",
  "hmac-md5-etm@openssh.com",
  "hmac-md5-96-etm@openssh.com",
  "hmac-sha1-96",
  "hmac-sha1-96-etm@openssh.com",
  "hmac-ripemd160",
  "hmac-ripemd160@openssh.com",
  "hmac-ripemd160-etm@openssh.com",
  "hmac-sha2-256-96",
  "hmac-sha2-512-96",
  "umac-64@openssh.com",
  "umac-64-etm@openssh.com",
]);

/** The server's half of strict key exchange, which closes Terrapin where both sides have it. */
export const STRICT_KEX = "kex-strict-s-v00@openssh.com";

const CHACHA = "chacha20-poly1305@openssh.com";

/** Whether a server can be made to use a mode that Terrapin attacks: ChaCha20-Poly1305, or CBC with encrypt-then-MAC. */
export function isOpenToTerrapin(kex: readonly string[], ciphers: readonly string[], macs: readonly string[]): boolean {
  if (kex.includes(STRICT_KEX)) return false;
  const cbc = ciphers.some((name) => name !== CHACHA && isTerrapinCipher(name));
  return ciphers.includes(CHACHA) || (cbc && macs.some((name) => name.includes("-etm@")));
}

/** Whether a cipher is of a kind that Terrapin attacks. */
export function isTerrapinCipher(name: string): boolean {
  return name === CHACHA || name.endsWith("-cbc");
}
