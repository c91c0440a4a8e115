import type { z } from "zod";
import { X509Certificate } from "node:crypto";
import type { sniBehaviourSchema } from "../../../core/evidence/tls.ts";
import { alertName } from "../../../data/tls/alerts.ts";
import { legacyHello, type LegacyVersion } from "../hellos.ts";
import type { PlannerContext } from "./context.ts";
import { handshake } from "./handshakes.ts";
import { digest } from "./knowledge.ts";
import { outcomeOf } from "./outcome.ts";

export type SniBehaviour = z.infer<typeof sniBehaviourSchema>;

/** A name that no server can have: RFC 6761 reserves `.invalid`. */
export const UNKNOWN_NAME = "unknown-name.invalid";

const MOST_NAMES = 20;

/** What the server does for a client that names nobody (null) or somebody unknown, asked at TLS 1.2 or older in clear. */
export async function askSni(
  context: PlannerContext,
  version: LegacyVersion,
  suites: readonly number[],
  serverName: string | null,
): Promise<SniBehaviour | null> {
  const hello = legacyHello({ ...context.base, serverName }, version, suites);
  // Not told to the knowledge: what another name brings is no fact of this one.
  const answer = await context.session.ask(hello, "done");
  const outcome = outcomeOf(hello, answer);
  if (outcome.kind === "accepted" || outcome.kind === "other-version") {
    const [warning] = outcome.flight.warnings;
    return {
      ...sniCertificate(context, outcome.flight.certificates[0]),
      alert: warning === undefined ? null : alertName(warning),
    };
  }
  if (outcome.kind === "rejected") {
    const alert = answer.kind === "alert" ? alertName(answer.alert.description) : null;
    return { outcome: "rejected", alert, certificateSha256: null, names: [] };
  }
  return outcome.reason === "timeout"
    ? { outcome: "no-answer", alert: null, certificateSha256: null, names: [] }
    : null;
}

/** The same asked by a complete handshake, for servers that encrypt their certificate. */
export async function askSniByHandshake(
  context: PlannerContext,
  serverName: string | null,
): Promise<SniBehaviour | null> {
  const result = await handshake(context, { serverName, wantTicket: false });
  if (result === null) return null;
  if (result.kind === "done") return { ...sniCertificate(context, result.handshake.chain[0]), alert: null };
  if (result.code === "timeout") return { outcome: "no-answer", alert: null, certificateSha256: null, names: [] };
  const alert = result.alert === null ? null : alertName(result.alert);
  return { outcome: "rejected", alert, certificateSha256: null, names: [] };
}

/** Compares a leaf with those that the right name brought. */
export function sniCertificate(context: PlannerContext, leaf: Uint8Array | undefined): Omit<SniBehaviour, "alert"> {
  if (leaf === undefined) return { outcome: "accepted", certificateSha256: null, names: [] };
  const sha256 = digest(leaf);
  return {
    outcome: context.knowledge.chains.has(sha256) ? "same-certificate" : "other-certificate",
    certificateSha256: sha256,
    names: namesOf(leaf),
  };
}

function namesOf(leaf: Uint8Array): string[] {
  try {
    const names = new X509Certificate(leaf).subjectAltName ?? "";
    return names
      .split(", ")
      .filter((name) => name.startsWith("DNS:"))
      .slice(0, MOST_NAMES)
      .map((name) => name.slice(4, 257));
  } catch {
    // A certificate that OpenSSL cannot read has no names to tell.
    return [];
  }
}
