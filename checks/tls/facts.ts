import type { TlsEndpoint, TlsFeatures } from "../../src/core/evidence/tls.ts";
import { notAssessed, type Verdict } from "../../src/core/verdict.ts";

/** A feature's fact, or null where the endpoint has no features at all. */
export function factOf<Name extends keyof TlsFeatures>(endpoint: TlsEndpoint, name: Name): TlsFeatures[Name] | null {
  return endpoint.features?.[name] ?? null;
}

/** The verdict on a fact without a value: not tested, or begun and not finished. */
export function unknownFact(fact: { readonly known: string } | null, subject: string): Verdict<never> {
  return notAssessed(fact?.known === "incomplete" ? "incomplete" : "not-tested", subject);
}
