import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { caaDomains } from "../../src/data/caa-issuers.ts";
import { caaNames, parseCaa, type CaaProperty } from "../../src/parse/caa.ts";
import { dnsData, dnsPresence } from "../../src/parse/dns-evidence.ts";
import { caaText } from "./caa.text.ts";

type Code = "absent" | "excludes-issuer";

/** CAA records (RFC 8659): which authorities may issue for the domain. The nearest name that has any decides. */
export const caa = defineCheck({
  id: "certificate/caa",
  needs: ["dns"],
  uses: ["tls"],
  severity: { absent: "low", "excludes-issuer": "low" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 8659"], cwe: [295], rgpd: ["32"], anssi: ["SDE-NT-35 § 3.1"] },
  text: caaText,
  evaluate({ dns, tls }, _settings, { target }): readonly Verdict<Code>[] {
    if (target.domain === null) return [notApplicable("ip-target")];
    const names = caaNames(target.host, target.domain);
    const holder = names.find((name) => dnsPresence(dns, name, "CAA") !== "absent");
    if (holder !== undefined && dnsPresence(dns, holder, "CAA") === "unknown") {
      return [notAssessed("dns-failed", target.domain)];
    }
    const records = holder === undefined ? [] : dnsData(dns, holder, "CAA");
    const properties = records.flatMap((data) => parseCaa(data) ?? []);
    const observed = { name: holder ?? target.domain, records: records.slice(0, 20) };
    // Records that only say whom to notify hold no authority back (RFC 8659, 4.2).
    if (!properties.some(({ tag }) => tag === "issue" || tag === "issuewild")) {
      return [
        fail({
          code: "absent",
          subject: target.domain,
          params: { domain: target.domain, issuer: "", allowed: [] },
          observed,
          remedy: {
            action: "dns-record",
            name: target.domain,
            type: "CAA",
            value: `0 issue "${currentIssuer(tls, target.host)?.domains[0] ?? "letsencrypt.org"}"`,
          },
        }),
      ];
    }
    const current = currentIssuer(tls, target.host);
    const issuers = issuersFor(properties, current?.wildcard === true);
    const excluded = current !== null && issuers.length > 0 && !current.domains.some((one) => issuers.includes(one));
    if (!excluded) return [pass(target.domain, observed)];
    return [
      fail({
        code: "excludes-issuer",
        subject: target.domain,
        params: { domain: target.domain, issuer: current.organisation, allowed: issuers.slice(0, 10) },
        observed,
        confidence: "medium",
        remedy: {
          action: "dns-record",
          name: holder ?? target.domain,
          type: "CAA",
          value: `0 ${decidingTag(properties, current.wildcard)} "${current.domains[0] ?? ""}"`,
        },
      }),
    ];
  },
});

/** Who may issue: for a wildcard certificate issuewild decides where there is one, else issue (RFC 8659, 4.3). */
function issuersFor(properties: readonly CaaProperty[], wildcard: boolean): readonly string[] {
  const decides = decidingTag(properties, wildcard);
  return properties.filter(({ tag }) => tag === decides).map(({ issuer }) => issuer);
}

function decidingTag(properties: readonly CaaProperty[], wildcard: boolean): "issue" | "issuewild" {
  return wildcard && properties.some(({ tag }) => tag === "issuewild") ? "issuewild" : "issue";
}

/** The authority of the certificate in use, where the table knows how it calls itself in CAA records. */
function currentIssuer(
  tls: SectionValue<"tls"> | undefined,
  host: string,
): { readonly organisation: string; readonly domains: readonly string[]; readonly wildcard: boolean } | null {
  const seen = tls?.endpoints.find((endpoint) => endpoint.host === host && endpoint.certificates.length > 0);
  const certificate = seen?.certificates[0];
  if (certificate?.publiclyTrusted !== true) return null;
  // RFC 4514 text escapes what is inside a value with a backslash.
  const organisation = /(?:^|,)O=((?:\\.|[^,\\])*)/.exec(certificate.issuer)?.[1]?.replaceAll(/\\(.)/g, "$1");
  const domains = organisation === undefined ? null : caaDomains(organisation);
  if (organisation === undefined || domains === null) return null;
  const wildcard =
    !certificate.subjectAltNames.includes(host) && certificate.subjectAltNames.some((name) => name.startsWith("*."));
  return { organisation, domains, wildcard };
}
