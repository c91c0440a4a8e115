import { legacyHello, type LegacyVersion } from "../hellos.ts";
import { askAndLearn, type PlannerContext } from "./context.ts";
import { outcomeOf } from "./outcome.ts";

/**
 * Whether the server refuses a client that fell back below what both speak (RFC 7507): a hello at the second-highest version with
 * TLS_FALLBACK_SCSV must bring inappropriate_fallback. Null where the answer says neither.
 */
export async function askFallback(
  context: PlannerContext,
  version: LegacyVersion,
  suites: readonly number[],
): Promise<boolean | null> {
  const hello = legacyHello(context.base, version, suites, { fallback: true });
  const outcome = outcomeOf(hello, await askAndLearn(context, hello, "hello"));
  if (outcome.kind === "rejected") return outcome.signature === "alert:86" ? true : null;
  return outcome.kind === "accepted" ? false : null;
}
