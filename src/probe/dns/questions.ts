import { caaNames } from "../../parse/caa.ts";
import { foreignReceivers, isDmarc, parseDmarc } from "../../parse/dmarc.ts";
import type { DnsType } from "../../parse/dns-rdata.ts";
import type { SpfHost } from "../../parse/spf-walk.ts";

export type Question = readonly [name: string, type: DnsType];

/** What is asked of a domain and its hosts whatever the answers are. */
export function firstQuestions(domain: string, hosts: readonly string[]): readonly Question[] {
  const own = hosts.filter((host) => host === domain || host.endsWith(`.${domain}`));
  return [
    ...(["SOA", "NS", "MX", "TXT", "DS"] as const).map((type): Question => [domain, type]),
    [`_dmarc.${domain}`, "TXT"],
    [`_mta-sts.${domain}`, "TXT"],
    [`_smtp._tls.${domain}`, "TXT"],
    ...hosts.flatMap((host) => (["A", "AAAA", "HTTPS"] as const).map((type): Question => [host, type])),
    ...own.flatMap((host) => caaNames(host, domain)).map((name): Question => [name, "CAA"]),
    ...hosts.map((host): Question => [`_443._tcp.${host}`, "TLSA"]),
  ];
}

/** What is asked of each mail exchanger: where it is, and whether its key is published (DANE, RFC 7672). */
export function mailQuestions(exchangers: readonly string[]): readonly Question[] {
  return exchangers.flatMap((host): Question[] => [
    [host, "A"],
    [host, "AAAA"],
    [`_25._tcp.${host}`, "TLSA"],
  ]);
}

/** The mail exchangers of MX data, the preferred first, at most ten; a null MX (RFC 7505) gives none. */
export function exchangersOf(data: readonly string[]): readonly string[] {
  return data
    .map((text) => ({ preference: Number(text.split(" ")[0]), host: text.split(" ")[1] ?? "" }))
    .filter(({ host }) => host !== "" && host !== ".")
    .toSorted((one, other) => one.preference - other.preference || one.host.localeCompare(other.host))
    .map(({ host }) => host)
    .slice(0, 10);
}

/** What is asked of the names in an SPF record, to see which of them receivers look up in vain; at most twenty names. */
export function spfHostQuestions(hosts: readonly SpfHost[]): readonly Question[] {
  return hosts.slice(0, 20).flatMap(({ mechanism, name }): Question[] => {
    if (mechanism === "mx") return [[name, "MX"]];
    return mechanism === "exists"
      ? [[name, "A"]]
      : [
          [name, "A"],
          [name, "AAAA"],
        ];
  });
}

/** Whether the foreign receivers of DMARC reports say that they take them. */
export function reportQuestions(domain: string, records: readonly string[]): readonly Question[] {
  return records
    .filter((text) => isDmarc(text))
    .slice(0, 1)
    .flatMap((text) => foreignReceivers(domain, parseDmarc(text)))
    .map(({ consent }): Question => [consent, "TXT"]);
}
