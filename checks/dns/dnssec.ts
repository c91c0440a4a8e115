import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { isPlatformDomain } from "../../src/core/domain.ts";
import { fail, notApplicable, notAssessed, pass } from "../../src/core/verdict.ts";
import { dnssecText } from "./dnssec.text.ts";

export const dnssec = defineCheck({
  id: "dns/dnssec",
  needs: ["dns"],
  severity: { broken: "high", unsigned: "info" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 4033", "RFC 9364"], cwe: [345], rgpd: ["32"] },
  text: dnssecText,
  evaluate({ dns }) {
    const { domain } = dns;
    if (isPlatformDomain(domain)) return [notApplicable("platform-domain")];
    if (dns.dnssec === "unknown") return [notAssessed("dns-failed", domain)];
    if (dns.dnssec === "bogus") {
      const remedy = { action: "ask-host", topic: "dnssec-repair" } as const;
      return [fail({ code: "broken", subject: domain, params: { domain }, confidence: "medium", remedy })];
    }
    // "signed" is the parent's word; whether the signatures hold is only known where the resolver validates.
    if (dns.dnssec !== "unsigned") return [pass(domain, { dnssec: dns.dnssec })];
    const remedy = { action: "ask-host", topic: "dnssec-switch-on" } as const;
    return [fail({ code: "unsigned", subject: domain, params: { domain }, remedy })];
  },
});
