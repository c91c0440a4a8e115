import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { connect, createServer } from "node:tls";
import { describe, expect, test } from "vitest";
import { createAuthority, selfSigned, type KeySpec } from "../../src/demo/pki.ts";

const NOW = new Date();

async function handshake(options: { cert: string; key: string; ca: string; servername: string }): Promise<boolean> {
  const server = createServer({ cert: options.cert, key: options.key }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const socket = connect({ host: "127.0.0.1", port: address.port, ca: options.ca, servername: options.servername });
  try {
    await once(socket, "secureConnect");
    return socket.authorized;
  } finally {
    socket.destroy();
    server.close();
  }
}

describe("the demo authority", () => {
  const keys: readonly (readonly [string, KeySpec])[] = [
    ["RSA 2048", { type: "rsa", bits: 2048 }],
    ["P-256", { type: "ec", curve: "P-256" }],
    ["P-384", { type: "ec", curve: "P-384" }],
    ["Ed25519", { type: "ed25519" }],
  ];

  test.each(keys)("issues a chain that TLS trusts: %s", async (_name, key) => {
    const root = createAuthority(NOW, { key });
    const leaf = root.intermediate({ key }).issue({ key, names: ["bakery.test", "*.bakery.test"] });

    const authorised = await handshake({
      cert: leaf.chain,
      key: leaf.keyPem,
      ca: root.pem,
      servername: "www.bakery.test",
    });

    expect(authorised).toBe(true);
  });

  test("a name that is not in the certificate is refused", async () => {
    const root = createAuthority(NOW);
    const leaf = root.issue({ names: ["florist.test"] });

    const attempt = handshake({ cert: leaf.chain, key: leaf.keyPem, ca: root.pem, servername: "bakery.test" });

    await expect(attempt).rejects.toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
  });

  test("writes every option where a reader finds it", () => {
    const root = createAuthority(NOW, { key: { type: "rsa", bits: 2048 } });
    const leaf = root.issue({
      subject: { commonName: "bakery\u0007\u202e.test", organisation: "Boulangerie", country: "FR" },
      names: ["bakery.test", "127.0.0.1", "2001:db8::1"],
      key: { type: "rsa", bits: 1024 },
      hash: "sha1",
      notBefore: new Date("2020-01-01T00:00:00Z"),
      notAfter: new Date("2051-02-03T04:05:06Z"),
      ocsp: ["http://ocsp.bakery.test/"],
    });

    const read = new X509Certificate(leaf.der);

    expect(read.subjectAltName).toBe("DNS:bakery.test, IP Address:127.0.0.1, IP Address:2001:DB8:0:0:0:0:0:1");
    expect(read.publicKey.asymmetricKeyDetails?.modulusLength).toBe(1024);
    expect(read.validFromDate.toISOString()).toBe("2020-01-01T00:00:00.000Z");
    expect(read.validToDate.toISOString()).toBe("2051-02-03T04:05:06.000Z");
    expect(read.infoAccess).toContain("http://ocsp.bakery.test/");
    expect(read.checkIssued(new X509Certificate(root.der))).toBe(true);
    expect(read.verify(root.keys.publicKey)).toBe(true);
  });

  test.each([
    ["RSASSA-PSS", { key: { type: "rsa", bits: 2048 } as const }, { pss: true }],
    ["MD5", { key: { type: "rsa", bits: 2048 } as const }, { hash: "md5" as const }],
    ["SHA-512 with ECDSA", {}, { hash: "sha512" as const }],
  ])("signs with %s", (_name, authority, options) => {
    const root = createAuthority(NOW, authority);
    const leaf = root.issue({ names: ["bakery.test"], ...options });

    expect(new X509Certificate(leaf.der).verify(root.keys.publicKey)).toBe(true);
  });

  test("holds thousands of names, timestamps and the must-staple feature", () => {
    const names = Array.from({ length: 10_000 }, (_none, index) => `shop${index}.bakery.test`);
    const leaf = selfSigned(NOW, { names, scts: 3, mustStaple: true });

    const read = new X509Certificate(leaf.der);

    expect(read.subjectAltName?.split(", ")).toHaveLength(10_000);
    expect(leaf.der.includes(Buffer.from("2b06010505070118", "hex"))).toBe(true);
    expect(leaf.der.includes(Buffer.from("2b06010401d679020402", "hex"))).toBe(true);
    expect(read.verify(leaf.keys.publicKey)).toBe(true);
  });
});
