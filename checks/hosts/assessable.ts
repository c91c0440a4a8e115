import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { notApplicable, notAssessed, type Verdict } from "../../src/core/verdict.ts";

export type Host = SectionValue<"hosts">["hosts"][number];
export type Port = Host["ports"][number];

/** The hosts whose open ports mean something, and why nothing is said of the others. */
export function assessableHosts(hosts: SectionValue<"hosts">): {
  readonly clear: readonly Host[];
  readonly others: readonly Verdict<never>[];
} {
  const clear = hosts.hosts.filter((host) => host.sharedFront === null && host.acceptsEverything !== true);
  const others = hosts.hosts.flatMap((host): Verdict<never>[] => {
    // What else listens at a CDN's address is the CDN's.
    if (host.sharedFront !== null) return [notApplicable("shared-front", host.host)];
    return host.acceptsEverything === true ? [notAssessed("accepts-everything", host.host)] : [];
  });
  return { clear, others };
}
