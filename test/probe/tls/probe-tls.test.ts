import { describe, expect, it } from "vitest";
import { tlsValueSchema } from "../../../src/core/evidence/tls.ts";
import { createAuthority } from "../../../src/demo/pki.ts";
import { parseTarget } from "../../../src/core/target.ts";
import { NetError, type Net } from "../../../src/net/net.ts";
import { probeActionTls } from "../../../src/probe/tls/probe-action-tls.ts";
import { probeTls, type ProbeTlsOptions } from "../../../src/probe/tls/probe-tls.ts";
import { closedPort } from "../../servers/loopback.ts";
import { connectLoopback } from "../../servers/tls/loopback.ts";
import { startTlsServer } from "../../servers/tls/tls-server.ts";

/** A door to a small internet: host to addresses, address to the loopback port that plays it. Counts what goes through. */
function smallInternet(hosts: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  const dialled: string[] = [];
  const refuse = async (): Promise<never> => {
    throw new NetError("internal", "this internet speaks TLS only");
  };
  const net: Net = {
    userAgent: "Vigie test",
    addresses: async (host) => {
      const addresses = Object.keys(hosts[host] ?? {});
      if (addresses.length === 0) throw new NetError("dns-not-found", `${host} has no address`);
      return addresses;
    },
    dial: async ({ host, address = "", signal }) => {
      dialled.push(`${host} ${address}`);
      const port = hosts[host]?.[address];
      if (port === undefined) throw new NetError("out-of-scope", "no such address");
      return { socket: await connectLoopback(port, signal), address };
    },
    request: refuse,
    cost: () => ({ connections: dialled.length, requests: 0, bytesIn: 0, bytesOut: 0, wallMs: 0 }),
    close: async () => undefined,
  };
  return { net, dialled };
}

function options(net: Net, authorised: boolean): ProbeTlsOptions {
  return {
    net,
    target: parseTarget("https://bakery.test/"),
    hosts: ["bakery.test", "www.bakery.test"],
    authorised,
    pace: "fast",
    extraRoots: [],
    now: () => new Date("2026-11-23T12:00:00Z"),
    signal: new AbortController().signal,
  };
}

describe("the TLS section", () => {
  it("has the target and its twin on every address, and no drift where all are alike", async () => {
    await using server = await startTlsServer(["rsa"]);
    const { net } = smallInternet({
      "bakery.test": { "192.0.2.1": server.port, "2001:db8::1": server.port },
      "www.bakery.test": { "192.0.2.1": server.port },
    });

    const value = await probeTls(options(net, false));

    expect(() => tlsValueSchema.parse(value)).not.toThrow();
    expect(value.endpoints.map(({ host, ip, purpose, depth }) => [host, ip, purpose, depth])).toEqual([
      ["bakery.test", "192.0.2.1", "target", "full"],
      ["bakery.test", "2001:db8::1", "target", "comparison"],
      ["www.bakery.test", "192.0.2.1", "twin", "full"],
    ]);
    expect(value.endpoints.every(({ state, complete }) => state === "tls" && complete)).toBe(true);
    expect(value.drift).toEqual([]);
  });

  it.each([true, false])("shows the one address that is set up differently (authorised: %s)", async (authorised) => {
    await using modern = await startTlsServer(["rsa"], { minVersion: "TLSv1.2", ecdhCurve: "X25519:P-256" });
    await using old = await startTlsServer(["rsa"], {
      minVersion: "TLSv1",
      maxVersion: "TLSv1.2",
      ciphers: "AES128-SHA:@SECLEVEL=0",
    });
    const { net } = smallInternet({ "bakery.test": { "192.0.2.1": modern.port, "192.0.2.2": old.port } });

    const { drift } = await probeTls(options(net, authorised));

    expect(drift?.map(({ what }) => what)).toEqual(["versions", "suites"]);
    // A comparison does not ask for TLS 1.0 once it has seen 1.1: of that it says nothing.
    expect(drift?.[0]?.addresses).toEqual([
      { ip: "192.0.2.1", value: "TLSv1.2 TLSv1.3" },
      { ip: "192.0.2.2", value: authorised ? "TLSv1.0 TLSv1.1 TLSv1.2" : "TLSv1.1 TLSv1.2" },
    ]);
  });

  it.each([true, false])(
    "sees no drift between alike servers with old versions and two keys (authorised: %s)",
    async (authorised) => {
      await using server = await startTlsServer(["rsa", "ec"], {
        minVersion: "TLSv1",
        ciphers: "ALL:@SECLEVEL=0",
        honorCipherOrder: true,
      });
      const { net } = smallInternet({ "bakery.test": { "192.0.2.1": server.port, "192.0.2.2": server.port } });

      expect((await probeTls(options(net, authorised))).drift).toEqual([]);
    },
  );

  it("shows a certificate that was not renewed everywhere", async () => {
    await using one = await startTlsServer(["rsa"]);
    const old = createAuthority(new Date()).issue({ names: ["bakery.test"], key: { type: "rsa", bits: 2048 } });
    await using other = await startTlsServer(["rsa"], { cert: old.chain, key: old.keyPem });
    const { net } = smallInternet({ "bakery.test": { "192.0.2.1": one.port, "192.0.2.2": other.port } });

    expect((await probeTls(options(net, false))).drift?.map(({ what }) => what)).toEqual(["certificate"]);
  });

  it("says which address does not answer", async () => {
    await using server = await startTlsServer(["rsa"]);
    const { net } = smallInternet({ "bakery.test": { "192.0.2.1": server.port, "192.0.2.9": await closedPort() } });

    const { endpoints, drift } = await probeTls(options(net, true));

    expect(endpoints[1]).toMatchObject({ state: "failed", error: { code: "refused" }, complete: false });
    expect(drift?.find(({ what }) => what === "reachable")?.addresses.map(({ value }) => value)).toEqual([
      "tls",
      "refused",
    ]);
  });

  it("keeps all addresses of a host within forty handshakes where nobody gave the word", async () => {
    await using server = await startTlsServer(["rsa", "ec"], {
      minVersion: "TLSv1",
      ciphers: "ALL:COMPLEMENTOFALL:@SECLEVEL=0",
    });
    const addresses = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`192.0.2.${index + 1}`, server.port]),
    );
    const { net, dialled } = smallInternet({ "bakery.test": addresses });

    await probeTls(options(net, false));

    expect(dialled.length).toBeLessThanOrEqual(40);
  });

  it("fails with the network's own code where the target has no address", async () => {
    const { net } = smallInternet({});

    await expect(probeTls(options(net, false))).rejects.toMatchObject({ code: "dns-not-found" });
  });
});

describe("hosts that receive the forms", () => {
  const form = (action: string, ...submitters: string[]) => ({
    action,
    submitters: submitters.map((address) => ({ action: address, method: "post", text: "" })),
  });

  it("makes one ordinary handshake with each, and none with a host that was looked at", async () => {
    await using server = await startTlsServer(["rsa"]);
    const { net, dialled } = smallInternet({ "pay.test": { "192.0.2.5": server.port } });
    // Only the fields that the probe reads.
    const pages = [
      {
        forms: [
          form("https://bakery.test/cart", "https://pay.test/go"),
          form("https://pay.test/other"),
          form("http://plain.test/"),
        ],
      },
      { forms: [form("https://gone.test/")] },
    ] as unknown as Parameters<typeof probeActionTls>[1];

    const value = await probeActionTls(options(net, false), pages, [{ host: "bakery.test", port: 443 }] as never);

    expect(() => tlsValueSchema.parse(value)).not.toThrow();
    expect(value.endpoints.map(({ host, state, purpose, depth }) => [host, state, purpose, depth])).toEqual([
      ["pay.test", "tls", "action", "handshake"],
      ["gone.test", "failed", "action", "handshake"],
    ]);
    expect(dialled).toEqual(["pay.test 192.0.2.5"]);
  });
});
