import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { notApplicable, notAssessed, type Verdict } from "../../src/core/verdict.ts";

export type Host = SectionValue<"hosts">["hosts"][number];
export type Port = Host["ports"][number];

/** The hosts whose ports mean something, and why nothing is said of the others. */
export function assessableHosts(hosts: SectionValue<"hosts">): {
  readonly clear: readonly Host[];
  readonly others: readonly Verdict<never>[];
} {
  const judged = hosts.hosts.map((host) => ({ host, other: unseen(host) }));
  return {
    clear: judged.flatMap(({ host, other }) => (other === null ? [host] : [])),
    others: judged.flatMap(({ other }) => other ?? []),
  };
}

/** What is said where a kind of service was found nowhere: that there is none, unless no host could be seen at all. */
export function foundNone(hosts: SectionValue<"hosts">, reason: string): readonly Verdict<never>[] {
  const { clear, others } = assessableHosts(hosts);
  const unknown = others.filter(({ status }) => status === "not-assessed");
  return clear.length === 0 && unknown.length > 0 ? unknown : [notApplicable(reason)];
}

function unseen({ host, purpose, sharedFront, acceptsEverything, error, ports }: Host): Verdict<never> | null {
  // What else listens at a CDN's address is the CDN's.
  if (sharedFront !== null) return notApplicable("shared-front", host);
  if (error !== undefined) return notAssessed(error.code, host);
  if (acceptsEverything === true) return notAssessed("accepts-everything", host);
  // Not one port of a shop that refuses or answers: we were shut out, or look from a place that the firewall does not know.
  const silent = purpose !== "mail" && ports.length > 0 && ports.every(({ state }) => state === "filtered");
  return silent ? notAssessed("no-answer", host) : null;
}
