import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { isPlatformDomain } from "../../src/core/domain.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { dnsData, dnsPresence } from "../../src/parse/dns-evidence.ts";
import { foreignReceivers, isDmarc, parseDmarc, type DmarcRecord } from "../../src/parse/dmarc.ts";
import { dmarcText } from "./dmarc.text.ts";

type Code = keyof (typeof dmarcText)["en"]["outcomes"];

export const dmarc = defineCheck({
  id: "mail/dmarc",
  needs: ["dns"],
  severity: {
    absent: "medium",
    "several-records": "medium",
    "no-policy": "medium",
    "none-unseen": "medium",
    "monitor-only": "low",
    partial: "low",
    "subdomains-open": "low",
    "no-reports": "info",
    "reports-refused": "low",
  },
  settings: z.strictObject({
    /** Whether p=none with reports is accepted: right for the first weeks, and no protection. */
    acceptMonitoring: z.boolean().default(false),
  }),
  references: { rfc: ["RFC 7489"], cwe: [290], rgpd: ["32"] },
  text: dmarcText,
  evaluate({ dns }, settings) {
    const { domain } = dns;
    if (isPlatformDomain(domain)) return [notApplicable("platform-domain")];
    const name = `_dmarc.${domain}`;
    const presence = dnsPresence(dns, name, "TXT");
    if (presence === "unknown") return [notAssessed("dns-failed", domain)];
    const records = dnsData(dns, name, "TXT").filter((text) => isDmarc(text));
    return [judge(dns, records, settings.acceptMonitoring)];
  },
});

function judge(dns: SectionValue<"dns">, records: readonly string[], acceptMonitoring: boolean): Verdict<Code> {
  const { domain } = dns;
  const [text] = records;
  const record = text === undefined ? null : parseDmarc(text);
  const refused = record === null ? [] : refusedReceivers(dns, record);
  const code =
    record === null
      ? "absent"
      : records.length > 1
        ? "several-records"
        : (faultOf(record, acceptMonitoring) ?? (refused.length > 0 ? "reports-refused" : null));
  const observed = { records: records.slice(0, 5).map((one) => one.slice(0, 500)) };
  if (code === null) return pass(domain, observed);
  const params = { domain, percent: record?.percent ?? 100, receivers: refused };
  if (code === "reports-refused") {
    const remedy: Remedy = { action: "review", topic: "dmarc-report-permission" };
    return fail({ code, subject: domain, params, observed, remedy });
  }
  const reports = record?.reports[0] ?? `mailto:dmarc@${domain}`;
  return fail({
    code,
    subject: domain,
    params,
    observed,
    remedy: [
      {
        action: "dns-record",
        name: `_dmarc.${domain}`,
        type: "TXT",
        value: `v=DMARC1; p=${record?.policy === "reject" ? "reject" : "quarantine"}; rua=${reports}`,
      },
      { action: "review", topic: "dmarc-step-by-step" },
    ],
  });
}

/** Foreign receivers that do not say that they take this domain's reports: senders then send them none (RFC 7489, 7.1). */
function refusedReceivers(dns: SectionValue<"dns">, record: DmarcRecord): readonly string[] {
  return foreignReceivers(dns.domain, record)
    .filter(({ consent }) => dnsPresence(dns, consent, "TXT") !== "unknown")
    .filter(({ consent }) => !dnsData(dns, consent, "TXT").some((text) => isDmarc(text)))
    .map((receiver) => receiver.domain);
}

function faultOf(record: DmarcRecord, acceptMonitoring: boolean): Code | null {
  if (record.policy === null) return "no-policy";
  if (record.policy === "none") {
    if (record.reports.length === 0) return "none-unseen";
    return acceptMonitoring ? null : "monitor-only";
  }
  if (record.percent < 100 || record.testing) return "partial";
  if (record.subdomains === "none") return "subdomains-open";
  return record.reports.length === 0 ? "no-reports" : null;
}
