import type { ClientHello } from "../codec/client-hello.ts";
import { WIRE_VERSIONS } from "../codec/wire.ts";
import type { Flight } from "../codec/server-flight.ts";
import type { Answer } from "../exchange.ts";
import { signatureOf } from "../signature.ts";

/** What an answer means for the question that a hello put. */
export type Outcome =
  | { readonly kind: "accepted"; readonly suite: number; readonly flight: Flight }
  /** A ServerHello of another version than the hello's. */
  | { readonly kind: "other-version"; readonly version: number; readonly flight: Flight }
  | { readonly kind: "rejected"; readonly signature: string }
  /** Nothing can be concluded: a silence, or no connection. A timeout is never a rejection. */
  | { readonly kind: "unknown"; readonly reason: string };

/** Reads an answer against the hello that it answers. A suite that was not offered is no acceptance. */
export function outcomeOf(hello: ClientHello, answer: Answer): Outcome {
  switch (answer.kind) {
    case "flight": {
      const server = answer.flight.hello;
      if (server.version !== WIRE_VERSIONS[hello.version]) {
        return { kind: "other-version", version: server.version, flight: answer.flight };
      }
      if (!hello.suites.includes(server.suite)) return { kind: "rejected", signature: "unoffered-suite" };
      return { kind: "accepted", suite: server.suite, flight: answer.flight };
    }
    case "timeout":
      return { kind: "unknown", reason: "timeout" };
    case "no-connection":
      return { kind: "unknown", reason: answer.code };
    case "no-starttls":
      return { kind: "unknown", reason: "no-starttls" };
    case "not-made":
      return { kind: "unknown", reason: answer.reason };
    default:
      return { kind: "rejected", signature: signatureOf(answer) };
  }
}
