import { describe, expect, it } from "vitest";
import { dnsValueSchema } from "../../../src/core/evidence/dns.ts";
import { startDnsServer, type DemoDnsServer, type DnsServerOptions } from "../../../src/demo/dns-server.ts";
import { parseDnsServer } from "../../../src/net/dns-transport.ts";
import { dnsData, dnsPresence } from "../../../src/parse/dns-evidence.ts";
import { createDnsClient } from "../../../src/probe/dns/dns-client.ts";
import { probeDns } from "../../../src/probe/dns/probe-dns.ts";
import { closedPort, startHttp } from "../../servers/loopback.ts";
import { closing, codeOf, testNet, type TestNetOptions } from "../../servers/test-net.ts";

const ZONE = {
  "bakery.test SOA": ["ns1.bakery.test"],
  "bakery.test NS": ["ns1.bakery.test", "ns2.bakery.test"],
  "bakery.test A": ["192.0.2.1"],
  "bakery.test AAAA": ["2001:db8::7"],
  "bakery.test CAA": ["0 issue letsencrypt.org"],
  "bakery.test HTTPS": ["1 ."],
  "bakery.test DS": ["12345 13 2 00ff"],
  "bakery.test MX": ["20 mx2.bakery.test", "10 mx1.bakery.test"],
  "mx1.bakery.test A": ["192.0.2.2"],
  "_25._tcp.mx1.bakery.test TLSA": ["3 1 1 00ff"],
  "www.bakery.test CNAME": ["bakery.test"],
  "bakery.test TXT": ["v=spf1 include:a.test -all"],
  "a.test TXT": ["v=spf1 include:b.test -all"],
  "b.test TXT": ["v=spf1 ip4:192.0.2.0/24 -all"],
  "_mta-sts.bakery.test TXT": ["v=STSv1; id=1"],
};

async function probe(server: DemoDnsServer, options: TestNetOptions = {}) {
  await using net = closing(testNet(options));
  const client = createDnsClient({ servers: [server], timeoutMs: 100 });
  const hosts = ["bakery.test", "www.bakery.test"];
  return await probeDns({ net, client, resolver: server.label, domain: "bakery.test", hosts });
}

async function probeWith(options: DnsServerOptions) {
  await using server = await startDnsServer(options);
  return await probe(server);
}

describe("probeDns", () => {
  it("records what the world knows of the shop's names, as valid evidence", async () => {
    const value = await probeWith({ zone: ZONE });

    expect(dnsValueSchema.parse(value)).toEqual(value);
    expect(dnsData(value, "bakery.test", "MX")).toEqual(["20 mx2.bakery.test", "10 mx1.bakery.test"]);
    expect(dnsData(value, "www.bakery.test", "AAAA")).toEqual(["2001:db8::7"]);
    expect(dnsData(value, "bakery.test", "CAA")).toEqual(['0 issue "letsencrypt.org"']);
    expect(dnsData(value, "_25._tcp.mx1.bakery.test", "TLSA")).toEqual(["3 1 1 00ff"]);
    expect(dnsData(value, "b.test", "TXT")).toEqual(["v=spf1 ip4:192.0.2.0/24 -all"]);
    expect(dnsPresence(value, "_dmarc.bakery.test", "TXT")).toBe("absent");
    expect(value).toMatchObject({ dnssec: "signed", wildcard: false, resolverHonest: true });
    expect(value.mtaSts).toMatchObject({ status: null, error: "dns-not-found" });
  });

  it("fetches an announced MTA-STS policy over https", async () => {
    const { createAuthority } = await import("../../../src/demo/pki.ts");
    const leaf = createAuthority(new Date()).issue({ names: ["mta-sts.bakery.test"] });
    await using web = await startHttp((_request, response) => response.end("version: STSv1\n"), {
      cert: leaf.chain,
      key: leaf.keyPem,
    });
    await using server = await startDnsServer({ zone: ZONE });

    const value = await probe(server, { internet: { "mta-sts.bakery.test:443": web } });

    expect(value.mtaSts).toMatchObject({ status: 200, text: "version: STSv1\n", certificateError: "unknown-issuer" });
  });

  it.each([
    ["fails where the resolver drops everything", { "bakery.test SOA": "silence" }, "dns-failed"],
    ["fails where the resolver refuses us", { "bakery.test SOA": "refused" }, "dns-failed"],
    ["fails where the resolver answers noise", { "bakery.test SOA": "garbage" }, "dns-failed"],
  ] as const)("%s", async (_name, trouble, code) => {
    await using server = await startDnsServer({ zone: ZONE, trouble });

    expect(await codeOf(probe(server))).toBe(code);
  });

  it("fails where no resolver listens", async () => {
    await using net = closing(testNet());
    const client = createDnsClient({ servers: [{ address: "127.0.0.1", port: await closedPort() }], timeoutMs: 100 });

    const probing = probeDns({ net, client, resolver: "x", domain: "bakery.test", hosts: [] });

    expect(await codeOf(probing)).toBe("dns-failed");
  });

  it("does not take one silent name for an absent one", async () => {
    const value = await probeWith({
      zone: ZONE,
      trouble: { "_dmarc.bakery.test": "silence", "a.test": "servfail", "bakery.test CAA": "late" },
    });

    expect(dnsPresence(value, "_dmarc.bakery.test", "TXT")).toBe("unknown");
    expect(dnsPresence(value, "a.test", "TXT")).toBe("unknown");
    expect(dnsPresence(value, "bakery.test", "CAA")).toBe("unknown");
  });

  it("waits past a forged answer for the true one", async () => {
    const value = await probeWith({ zone: ZONE, trouble: { "bakery.test TXT": "forged" } });

    expect(dnsData(value, "bakery.test", "TXT")).toEqual(["v=spf1 include:a.test -all"]);
  });

  it("takes a long answer over TCP and keeps 64 of 500 strings", async () => {
    const texts = [...Array.from({ length: 499 }, (_, index) => `string ${String(index)}`), "v=spf1 -all"];
    await using server = await startDnsServer({ zone: { ...ZONE, "bakery.test TXT": texts } });

    const value = await probe(server);

    expect(server.asked).toContain("tcp bakery.test TXT");
    expect(dnsData(value, "bakery.test", "TXT")).toHaveLength(64);
    expect(dnsData(value, "bakery.test", "TXT")).toContain("v=spf1 -all");
    expect(value.lookups.find(({ name, type }) => name === "bakery.test" && type === "TXT")?.total).toBe(500);
  });

  it("ends for an SPF that includes itself and for one without end", async () => {
    const endless = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `s${String(index)}.test TXT`,
        [`v=spf1 include:s${String(index + 1)}.test -all`],
      ]),
    );
    await using server = await startDnsServer({
      zone: { ...ZONE, ...endless, "bakery.test TXT": ["v=spf1 include:bakery.test include:s0.test -all"] },
    });

    await probe(server);

    expect(server.asked.filter((question) => /s\d+\.test TXT/.test(question)).length).toBeLessThanOrEqual(40);
  });

  it("knows a zone that answers for every name, and a resolver that does", async () => {
    const zone = await probeWith({ zone: { ...ZONE, "*.bakery.test A": ["192.0.2.9"] } });
    const liar = await probeWith({ zone: { ...ZONE, "*.invalid A": ["192.0.2.9"], "x.invalid TXT": [] } });

    expect([zone.wildcard, zone.resolverHonest]).toEqual([true, true]);
    expect(liar.resolverHonest).toBe(false);
    expect(dnsPresence(liar, "_dmarc.bakery.test", "TXT")).toBe("unknown");
  });

  it("says validated where the resolver does", async () => {
    expect((await probeWith({ zone: ZONE, authenticated: true })).dnssec).toBe("validated");
  });

  it("does not take the end of an alias, which a zone's own server does not know, for absent", async () => {
    const zone = {
      ...ZONE,
      "_dmarc.bakery.test CNAME": ["bakery.dmarc.example"],
      "bakery.dmarc.example A": ["192.0.2.8"],
    };

    const own = await probeWith({ zone, authoritative: true });
    const resolver = await probeWith({ zone });

    expect([own, resolver].map((value) => dnsPresence(value, "_dmarc.bakery.test", "TXT"))).toEqual([
      "unknown",
      "absent",
    ]);
  });

  it("finds aliases that go round in circles behind a server that only fails", async () => {
    const value = await probeWith({
      zone: { ...ZONE, "www.bakery.test CNAME": ["shop.bakery.test"], "shop.bakery.test CNAME": ["www.bakery.test"] },
      trouble: { "www.bakery.test A": "servfail" },
    });

    expect(value.lookups.find(({ name, type }) => name === "www.bakery.test" && type === "A")).toMatchObject({
      status: "cname-loop",
      via: ["shop.bakery.test", "www.bakery.test"],
    });
  });

  it("tells signatures that do not hold from a name server that fails", async () => {
    const bogus = await probeWith({ zone: ZONE, trouble: { "bakery.test": "bogus" } });
    const failing = await probeWith({ zone: ZONE, trouble: { "bakery.test": "servfail" } });

    expect([bogus.dnssec, failing.dnssec]).toEqual(["bogus", "unknown"]);
    expect(dnsPresence(bogus, "bakery.test", "MX")).toBe("unknown");
  });

  it("asks each question once", async () => {
    await using server = await startDnsServer({ zone: ZONE });

    const value = await probe(server);

    expect(new Set(server.asked).size).toBe(server.asked.length);
    expect(value.queries).toBe(server.asked.length);
  });
});

describe("parseDnsServer", () => {
  it.each([
    ["192.0.2.53", "192.0.2.53", 53],
    ["192.0.2.53:5353", "192.0.2.53", 5353],
    ["2001:db8::53", "2001:db8::53", 53],
    ["[2001:db8::53]", "2001:db8::53", 53],
    ["[2001:db8::53]:5353", "2001:db8::53", 5353],
  ])("reads %s", (text, address, port) => {
    expect(parseDnsServer(text)).toEqual({ address, port });
  });

  it.each(["dns.bakery.test", "192.0.2.53:0", "192.0.2.53:99999", ""])("refuses %j", (text) => {
    expect(() => parseDnsServer(text)).toThrow(expect.objectContaining({ code: "dns-failed" }));
  });
});
