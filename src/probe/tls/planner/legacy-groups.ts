import { groupById } from "../../../data/tls/groups.ts";
import { legacyHello, LEGACY_GROUPS } from "../hellos.ts";
import { askAndLearn, type PlannerContext } from "./context.ts";
import { Elimination } from "./elimination.ts";
import { outcomeOf } from "./outcome.ts";

export interface LegacyGroupsResult {
  readonly groups: readonly number[];
  readonly complete: boolean;
  /** Groups that were only taken over from TLS 1.3. */
  readonly inferred: readonly number[];
  readonly reason: string | null;
}

/**
 * Elliptic groups of TLS 1.2 by elimination, with suites whose certificate does not tie the group: in TLS 1.2 supported_groups
 * also restricts the curve of an ECDSA certificate. Groups that TLS 1.3 has shown are taken over and only the rest is asked for.
 */
export async function enumerateLegacyGroups(
  context: PlannerContext,
  suites: readonly number[],
  fromTls13: readonly number[],
): Promise<LegacyGroupsResult> {
  const seen = context.knowledge.legacyGroups;
  const inferred = fromTls13.filter(
    (group) => groupById(group)?.kind === "ec" && LEGACY_GROUPS.includes(group) && !seen.includes(group),
  );
  const found: number[] = [];
  const elimination = new Elimination({
    version: "TLSv1.2",
    window: LEGACY_GROUPS.filter((group) => !seen.includes(group) && !inferred.includes(group)),
    rejections: context.rejections,
    ask: async (groups) => {
      const hello = legacyHello(context.base, "TLSv1.2", suites, { groups });
      const outcome = outcomeOf(hello, await askAndLearn(context, hello, "done"));
      if (outcome.kind !== "accepted") return outcome;
      const exchange = outcome.flight.keyExchange;
      const group = exchange?.kind === "ecdhe" ? exchange.group : null;
      if (group !== null && groups.includes(group)) return { ...outcome, suite: group };
      return { kind: "rejected", signature: "alert:40" };
    },
    onPick: (group) => found.push(group),
  });
  await elimination.run(Infinity);
  return {
    groups: [...new Set([...seen, ...found])],
    complete: elimination.complete,
    inferred,
    reason: elimination.reason,
  };
}
