import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { connect, createServer, getCACertificates } from "node:tls";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAuthority, selfSigned, type Issued, type LeafOptions } from "../../../src/demo/pki.ts";
import { describeCertificates } from "../../../src/probe/tls/certificates.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const DAY = 86_400_000;
const after = (days: number): Date => new Date(NOW.getTime() + days * DAY);

const root = createAuthority(NOW);
const middle = root.intermediate();
const lower = middle.intermediate({ subject: "Lower intermediate" });
const shop = lower.issue({ names: ["bakery.test", "*.bakery.test"] });
const [leafDer, lowerDer, middleDer] = [shop.der, lower.der, middle.der];

function describeShop(ders: readonly Uint8Array[], host = "bakery.test", at = NOW) {
  return describeCertificates(ders, host, at, [root.pem]);
}

describe("the chain", () => {
  const stranger = createAuthority(NOW, { subject: "Stranger" });

  test.each([
    ["ordered", "ordered", [leafDer, lowerDer, middleDer], null],
    ["with its root", "root-sent", [leafDer, lowerDer, middleDer, root.der], null],
    ["out of order", "disordered", [leafDer, middleDer, lowerDer], null],
    ["with a stranger", "superfluous", [leafDer, lowerDer, middleDer, stranger.der], null],
    ["with a double", "superfluous", [leafDer, lowerDer, middleDer, lowerDer], null],
    ["with garbage", "superfluous", [leafDer, lowerDer, middleDer, Buffer.from("3003020101", "hex")], null],
    ["leaf alone, of an authority that nobody knows", "unknown", [leafDer], "unknown-issuer"],
    ["no certificate at all", "unknown", [], "unreadable"],
    ["garbage", "unknown", [Buffer.from("bakery")], "unreadable"],
  ])("%s", (_name, order, ders, code) => {
    const evidence = describeShop(ders);

    expect(evidence).toMatchObject({ chainOrder: order, trust: { code }, sent: ders.length });
  });

  test("a missing intermediate is told from an unknown authority by where the issuer can be fetched", () => {
    const leaf = middle.issue({ names: ["bakery.test"], issuers: ["http://ca.bakery.test/middle.crt"] });

    const evidence = describeShop([leaf.der]);

    expect(evidence).toMatchObject({ chainOrder: "incomplete", trust: { trusted: false, code: "incomplete-chain" } });
  });

  test("and by an authority whose other roots are public", () => {
    const named = createAuthority(NOW, {
      subject: { commonName: "Lost", organisation: "Internet Security Research Group" },
    });

    expect(describeShop([named.issue({ names: ["bakery.test"] }).der]).trust.code).toBe("incomplete-chain");
  });

  test("every certificate is listed with its part, twelve at most", () => {
    const evidence = describeShop([
      leafDer,
      lowerDer,
      middleDer,
      root.der,
      ...Array.from({ length: 30 }, () => stranger.der),
    ]);

    expect(evidence.chain.map((one) => one.role)).toEqual([
      "leaf",
      "issuer",
      "issuer",
      "root",
      ...Array.from({ length: 8 }, () => "superfluous"),
    ]);
    expect(evidence.sent).toBe(34);
  });
});

describe("trust", () => {
  const chainOf = (issued: Issued): readonly Buffer[] => issued.ders;
  const leaf = (options: LeafOptions): readonly Buffer[] =>
    chainOf(middle.issue({ names: ["bakery.test"], ...options }));
  const below = (authority: { issue(options: LeafOptions): Issued }): readonly Buffer[] =>
    chainOf(authority.issue({ names: ["bakery.test"] }));

  test.each([
    ["a good chain", leaf({}), null],
    ["signed by the root itself", chainOf(root.issue({ names: ["bakery.test"] })), null],
    ["expired", leaf({ notAfter: after(-1) }), "expired"],
    ["not yet valid", leaf({ notBefore: after(1) }), "not-yet-valid"],
    ["self-signed", chainOf(selfSigned(NOW, { names: ["bakery.test"] })), "self-signed"],
    ["of an authority of its own", below(createAuthority(NOW, { subject: "Dupont CA" })), "unknown-issuer"],
    ["expired intermediate", below(root.intermediate({ notAfter: after(-1) })), "chain-expired"],
    ["intermediate that is no authority", below(root.intermediate({ notAnAuthority: true })), "not-an-authority"],
    [
      "beyond the path length",
      below(root.intermediate({ pathLength: 0 }).intermediate({ subject: "Lower" })),
      "not-an-authority",
    ],
    ["outside the constraint", below(root.intermediate({ permittedNames: ["florist.test"] })), "name-constraint"],
    ["inside the constraint", below(root.intermediate({ permittedNames: ["bakery.test"] })), null],
    ["a client's certificate", leaf({ usage: "client" }), "wrong-purpose"],
    ["without a purpose", leaf({ usage: "none" }), null],
    ["with a critical extension that nobody knows", leaf({ unknownCritical: "1.2.3.4.5" }), "critical-extension"],
    ["SHA-1 is judged elsewhere", leaf({ hash: "sha1" }), null],
  ])("%s", (_name, ders, code) => {
    expect(describeShop(ders).trust).toMatchObject({ trusted: code === null, code });
  });

  test("the expiry of a self-signed certificate does not hide that nobody vouches for it", () => {
    const own = selfSigned(NOW, { names: ["bakery.test"], notAfter: after(-1) });

    expect(describeShop(own.ders).trust.code).toBe("self-signed");
  });

  test("a forged signature under the right name is not trusted", () => {
    const impostor = createAuthority(NOW, { key: root.keys });
    const genuine = impostor.issue({ names: ["bakery.test"] });
    const forged = Buffer.from(genuine.der);
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;

    expect(describeShop([forged]).trust.code).toBe("bad-signature");
  });

  test("a tangle of cross-signed authorities ends", () => {
    const keys = Array.from({ length: 5 }, () => createAuthority(NOW).keys);
    const tangle = keys.flatMap((key, index) =>
      keys.map(
        (other, step) =>
          createAuthority(NOW, { subject: `Tangle ${index}`, key: other }).intermediate({
            subject: `Tangle ${(index + step) % 5}`,
            key,
          }).der,
      ),
    );
    const victim = createAuthority(NOW, { subject: "Tangle 0", key: keys[0]! }).issue({ names: ["bakery.test"] });

    const evidence = describeShop([victim.der, ...tangle]);

    expect(evidence.trust.trusted).toBe(false);
  });
});

describe("the leaf", () => {
  test.each([
    ["bakery.test", true],
    ["www.bakery.test", true],
    ["florist.test", false],
  ])("fits %s: %s", (host, expected) => {
    expect(describeShop(shop.ders, host).hostMatches).toBe(expected);
  });

  test("names are bounded and counted, and the last one still counts", () => {
    const names = Array.from({ length: 10_000 }, (_none, index) => `shop${index}.bakery.test`);
    const many = root.issue({ names });

    const evidence = describeShop(many.ders, "shop9999.bakery.test");

    expect(evidence.subjectAltNames).toHaveLength(100);
    expect(evidence).toMatchObject({ namesTotal: 10_000, hostMatches: true, trust: { trusted: true } });
  });

  test("an authority of one's own is trusted but not public", () => {
    expect(describeShop(shop.ders).publiclyTrusted).toBe(false);
    expect(describeShop(shop.ders).trust.store).toContain("Bakery Test Root");
  });

  test("what ends in a root of Mozilla's is public, also when it has expired", () => {
    const bundled = getCACertificates("bundled").map((pem) => new X509Certificate(pem));
    const old = bundled.reduce((first, one) => (one.validToDate < first.validToDate ? one : first));
    const later = new Date(old.validToDate.getTime() + DAY);

    expect(describeShop([old.raw], "bakery.test", NOW).publiclyTrusted).toBe(true);
    expect(describeShop([old.raw], "bakery.test", later)).toMatchObject({
      publiclyTrusted: true,
      trust: { trusted: false, code: "expired" },
    });
  });

  test("agrees with the handshake of node:tls over a real socket", async () => {
    const server = createServer({ cert: shop.chain, key: shop.keyPem }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const socket = connect({ host: "127.0.0.1", port: address.port, ca: root.pem, servername: "bakery.test" });
    await once(socket, "secureConnect");
    const leafSeen = socket.getPeerCertificate(true);
    const received = [leafSeen.raw, leafSeen.issuerCertificate.raw, leafSeen.issuerCertificate.issuerCertificate.raw];
    socket.destroy();
    server.close();

    const evidence = describeShop(received);

    expect(evidence).toMatchObject({
      subject: "CN=bakery.test",
      serial: leafSeen.serialNumber.toLowerCase(),
      trust: { trusted: true },
      hostMatches: true,
      chainOrder: "ordered",
    });
    expect(evidence.sha256).toBe(leafSeen.fingerprint256.replaceAll(":", "").toLowerCase());
  });
});

test("hostile chains never throw", () => {
  const damaged = fc.array(fc.tuple(fc.nat(shop.der.length - 1), fc.nat(255)), { maxLength: 6 }).map((changes) => {
    const bytes = Buffer.from(shop.der);
    for (const [index, value] of changes) bytes[index] = value;
    return bytes;
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(damaged, fc.uint8Array({ maxLength: 50 })), { maxLength: 5 }), (ders) => {
      const evidence = describeShop(ders);
      expect(evidence.chain.length).toBeLessThanOrEqual(12);
    }),
    { numRuns: 200 },
  );
});
