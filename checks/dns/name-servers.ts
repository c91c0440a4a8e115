import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { isPlatformDomain } from "../../src/core/domain.ts";
import { fail, notApplicable, notAssessed, pass } from "../../src/core/verdict.ts";
import { dnsData, dnsPresence } from "../../src/parse/dns-evidence.ts";
import { nameServersText } from "./name-servers.text.ts";

export const nameServers = defineCheck({
  id: "dns/name-servers",
  needs: ["dns"],
  severity: { single: "low" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 2182"], rgpd: ["32"] },
  text: nameServersText,
  evaluate({ dns }) {
    const { domain } = dns;
    if (isPlatformDomain(domain)) return [notApplicable("platform-domain")];
    const presence = dnsPresence(dns, domain, "NS");
    const servers = dnsData(dns, domain, "NS").slice(0, 20);
    // A domain that is answered for has name servers: an answer without any is a resolver's or a forwarder's omission.
    if (presence !== "present" || servers.length === 0) return [notAssessed("no-answer", domain)];
    if (servers.length > 1) return [pass(domain, { servers })];
    const remedy = { action: "ask-host", topic: "dns-second-server" } as const;
    return [fail({ code: "single", subject: domain, params: { domain }, observed: { servers }, remedy })];
  },
});
