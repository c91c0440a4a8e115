/** How the premaster secret comes about. */
export type KeyExchange =
  | "ECDHE"
  | "DHE"
  | "ECDH"
  | "DH"
  | "RSA"
  | "PSK"
  | "DHE_PSK"
  | "ECDHE_PSK"
  | "RSA_PSK"
  | "SRP"
  | "KRB5"
  | "GOST"
  | "ECCPWD"
  | "TLS13";

export type SuiteAuthentication = "RSA" | "ECDSA" | "DSS" | "anon" | "PSK" | "SRP" | "KRB5" | "GOST" | "any";

export type CipherMode = "AEAD" | "CBC" | "stream" | "CNT" | "NULL";

/**
 * Four levels in the words of NCSC-NL: good (forward secrecy and AEAD), sufficient (forward secrecy, CBC), phase-out (static RSA,
 * 64-bit blocks, static Diffie-Hellman), insufficient (broken or no encryption, no authentication, export, national oddities
 * without public review in browsers).
 */
export type SuiteStrength = "good" | "sufficient" | "phase-out" | "insufficient";

export interface SuiteTraits {
  readonly keyExchange: KeyExchange;
  readonly authentication: SuiteAuthentication;
  /** Block or stream cipher: AES, CHACHA20, 3DES, RC4 … */
  readonly cipher: string;
  /** Effective strength of the cipher in bits: 112 for 3DES, 40 for export, 0 for NULL. */
  readonly bits: number;
  readonly mode: CipherMode;
  /** Block size in bits; 0 for stream ciphers. Blocks of 64 bits are open to SWEET32. */
  readonly blockBits: number;
  readonly mac: string;
  readonly forwardSecrecy: boolean;
  readonly export: boolean;
  readonly strength: SuiteStrength;
  /** The lowest protocol version that may use it, as a wire number: 0x0300, 0x0303 for AEAD and SHA-2, 0x0304. */
  readonly minVersion: number;
}

const CIPHERS: readonly (readonly [
  pattern: RegExp,
  cipher: string,
  bits: number,
  blockBits: number,
  mode: CipherMode,
])[] = [
  [/^NULL/, "NULL", 0, 0, "NULL"],
  [/^RC4_40/, "RC4", 40, 0, "stream"],
  [/^RC4_56/, "RC4", 56, 0, "stream"],
  [/^RC4_128/, "RC4", 128, 0, "stream"],
  [/^RC2_CBC_40/, "RC2", 40, 64, "CBC"],
  [/^RC2_CBC_56/, "RC2", 56, 64, "CBC"],
  [/^DES40_CBC|^DES_CBC_40/, "DES", 40, 64, "CBC"],
  [/^DES_CBC/, "DES", 56, 64, "CBC"],
  [/^3DES_EDE_CBC/, "3DES", 112, 64, "CBC"],
  [/^IDEA_CBC/, "IDEA", 128, 64, "CBC"],
  [/^SEED_CBC/, "SEED", 128, 128, "CBC"],
  [/^CHACHA20_POLY1305/, "CHACHA20", 256, 0, "AEAD"],
  [/^(AES|CAMELLIA|ARIA)_128_(GCM|CCM)/, "", 128, 128, "AEAD"],
  [/^(AES|CAMELLIA|ARIA)_256_(GCM|CCM)/, "", 256, 128, "AEAD"],
  [/^(AES|CAMELLIA|ARIA)_128_CBC/, "", 128, 128, "CBC"],
  [/^(AES|CAMELLIA|ARIA)_256_CBC/, "", 256, 128, "CBC"],
  [/^SM4_(GCM|CCM)/, "SM4", 128, 128, "AEAD"],
  [/^AEGIS_128L/, "AEGIS", 128, 128, "AEAD"],
  [/^AEGIS_256/, "AEGIS", 256, 128, "AEAD"],
  [/^28147_CNT/, "GOST28147", 256, 64, "CNT"],
  [/^KUZNYECHIK_CTR/, "KUZNYECHIK", 256, 128, "CNT"],
  [/^MAGMA_CTR/, "MAGMA", 256, 64, "CNT"],
  [/^KUZNYECHIK_MGM/, "KUZNYECHIK", 256, 128, "AEAD"],
  [/^MAGMA_MGM/, "MAGMA", 256, 64, "AEAD"],
];

interface Exchange {
  readonly keyExchange: KeyExchange;
  readonly authentication: SuiteAuthentication;
  readonly forwardSecrecy: boolean;
}

function exchangeOf(prefix: string): Exchange {
  const authentication: SuiteAuthentication = prefix.endsWith("_ECDSA")
    ? "ECDSA"
    : prefix.endsWith("_DSS")
      ? "DSS"
      : prefix.endsWith("_anon")
        ? "anon"
        : "RSA";
  if (prefix === "ECDHE_PSK") return { keyExchange: "ECDHE_PSK", authentication: "PSK", forwardSecrecy: true };
  if (prefix === "DHE_PSK" || prefix === "PSK_DHE") {
    return { keyExchange: "DHE_PSK", authentication: "PSK", forwardSecrecy: true };
  }
  if (prefix === "RSA_PSK") return { keyExchange: "RSA_PSK", authentication: "RSA", forwardSecrecy: false };
  if (prefix === "PSK") return { keyExchange: "PSK", authentication: "PSK", forwardSecrecy: false };
  if (prefix === "ECCPWD") return { keyExchange: "ECCPWD", authentication: "PSK", forwardSecrecy: true };
  if (prefix.startsWith("SRP_SHA")) {
    return {
      keyExchange: "SRP",
      authentication: prefix === "SRP_SHA" ? "SRP" : authentication,
      forwardSecrecy: true,
    };
  }
  if (prefix === "KRB5") return { keyExchange: "KRB5", authentication: "KRB5", forwardSecrecy: false };
  if (prefix.startsWith("GOST")) return { keyExchange: "GOST", authentication: "GOST", forwardSecrecy: false };
  if (prefix.startsWith("ECDHE_")) return { keyExchange: "ECDHE", authentication, forwardSecrecy: true };
  if (prefix.startsWith("DHE_")) return { keyExchange: "DHE", authentication, forwardSecrecy: true };
  // Anonymous suites are ephemeral although their names lack the E (RFC 5246 A.5, RFC 8422 2.5).
  if (prefix.startsWith("ECDH_")) {
    const ephemeral = authentication === "anon";
    return { keyExchange: ephemeral ? "ECDHE" : "ECDH", authentication, forwardSecrecy: ephemeral };
  }
  if (prefix.startsWith("DH_")) {
    const ephemeral = authentication === "anon";
    return { keyExchange: ephemeral ? "DHE" : "DH", authentication, forwardSecrecy: ephemeral };
  }
  return { keyExchange: "RSA", authentication: "RSA", forwardSecrecy: false };
}

/** Reads a suite's traits off its IANA name; the naming scheme is RFC 5246 Appendix C and RFC 8446 B.4. */
export function suiteTraits(name: string): SuiteTraits {
  const body = name.replace(/^(TLS|SSL)_/, "").replace(/_(OLD|2)$/, "");
  const [left, right] = body.includes("_WITH_") ? body.split("_WITH_") : [null, body];
  // Two integrity-only TLS 1.3 suites carry two hashes and no cipher (RFC 9150).
  const integrityOnly = left === null && /^SHA\d+_SHA\d+$/.test(body);
  const cipherText = integrityOnly ? "NULL" : (right ?? "");
  const exportGrade = left !== null && left !== undefined && /_EXPORT(1024)?$/.test(left);
  const prefix = left?.replace(/_EXPORT(1024)?$/, "").replace("RSA_FIPS", "RSA");
  const exchange: Exchange =
    prefix === undefined || left === null
      ? { keyExchange: "TLS13", authentication: "any", forwardSecrecy: true }
      : exchangeOf(prefix);
  const gostTls13 = /_MGM_[LS]$/.test(body);
  const row = CIPHERS.find(([pattern]) => pattern.test(cipherText));
  const bits = row?.[2] ?? 0;
  const mode = row?.[4] ?? "NULL";
  const mac = /(MD5|SHA\d*|SM3|GOSTR3411|OMAC|IMIT)$/.exec(cipherText)?.[1] ?? (mode === "AEAD" ? "AEAD" : "none");
  const traits = {
    ...exchange,
    ...(gostTls13 ? { keyExchange: "TLS13" as const, authentication: "any" as const, forwardSecrecy: true } : {}),
    cipher: row?.[1] === "" ? cipherText.slice(0, cipherText.indexOf("_")) : (row?.[1] ?? "NULL"),
    bits,
    mode,
    blockBits: row?.[3] ?? 0,
    mac,
    export: exportGrade,
    minVersion: exchange.keyExchange === "TLS13" || gostTls13 ? 0x0304 : lowestVersion(mode, mac),
  };
  return { ...traits, strength: strengthOf(traits) };
}

/** AEAD and SHA-2 need the PRF of TLS 1.2 (RFC 5246, RFC 5289). */
function lowestVersion(mode: CipherMode, mac: string): number {
  return mode === "AEAD" || /^SHA(256|384)$/.test(mac) ? 0x0303 : 0x0300;
}

function strengthOf(traits: Omit<SuiteTraits, "strength">): SuiteStrength {
  const { keyExchange, authentication, cipher, bits, mode, mac } = traits;
  if (bits < 112 || mode === "NULL" || cipher === "RC4" || cipher === "RC2" || mac === "MD5") return "insufficient";
  if (authentication === "anon" || keyExchange === "KRB5" || keyExchange === "GOST" || cipher === "MAGMA") {
    return "insufficient";
  }
  if (!traits.forwardSecrecy || traits.blockBits === 64 || cipher === "SEED" || authentication === "DSS")
    return "phase-out";
  return mode === "AEAD" ? "good" : "sufficient";
}
