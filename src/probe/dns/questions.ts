import type { DnsType } from "../../parse/dns-rdata.ts";
import { caaNames } from "../../parse/caa.ts";

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
