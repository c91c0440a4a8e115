import { SIGNATURE_SCHEMES } from "../../../data/tls/signature-schemes.ts";
import { suiteById } from "../../../data/tls/cipher-suites.ts";
import { legacyHello } from "../hellos.ts";
import { askAndLearn, type PlannerContext } from "./context.ts";
import { outcomeOf } from "./outcome.ts";

const WEAK: readonly number[] = SIGNATURE_SCHEMES.filter((scheme) => scheme.weakHash).map((scheme) => scheme.id);

/** Suites whose key exchange the server signs. */
export function signedSuites(suites: readonly number[]): readonly number[] {
  return suites.filter((id) => {
    const suite = suiteById(id);
    return (
      suite !== undefined &&
      (suite.keyExchange === "ECDHE" || suite.keyExchange === "DHE") &&
      suite.authentication !== "anon"
    );
  });
}

/**
 * Whether the server signs its TLS 1.2 key exchange with SHA-1 or MD5 for a client that offers nothing better (RFC 9155). Null
 * where it was not told. The scheme itself goes into the knowledge.
 */
export async function askWeakSignatures(context: PlannerContext, suites: readonly number[]): Promise<boolean | null> {
  const hello = legacyHello(context.base, "TLSv1.2", suites, { signatureSchemes: WEAK });
  const outcome = outcomeOf(hello, await askAndLearn(context, hello, "done"));
  if (outcome.kind === "rejected") return false;
  if (outcome.kind !== "accepted") return null;
  const exchange = outcome.flight.keyExchange;
  if (exchange === null || (exchange.kind !== "ecdhe" && exchange.kind !== "dhe")) return null;
  // Some stacks sign with what they like; only a weak scheme in the answer is weakness.
  return exchange.signatureScheme === null ? null : WEAK.includes(exchange.signatureScheme);
}
