import { randomBytes } from "node:crypto";
import type { TlsEndpoint, TlsVersion } from "../../core/evidence/tls.ts";
import { TLS_VERSIONS } from "../../core/evidence/tls.ts";
import { failureOf } from "./endpoint-failure.ts";
import { fact } from "./endpoint-facts.ts";
import { handshake } from "./planner/handshakes.ts";
import { Knowledge } from "./planner/knowledge.ts";
import { Rejections } from "./planner/rejections.ts";
import { addressFacts, alpnFor, serverNameOf, type EndpointOptions } from "./scan-endpoint.ts";
import { Session } from "./session.ts";

/** One ordinary handshake, as any visitor's browser makes it: for hosts that belong to somebody else. Never rejects. */
export async function handshakeEndpoint(options: EndpointOptions): Promise<TlsEndpoint> {
  const clock = options.clock ?? (() => performance.now());
  const started = clock();
  const session = new Session({
    connect: options.connect,
    lanes: 1,
    budget: null,
    starttls: options.starttls,
    random: options.random ?? ((length) => randomBytes(length)),
    signal: options.signal,
    clock,
    onProbe: options.onProbe,
  });
  const base = { serverName: serverNameOf(options), alpn: alpnFor(options) };
  const knowledge = new Knowledge();
  const context = { session, base, knowledge, rejections: new Rejections(session, base) };
  const result = await handshake(context, { wantTicket: false });
  const common = {
    ...addressFacts(options, base.serverName),
    depth: "handshake" as const,
    cost: {
      connections: session.connections,
      bytesIn: session.bytesIn,
      bytesOut: session.bytesOut,
      wallMs: Math.round(clock() - started),
    },
  };
  if (result?.kind !== "done") {
    const failure = failureOf(session);
    if (result === null) return { ...common, ...failure };
    const error =
      result.code === "timeout"
        ? { code: "timeout", message: "the handshake did not end in time" }
        : { code: "tls-failed", message: `an ordinary handshake failed: ${result.code}` };
    return { ...common, ...failure, state: "failed", error, incompleteReason: error.code };
  }
  const { version, suite } = result.handshake;
  const name = versionOf(version);
  return {
    ...common,
    state: "tls",
    offered: name === null ? {} : { [name]: fact(true, 1) },
    versions: name === null || suite === null ? {} : { [name]: { suites: [suite], order: "unknown", complete: false } },
    groups: [],
    certificates: [...knowledge.chains.values()].map((chain) => options.describe(chain.ders)),
    leftOut: [{ what: "enumeration", reason: "handshake-only", versions: [] }],
    complete: true,
  };
}

/** Node writes TLSv1 where the evidence writes TLSv1.0. */
function versionOf(protocol: string | null): TlsVersion | null {
  const name = protocol === "TLSv1" ? "TLSv1.0" : protocol;
  return TLS_VERSIONS.find((version) => version === name) ?? null;
}
