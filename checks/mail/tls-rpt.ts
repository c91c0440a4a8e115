import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { isPlatformDomain } from "../../src/core/domain.ts";
import { fail, notApplicable, notAssessed, pass } from "../../src/core/verdict.ts";
import { dnsData, dnsPresence, takesMail } from "../../src/parse/dns-evidence.ts";
import { isTlsReporting } from "../../src/parse/mta-sts.ts";
import { tlsRptText } from "./tls-rpt.text.ts";

export const tlsRpt = defineCheck({
  id: "mail/tls-rpt",
  needs: ["dns"],
  severity: { absent: "info", malformed: "low" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 8460"], rgpd: ["32"] },
  text: tlsRptText,
  evaluate({ dns }) {
    const { domain } = dns;
    if (isPlatformDomain(domain)) return [notApplicable("platform-domain")];
    const mail = takesMail(dns);
    if (mail !== "yes") return [mail === "no" ? notApplicable("no-mail") : notAssessed("dns-failed", domain)];
    const name = `_smtp._tls.${domain}`;
    if (dnsPresence(dns, name, "TXT") === "unknown") return [notAssessed("dns-failed", domain)];
    const records = dnsData(dns, name, "TXT").filter((text) => /^v=TLSRPTv1\b/.test(text));
    const valid = records.filter((text) => isTlsReporting(text));
    if (valid.length === 1 && records.length === 1) return [pass(domain)];
    const code = records.length === 0 ? ("absent" as const) : ("malformed" as const);
    return [
      fail({
        code,
        subject: domain,
        params: { domain },
        observed: { records: records.slice(0, 5).map((text) => text.slice(0, 300)) },
        remedy: { action: "dns-record", name, type: "TXT", value: `v=TLSRPTv1; rua=mailto:tls-reports@${domain}` },
      }),
    ];
  },
});
