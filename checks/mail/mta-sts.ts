import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { isPlatformDomain } from "../../src/core/domain.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { dnsData, dnsPresence, mailExchangers, takesMail } from "../../src/parse/dns-evidence.ts";
import { mxMatches, parseMtaSts } from "../../src/parse/mta-sts.ts";
import { mtaStsText } from "./mta-sts.text.ts";

type Code = keyof (typeof mtaStsText)["en"]["outcomes"];

/** Seconds; RFC 8461, 3.2 speaks of weeks or more, and receivers that see a day or less protect nobody for long. */
const SHORTEST = 86_400;

export const mtaSts = defineCheck({
  id: "mail/mta-sts",
  needs: ["dns"],
  severity: {
    absent: "info",
    unreadable: "medium",
    unreachable: "medium",
    invalid: "medium",
    "exchanger-missing": "medium",
    "not-enforced": "info",
    short: "low",
  },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 8461", "RFC 7672"], cwe: [319], rgpd: ["32"] },
  text: mtaStsText,
  evaluate({ dns }) {
    const { domain } = dns;
    if (isPlatformDomain(domain)) return [notApplicable("platform-domain")];
    const mail = takesMail(dns);
    if (mail !== "yes") return [mail === "no" ? notApplicable("no-mail") : notAssessed("dns-failed", domain)];
    if (dns.mtaSts !== null) return [judge(dns, dns.mtaSts)];
    const dane = mailExchangers(dns).every((host) => dnsPresence(dns, `_25._tcp.${host}`, "TLSA") === "present");
    // Keys published in a signed zone do the same without a policy file (RFC 7672).
    if (dane && dns.dnssec === "validated") return [pass(domain, { dane: true })];
    const name = `_mta-sts.${domain}`;
    if (dnsPresence(dns, name, "TXT") === "unknown") return [notAssessed("dns-failed", domain)];
    const begun = dnsData(dns, name, "TXT").filter((text) => text.startsWith("v=STSv1"));
    if (begun.length > 0) {
      const observed = { records: begun.slice(0, 5).map((text) => text.slice(0, 300)) };
      return [
        fail({ code: "unreadable", subject: domain, params: { domain, missing: [] }, observed, remedy: PUBLISH }),
      ];
    }
    return [fail({ code: "absent", subject: domain, params: { domain, missing: [] }, remedy: PUBLISH })];
  },
});

const PUBLISH: Remedy = { action: "review", topic: "mta-sts-publish" };

function judge(dns: SectionValue<"dns">, file: NonNullable<SectionValue<"dns">["mtaSts"]>): Verdict<Code> {
  const { domain } = dns;
  const policy = parseMtaSts(file.text);
  const observed = { url: file.url, status: file.status, policy: file.text.slice(0, 500), error: file.error };
  const missing = policy === null ? [] : mailExchangers(dns).filter((host) => !mxMatches(host, policy.mx));
  const fault = (code: Code): Verdict<Code> =>
    fail({ code, subject: domain, params: { domain, missing }, observed, remedy: PUBLISH });

  // A scan that was stopped or blocked says nothing about the file.
  if (file.error !== null && ["budget", "blocked", "proxy-failed", "dry-run"].includes(file.error)) {
    return notAssessed(file.error, domain);
  }
  // Senders must not use a policy that comes with a bad certificate or a redirect (RFC 8461, 3.3).
  if (file.status !== 200 || file.certificateError !== null) return fault("unreachable");
  if (policy === null || policy.mode === null || policy.maxAge === null) return fault("invalid");
  if (policy.mode === "none") return fault("not-enforced");
  if (missing.length > 0) return fault("exchanger-missing");
  if (policy.mode === "testing") return fault("not-enforced");
  return policy.maxAge <= SHORTEST ? fault("short") : pass(domain, observed);
}
