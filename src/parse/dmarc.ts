import { sameRegistrableDomain } from "../core/domain.ts";
import { parseTagList } from "./tag-list.ts";

export type DmarcPolicy = "none" | "quarantine" | "reject";

export interface DmarcRecord {
  /** Null where the tag is missing or says something else: receivers then treat it as none, if at all (RFC 7489, 6.6.3). */
  readonly policy: DmarcPolicy | null;
  /** For sub-domains; the policy itself where the record says nothing. */
  readonly subdomains: DmarcPolicy | null;
  /** Percent of the mail that the policy is for, 0 to 100. */
  readonly percent: number;
  /** `t=y` of the successor of RFC 7489: the policy is not to be applied yet. */
  readonly testing: boolean;
  readonly alignment: { readonly dkim: "relaxed" | "strict"; readonly spf: "relaxed" | "strict" };
  /** Addresses of the aggregate reports, such as mailto:dmarc@bakery.test. */
  readonly reports: readonly string[];
}

/** Whether a TXT record is a DMARC record: its first tag is v=DMARC1. */
export function isDmarc(text: string): boolean {
  return /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text);
}

/** Reads a DMARC record; never throws. */
export function parseDmarc(text: string): DmarcRecord {
  const tags = parseTagList(text);
  const policy = policyOf(tags.get("p"));
  const percent = tags.get("pct") ?? "100";
  return {
    policy,
    subdomains: tags.has("sp") ? policyOf(tags.get("sp")) : policy,
    percent: /^\d{1,3}$/.test(percent) ? Math.min(100, Number(percent)) : 100,
    testing: tags.get("t")?.toLowerCase() === "y",
    alignment: { dkim: mode(tags.get("adkim")), spf: mode(tags.get("aspf")) },
    reports: (tags.get("rua") ?? "")
      .split(",")
      .map((uri) => uri.trim().replace(/!\d+[kmgt]?$/i, ""))
      .filter((uri) => /^mailto:[^\s@]+@[^\s@]+$/i.test(uri))
      .slice(0, 20),
  };
}

/** A domain that takes reports for another one, and the name under which it must say so (RFC 7489, 7.1). */
export interface ReportReceiver {
  readonly domain: string;
  readonly consent: string;
}

/** The receivers of a record's reports that are not of the domain's own family, at most ten. */
export function foreignReceivers(domain: string, record: DmarcRecord): readonly ReportReceiver[] {
  const domains = record.reports.map((uri) =>
    uri
      .slice(uri.lastIndexOf("@") + 1)
      .toLowerCase()
      .replace(/\.$/, ""),
  );
  return [...new Set(domains)]
    .filter((receiver) => !sameRegistrableDomain(receiver, domain))
    .slice(0, 10)
    .map((receiver) => ({ domain: receiver, consent: `${domain}._report._dmarc.${receiver}` }));
}

function policyOf(value: string | undefined): DmarcPolicy | null {
  const policy = value?.toLowerCase();
  return policy === "none" || policy === "quarantine" || policy === "reject" ? policy : null;
}

function mode(value: string | undefined): "relaxed" | "strict" {
  return value?.toLowerCase() === "s" ? "strict" : "relaxed";
}
