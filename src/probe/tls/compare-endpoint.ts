import { randomBytes } from "node:crypto";
import type { TlsEndpoint, TlsVersion } from "../../core/evidence/tls.ts";
import { groupName } from "../../data/tls/groups.ts";
import { suiteName } from "../../data/tls/cipher-suites.ts";
import { versionName } from "./codec/wire.ts";
import { failureOf } from "./endpoint-failure.ts";
import { fact, unknown, type Fact } from "./endpoint-facts.ts";
import { legacyHello, tls13Hello, TLS13_GROUPS } from "./hellos.ts";
import { askAndLearn, type PlannerContext } from "./planner/context.ts";
import { handshake } from "./planner/handshakes.ts";
import { Knowledge } from "./planner/knowledge.ts";
import { outcomeOf, type Outcome } from "./planner/outcome.ts";
import { Rejections } from "./planner/rejections.ts";
import { commonWindow, TLS13_SUITES } from "./planner/suite-windows.ts";
import { askVersionFloor } from "./planner/version-floor.ts";
import { addressFacts, alpnFor, serverNameOf, type EndpointOptions } from "./scan-endpoint.ts";
import { Session } from "./session.ts";

/** Connections that a comparison costs at most. */
export const COMPARISON_HANDSHAKES = 4;

/**
 * A short set of handshakes for a further address of a host that was scanned in full elsewhere: the first question of each
 * enumeration and the certificate, enough to see that another machine is set up differently. Never rejects.
 */
export async function compareEndpoint(options: EndpointOptions): Promise<TlsEndpoint> {
  const clock = options.clock ?? (() => performance.now());
  const started = clock();
  const session = new Session({
    connect: options.connect,
    lanes: options.lanes,
    budget: null,
    starttls: options.starttls,
    random: options.random ?? ((length) => randomBytes(length)),
    signal: options.signal,
    clock,
    onProbe: options.onProbe,
  });
  const base = { serverName: serverNameOf(options), alpn: alpnFor(options) };
  const knowledge = new Knowledge();
  const context: PlannerContext = { session, base, knowledge, rejections: new Rejections(session, base) };
  const hello13 = tls13Hello(base, TLS13_SUITES, TLS13_GROUPS);
  const hello12 = legacyHello(base, "TLSv1.2", commonWindow("TLSv1.2", []), { alpn: base.alpn });
  const [tls13, tls12, floor] = await Promise.all([
    askAndLearn(context, hello13, "hello").then((answer) => outcomeOf(hello13, answer)),
    askAndLearn(context, hello12, "done").then((answer) => outcomeOf(hello12, answer)),
    askVersionFloor(context),
  ]);
  const whole = tls12.kind === "accepted" ? null : await handshake(context, { wantTicket: false });
  const offered: Partial<Record<TlsVersion, Fact<boolean>>> = {
    "TLSv1.3": spoken(tls13),
    "TLSv1.2": spoken(tls12),
    "TLSv1.1": fact(floor["TLSv1.1"], 1),
    "TLSv1.0": fact(floor["TLSv1.0"], 1),
    SSLv3: fact(floor.SSLv3, 1),
  };
  const versions: TlsEndpoint["versions"] = {
    ...seenVersion(tls12),
    ...seenVersion(tls13),
    ...oldVersions(offered),
  };
  const group = tls13.kind === "accepted" ? tls13.flight.hello.group : null;
  const common = {
    ...addressFacts(options, base.serverName),
    depth: "comparison" as const,
    groups: group === null ? [] : [groupName(group)],
    certificates: [...knowledge.chains.values()]
      .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
      .map((chain) => options.describe(chain.ders)),
    cost: {
      connections: session.connections,
      bytesIn: session.bytesIn,
      bytesOut: session.bytesOut,
      wallMs: Math.round(clock() - started),
    },
  };
  if (Object.keys(versions).length === 0 && whole?.kind !== "done") {
    return { ...common, ...failureOf(session) };
  }
  const reason = session.stopped;
  return {
    ...common,
    state: "tls",
    offered,
    versions,
    leftOut: [{ what: "enumeration", reason: "comparison", versions: [] }],
    complete: reason === null,
    ...(reason === null ? {} : { incompleteReason: reason }),
  };
}

function spoken(outcome: Outcome): Fact<boolean> {
  if (outcome.kind === "unknown") return unknown(outcome.reason);
  return fact(outcome.kind === "accepted", 1);
}

/** The one suite that was chosen, of a list that was not asked for further. */
function seenVersion(outcome: Outcome): TlsEndpoint["versions"] {
  if (outcome.kind !== "accepted") return {};
  const version = versionName(outcome.flight.hello.version);
  if (version === null) return {};
  return { [version]: { suites: [suiteName(outcome.suite)], order: "unknown", complete: false } };
}

function oldVersions(offered: Partial<Record<TlsVersion, Fact<boolean>>>): TlsEndpoint["versions"] {
  const versions: Partial<Record<TlsVersion, { suites: string[]; order: "unknown"; complete: false }>> = {};
  for (const version of ["SSLv3", "TLSv1.0", "TLSv1.1"] as const) {
    if (offered[version]?.value === true) versions[version] = { suites: [], order: "unknown", complete: false };
  }
  return versions;
}
