import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { caa } from "../../checks/certificate/caa.ts";
import { dangling } from "../../checks/dns/dangling.ts";
import { dnssec } from "../../checks/dns/dnssec.ts";
import { nameServers } from "../../checks/dns/name-servers.ts";
import { dmarc } from "../../checks/mail/dmarc.ts";
import { mtaSts } from "../../checks/mail/mta-sts.ts";
import { spf } from "../../checks/mail/spf.ts";
import { createDnsClient } from "../../src/probe/dns/dns-client.ts";
import { probeDns } from "../../src/probe/dns/probe-dns.ts";
import { failuresOf, outcomesOf } from "../builders/judge.ts";
import { closing, testNet } from "../servers/test-net.ts";
import { knot, makeZoneKeys, signedZone, validatingResolver } from "./support/name-servers.ts";
import { findProgram, reportSkipped } from "./support/programs.ts";
import { startServiceProgram } from "./support/service.ts";

const named = findProgram("named");
const tools = findProgram("dnssec-signzone");
const lack = named === null ? "bind9" : tools === null ? "bind9-utils" : null;
const folder = mkdtempSync(join(tmpdir(), "vigie-dns-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const RECORDS = [
  "@ A 192.0.2.1",
  "@ AAAA 2001:db8::1",
  "www CNAME @",
  "@ MX 10 mx",
  "mx A 192.0.2.2",
  `_25._tcp.mx TLSA 3 1 1 ${"00ff".repeat(16)}`,
  '@ TXT "v=spf1 mx " "include:_spf -all"',
  '@ TXT "v=spf1 include:_spf.bakery.test -all"',
  '_spf TXT "v=spf1 ip4:192.0.2.0/24 -all"',
  '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@bakery.test"',
  '@ CAA 0 issue "letsencrypt.org"',
  "shop CNAME bakery.azurewebsites.net.",
  "loop CNAME pool",
  "pool CNAME loop",
];

async function ask(port: number) {
  await using net = closing(testNet());
  const client = createDnsClient({ servers: [{ address: "127.0.0.1", port }] });
  const hosts = ["bakery.test", "www.bakery.test", "shop.bakery.test", "loop.bakery.test"];
  return await probeDns({ net, client, resolver: "bind", domain: "bakery.test", hosts });
}

describe("a signed zone on a real BIND", () => {
  if (lack !== null) reportSkipped("dns: a signed zone", lack);

  test.skipIf(lack !== null)("its own server, and a resolver that checks the signatures", async () => {
    const keys = makeZoneKeys("bakery.test", join(folder, "good"));
    const records = RECORDS.filter((line) => !line.startsWith('@ TXT "v=spf1 mx'));
    await using authority = await startServiceProgram(signedZone(named ?? "", "bakery.test", records, keys));
    await using resolver = await startServiceProgram(
      validatingResolver(named ?? "", "bakery.test", authority.port, keys),
    );

    const direct = await ask(authority.port);
    const dns = await ask(resolver.port);

    expect([direct.dnssec, dns.dnssec]).toEqual(["unsigned", "validated"]);
    expect([dns.resolverHonest, dns.wildcard]).toEqual([true, false]);
    const checks = [spf, dmarc, mtaSts, caa, dnssec, nameServers];
    expect(checks.flatMap((check) => outcomesOf(check, { dns }))).toEqual(checks.map(() => "pass"));
    // The zone's own server does not know what an alias leads to elsewhere.
    expect(failuresOf(dangling, { dns: direct }).map(({ code }) => code)).toEqual(["alias-loop"]);
    expect(failuresOf(dangling, { dns }).map(({ subject, code }) => [subject, code])).toEqual([
      ["shop.bakery.test", "claimable-alias"],
      ["loop.bakery.test", "alias-loop"],
    ]);
  });

  test.skipIf(lack !== null)("two SPF records, one of several strings", async () => {
    const keys = makeZoneKeys("bakery.test", join(folder, "two"));
    await using authority = await startServiceProgram(signedZone(named ?? "", "bakery.test", RECORDS, keys));

    const dns = await ask(authority.port);

    expect(outcomesOf(spf, { dns })).toEqual(["several-records"]);
  });

  test.skipIf(lack !== null)("a resolver that trusts another key than the zone's", async () => {
    const keys = makeZoneKeys("bakery.test", join(folder, "zone"));
    const other = makeZoneKeys("bakery.test", join(folder, "other"));
    await using authority = await startServiceProgram(signedZone(named ?? "", "bakery.test", RECORDS, keys));
    await using resolver = await startServiceProgram(
      validatingResolver(named ?? "", "bakery.test", authority.port, other),
    );

    const dns = await ask(resolver.port);

    expect(dns.dnssec).toBe("bogus");
    expect(outcomesOf(dnssec, { dns })).toEqual(["broken"]);
    expect(outcomesOf(spf, { dns })).toEqual(["not-assessed: dns-failed"]);
  });
});

describe("a real Knot", () => {
  const knotd = findProgram("knotd");
  if (knotd === null) reportSkipped("dns: knot", "it");

  test.skipIf(knotd === null)("answers the DNS probe over UDP, and over TCP where an answer is long", async () => {
    const long = Array.from({ length: 60 }, (_, at) => `@ TXT "verification-${String(at)}-${"x".repeat(60)}"`);
    const records = RECORDS.filter((line) => !line.startsWith('@ TXT "v=spf1 mx'));
    await using service = await startServiceProgram(knot(knotd ?? "", "bakery.test", [...records, ...long]));

    const dns = await ask(service.port);

    expect(dns.lookups.find(({ name, type }) => name === "bakery.test" && type === "TXT")?.total).toBe(61);
    const checks = [spf, dmarc, caa, nameServers];
    expect(checks.flatMap((check) => outcomesOf(check, { dns }))).toEqual(checks.map(() => "pass"));
  });
});
