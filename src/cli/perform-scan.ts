import { catalogue } from "../../checks/index.ts";
import type { Authorisation, Evidence, SectionName, Target } from "../core/evidence/evidence.ts";
import type { ScanEvent } from "../core/events.ts";
import type { Profile } from "../core/profile.ts";
import { scopeOf } from "../core/scope.ts";
import { personalDataDigest } from "../data/personal-data/digest.ts";
import { createNet, type Intent, type NetOptions } from "../net/create-net.ts";
import type { Net } from "../net/net.ts";
import type { SchedulerPool } from "../net/scheduler.ts";
import type { Plan } from "../scan/plan.ts";
import { scanTarget } from "../scan/scan-target.ts";
import type { NetworkSettings } from "./network-settings.ts";
import { toolVersion } from "./version.ts";

export interface ScanRequest {
  readonly target: Target;
  /** Hosts that the user listed. */
  readonly hosts: readonly string[];
  readonly authorised: Authorisation | null;
  readonly network: NetworkSettings;
  readonly schedulers: SchedulerPool;
  readonly plan: Plan;
  readonly sections?: readonly SectionName[];
  /** Checks are told as events under this profile as their sections settle; none without it. */
  readonly profile?: Profile;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly dryRun?: (intent: Intent) => void;
  /** The demo shop's own addresses: nothing else is reached then, not even by name. */
  readonly only?: NonNullable<NetOptions["connectTo"]>;
}

/**
 * Who asks, and where to complain: servers' owners read their logs. That the operator asked for it is said only where
 * somebody gave that word.
 */
function userAgent(authorised: boolean, contact: string | null): string {
  const scan = `security posture scan${authorised ? " asked for by the site's operator" : ""}`;
  return `Vigie/${toolVersion()} (${scan}; GET and HEAD only${contact === null ? "" : `; contact ${contact}`})`;
}

/** The door to the network for one target, as the request describes it. */
export function openNet(request: Omit<ScanRequest, "plan" | "profile" | "now">): Net {
  const { network } = request;
  return createNet({
    schedulers: request.schedulers,
    scope: scopeOf(request.target, request.hosts),
    authorised: request.authorised !== null,
    userAgent: userAgent(request.authorised !== null, network.contact),
    allowPrivate: network.allowPrivate,
    resolve: network.resolve,
    extraCa: network.extraCa,
    proxyFor: network.proxyFor,
    budget: network.budget,
    signal: request.signal,
    ...(request.dryRun === undefined ? {} : { dryRun: request.dryRun }),
    ...(request.only === undefined ? {} : { connectTo: request.only, lookup: () => Promise.resolve([]) }),
  });
}

/** The events of one scan; the last one carries the evidence. Sockets are closed when it ends, however it ends. */
export async function* performScan(request: ScanRequest): AsyncGenerator<ScanEvent, void> {
  const { target, network, authorised, profile } = request;
  const scope = scopeOf(target, request.hosts);
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(network.siteDeadlineMs)]);
  const net = openNet({ ...request, signal });
  try {
    yield* scanTarget({
      target,
      net,
      plan: request.plan,
      authorised,
      pace: network.pace,
      toolVersion: toolVersion(),
      conditions: {
        userAgent: net.userAgent,
        proxy: network.proxyFor(target.url)?.label ?? null,
        extraRoots: [...network.extraRootSubjects],
        resolve: network.resolve,
        allowPrivate: network.allowPrivate,
        scope: scope.hosts,
        digests: { "personal-data": personalDataDigest() },
      },
      ...(request.sections === undefined ? {} : { sections: request.sections }),
      ...(profile === undefined ? {} : { judge: { catalogue, profile } }),
      signal,
      now: request.now,
    });
  } finally {
    await net.close();
  }
}

/** Runs a scan to its end and gives the evidence; `tell` hears every event. */
export async function evidenceOf(
  request: ScanRequest,
  tell: (event: ScanEvent) => void | Promise<void>,
): Promise<Evidence> {
  for await (const event of performScan(request)) {
    await tell(event);
    if (event.type === "scan-finished") return event.evidence;
  }
  throw new Error("a scan ended without evidence");
}
