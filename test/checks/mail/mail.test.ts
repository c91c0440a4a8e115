import { describe, expect, it } from "vitest";
import { dmarc } from "../../../checks/mail/dmarc.ts";
import { mtaSts } from "../../../checks/mail/mta-sts.ts";
import { spf } from "../../../checks/mail/spf.ts";
import { tlsRpt } from "../../../checks/mail/tls-rpt.ts";
import { startDnsServer } from "../../../src/demo/dns-server.ts";
import { HURRIED_ZONE, REPAIRED_ZONE } from "../../../src/demo/dns-zones.ts";
import { createDnsClient } from "../../../src/probe/dns/dns-client.ts";
import { probeDns } from "../../../src/probe/dns/probe-dns.ts";
import { dnsValue, type Answers } from "../../builders/dns-evidence.ts";
import { failuresOf, outcomesOf, verdictsOf } from "../../builders/judge.ts";
import { closing, testNet } from "../../servers/test-net.ts";

const MX: Answers = { "bakery.test MX": ["10 mx.bakery.test"] };
const many = (count: number): string =>
  Array.from({ length: count }, (_, at) => `exists:e${String(at)}.test`).join(" ");

describe("mail/spf", () => {
  const rows: readonly (readonly [string, Answers, string])[] = [
    ["v=spf1 mx -all", {}, "pass"],
    ["v=spf1 mx ~all", {}, "pass"],
    ["V=SPF1 MX -ALL", {}, "pass"],
    ["v=spf1 redirect=_spf.host.test", { "_spf.host.test TXT": ["v=spf1 ip4:192.0.2.1 -all"] }, "pass"],
    [`v=spf1 ${many(10)} -all`, {}, "pass"],
    ["v=spf1 include:%{i}.spf.test -all", {}, "pass"],
    [`v=spf1 ${many(11)} -all`, {}, "too-many-lookups"],
    ["v=spf1 include:a.test -all", { "a.test TXT": [`v=spf1 ${many(10)} -all`] }, "too-many-lookups"],
    ["v=spf1 include:bakery.test -all", {}, "loop"],
    [
      "v=spf1 include:a.test -all",
      { "a.test TXT": ["v=spf1 include:b.test"], "b.test TXT": ["v=spf1 include:a.test"] },
      "loop",
    ],
    ["v=spf1 include:gone.test -all", { "gone.test TXT": "no-name" }, "broken-include"],
    ["v=spf1 include:other.test -all", { "other.test TXT": ["google-site-verification=x"] }, "broken-include"],
    ["v=spf1 include:slow.test -all", { "slow.test TXT": "timeout" }, "not-assessed: dns-failed"],
    ["v=spf1 +all include:slow.test", { "slow.test TXT": "timeout" }, "allows-everyone"],
    ["v=spf1 include:open.test -all", { "open.test TXT": ["v=spf1 +all"] }, "allows-everyone"],
    ["v=spf1 ?include:open.test -all", { "open.test TXT": ["v=spf1 +all"] }, "undecided"],
    ["v=spf1 -include:open.test ~all", { "open.test TXT": ["v=spf1 +all"] }, "pass"],
    ["v=spf1 include:soft.test -all", { "soft.test TXT": ["v=spf1 ip4:192.0.2.1 ~all"] }, "pass"],
    ["v=spf1 ip4:0.0.0.0/0 -all", {}, "allows-everyone"],
    ["v=spf1 ip6:::/0 -all", {}, "allows-everyone"],
    ["v=spf1 -ip4:0.0.0.0/0 ip6:2001:db8::/32 -all", {}, "pass"],
    ["v=spf1 redirect=open.test", { "open.test TXT": ["v=spf1 all"] }, "allows-everyone"],
    [
      "v=spf1 a a:gone.test a:lost.test/24 -all",
      {
        "gone.test A": "no-name",
        "gone.test AAAA": "no-name",
        "lost.test A": "no-data",
        "lost.test AAAA": "no-data",
        "bakery.test A": ["192.0.2.1"],
      },
      "pass",
    ],
    [
      "v=spf1 a mx:gone.test exists:lost.test -all",
      { "gone.test MX": "no-name", "lost.test A": "no-name" },
      "void-lookups",
    ],
    ["v=spf1 a mx:gone.test exists:lost.test -all", { "gone.test MX": "timeout", "lost.test A": "no-name" }, "pass"],
    ["v=spf1 exists:%{i}.a.test exists:%{i}.b.test exists:%{i}.c.test -all", {}, "pass"],
    ["v=spf1 redirect=a.test redirect=b.test", { "a.test TXT": ["v=spf1 -all"] }, "syntax"],
    ["v=spf1 exp=a.test exp=b.test -all", {}, "syntax"],
    ["v=spf1 tracking=a tracking=b -all", {}, "pass"],
    ["v=spf1 ip4:192.0.2.0/33 -all", {}, "syntax"],
    ["v=spf1 ip4:192.0.2.999 -all", {}, "syntax"],
    ["v=spf1 ip6:192.0.2.1 -all", {}, "syntax"],
    ["v=spf1 mx, include:a.test -all", { "a.test TXT": ["v=spf1 -all"] }, "syntax"],
    ["v=spf1 ip4:bakery.test -all", {}, "syntax"],
    ["v=spf1 +all", {}, "allows-everyone"],
    ["v=spf1 mx all", {}, "allows-everyone"],
    ["v=spf1 mx ?all", {}, "undecided"],
    ["v=spf1 mx", {}, "undecided"],
    ["v=spf1", {}, "undecided"],
    ["v=spf10 mx -all", {}, "absent"],
  ];

  it.each(rows)("%s", (record, more, outcome) => {
    const dns = dnsValue({ "bakery.test TXT": [record, "google-site-verification=abc"], ...more });

    expect(outcomesOf(spf, { dns })).toEqual([outcome]);
  });

  it.each([
    ["no record", { "bakery.test TXT": "no-data" }, "absent"],
    ["two records", { "bakery.test TXT": ["v=spf1 -all", "v=spf1 mx -all"] }, "several-records"],
    ["a resolver that drops the question", { "bakery.test TXT": "timeout" }, "not-assessed: dns-failed"],
    ["a failing name server", { "bakery.test TXT": "server-failure" }, "not-assessed: dns-failed"],
  ] as const)("%s", (_name, answers, outcome) => {
    expect(outcomesOf(spf, { dns: dnsValue(answers) })).toEqual([outcome]);
  });

  it("proves no absence by a resolver that lies, and asks nothing of a platform's own domain", () => {
    expect(outcomesOf(spf, { dns: dnsValue({}, { resolverHonest: false }) })).toEqual(["not-assessed: dns-failed"]);
    expect(outcomesOf(spf, { dns: dnsValue({}, { domain: "bakery.myshopify.com" }) })).toEqual([
      "not-applicable: platform-domain",
    ]);
  });

  it("names the services that may send, and tells a domain without mail to refuse all", () => {
    const senders = verdictsOf(spf, {
      dns: dnsValue({
        "bakery.test TXT": ["v=spf1 include:spf.brevo.com include:mail.own.test -all"],
        "spf.brevo.com TXT": ["v=spf1 ip4:192.0.2.0/24 -all"],
        "mail.own.test TXT": ["v=spf1 ip4:192.0.2.9 -all"],
      }),
    });
    const [silent] = failuresOf(spf, { dns: dnsValue() });

    expect(senders).toMatchObject([{ status: "pass", observed: { senders: ["Brevo", "mail.own.test"] } }]);
    expect(silent?.remedy).toMatchObject([{ action: "dns-record", value: "v=spf1 -all" }]);
  });

  it.each([
    ["v=spf1 mx ?all", "v=spf1 mx ~all"],
    ["v=spf1 +all", "v=spf1 ~all"],
    ["v=spf1 mx", "v=spf1 mx ~all"],
    ["v=spf1  mx +all redirect=other.test", "v=spf1 mx ~all"],
    ["v=spf1 mx ip4:0.0.0.0/0 -all", "v=spf1 mx ~all"],
  ])("repairs %s", (record, repaired) => {
    const [failure] = failuresOf(spf, { dns: dnsValue({ "bakery.test TXT": [record] }) });

    expect(failure?.remedy).toMatchObject([{ value: repaired }]);
    expect(outcomesOf(spf, { dns: dnsValue({ "bakery.test TXT": [repaired] }) })).toEqual(["pass"]);
  });
});

describe("mail/dmarc", () => {
  it.each([
    [["v=DMARC1; p=reject; rua=mailto:a@b.test"], "pass"],
    [["v=DMARC1;p=quarantine;rua=mailto:a@b.test!10m,mailto:c@d.test"], "pass"],
    [["v=DMARC1; p=reject; sp=quarantine; rua=mailto:a@b.test", "v=spf1 -all"], "pass"],
    [["v=DMARC1; p=none; rua=mailto:a@b.test"], "monitor-only"],
    [["v=DMARC1; p=none"], "none-unseen"],
    [["v=DMARC1; p=none; rua=a@b.test"], "none-unseen"],
    [["v=DMARC1; rua=mailto:a@b.test"], "no-policy"],
    [["v=DMARC1; p=block; rua=mailto:a@b.test"], "no-policy"],
    [["v=DMARC1; p=reject; pct=20; rua=mailto:a@b.test"], "partial"],
    [["v=DMARC1; p=reject; t=y; rua=mailto:a@b.test"], "partial"],
    [["v=DMARC1; p=reject; sp=none; rua=mailto:a@b.test"], "subdomains-open"],
    [["v=DMARC1; p=reject; pct=0; rua=mailto:a@bakery.test"], "partial"],
    [["v=DMARC1; p=reject"], "no-reports"],
    [["v=DMARC1; p=reject", "v=DMARC1; p=none"], "several-records"],
    [["v=DMARC2; p=reject"], "absent"],
    [["v=spf1 -all"], "absent"],
    ["no-name", "absent"],
    ["timeout", "not-assessed: dns-failed"],
  ] as const)("%j", (answer, outcome) => {
    expect(outcomesOf(dmarc, { dns: dnsValue({ "_dmarc.bakery.test TXT": answer }) })).toEqual([outcome]);
  });

  it.each([
    ["consent", { "bakery.test._report._dmarc.reports.example TXT": ["v=DMARC1"] }, "pass"],
    [
      "consent with an address of its own",
      { "bakery.test._report._dmarc.reports.example TXT": ["v=DMARC1; rua=mailto:x@reports.example"] },
      "pass",
    ],
    ["no consent", { "bakery.test._report._dmarc.reports.example TXT": "no-name" }, "reports-refused"],
    ["another record there", { "bakery.test._report._dmarc.reports.example TXT": ["v=spf1 -all"] }, "reports-refused"],
    ["a resolver that could not say", { "bakery.test._report._dmarc.reports.example TXT": "timeout" }, "pass"],
    ["a question that was not asked", {}, "pass"],
  ] as const)("a foreign receiver of reports: %s", (_name, answers, outcome) => {
    const record = "v=DMARC1; p=reject; rua=mailto:dmarc@mail.bakery.test,mailto:b@reports.example";

    expect(outcomesOf(dmarc, { dns: dnsValue({ "_dmarc.bakery.test TXT": [record], ...answers }) })).toEqual([outcome]);
  });

  it("accepts watching where the profile does", () => {
    const dns = dnsValue({ "_dmarc.bakery.test TXT": ["v=DMARC1; p=none; rua=mailto:a@b.test"] });

    expect(outcomesOf(dmarc, { dns }, { acceptMonitoring: true })).toEqual(["pass"]);
  });
});

describe("mail/mta-sts", () => {
  const file = (text: string, more: object = {}) => ({
    mtaSts: {
      url: "https://mta-sts.bakery.test/",
      status: 200,
      contentType: "text/plain",
      certificateError: null,
      error: null,
      text,
      ...more,
    },
  });
  const policy = (mode: string, mx = "mx.bakery.test", age = 604_800): string =>
    `version: STSv1\r\nmode: ${mode}\r\nmx: ${mx}\r\nmax_age: ${String(age)}\r\n`;

  it.each([
    ["an enforced policy", MX, file(policy("enforce")), "pass"],
    ["a wildcard", MX, file(policy("enforce", "*.bakery.test")), "pass"],
    ["a policy in testing", MX, file(policy("testing")), "not-enforced"],
    ["mode none", MX, file(policy("none", "")), "not-enforced"],
    ["another exchanger", MX, file(policy("enforce", "mx.florist.test")), "exchanger-missing"],
    ["a day", MX, file(policy("enforce", "mx.bakery.test", 86_400)), "short"],
    ["an HTML page", MX, file("<!doctype html>"), "invalid"],
    ["no age", MX, file("version: STSv1\nmode: enforce\nmx: mx.bakery.test"), "invalid"],
    ["a missing file", MX, file("", { status: 404 }), "unreachable"],
    ["a bad certificate", MX, file(policy("enforce"), { certificateError: "expired" }), "unreachable"],
    ["no host", MX, file("", { status: null, error: "dns-not-found" }), "unreachable"],
    ["a spent budget", MX, file("", { status: null, error: "budget" }), "not-assessed: budget"],
    ["nothing announced", MX, {}, "absent"],
    [
      "two announcements",
      { ...MX, "_mta-sts.bakery.test TXT": ["v=STSv1; id=1;", "v=STSv1; id=2;"] },
      {},
      "unreadable",
    ],
    ["an announcement without an id", { ...MX, "_mta-sts.bakery.test TXT": ["v=STSv1;"] }, {}, "unreadable"],
    ["a wildcard's text there", { ...MX, "_mta-sts.bakery.test TXT": ["v=spf1 -all"] }, {}, "absent"],
    ["no mail", {}, {}, "not-applicable: no-mail"],
    ["the null MX", { "bakery.test MX": ["0 ."] }, {}, "not-applicable: no-mail"],
    ["an unknown MX", { "bakery.test MX": "timeout" }, {}, "not-assessed: dns-failed"],
    ["DANE", { ...MX, "_25._tcp.mx.bakery.test TLSA": ["3 1 1 ab"] }, { dnssec: "validated" }, "pass"],
    ["DANE without signatures", { ...MX, "_25._tcp.mx.bakery.test TLSA": ["3 1 1 ab"] }, {}, "absent"],
  ] as const)("%s", (_name, answers, more, outcome) => {
    expect(outcomesOf(mtaSts, { dns: dnsValue(answers, more) })).toEqual([outcome]);
  });
});

describe("mail/tls-rpt", () => {
  it.each([
    [MX, "absent"],
    [{ ...MX, "_smtp._tls.bakery.test TXT": ["v=TLSRPTv1; rua=mailto:tls@bakery.test"] }, "pass"],
    [{ ...MX, "_smtp._tls.bakery.test TXT": ["v=TLSRPTv1; rua=tls@bakery.test"] }, "malformed"],
    [{ ...MX, "_smtp._tls.bakery.test TXT": "timeout" }, "not-assessed: dns-failed"],
    [{}, "not-applicable: no-mail"],
  ] as const)("%j", (answers, outcome) => {
    expect(outcomesOf(tlsRpt, { dns: dnsValue(answers) })).toEqual([outcome]);
  });
});

describe("the mail of the demo shop, asked over real sockets", () => {
  it.each([
    ["hurried", HURRIED_ZONE, ["undecided", "none-unseen", "absent", "absent"]],
    ["repaired", REPAIRED_ZONE, ["pass", "pass", "absent", "pass"]],
  ] as const)("%s", async (_name, zone, expected) => {
    await using server = await startDnsServer({ zone });
    await using net = closing(testNet());
    const client = createDnsClient({ servers: [server] });

    const dns = await probeDns({ net, client, resolver: server.label, domain: "bakery.test", hosts: ["bakery.test"] });

    expect([spf, dmarc, mtaSts, tlsRpt].flatMap((check) => outcomesOf(check, { dns }))).toEqual(expected);
  });
});
