import { describe, expect, it } from "vitest";
import { caa } from "../../../checks/certificate/caa.ts";
import { dangling } from "../../../checks/dns/dangling.ts";
import { dmarc } from "../../../checks/mail/dmarc.ts";
import { mtaSts } from "../../../checks/mail/mta-sts.ts";
import { spf } from "../../../checks/mail/spf.ts";
import { tlsRpt } from "../../../checks/mail/tls-rpt.ts";
import type { Check } from "../../../src/core/check.ts";
import { scopeOf } from "../../../src/core/scope.ts";
import { parseTarget } from "../../../src/core/target.ts";
import { startDnsServer, type Zone } from "../../../src/demo/dns-server.ts";
import { createDnsClient } from "../../../src/probe/dns/dns-client.ts";
import { probeDns } from "../../../src/probe/dns/probe-dns.ts";
import { AT } from "../../builders/judge.ts";
import { closing, testNet } from "../../servers/test-net.ts";

/** A domain as its owner publishes it; `@` stands for the domain. */
interface Case {
  readonly name: string;
  readonly zone: Zone;
  /** The site; default the domain itself, florist.co.uk. */
  readonly site?: string;
  readonly check: Check;
  readonly expected: readonly string[];
}

const DOMAIN = "florist.co.uk";

const exists = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, at) => `exists:e${String(at + from)}.${DOMAIN}`).join(" ");

const existing = (count: number): Zone =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`e${String(at)}.${DOMAIN} A`, ["127.0.0.2"]]));

const REPORTS = "v=DMARC1; p=reject; rua=mailto:florist@reports.example";

const CASES: readonly Case[] = [
  {
    name: "ten look-ups, of which one in an include",
    zone: {
      "@ TXT": [`v=spf1 include:_spf.${DOMAIN} ${exists(8)} -all`],
      "_spf.@ TXT": [`v=spf1 ${exists(1, 8)}`],
      ...existing(9),
    },
    check: spf,
    expected: ["pass"],
  },
  {
    name: "an eleventh look-up, in an include",
    zone: {
      "@ TXT": [`v=spf1 include:_spf.${DOMAIN} ${exists(8)} -all`],
      "_spf.@ TXT": [`v=spf1 ${exists(2, 8)}`],
      ...existing(10),
    },
    check: spf,
    expected: ["too-many-lookups"],
  },
  {
    name: "two names in SPF that lead to nothing",
    zone: { "@ TXT": ["v=spf1 a:gone.example mx:lost.example ip4:192.0.2.1 -all"] },
    check: spf,
    expected: ["pass"],
  },
  {
    name: "a third one",
    zone: { "@ TXT": [`v=spf1 a:gone.example mx:lost.example exists:away.${DOMAIN} ip4:192.0.2.1 -all`] },
    check: spf,
    expected: ["void-lookups"],
  },
  {
    name: "a name with only an IPv6 address, which is not void",
    zone: { "@ TXT": ["v=spf1 a:gone.example mx:lost.example a -all"], "@ AAAA": ["2001:db8::1"] },
    check: spf,
    expected: ["pass"],
  },
  {
    name: "macros, which depend on each message",
    zone: { "@ TXT": [`v=spf1 exists:%{i}._spf.${DOMAIN} include:%{d}.hosts.example -all`] },
    check: spf,
    expected: ["pass"],
  },
  {
    name: "a redirect to a record that ends softly",
    zone: { "@ TXT": ["v=spf1 redirect=_spf.host.example"], "_spf.host.example TXT": ["v=spf1 ip4:192.0.2.0/24 ~all"] },
    check: spf,
    expected: ["pass"],
  },
  {
    name: "a redirect to nothing",
    zone: { "@ TXT": ["v=spf1 redirect=_spf.host.example"] },
    check: spf,
    expected: ["broken-include"],
  },
  {
    name: "two SPF records beside other texts",
    zone: { "@ TXT": ["v=spf1 mx -all", "site-verification=1", "v=spf1 a -all"] },
    check: spf,
    expected: ["several-records"],
  },
  {
    name: "an include that lets everybody pass",
    zone: { "@ TXT": ["v=spf1 include:mail.example -all"], "mail.example TXT": ["v=spf1 ip4:192.0.2.1 +all"] },
    check: spf,
    expected: ["allows-everyone"],
  },
  {
    name: "an SPF record of three strings of 255 characters",
    zone: {
      "@ TXT": [`v=spf1 ${Array.from({ length: 40 }, (_, at) => `ip4:192.0.2.${String(at)}`).join(" ")} -all`],
    },
    check: spf,
    expected: ["pass"],
  },
  {
    name: "a wildcard that answers every TXT question with an SPF record",
    zone: { "@ SOA": [`ns.${DOMAIN}`], "*.@ TXT": ["v=spf1 -all"] },
    check: dmarc,
    expected: ["absent"],
  },
  {
    name: "sub-domains left open",
    zone: { "_dmarc.@ TXT": [`v=DMARC1; p=reject; sp=none; rua=mailto:dmarc@${DOMAIN}`] },
    check: dmarc,
    expected: ["subdomains-open"],
  },
  {
    name: "a policy for no mail",
    zone: { "_dmarc.@ TXT": [`v=DMARC1; p=quarantine; pct=0; rua=mailto:dmarc@${DOMAIN}`] },
    check: dmarc,
    expected: ["partial"],
  },
  {
    name: "the policy of the organisation, for a shop on a sub-domain",
    zone: { "_dmarc.@ TXT": [`v=DMARC1; p=reject; rua=mailto:dmarc@${DOMAIN}`] },
    site: `shop.${DOMAIN}`,
    check: dmarc,
    expected: ["pass"],
  },
  {
    name: "a policy behind an alias",
    zone: {
      "_dmarc.@ CNAME": ["florist.dmarc.example"],
      "florist.dmarc.example TXT": [`v=DMARC1; p=reject; rua=mailto:dmarc@${DOMAIN}`],
    },
    check: dmarc,
    expected: ["pass"],
  },
  {
    name: "reports to a service that says that it takes them",
    zone: { "_dmarc.@ TXT": [REPORTS], "@._report._dmarc.reports.example TXT": ["v=DMARC1;"] },
    check: dmarc,
    expected: ["pass"],
  },
  {
    name: "reports to a service that takes them for everybody",
    zone: {
      "_dmarc.@ TXT": [REPORTS],
      "*.uk._report._dmarc.reports.example TXT": ["v=DMARC1"],
      "*.co.uk._report._dmarc.reports.example TXT": ["v=DMARC1"],
    },
    check: dmarc,
    expected: ["pass"],
  },
  {
    name: "reports to a service that says nothing of it",
    zone: { "_dmarc.@ TXT": [REPORTS] },
    check: dmarc,
    expected: ["reports-refused"],
  },
  {
    name: "the null MX",
    zone: { "@ MX": ["0 ."] },
    check: mtaSts,
    expected: ["not-applicable: no-mail"],
  },
  {
    name: "an announced policy on a host that is not there",
    zone: { "@ MX": ["10 mx.@"], "mx.@ A": ["192.0.2.2"], "_mta-sts.@ TXT": ["v=STSv1; id=20261123T000000;"] },
    check: mtaSts,
    expected: ["unreachable"],
  },
  {
    name: "two announced policies",
    zone: { "@ MX": ["10 mx.@"], "_mta-sts.@ TXT": ["v=STSv1; id=1;", "v=STSv1; id=2;"] },
    check: mtaSts,
    expected: ["unreadable"],
  },
  {
    name: "reports of failed encryption, to a web address",
    zone: { "@ MX": ["10 mx.@"], "_smtp._tls.@ TXT": ["v=TLSRPTv1; rua=https://reports.example/tls"] },
    check: tlsRpt,
    expected: ["pass"],
  },
  {
    name: "an exchanger that is an alias",
    zone: { "@ MX": ["10 post.@"], "post.@ CNAME": ["mx.host.example"], "mx.host.example A": ["192.0.2.9"] },
    check: dangling,
    expected: ["exchanger-alias"],
  },
  {
    name: "an exchanger that is an alias of nothing",
    zone: { "@ MX": ["10 post.@"], "post.@ CNAME": ["mx.gone.example"] },
    check: dangling,
    expected: ["dead-exchanger"],
  },
  {
    name: "an alias of a shop that was closed",
    zone: { "shop.@ CNAME": ["florist.azurewebsites.net"] },
    site: `shop.${DOMAIN}`,
    check: dangling,
    expected: ["claimable-alias"],
  },
  {
    name: "authorities named by the parent of a shop on a sub-domain",
    zone: { "@ CAA": ["0 issue letsencrypt.org", "0 iodef mailto:security@florist.co.uk"] },
    site: `shop.${DOMAIN}`,
    check: caa,
    expected: ["pass"],
  },
  {
    name: "authorities named by the end of an alias before those of the parent",
    zone: {
      "@ CAA": ["0 iodef mailto:security@florist.co.uk"],
      "shop.@ CNAME": ["shops.host.example"],
      "shops.host.example CAA": ["0 issue pki.goog"],
    },
    site: `shop.${DOMAIN}`,
    check: caa,
    expected: ["pass"],
  },
  {
    name: "nothing but whom to tell",
    zone: { "@ CAA": ["0 iodef mailto:security@florist.co.uk"] },
    check: caa,
    expected: ["absent"],
  },
];

/** The zone of the domain, with a start of authority so that it exists. */
function published(zone: Zone): Zone {
  const whole = (text: string): string =>
    text.replaceAll("@.", `${DOMAIN}.`).replaceAll(/(^|\.)@(?= |$)/g, `$1${DOMAIN}`);
  const records = Object.entries(zone).map(([key, data]) => [
    whole(key),
    key.endsWith(" MX") ? data.map((text) => whole(text)) : data,
  ]);
  return { [`${DOMAIN} SOA`]: [`ns.${DOMAIN}`], ...Object.fromEntries(records) };
}

describe("domains as their owners publish them, asked over real sockets", () => {
  it.each(CASES)("$check.id: $name", async ({ zone, site = DOMAIN, check, expected }) => {
    await using server = await startDnsServer({ zone: published(zone) });
    await using net = closing(testNet({ target: `https://${site}/` }));
    const target = parseTarget(site);
    const { hosts } = scopeOf(target, []);
    const client = createDnsClient({ servers: [server] });

    const dns = await probeDns({ net, client, resolver: server.label, domain: target.domain ?? "", hosts });

    const verdicts = check.evaluate({ dns }, check.settings.parse({}), { target, at: AT });
    const outcomes = verdicts.map((verdict) =>
      verdict.status === "pass"
        ? "pass"
        : verdict.status === "fail"
          ? verdict.code
          : `${verdict.status}: ${verdict.reason}`,
    );
    expect(dns.domain).toBe(DOMAIN);
    expect(outcomes).toEqual(expected);
  });
});
