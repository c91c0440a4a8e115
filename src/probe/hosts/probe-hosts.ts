import { randomInt } from "node:crypto";
import { sameRegistrableDomain } from "../../core/domain.ts";
import type { Pace, SectionValue, Target } from "../../core/evidence/evidence.ts";
import type { TlsEndpoint } from "../../core/evidence/tls.ts";
import type { ProgressReporter } from "../../core/events.ts";
import { DEFAULT_PORTS, MAIL_EXCHANGER_PORTS } from "../../data/ports.ts";
import { NetError, type Net } from "../../net/net.ts";
import { probeService } from "../tls/probe-tls.ts";
import { isStartTlsProtocol } from "../tls/starttls/starttls.ts";
import type { Patience } from "./identify-port.ts";
import { placesOf, type Place } from "./places.ts";
import { scanAddress, type HostFacts } from "./scan-address.ts";

export interface HostsProbeInput {
  readonly net: Net;
  readonly target: Target;
  readonly hosts: readonly string[];
  readonly http?: SectionValue<"http"> | undefined;
  readonly dns?: SectionValue<"dns"> | undefined;
  readonly pace: Pace;
  readonly extraRoots: readonly string[];
  readonly now: () => Date;
  /** The ports to try; default the table of `data/ports.ts`. */
  readonly ports?: readonly number[] | undefined;
  readonly progress?: ProgressReporter;
  readonly signal: AbortSignal;
  /** Ports that nobody uses; default two random ones above 50,000. */
  readonly controls?: readonly number[];
  readonly patience?: Patience | undefined;
}

/** Mail services whose TLS is looked at in full. */
const MAX_MAIL_ENDPOINTS = 6;

/**
 * Looks at the services behind the shop, for authorised targets only: which ports of its own addresses answer and as what, SSH,
 * and mail with its TLS. Addresses of a CDN or platform are named and left alone. Rejects with a `NetError` where the target has
 * no address.
 */
export async function probeHosts(input: HostsProbeInput): Promise<SectionValue<"hosts">> {
  const { net, dials } = countingDials(input.net);
  const ports = input.ports ?? DEFAULT_PORTS.map(({ port }) => port);
  const places = await placesOf({ ...input, http: input.http, dns: input.dns });
  const plan = places.map((place) => ({ place, ports: portsFor(place, ports) }));
  const planned = plan.reduce((sum, one) => sum + one.ports.length, 0);
  let done = 0;
  const step = (): void => {
    done += 1;
    input.progress?.(done, planned);
  };
  const hosts = await Promise.all(plan.map((one) => look({ ...input, net }, one.place, one.ports, step)));
  const tls = await lookAtMailTls({ ...input, net }, hosts);
  return { hosts, tls, planned, connections: dials() };
}

/** Counts the connections that are tried through it; what other probes do meanwhile is not in it. */
function countingDials(net: Net): { readonly net: Net; readonly dials: () => number } {
  let count = 0;
  const dial: Net["dial"] = async (options) => {
    count += 1;
    return await net.dial(options);
  };
  return { net: { ...net, dial }, dials: () => count };
}

async function look(
  input: HostsProbeInput,
  place: Place,
  ports: readonly number[],
  onPort: () => void,
): Promise<HostFacts> {
  const { host, ip, purpose, sharedFront } = place;
  const facts = { host, ip, names: [...new Set(place.names)], purpose, sharedFront };
  if (ports.length === 0) return { ...facts, acceptsEverything: null, ports: [] };
  const controls = purpose === "mail" ? [] : (input.controls ?? unusedPorts(ports));
  const { net, signal, patience } = input;
  const options = { net, host, ip, reason: place.reason, ports, controls, patience, signal, onPort };
  try {
    return { ...facts, ...(await scanAddress(options)) };
  } catch (error) {
    // This machine may have no way to one address, often the IPv6 one, and see the others well.
    if (!(error instanceof NetError) || error.code !== "unreachable") throw error;
    return { ...facts, acceptsEverything: null, ports: [], error: { code: error.code, message: error.message } };
  }
}

function portsFor(place: Place, ports: readonly number[]): readonly number[] {
  if (place.purpose === "mail") return MAIL_EXCHANGER_PORTS;
  return place.sharedFront === null ? ports : [];
}

/** The TLS of what was found to speak mail: STARTTLS where it is offered, or TLS from the first byte. */
async function lookAtMailTls(input: HostsProbeInput, hosts: readonly HostFacts[]): Promise<TlsEndpoint[]> {
  const services = hosts
    .flatMap((host) => host.ports.map((port) => ({ host, port })))
    .filter(({ port }) => port.mail !== undefined && port.mail !== null)
    .filter(({ port }) => port.tls === "implicit" || port.mail?.starttls === true)
    .slice(0, MAX_MAIL_ENDPOINTS);
  const endpoints: TlsEndpoint[] = [];
  for (const { host, port } of services) {
    if (input.signal.aborted) break;
    const { net, pace, extraRoots, now, signal } = input;
    const protocol = port.service ?? "";
    const starttls = port.tls === "implicit" || !isStartTlsProtocol(protocol) ? undefined : protocol;
    // Somebody else's exchanger gets a visitor's number of handshakes, not the long enumeration.
    const own = sameRegistrableDomain(host.host, input.target.host);
    const purpose = host.purpose === "mail" ? "mail" : "service";
    const options = { net, pace, extraRoots, now, signal, starttls, authorised: own };
    endpoints.push(await probeService(options, { host: host.host, ip: host.ip, port: port.port, purpose }));
  }
  return endpoints;
}

function unusedPorts(ports: readonly number[]): readonly number[] {
  const free = new Set<number>();
  while (free.size < 2) {
    const port = randomInt(50_000, 60_000);
    if (!ports.includes(port)) free.add(port);
  }
  return [...free];
}
