import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { isPlatformDomain } from "../../src/core/domain.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { caaIdentitiesOf } from "../../src/data/caa-issuers.ts";
import { caaNames, parseCaa, type CaaProperty } from "../../src/parse/caa.ts";
import { dnsData, dnsPresence } from "../../src/parse/dns-evidence.ts";
import { caaText } from "./caa.text.ts";

type Code = keyof (typeof caaText)["en"]["outcomes"];

export const caa = defineCheck({
  id: "dns/caa",
  needs: ["dns"],
  uses: ["tls"],
  severity: { absent: "low", "issuer-not-named": "medium" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 8659"], cwe: [295], rgpd: ["32"] },
  text: caaText,
  evaluate({ dns, tls }, _settings, { target }) {
    const { domain } = dns;
    if (isPlatformDomain(domain)) return [notApplicable("platform-domain")];
    return [judge(dns, target.host, issuerSeen(tls, target.host))];
  },
});

function judge(dns: SectionValue<"dns">, host: string, issuer: string | null): Verdict<Code> {
  // The first name with records decides; one above it that nobody could answer for leaves the question open.
  for (const name of caaNames(host, dns.domain)) {
    const presence = dnsPresence(dns, name, "CAA");
    if (presence === "unknown") return notAssessed("dns-failed", dns.domain);
    if (presence === "absent") continue;
    const properties = dnsData(dns, name, "CAA").flatMap((data) => parseCaa(data) ?? []);
    return compare(name, properties, issuer);
  }
  const identity = issuer === null ? undefined : caaIdentitiesOf(issuer)?.[0];
  return fail({
    code: "absent",
    subject: dns.domain,
    params: { domain: dns.domain, issuer: issuer ?? "" },
    observed: { issuer },
    remedy:
      identity === undefined
        ? { action: "review", topic: "caa-name-your-issuer" }
        : { action: "dns-record", name: dns.domain, type: "CAA", value: `0 issue "${identity}"` },
  });
}

function compare(name: string, properties: readonly CaaProperty[], issuer: string | null): Verdict<Code> {
  const named = properties.filter(({ tag }) => tag === "issue").map((property) => property.issuer);
  const observed = {
    records: properties.slice(0, 20).map(({ tag, value }) => `${tag} ${value}`.slice(0, 200)),
    issuer,
  };
  const identities = issuer === null ? null : caaIdentitiesOf(issuer);
  // Without an issue property nothing is restricted; an issuer that the table does not know cannot be compared.
  const refused = named.length > 0 && identities !== null && !identities.some((identity) => named.includes(identity));
  if (!refused || issuer === null) return pass(name, observed);
  return fail({
    code: "issuer-not-named",
    subject: name,
    params: { domain: name, issuer },
    observed,
    confidence: "medium",
    remedy: { action: "dns-record", name, type: "CAA", value: `0 issue "${identities[0] ?? ""}"` },
  });
}

/** The issuer of the certificate that the target shows; null where none was seen or it is self-made. */
function issuerSeen(tls: SectionValue<"tls"> | undefined, host: string): string | null {
  const endpoint = tls?.endpoints.find((one) => one.host === host && one.certificates.length > 0);
  const certificate = endpoint?.certificates[0];
  return certificate === undefined || !certificate.trust.trusted ? null : certificate.issuer;
}
