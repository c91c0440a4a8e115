import { createDiffieHellmanGroup, createHash } from "node:crypto";
import { getCiphers } from "node:tls";
import { describe, expect, it } from "vitest";
import { CIPHER_SUITES, suiteById, suiteByName, suiteName } from "../../../src/data/tls/cipher-suites.ts";
import { COMMON_SUITES } from "../../../src/data/tls/common-suites.ts";
import { knownPrime } from "../../../src/data/tls/dh-primes.ts";
import { NAMED_GROUPS, groupByName } from "../../../src/data/tls/groups.ts";
import { SIGNATURE_SCHEMES } from "../../../src/data/tls/signature-schemes.ts";
import type { SuiteTraits } from "../../../src/data/tls/suite-traits.ts";

describe("the table of cipher suites", () => {
  it("has every number and every name once", () => {
    expect(new Set(CIPHER_SUITES.map(({ id }) => id)).size).toBe(CIPHER_SUITES.length);
    expect(new Set(CIPHER_SUITES.map(({ name }) => name)).size).toBe(CIPHER_SUITES.length);
    expect(CIPHER_SUITES.length).toBeGreaterThan(350);
  });

  it("names every suite of this OpenSSL as OpenSSL does", () => {
    const names = new Set(CIPHER_SUITES.map(({ openssl }) => openssl?.toLowerCase()));

    expect(getCiphers().filter((name) => !names.has(name))).toEqual([]);
  });

  it("offers at most 64 common suites, each known and none of TLS 1.3", () => {
    expect(COMMON_SUITES.length).toBeLessThanOrEqual(64);
    expect(new Set(COMMON_SUITES).size).toBe(COMMON_SUITES.length);
    for (const id of COMMON_SUITES) expect(suiteById(id)?.minVersion).toBeLessThan(0x0304);
  });

  it("writes an unknown number in hexadecimal", () => {
    expect(suiteName(0x0abc)).toBe("0x0ABC");
  });

  it.each<[string, Partial<SuiteTraits>]>([
    [
      "TLS_AES_128_GCM_SHA256",
      { keyExchange: "TLS13", bits: 128, mode: "AEAD", forwardSecrecy: true, strength: "good", minVersion: 0x0304 },
    ],
    [
      "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
      { keyExchange: "ECDHE", authentication: "RSA", cipher: "AES", bits: 256, strength: "good", minVersion: 0x0303 },
    ],
    [
      "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
      { authentication: "ECDSA", cipher: "CHACHA20", blockBits: 0, mode: "AEAD", strength: "good" },
    ],
    ["TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", { mode: "CBC", mac: "SHA", strength: "sufficient", minVersion: 0x0300 }],
    ["TLS_RSA_WITH_AES_128_GCM_SHA256", { keyExchange: "RSA", forwardSecrecy: false, strength: "phase-out" }],
    ["TLS_RSA_WITH_3DES_EDE_CBC_SHA", { cipher: "3DES", bits: 112, blockBits: 64, strength: "phase-out" }],
    ["TLS_RSA_WITH_RC4_128_SHA", { cipher: "RC4", mode: "stream", strength: "insufficient" }],
    ["TLS_RSA_EXPORT_WITH_DES40_CBC_SHA", { export: true, cipher: "DES", bits: 40, strength: "insufficient" }],
    ["TLS_DHE_DSS_EXPORT1024_WITH_DES_CBC_SHA", { export: true, keyExchange: "DHE", authentication: "DSS", bits: 56 }],
    ["TLS_DH_anon_WITH_AES_256_GCM_SHA384", { keyExchange: "DHE", authentication: "anon", strength: "insufficient" }],
    [
      "TLS_ECDH_anon_WITH_NULL_SHA",
      { keyExchange: "ECDHE", authentication: "anon", mode: "NULL", bits: 0, strength: "insufficient" },
    ],
    ["TLS_ECDH_RSA_WITH_AES_128_CBC_SHA", { keyExchange: "ECDH", forwardSecrecy: false }],
    ["TLS_RSA_WITH_NULL_SHA256", { mode: "NULL", mac: "SHA256", strength: "insufficient" }],
    ["TLS_PSK_DHE_WITH_AES_128_CCM_8", { keyExchange: "DHE_PSK", mode: "AEAD", bits: 128 }],
    ["TLS_KRB5_EXPORT_WITH_RC4_40_MD5", { keyExchange: "KRB5", export: true, bits: 40 }],
    ["TLS_SHA256_SHA256", { keyExchange: "TLS13", mode: "NULL", bits: 0, strength: "insufficient" }],
    ["TLS_GOSTR341112_256_WITH_KUZNYECHIK_MGM_L", { keyExchange: "TLS13", mode: "AEAD", minVersion: 0x0304 }],
    ["SSL_RSA_FIPS_WITH_3DES_EDE_CBC_SHA", { keyExchange: "RSA", cipher: "3DES" }],
  ])("reads the traits of %s off its name", (name, traits) => {
    expect(suiteByName(name)).toMatchObject(traits);
  });
});

describe("the other tables", () => {
  it("know the primes of the RFCs, as Node has them", () => {
    for (const [group, name] of [
      ["modp2", "RFC 2409 Oakley group 2"],
      ["modp14", "RFC 3526 group 14"],
      ["modp18", "RFC 3526 group 18"],
    ] as const) {
      const prime = createDiffieHellmanGroup(group).getPrime();
      expect(knownPrime(createHash("sha256").update(prime).digest("hex"))?.name).toBe(name);
    }
  });

  it("have every group and every scheme once, and the post-quantum hybrids for TLS 1.3 only", () => {
    expect(new Set(NAMED_GROUPS.map(({ id }) => id)).size).toBe(NAMED_GROUPS.length);
    expect(new Set(SIGNATURE_SCHEMES.map(({ id }) => id)).size).toBe(SIGNATURE_SCHEMES.length);
    expect(groupByName("X25519MLKEM768")).toMatchObject({ id: 0x11ec, kind: "hybrid", tls13: true, legacy: false });
  });
});
