import { describe, expect, it } from "vitest";
import { dangling } from "../../../checks/dns/dangling.ts";
import { dnssec } from "../../../checks/dns/dnssec.ts";
import { nameServers } from "../../../checks/dns/name-servers.ts";
import { startDnsServer } from "../../../src/demo/dns-server.ts";
import { createDnsClient } from "../../../src/probe/dns/dns-client.ts";
import { probeDns } from "../../../src/probe/dns/probe-dns.ts";
import { dnsValue } from "../../builders/dns-evidence.ts";
import { failuresOf, outcomesOf } from "../../builders/judge.ts";
import { closing, testNet } from "../../servers/test-net.ts";

describe("dns/dangling", () => {
  const zone = {
    "bakery.test SOA": ["ns1.bakery.test"],
    "bakery.test A": ["192.0.2.1"],
    "bakery.test MX": ["10 mx.bakery.test", "20 gone.bakery.test", "30 post.bakery.test"],
    "post.bakery.test CNAME": ["mx.bakery.test"],
    "mx.bakery.test A": ["192.0.2.2"],
    "www.bakery.test CNAME": ["bakery.test"],
    "shop.bakery.test CNAME": ["old-bakery.myshopify.com"],
    "blog.bakery.test CNAME": ["blog.gone.test"],
    "loop.bakery.test CNAME": ["pool.bakery.test"],
    "pool.bakery.test CNAME": ["loop.bakery.test"],
  };

  it("finds what leads nowhere, over real sockets", async () => {
    await using server = await startDnsServer({ zone });
    await using net = closing(testNet());
    const hosts = ["bakery.test", "www.bakery.test", "shop.bakery.test", "blog.bakery.test", "loop.bakery.test"];
    const client = createDnsClient({ servers: [server] });

    const dns = await probeDns({ net, client, resolver: server.label, domain: "bakery.test", hosts });

    expect(failuresOf(dangling, { dns }).map(({ code, subject }) => [subject, code])).toEqual([
      ["shop.bakery.test", "claimable-alias"],
      ["blog.bakery.test", "dead-alias"],
      ["loop.bakery.test", "alias-loop"],
      ["mx gone.bakery.test", "dead-exchanger"],
      ["mx post.bakery.test", "exchanger-alias"],
    ]);
  });

  it.each([
    ["everything leads somewhere", {}, "pass"],
    ["the resolver lies", { resolverHonest: false }, "not-assessed: dns-failed"],
  ] as const)("%s", (_name, more, outcome) => {
    expect(outcomesOf(dangling, { dns: dnsValue({}, more) })).toEqual([outcome]);
  });

  it("says nothing of a name whose end nobody could ask for", () => {
    const value = dnsValue();
    const lookups = value.lookups.map((one) =>
      one.name === "bakery.test" && one.type === "A"
        ? { ...one, via: ["x.herokudns.com"], status: "timeout" as const }
        : one,
    );

    expect(outcomesOf(dangling, { dns: { ...value, lookups } })).toEqual(["pass"]);
  });
});

describe("dns/dnssec", () => {
  it.each([
    ["validated", "pass"],
    ["signed", "pass"],
    ["bogus", "broken"],
    ["unsigned", "unsigned"],
    ["unknown", "not-assessed: dns-failed"],
  ] as const)("%s", (state, outcome) => {
    expect(outcomesOf(dnssec, { dns: dnsValue({}, { dnssec: state }) })).toEqual([outcome]);
  });
});

describe("dns/name-servers", () => {
  it.each([
    [["ns1.bakery.test", "ns2.bakery.test"], "pass"],
    [["ns1.bakery.test"], "single"],
    ["no-data", "not-assessed: no-answer"],
    ["timeout", "not-assessed: no-answer"],
  ] as const)("%j", (answer, outcome) => {
    expect(outcomesOf(nameServers, { dns: dnsValue({ "bakery.test NS": answer }) })).toEqual([outcome]);
  });
});
