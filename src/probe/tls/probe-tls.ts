import type { Pace, Target } from "../../core/evidence/evidence.ts";
import type { TlsEndpoint, TlsValue } from "../../core/evidence/tls.ts";
import type { ProgressReporter } from "../../core/events.ts";
import type { Reason } from "../../core/scope.ts";
import { NetError, type Net } from "../../net/net.ts";
import { PACE_TABLE } from "../../net/scheduler.ts";
import { twinOf } from "../http/entry-origins.ts";
import { describeCertificates } from "./certificates.ts";
import { compareEndpoint, COMPARISON_HANDSHAKES } from "./compare-endpoint.ts";
import { driftBetween } from "./drift.ts";
import { handshakeEndpoint } from "./handshake-endpoint.ts";
import { scanEndpoint, UNAUTHORISED_HANDSHAKES, type EndpointOptions } from "./scan-endpoint.ts";
import { STARTTLS_PORTS, type StartTlsProtocol } from "./starttls/starttls.ts";

export interface ProbeTlsOptions {
  readonly net: Net;
  readonly target: Target;
  /** The hosts in scope: the target, apex, www and the listed ones. */
  readonly hosts: readonly string[];
  readonly authorised: boolean;
  readonly pace: Pace;
  /** PEM texts of further trusted roots. */
  readonly extraRoots: readonly string[];
  readonly now: () => Date;
  readonly starttls?: StartTlsProtocol | undefined;
  /** The server name to ask for in the place of the host's. */
  readonly sni?: string | undefined;
  readonly progress?: ProgressReporter | undefined;
  readonly signal: AbortSignal;
}

/** Addresses of one host that are looked at, and how many of them in full. */
const MOST_ADDRESSES = 12;
const MOST_FULL = 4;
/** Listed hosts beside the target and its twin. */
const MOST_HOSTS = 16;

/**
 * TLS of the target, of its www or apex twin and of the listed hosts, on every address. Rejects with a `NetError` where the target
 * has no address at all; a host beside it that has none is left out.
 */
export async function probeTls(options: ProbeTlsOptions): Promise<TlsValue> {
  const { target, net } = options;
  const port = tlsPort(options);
  const made = { count: 0 };
  const endpoints: TlsEndpoint[] = [];
  for (const { host, purpose } of hostsOf(options)) {
    let addresses: readonly string[];
    try {
      addresses = await net.addresses(host);
    } catch (error) {
      if (host === target.host) throw error;
      continue;
    }
    endpoints.push(...(await scanHost(options, host, port, purpose, addresses.slice(0, MOST_ADDRESSES), made)));
  }
  return { endpoints, drift: driftBetween(endpoints) };
}

/** A full scan of one endpoint of a host in scope, such as a mail or database port. */
export async function probeService(
  options: Omit<ProbeTlsOptions, "target" | "hosts">,
  place: Pick<EndpointOptions, "host" | "ip" | "port" | "purpose">,
): Promise<TlsEndpoint> {
  return scanEndpoint(endpointOptions(options, place, place.purpose === "mail" ? "mail" : "target"));
}

/** One ordinary handshake with a host that a form posts to. Rejects with a `NetError` where it has no address. */
export async function probeActionHost(
  options: Omit<ProbeTlsOptions, "target" | "hosts">,
  host: string,
  port: number,
): Promise<TlsEndpoint> {
  const [ip] = await options.net.addresses(host);
  if (ip === undefined) throw new NetError("dns-not-found", `${host} has no address`);
  return handshakeEndpoint(endpointOptions(options, { host, ip, port, purpose: "action" }, "action"));
}

async function scanHost(
  options: ProbeTlsOptions,
  host: string,
  port: number,
  purpose: TlsEndpoint["purpose"],
  addresses: readonly string[],
  made: { count: number },
): Promise<TlsEndpoint[]> {
  const full = options.authorised ? MOST_FULL : 1;
  const others = Math.max(0, addresses.length - full);
  // All addresses of one host share what is allowed without the operator's word.
  const budget = UNAUTHORISED_HANDSHAKES - Math.min(others, 4) * COMPARISON_HANDSHAKES;
  const endpoints: TlsEndpoint[] = [];
  for (const [index, ip] of addresses.entries()) {
    if (options.signal.aborted) break;
    if (!options.authorised && index > 4) break;
    const place = endpointOptions(options, { host, ip, port, purpose }, "target", () => {
      made.count += 1;
      options.progress?.(made.count, null, `${host} ${ip}`);
    });
    endpoints.push(index < full ? await scanEndpoint({ ...place, budget }) : await compareEndpoint(place));
  }
  return endpoints;
}

function hostsOf(options: ProbeTlsOptions): { host: string; purpose: TlsEndpoint["purpose"] }[] {
  const { target } = options;
  const list: { host: string; purpose: TlsEndpoint["purpose"] }[] = [{ host: target.host, purpose: "target" }];
  // A port of its own is that one origin, and a name given for SNI is one virtual host.
  if (new URL(target.url).port !== "" || options.starttls !== undefined || options.sni !== undefined) return list;
  const twin = twinOf(target);
  if (twin !== null) list.push({ host: twin, purpose: "twin" });
  for (const host of options.hosts) {
    const family = target.domain !== null && (host === target.domain || host === `www.${target.domain}`);
    if (!family && !list.some((known) => known.host === host) && list.length < MOST_HOSTS) {
      list.push({ host, purpose: "service" });
    }
  }
  return list;
}

function tlsPort({ target, starttls }: ProbeTlsOptions): number {
  const url = new URL(target.url);
  if (url.port !== "") return Number(url.port);
  return starttls === undefined ? 443 : STARTTLS_PORTS[starttls];
}

function endpointOptions(
  options: Omit<ProbeTlsOptions, "target" | "hosts">,
  place: Pick<EndpointOptions, "host" | "ip" | "port" | "purpose">,
  reason: Reason,
  onProbe?: () => void,
): EndpointOptions {
  const { net, starttls, sni, pace, authorised, extraRoots } = options;
  const at = options.now();
  const name = sni ?? place.host;
  return {
    ...place,
    starttls,
    sni,
    lanes: PACE_TABLE[pace].tls.inFlight,
    authorised,
    signal: options.signal,
    onProbe,
    describe: (ders) => describeCertificates(ders, name, at, extraRoots),
    connect: async (signal) =>
      (await net.dial({ host: place.host, port: place.port, address: place.ip, kind: "tls", reason, signal })).socket,
  };
}
