import { X509Certificate } from "node:crypto";
import { getCACertificates } from "node:tls";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAuthority, selfSigned } from "../../../src/demo/pki.ts";
import { parseCertificate, type ParsedCertificate } from "../../../src/parse/x509/certificate.ts";

const NOW = new Date("2026-11-23T12:00:00Z");

function read(der: Uint8Array): ParsedCertificate {
  const parsed = parseCertificate(der);
  if (parsed === null) throw new Error("unreadable");
  return parsed;
}

describe("reading a certificate", () => {
  test("every field of a shop's certificate", () => {
    const root = createAuthority(NOW, { subject: { commonName: "Root, R1", organisation: "Vigie", country: "FR" } });
    const leaf = root.issue({
      subject: { commonName: "bakery.test", organisation: "Boulangerie Dupont" },
      names: ["bakery.test", "*.bakery.test", "127.0.0.1", "2001:db8::1"],
      ocsp: ["http://ocsp.bakery.test/"],
      issuers: ["http://ca.bakery.test/r1.crt"],
      mustStaple: true,
      scts: 2,
      serial: Buffer.from("00c0ffee", "hex"),
      notBefore: new Date("2026-11-01T00:00:00Z"),
      notAfter: new Date("2051-02-03T04:05:06Z"),
    });

    const parsed = read(leaf.der);

    expect(parsed).toMatchObject({
      serial: "c0ffee",
      signature: { name: "ecdsa-with-SHA256", hash: "sha256" },
      issuer: { text: String.raw`CN=Root\, R1,O=Vigie,C=FR`, organisation: "Vigie" },
      subject: { text: "CN=bakery.test,O=Boulangerie Dupont", commonName: "bakery.test" },
      selfIssued: false,
      notBefore: new Date("2026-11-01T00:00:00Z"),
      notAfter: new Date("2051-02-03T04:05:06Z"),
      publicKey: { type: "ec", bits: 256, curve: "P-256" },
      extensions: {
        dnsNames: ["bakery.test", "*.bakery.test"],
        ipAddresses: ["127.0.0.1", "2001:db8::1"],
        namesTotal: 4,
        authority: false,
        purposes: ["1.3.6.1.5.5.7.3.1"],
        mustStaple: true,
        timestamps: 2,
        ocspResponders: ["http://ocsp.bakery.test/"],
        issuerUrls: ["http://ca.bakery.test/r1.crt"],
      },
    });
    expect(parsed.extensions.authorityKeyId).toBe(read(root.der).extensions.subjectKeyId);
  });

  test("an authority's constraints", () => {
    const root = createAuthority(NOW, { pathLength: 1, permittedNames: ["bakery.test"] });

    const parsed = read(root.der);

    expect(parsed.selfIssued).toBe(true);
    expect(parsed.extensions).toMatchObject({
      authority: true,
      pathLength: 1,
      signsCertificates: true,
      permittedDns: ["bakery.test"],
      excludedDns: [],
      unknownCritical: [],
    });
  });

  test.each([
    ["RSA 1024, SHA-1", { key: { type: "rsa", bits: 1024 }, hash: "sha1" }, "rsa", 1024, "sha1WithRSAEncryption"],
    ["RSA 1024, MD5", { key: { type: "rsa", bits: 1024 }, hash: "md5" }, "rsa", 1024, "md5WithRSAEncryption"],
    ["RSA-PSS", { key: { type: "rsa", bits: 1024 }, hash: "sha384", pss: true }, "rsa", 1024, "rsassaPss-sha384"],
    ["P-521", { key: { type: "ec", curve: "P-521" }, hash: "sha512" }, "ec", 521, "ecdsa-with-SHA512"],
    ["Ed25519", { key: { type: "ed25519" } }, "ed25519", 256, "ed25519"],
  ] as const)("key and signature: %s", (_name, options, type, bits, signature) => {
    const parsed = read(selfSigned(NOW, { names: ["bakery.test"], ...options }).der);

    expect(parsed.publicKey).toMatchObject({ type, bits });
    expect(parsed.signature.name).toBe(signature);
    expect(parsed.publicKey.exponent).toBe(type === "rsa" ? 65_537 : null);
  });

  test("names that would move a cursor are escaped and match no host", () => {
    const { der } = selfSigned(NOW, {
      subject: "bakery\u0007\u001B[2J\u202E.test",
      names: ["bakery\u0000.test", "é.test"],
    });

    const parsed = read(der);

    expect(parsed.subject.text).toBe(String.raw`CN=bakery\07\1b[2J\e2\80\ae.test`);
    expect(parsed.extensions.dnsNames).toEqual([String.raw`bakery\00.test`, String.raw`\e9.test`]);
  });

  test("ten thousand names are read and counted", () => {
    const names = Array.from({ length: 10_000 }, (_none, index) => `shop${index}.bakery.test`);

    const { extensions } = read(selfSigned(NOW, { names }).der);

    expect(extensions.namesTotal).toBe(10_000);
    expect(extensions.dnsNames.at(-1)).toBe("shop9999.bakery.test");
  });

  test("agrees with OpenSSL on every bundled root", () => {
    const roots = getCACertificates("bundled").map((pem) => new X509Certificate(pem));

    const disagreements = roots.filter((root) => {
      const parsed = parseCertificate(root.raw);
      return (
        parsed?.notAfter.getTime() !== root.validToDate.getTime() ||
        BigInt(`0x${parsed.serial}`) !== BigInt(`0x${root.serialNumber}`) ||
        parsed.extensions.authority !== root.ca ||
        parsed.publicKey.bits !== (root.publicKey.asymmetricKeyDetails?.modulusLength ?? parsed.publicKey.bits) ||
        !parsed.selfIssued
      );
    });

    expect(roots.length).toBeGreaterThan(100);
    expect(disagreements.map((root) => root.subject)).toEqual([]);
  });
});

describe("hostile bytes", () => {
  test("never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        parseCertificate(bytes);
      }),
    );
  });

  test("a damaged certificate is read or refused, never thrown at", () => {
    const { der } = createAuthority(NOW, { permittedNames: ["bakery.test"] }).issue({
      names: ["bakery.test", "*.florist.test", "192.0.2.1"],
      scts: 2,
      mustStaple: true,
      ocsp: ["http://ocsp.test/"],
    });
    const damage = fc.array(fc.tuple(fc.nat(der.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });

    fc.assert(
      fc.property(damage, fc.nat(der.length), (changes, cut) => {
        const bytes = Uint8Array.from(der);
        for (const [index, value] of changes) bytes[index] = value;
        const parsed = parseCertificate(cut % 4 === 0 ? bytes.subarray(0, cut) : bytes);
        if (parsed !== null) expect(Number.isFinite(parsed.notAfter.getTime())).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["nothing", ""],
    ["indefinite length", "3080"],
    ["a length beyond the end", "3084ffffffff"],
    ["a length that is cut", "308201"],
    ["a length of five octets", "30850000000001ff"],
    ["an endless tag", "3f".repeat(40)],
  ])("%s is refused", (_name, hex) => {
    expect(parseCertificate(Buffer.from(hex, "hex"))).toBeNull();
  });
});
