import { once } from "node:events";
import { connect, createServer, type TLSSocket } from "node:tls";
import { describe, expect, test } from "vitest";
import { chain } from "../../../checks/certificate/chain.ts";
import { expiry } from "../../../checks/certificate/expiry.ts";
import { hostName } from "../../../checks/certificate/host-name.ts";
import { key } from "../../../checks/certificate/key.ts";
import { lifetime } from "../../../checks/certificate/lifetime.ts";
import { signature } from "../../../checks/certificate/signature.ts";
import { stapling } from "../../../checks/certificate/stapling.ts";
import { transparency } from "../../../checks/certificate/transparency.ts";
import { trust } from "../../../checks/certificate/trust.ts";
import { wildcard } from "../../../checks/certificate/wildcard.ts";
import { createAuthority, selfSigned, type Issued, type KeyPair } from "../../../src/demo/pki.ts";
import { describeCertificates } from "../../../src/probe/tls/certificates.ts";
import { endpoint, judge, tlsValue, wordOf } from "../../builders/tls-evidence.ts";

describe("certificates over a real socket", () => {
  const now = new Date();
  const keys: KeyPair = createAuthority(now).keys;
  const root = createAuthority(now, { key: keys });
  const day = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
  const rsa = createAuthority(now, { key: { type: "rsa", bits: 2048 }, subject: "RSA root" });

  /** What a client that trusts nobody is sent. */
  async function receive(shown: Issued): Promise<readonly Buffer[]> {
    const server = createServer({ cert: shown.chain, key: shown.keyPem, ciphers: "DEFAULT:@SECLEVEL=0" });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const socket: TLSSocket = connect({
      host: "127.0.0.1",
      port: address.port,
      servername: "bakery.test",
      rejectUnauthorized: false,
      ciphers: "DEFAULT:@SECLEVEL=0",
    });
    await once(socket, "secureConnect");
    const ders: Buffer[] = [];
    let next = socket.getPeerX509Certificate();
    while (next !== undefined && ders.length < 5) {
      ders.push(next.raw);
      next = next.issuerCertificate;
    }
    socket.destroy();
    server.close();
    return ders;
  }

  test.each([
    ["a good certificate", expiry, () => root.issue({ names: ["bakery.test"] }), "pass"],
    ["an expired one", expiry, () => root.issue({ names: ["bakery.test"], notAfter: day(-1) }), "expired"],
    ["one from tomorrow", expiry, () => root.issue({ names: ["bakery.test"], notBefore: day(1) }), "not-yet-valid"],
    ["a good chain", trust, () => root.intermediate().issue({ names: ["bakery.test"] }), "pass"],
    ["a self-signed one", trust, () => selfSigned(now, { names: ["bakery.test"] }), "self-signed"],
    [
      "a stranger's",
      trust,
      () => createAuthority(now, { subject: "Stranger" }).issue({ names: ["bakery.test"] }),
      "unknown-issuer",
    ],
    ["another shop's", hostName, () => root.issue({ names: ["florist.test"] }), "mismatch"],
    ["a common name only", hostName, () => root.issue({ subject: "bakery.test" }), "common-name-only"],
    ["a wildcard that fits", hostName, () => root.issue({ names: ["*.bakery.test", "bakery.test"] }), "pass"],
    ["a wildcard", wildcard, () => root.issue({ names: ["*.bakery.test", "bakery.test"] }), "wildcard"],
    [
      "one without its intermediate",
      chain,
      () => withoutChain(root.intermediate().issue({ names: ["bakery.test"], issuers: ["http://ca.test/"] })),
      "incomplete",
    ],
    [
      "an RSA key of 1024 bits",
      key,
      () => root.issue({ names: ["bakery.test"], key: { type: "rsa", bits: 1024 } }),
      "short",
    ],
    ["one signed with SHA-1", signature, () => rsa.issue({ names: ["bakery.test"], hash: "sha1" }), "sha1"],
    [
      "one that must be stapled",
      stapling,
      () => root.issue({ names: ["bakery.test"], mustStaple: true }),
      "must-staple-broken",
    ],
    [
      "a life of two years",
      lifetime,
      () => root.issue({ names: ["bakery.test"], notAfter: day(730) }),
      "not-applicable: private-authority",
    ],
    [
      "no logs asked of one's own authority",
      transparency,
      () => root.issue({ names: ["bakery.test"] }),
      "not-applicable: private-authority",
    ],
  ])("%s, %o", async (_name, check, make, expected) => {
    const ders = await receive(make());
    const shown = describeCertificates(ders, "bakery.test", now, [root.pem, rsa.pem]);

    const verdicts = judge(
      check,
      { tls: tlsValue(endpoint({ certificates: [shown] })) },
      {},
      { ...judgeContext, at: now },
    );

    expect(verdicts.map(wordOf)).toEqual([expected]);
  });
});

const judgeContext = {
  target: { id: "bakery.test", url: "https://bakery.test/", host: "bakery.test", domain: "bakery.test" },
};

function withoutChain(shown: Issued): Issued {
  return { ...shown, chain: shown.pem };
}
