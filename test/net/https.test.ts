import { describe, expect, it } from "vitest";
import { createAuthority, selfSigned, type Issued } from "../../src/demo/pki.ts";
import { startHttp, startRaw } from "../servers/loopback.ts";
import { closing, codeOf, testNet } from "../servers/test-net.ts";

const now = new Date();
const authority = createAuthority(now);
const DAY_MS = 86_400_000;

describe("https", () => {
  const rows: readonly (readonly [string, () => Issued, string | undefined])[] = [
    ["a trusted certificate", () => authority.issue({ names: ["bakery.test"] }), undefined],
    ["an intermediate in between", () => authority.intermediate().issue({ names: ["bakery.test"] }), undefined],
    ["a self-signed one", () => selfSigned(now, { names: ["bakery.test"] }), "self-signed"],
    ["another name", () => authority.issue({ names: ["florist.test"] }), "host-mismatch"],
    ["an unknown issuer", () => createAuthority(now).issue({ names: ["bakery.test"] }), "unknown-issuer"],
    [
      "an expired one",
      () => authority.issue({ names: ["bakery.test"], notAfter: new Date(now.getTime() - DAY_MS) }),
      "expired",
    ],
    [
      "one that is not valid yet",
      () => authority.issue({ names: ["bakery.test"], notBefore: new Date(now.getTime() + DAY_MS) }),
      "not-yet-valid",
    ],
  ];

  it.each(rows)("goes on with %s and says so", async (_name, issue, expected) => {
    const leaf = issue();
    await using server = await startHttp((_request, response) => response.end("bonjour"), {
      cert: leaf.chain,
      key: leaf.keyPem,
    });
    await using net = closing(testNet({ internet: { "bakery.test:443": server }, extraCa: [authority.root.pem] }));

    const answer = await net.request("https://bakery.test/");

    expect(answer.status).toBe(200);
    expect(answer.certificateError).toBe(expected);
  });

  it("looks at a shop that only speaks TLS 1.0", async () => {
    const leaf = authority.issue({ names: ["bakery.test"], key: { type: "rsa", bits: 2048 } });
    const old = { minVersion: "TLSv1", maxVersion: "TLSv1", ciphers: "DEFAULT:@SECLEVEL=0" } as const;
    await using server = await startHttp((_request, response) => response.end("bonjour"), {
      cert: leaf.chain,
      key: leaf.keyPem,
      ...old,
    });
    await using net = closing(testNet({ internet: { "bakery.test:443": server } }));

    expect((await net.request("https://bakery.test/")).status).toBe(200);
  });

  it("counts the bytes of the wire, the handshake included, and frees the socket", async () => {
    const leaf = authority.issue({ names: ["bakery.test"] });
    await using server = await startHttp((_request, response) => response.end("bonjour"), {
      cert: leaf.chain,
      key: leaf.keyPem,
    });
    const net = testNet({ internet: { "bakery.test:443": server } });

    await net.request("https://bakery.test/");
    const during = net.cost();
    await net.close();
    await server.quiet();

    expect(during).toMatchObject({ connections: 1, requests: 1 });
    expect(during.bytesIn).toBeGreaterThan(leaf.der.length);
    expect(net.cost().bytesIn).toBeGreaterThanOrEqual(during.bytesIn);
    expect(server.open).toBe(0);
  });
});

describe("the wrong protocol on a port", () => {
  const leaf = authority.issue({ names: ["bakery.test"] });

  it("tells TLS on a plain port", async () => {
    await using plain = await startHttp((_request, response) => response.end());
    await using net = closing(testNet({ internet: { "bakery.test:443": plain } }));

    expect(await codeOf(net.request("https://bakery.test/"))).toBe("tls-failed");
    await expect(net.request("https://bakery.test/")).rejects.toThrow("does not speak TLS");
  });

  it("tells plain HTTP on a TLS port", async () => {
    await using tls = await startRaw((socket) => {
      socket.once("data", () => socket.end(Buffer.from([0x15, 3, 1, 0, 2, 2, 22])));
    });
    await using net = closing(testNet({ internet: { "bakery.test:80": tls } }));

    expect(await codeOf(net.request("http://bakery.test/"))).toBe("not-http");
    await expect(net.request("http://bakery.test/")).rejects.toThrow("try https://");
  });

  it("survives a Node TLS server asked in plain", async () => {
    await using tls = await startHttp((_request, response) => response.end(), { cert: leaf.chain, key: leaf.keyPem });
    await using net = closing(testNet({ internet: { "bakery.test:80": tls } }));

    expect(["reset", "not-http"]).toContain(await codeOf(net.request("http://bakery.test/")));
  });

  it("gives a silent handshake up at the deadline", async () => {
    await using silent = await startRaw((socket) => socket.resume());
    await using net = closing(testNet({ internet: { "bakery.test:443": silent } }));

    expect(await codeOf(net.request("https://bakery.test/", { deadlineMs: 40 }))).toBe("deadline");
    await silent.quiet();
  });
});
