import { describe, expect, it } from "vitest";
import { startDnsServer } from "../../src/demo/dns-server.ts";
import { createDnsClient } from "../../src/probe/dns/dns-client.ts";
import { probeDns } from "../../src/probe/dns/probe-dns.ts";
import { renderDnsPage } from "../../src/report/dns-page.ts";
import { renderHostsPage } from "../../src/report/hosts-page.ts";
import { dnsValue } from "../builders/dns-evidence.ts";
import { host, hostsValue, openPort, sshPort } from "../builders/hosts-evidence.ts";
import { closing, testNet } from "../servers/test-net.ts";

const PLAIN = { colour: false };

describe("the page of vigie probe hosts", () => {
  const value = hostsValue([
    host([
      sshPort({ kex: ["mlkem768x25519-sha256", "curve25519-sha256"] }),
      openPort(6379, "redis", { access: "open" }),
      openPort(3389, "rdp", { access: "greets", facts: { networkLevelAuthentication: "no" } }),
      openPort(8888, null, { banner: "\u001b[31mhello" }),
      { ...openPort(23, null), state: "filtered" },
      { ...openPort(25, null), state: "closed" },
      { ...openPort(80, null), state: "closed" },
    ]),
    host([], { host: "www.bakery.test", ip: "104.16.1.1", sharedFront: "Cloudflare" }),
  ]);

  it("tells ports apart, what they are and what they hold, in English", () => {
    const page = renderHostsPage(value, "en", PLAIN);

    expect(page).toContain("7 ports tried: 4 open, 2 closed, 1 filtered");
    expect(page).toMatch(/6379 {2}Redis +answers anybody, without a password · usually holds sessions and baskets/);
    expect(page).toMatch(/3389 {2}RDP .*login before the screen \(NLA\): no/);
    expect(page.replaceAll(/\n {2,}/g, " ")).toMatch(
      /8888 {2}\? +does not say what it is · .*hello · looked for: websites/,
    );
    expect(page).toMatch(/key exchange +mlkem768x25519-sha256 curve25519-sha256/);
    expect(page).toMatch(/Closed\n {2}25 80\n\nFiltered \(no answer\)\n {2}23/);
    expect(page).toContain("An address of Cloudflare, which is not the merchant’s: left alone.");
    expect(page).not.toMatch(/undefined|\[object/);
    expect(page).not.toContain("\u001b");
  });

  it("speaks French, with its typography", () => {
    const page = renderHostsPage(value, "fr", PLAIN);

    expect(page).toContain("7 ports essayés\u00a0: 4 ouverts, 2 fermés, 1 filtré");
    expect(page).toContain("échange de clés");
    expect(page).toContain("connexion avant l’écran (NLA)\u00a0: non");
    expect(page).not.toMatch(/\b(?:open|closed|filtered|yes|password)\b/);
  });

  it("says of an address that accepts everything that it proves nothing", () => {
    const page = renderHostsPage(hostsValue([host([openPort(22, null)], { acceptsEverything: true })]), "en", PLAIN);

    expect(page).toContain("an open port proves nothing here");
  });
});

describe("the page of vigie probe dns", () => {
  it("tells records, their aliases, and what is not there, asked over real sockets", async () => {
    await using server = await startDnsServer({
      zone: {
        "bakery.test SOA": ["ns1.bakery.test"],
        "bakery.test A": ["192.0.2.1"],
        "www.bakery.test CNAME": ["bakery.test"],
        "bakery.test TXT": ["v=spf1 -all", "site-verification=1"],
      },
      trouble: { "bakery.test CAA": "servfail" },
    });
    await using net = closing(testNet());
    const client = createDnsClient({ servers: [server] });
    const hosts = ["bakery.test", "www.bakery.test"];
    const value = await probeDns({ net, client, resolver: server.label, domain: "bakery.test", hosts });

    const english = renderDnsPage(value, "en", PLAIN);
    const french = renderDnsPage(value, "fr", PLAIN);

    expect(english).toMatch(/www\.bakery\.test +A +192\.0\.2\.1 \(through bakery\.test\)/);
    expect(english).toMatch(/bakery\.test +TXT +v=spf1 -all\n +site-verification=1/);
    expect(english).toMatch(/_dmarc\.bakery\.test +TXT +no such name/);
    expect(english).toMatch(/Not answered\n +bakery\.test +CAA +the name server failed/);
    expect(english).toContain(`questions to the resolver (${server.label})`);
    expect(french).toContain("DNSSEC\u00a0: non signée");
    expect(french).toMatch(/_dmarc\.bakery\.test +TXT +ce nom n’existe pas/);
  });

  it("shows the policy file and warns of a resolver that lies", () => {
    const mtaSts = {
      url: "https://mta-sts.bakery.test/.well-known/mta-sts.txt",
      status: 200,
      contentType: "text/plain",
      certificateError: null,
      error: null,
      text: "version: STSv1\r\nmode: enforce\r\n\u001b[2J",
    };

    const page = renderDnsPage(dnsValue({}, { resolverHonest: false, wildcard: true, mtaSts }), "en", PLAIN);

    expect(page).toContain("MTA-STS policy  https://mta-sts.bakery.test");
    expect(page).toContain("  mode: enforce");
    expect(page).toContain("its answers prove no absence");
    expect(page).toContain("(wildcard)");
    expect(page).not.toContain("\u001b");
  });
});
