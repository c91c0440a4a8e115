import type { SectionValue } from "../core/evidence/evidence.ts";
import type { TxtAnswer } from "./spf-walk.ts";

/** The data of the records of a name, through its CNAMEs; empty where there are none or nobody could say. */
export function dnsData(dns: SectionValue<"dns">, name: string, type: string): readonly string[] {
  const lookup = dns.lookups.find((one) => one.name === name && one.type === type);
  const owner = lookup?.via.at(-1) ?? name;
  return dns.records.filter((record) => record.name === owner && record.type === type).map(({ data }) => data);
}

/**
 * Whether the records of a name are known: `present`, `absent` (the resolver says so, and it does not lie about names that
 * cannot exist), or `unknown`.
 */
export function dnsPresence(dns: SectionValue<"dns">, name: string, type: string): "present" | "absent" | "unknown" {
  const lookup = dns.lookups.find((one) => one.name === name && one.type === type);
  if (lookup?.status === "answer") return "present";
  const absent = lookup?.status === "no-data" || lookup?.status === "no-name";
  return absent && dns.resolverHonest !== false ? "absent" : "unknown";
}

/** TXT records as the SPF walk asks for them. */
export function txtFrom(dns: SectionValue<"dns">): (name: string) => TxtAnswer {
  return (name) => {
    const presence = dnsPresence(dns, name, "TXT");
    if (presence === "present") return dnsData(dns, name, "TXT");
    return presence === "absent" ? "none" : "unknown";
  };
}

/** Whether a domain takes mail: `no` without MX or with the null MX (RFC 7505); `unknown` where nobody could say. */
export function takesMail(dns: SectionValue<"dns">): "yes" | "no" | "unknown" {
  const presence = dnsPresence(dns, dns.domain, "MX");
  if (presence !== "present") return presence === "absent" ? "no" : "unknown";
  return mailExchangers(dns).length > 0 ? "yes" : "no";
}

/** The mail exchangers of the domain in order of preference. */
export function mailExchangers(dns: SectionValue<"dns">): readonly string[] {
  return dnsData(dns, dns.domain, "MX")
    .map((data) => ({ preference: Number(data.split(" ")[0]), host: data.split(" ")[1] ?? "." }))
    .filter(({ host }) => host !== "." && host !== "")
    .toSorted((one, other) => one.preference - other.preference || (one.host < other.host ? -1 : 1))
    .map(({ host }) => host);
}
