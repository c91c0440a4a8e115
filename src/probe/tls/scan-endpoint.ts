import { randomBytes } from "node:crypto";
import { isIP } from "node:net";
import type { TlsCertificate, TlsEndpoint } from "../../core/evidence/tls.ts";
import { featureFacts, groupNames, leftOut, versionFacts } from "./endpoint-facts.ts";
import { EndpointScan, type Findings } from "./endpoint-scan.ts";
import type { Connect } from "./exchange.ts";
import { failureOf } from "./endpoint-failure.ts";
import { Knowledge } from "./planner/knowledge.ts";
import { Rejections } from "./planner/rejections.ts";
import { Session } from "./session.ts";
import type { RandomBytes } from "./codec/client-hello.ts";
import type { StartTlsProtocol } from "./starttls/starttls.ts";

/** Turns a chain in DER, the leaf first, into evidence. */
export type DescribeChain = (ders: readonly Uint8Array[]) => TlsCertificate;

/** Where an endpoint is and what it is for. */
export interface EndpointAddress {
  readonly host: string;
  readonly ip: string;
  readonly port: number;
  readonly purpose: TlsEndpoint["purpose"];
  readonly starttls?: StartTlsProtocol | undefined;
  /** The name for SNI where it is not the host. */
  readonly sni?: string | undefined;
}

export interface EndpointOptions extends EndpointAddress {
  readonly connect: Connect;
  /** Connections in flight at most, by the pace. */
  readonly lanes: number;
  /** Whether the long enumeration may run; without it 40 connections are the limit. */
  readonly authorised: boolean;
  /** Connections that need no authorisation; default 40. */
  readonly budget?: number;
  readonly describe: DescribeChain;
  readonly signal: AbortSignal;
  readonly random?: RandomBytes;
  /** Milliseconds, monotonic. */
  readonly clock?: () => number;
  readonly onProbe?: ((made: number) => void) | undefined;
}

/** Handshakes with one host that need no authorisation. */
export const UNAUTHORISED_HANDSHAKES = 40;

/** Scans one address and port: every version, suite, group and feature that the budget allows. Never rejects. */
export async function scanEndpoint(options: EndpointOptions): Promise<TlsEndpoint> {
  const clock = options.clock ?? (() => performance.now());
  const started = clock();
  const session = new Session({
    connect: options.connect,
    lanes: options.lanes,
    budget: options.authorised ? null : (options.budget ?? UNAUTHORISED_HANDSHAKES),
    starttls: options.starttls,
    random: options.random ?? ((length) => randomBytes(length)),
    signal: options.signal,
    clock,
    onProbe: options.onProbe,
  });
  const base = { serverName: serverNameOf(options), alpn: alpnFor(options) };
  const knowledge = new Knowledge();
  const rejections = new Rejections(session, base);
  const findings = await new EndpointScan({ session, base, knowledge, rejections }, options.authorised).run();
  const cost = {
    connections: session.connections,
    bytesIn: session.bytesIn,
    bytesOut: session.bytesOut,
    wallMs: Math.round(clock() - started),
  };
  const common = { ...addressFacts(options, base.serverName), depth: "full" as const, cost };
  if (!speaksTls(findings)) return { ...common, ...failureOf(session) };
  const stopped = session.stopped;
  const undecided = findings.legacy.find((scan) => scan.reason !== null && scan.reason !== "budget")?.reason ?? null;
  const reason = stopped ?? findings.tls13.reason ?? undecided;
  return {
    ...common,
    state: "tls",
    ...versionFacts(findings),
    groups: groupNames(findings, knowledge),
    certificates: [...knowledge.chains.values()]
      .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
      .map((chain) => options.describe(chain.ders)),
    features: featureFacts(findings, knowledge, base.alpn.length > 0),
    variation: variations(knowledge),
    leftOut: leftOut(findings, options.authorised, stopped),
    complete: reason === null || reason === "budget",
    ...(reason === null || reason === "budget" ? {} : { incompleteReason: reason }),
  };
}

/** The name to send: the host, unless it is an address (RFC 6066 3 forbids literals). */
export function serverNameOf(address: EndpointAddress): string | null {
  const name = address.sni ?? address.host;
  return isIP(name) === 0 ? name.replace(/\.$/, "") : null;
}

/** Web protocols are offered to web servers only. */
export function alpnFor(address: EndpointAddress): readonly string[] {
  return address.starttls === undefined && address.purpose !== "mail" ? ["h2", "http/1.1"] : [];
}

/** The fields that every endpoint has, whatever it answered. */
export function addressFacts(
  address: EndpointAddress,
  serverName: string | null,
): Pick<TlsEndpoint, "host" | "ip" | "port" | "purpose" | "starttls" | "serverName"> {
  const { host, ip, port, purpose, starttls } = address;
  return { host, ip, port, purpose, serverName, ...(starttls === undefined ? {} : { starttls }) };
}

function speaksTls(findings: Findings): boolean {
  return (
    findings.tls13.supported === true ||
    findings.sslv2?.supported === true ||
    findings.first?.kind === "done" ||
    findings.legacy.some((scan) => scan.supported === true)
  );
}

function variations(knowledge: Knowledge): { what: string; values: string[] }[] {
  const byType = new Map<string, string[]>();
  for (const chain of knowledge.chains.values()) {
    const type = chain.keyType ?? "unknown";
    byType.set(type, [...(byType.get(type) ?? []), chain.sha256]);
  }
  return [...byType]
    .filter(([, leaves]) => leaves.length > 1)
    .map(([type, leaves]) => ({ what: `certificate-${type}`, values: [...leaves].sort() }));
}
