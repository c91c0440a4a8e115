import { setMaxListeners } from "node:events";
import type { SecureContext } from "node:tls";
import { isIpLiteral } from "../core/domain.ts";
import { ACTION_HANDSHAKES, decide, FREE_HANDSHAKES, type Activity, type Reason, type Scope } from "../core/scope.ts";
import { hostOf, portOf } from "../core/target.ts";
import { createBlockDetector, type BlockDetector } from "./block-detector.ts";
import { createCounters } from "./counters.ts";
import { dialAddress, toInterrupted } from "./dialler.ts";
import { createHttpClient, type OriginConnection, type Route } from "./http-client.ts";
import { NetError, type Dialled, type DialOptions, type HttpAnswer, type Net, type RequestOptions } from "./net.ts";
import { openTunnel, type Proxy } from "./proxy.ts";
import { createResolver, type Lookup } from "./resolver.ts";
import { LONGEST_PAUSE_MS, retryAfterMs } from "./retry-after.ts";
import type { SchedulerPool } from "./scheduler.ts";
import { createTrust, secure } from "./secure.ts";

/** Something that would have been sent, written down by `--dry-run`. */
export interface Intent {
  readonly kind: "request" | "tls" | "port" | "http";
  /** `GET https://bakery.test/` or `connect bakery.test:443`. */
  readonly what: string;
  readonly reason: Reason;
}

export interface NetOptions {
  /** Shared by every `Net` of the process. */
  readonly schedulers: SchedulerPool;
  readonly scope: Scope;
  /** Whether the operator gave the word for this target. */
  readonly authorised: boolean;
  readonly userAgent: string;
  readonly allowPrivate?: boolean;
  /** `--resolve`: host to literal address. */
  readonly resolve?: Readonly<Record<string, string>>;
  /**
   * `host:port` to where it really listens: the whole internet of the demo and of the tests. Such a host is reached on these
   * ports only, and no other name exists, so that a demo never asks a resolver.
   */
  readonly connectTo?: Readonly<Record<string, { readonly address: string; readonly port: number }>>;
  /** PEM texts of further trusted roots. */
  readonly extraCa?: readonly string[];
  /** The proxy for a URL, or null for a direct connection; default direct. See `proxy.ts`. */
  readonly proxyFor?: (url: string) => Proxy | null;
  /** HTTP requests that the target may cost; default 5,000. */
  readonly budget?: number;
  /** Called in the place of every request and connection, which then rejects with `dry-run`. */
  readonly dryRun?: (intent: Intent) => void;
  /** In the place of the system's resolver. */
  readonly lookup?: Lookup;
  /** Ends everything under way. */
  readonly signal?: AbortSignal;
}

const DEFAULT_BUDGET = 5000;
const DEFAULT_DEADLINE_MS = 10_000;
const DEFAULT_MAX_BYTES = 1024 * 1024;
const DEFAULT_CONNECT_MS = 5000;

/** Connections to one origin at a time: half of what may be in flight, so that one origin never takes all. */
const CONNECTIONS_PER_ORIGIN = { gentle: 1, normal: 2, fast: 8 } as const;

/** The door to the network for one target. Nothing is opened before the first call; `close` leaves no socket. */
export function createNet(options: NetOptions): Net {
  const { schedulers, scope } = options;
  const counters = createCounters(schedulers.now);
  const end = new AbortController();
  const life = options.signal === undefined ? end.signal : AbortSignal.any([end.signal, options.signal]);
  // Every connection listens to it; Node warns of more than ten listeners unless told that they are meant.
  setMaxListeners(0, life);
  const client = createHttpClient(CONNECTIONS_PER_ORIGIN[schedulers.pace]);
  const resolver = createResolver({
    lookup: options.lookup ?? (options.connectTo === undefined ? undefined : lookupNothing),
    resolve: options.resolve,
    allowPrivate: options.allowPrivate ?? false,
    named: scope.hosts.filter((host) => isIpLiteral(host)),
  });
  const mapped = mappedHosts(options.connectTo ?? {});
  const detectors = new Map<string, BlockDetector>();
  const handshakes = new Map<string, number>();
  const fetched = new Set<string>();
  let trust: SecureContext | null = null;

  function addresses(host: string): Promise<readonly string[]> {
    const known = mapped.get(host);
    return known === undefined ? resolver.addresses(host) : Promise.resolve(known);
  }

  /** Where a host's port really is. A mapped host has no other ports. */
  function endpoint(host: string, port: number, address: string): { address: string; port: number } {
    const place = options.connectTo?.[`${host}:${String(port)}`];
    if (place !== undefined) return place;
    if (mapped.has(host)) throw new NetError("refused", `${host}:${String(port)} is mapped nowhere`);
    return { address, port };
  }

  function allow(host: string, reason: Reason, activity: Activity): void {
    const decision = decide(scope, { host, reason, activity, authorised: options.authorised });
    if (decision.allowed) return;
    throw decision.code === "out-of-scope"
      ? new NetError("out-of-scope", `${host} is not part of what may be contacted for ${scope.target.host}`)
      : new NetError("needs-authorisation", `this needs the operator's word for ${host}; give --authorised "WHO"`);
  }

  function countHandshake(host: string, reason: Reason): void {
    const made = (handshakes.get(host) ?? 0) + 1;
    handshakes.set(host, made);
    if (made > FREE_HANDSHAKES) allow(host, reason, "enumerate");
    if (made > ACTION_HANDSHAKES && decideTier(host, reason) === "c" && reason === "action") {
      throw new NetError("out-of-scope", `${host} belongs to somebody else; it had its one handshake`);
    }
  }

  function decideTier(host: string, reason: Reason): string {
    return decide(scope, { host, reason, activity: "handshake", authorised: options.authorised }).tier;
  }

  function detectorOf(address: string): BlockDetector {
    const known = detectors.get(address);
    if (known !== undefined) return known;
    const made = createBlockDetector();
    detectors.set(address, made);
    return made;
  }

  function refuseBlocked(address: string, host: string): void {
    if (!detectorOf(address).blocked) return;
    throw new NetError("blocked", `${host} has started to block this scan; try later, slower, or ask for an exception`);
  }

  function signalFor(own: AbortSignal | undefined): AbortSignal {
    return own === undefined ? life : AbortSignal.any([life, own]);
  }

  async function dial(dialOptions: DialOptions): Promise<Dialled> {
    const { host, port, kind, reason } = dialOptions;
    const signal = signalFor(dialOptions.signal);
    if (signal.aborted) throw toInterrupted(signal, host, port);
    allow(host, reason, kind === "port" ? "connect-port" : kind === "tls" ? "handshake" : "visit");
    if (kind === "tls") countHandshake(host, reason);
    if (options.dryRun !== undefined) {
      options.dryRun({ kind, what: `connect ${host}:${String(port)}`, reason });
      throw new NetError("dry-run", `would connect to ${host}:${String(port)}`);
    }
    if ((options.proxyFor?.(`https://${bracketed(host)}:${String(port)}/`) ?? null) !== null) {
      throw new NetError(
        "proxy",
        "only HTTP requests go through the proxy; TLS and ports are looked at directly or not at all",
      );
    }
    const pinned = await addresses(host);
    const address = dialOptions.address ?? pinned[0] ?? "";
    if (!pinned.includes(address)) {
      throw new NetError("out-of-scope", `${address} is not one of the addresses of ${host}`);
    }
    const place = endpoint(host, port, address);
    refuseBlocked(address, host);
    const leave = await enter(place.address, kind, signal, host, port);
    try {
      refuseBlocked(address, host);
      const timeoutMs = dialOptions.timeoutMs ?? DEFAULT_CONNECT_MS;
      const socket = await dialAddress({ ...place, host, timeoutMs, signal, counters });
      socket.once("close", leave);
      if (socket.destroyed) leave();
      return { socket, address };
    } catch (error) {
      leave();
      throw error;
    }
  }

  async function enter(
    address: string,
    kind: DialOptions["kind"],
    signal: AbortSignal,
    host: string,
    port: number,
  ): Promise<() => void> {
    try {
      return await schedulers.for(address).enter(kind, signal);
    } catch (error) {
      if (signal.aborted) throw toInterrupted(signal, host, port);
      throw error;
    }
  }

  async function request(text: string, requestOptions: RequestOptions = {}): Promise<HttpAnswer> {
    const url = URL.parse(text);
    if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
      throw new NetError("out-of-scope", `${JSON.stringify(text.slice(0, 120))} is no http address`);
    }
    const host = hostOf(url);
    const port = portOf(url);
    const method = requestOptions.method ?? "GET";
    const reason = requestOptions.reason ?? "target";
    const signal = signalFor(requestOptions.signal);
    if (signal.aborted) throw toInterrupted(signal, host, port);
    allow(host, reason, requestOptions.activity ?? "visit");
    if (reason === "resource" && decideTier(host, reason) === "c") {
      if (fetched.has(url.href))
        throw new NetError("out-of-scope", `${url.href} belongs to somebody else; it had its one GET`);
      fetched.add(url.href);
    }
    if (options.dryRun !== undefined) {
      options.dryRun({ kind: "request", what: `${method} ${url.href}`, reason });
      throw new NetError("dry-run", `would send ${method} ${url.href}`);
    }
    const proxy = options.proxyFor?.(url.href) ?? null;
    const candidates = proxy === null ? await addresses(host) : [];
    const address = candidates[0] ?? host;
    const paceKey = proxy === null ? endpoint(host, port, address).address : host;
    refuseBlocked(address, host);
    const leave = await enter(paceKey, "http", signal, host, port);
    try {
      refuseBlocked(address, host);
      // Counted at the last moment, so that what waited in the queue when the budget ran out was not spent.
      if (counters.requests >= (options.budget ?? DEFAULT_BUDGET)) {
        throw new NetError("budget", `the budget of ${String(options.budget ?? DEFAULT_BUDGET)} requests is spent`);
      }
      counters.request();
      const decode = (requestOptions.decode ?? true) && requestOptions.firstBytes === undefined;
      const answer = await client.exchange({
        url,
        contact: { host, port, secure: url.protocol === "https:" },
        route: proxy === null ? directRoute(url, host, port, candidates) : proxyRoute(url, host, port, proxy),
        method,
        headers: {
          "user-agent": options.userAgent,
          accept: "text/html,application/xhtml+xml,*/*;q=0.8",
          "accept-encoding": decode ? "gzip, deflate, br, zstd" : "identity",
          ...(requestOptions.firstBytes === undefined
            ? {}
            : { range: `bytes=0-${String(requestOptions.firstBytes - 1)}` }),
          ...lowerCased(requestOptions.headers ?? {}),
        },
        maxBytes: requestOptions.firstBytes ?? requestOptions.maxBytes ?? DEFAULT_MAX_BYTES,
        decode: requestOptions.decode ?? true,
        deadlineMs: requestOptions.deadlineMs ?? DEFAULT_DEADLINE_MS,
        signal,
      });
      noteAnswer(answer, paceKey, address);
      return answer;
    } finally {
      leave();
    }
  }

  function noteAnswer(answer: HttpAnswer, paceKey: string, address: string): void {
    detectorOf(address).record(answer);
    if (answer.status !== 429 && answer.status !== 503) return;
    const value = answer.headers.find(([name]) => name === "retry-after")?.[1];
    const wait = value === undefined ? null : retryAfterMs(value, schedulers.now());
    if (wait === null) return;
    if (wait > LONGEST_PAUSE_MS) detectorOf(address).stop();
    else schedulers.for(paceKey).pauseUntil(schedulers.now() + wait);
  }

  function directRoute(url: URL, host: string, port: number, candidates: readonly string[]): Route {
    return {
      origin: url.origin,
      absoluteForm: false,
      proxyAuthorization: null,
      async connect(signal) {
        const { socket, address } = await firstOf(candidates, async (candidate) => {
          const place = endpoint(host, port, candidate);
          return {
            socket: await dialAddress({ ...place, host, timeoutMs: DEFAULT_CONNECT_MS, signal, counters }),
            address: candidate,
          };
        });
        return await secured(url, socket, address, host, port, signal);
      },
    };
  }

  function proxyRoute(url: URL, host: string, port: number, proxy: Proxy): Route {
    const tunnel = url.protocol === "https:";
    return {
      origin: tunnel ? url.origin : `http://${bracketed(proxy.host)}:${String(proxy.port)}`,
      absoluteForm: !tunnel,
      proxyAuthorization: proxy.authorization,
      async connect(signal) {
        const socket = await dialProxy(proxy, signal);
        if (!tunnel) return { socket, address: proxy.host };
        try {
          await openTunnel(socket, proxy, host, port, signal);
        } catch (error) {
          socket.destroy();
          throw error;
        }
        return await secured(url, socket, proxy.host, host, port, signal);
      },
    };
  }

  /** The proxy is the user's own: its address needs no leave. */
  async function dialProxy(proxy: Proxy, signal: AbortSignal) {
    try {
      const { host, port } = proxy;
      return await dialAddress({ address: host, port, host, timeoutMs: DEFAULT_CONNECT_MS, signal, counters });
    } catch (error) {
      if (signal.aborted) throw error;
      throw new NetError("proxy-failed", `the proxy ${proxy.label} cannot be reached`, { cause: error });
    }
  }

  async function secured(
    url: URL,
    socket: OriginConnection["socket"],
    address: string,
    host: string,
    port: number,
    signal: AbortSignal,
  ): Promise<OriginConnection> {
    if (url.protocol !== "https:") return { socket, address };
    trust ??= createTrust(options.extraCa ?? []);
    const { socket: tls, certificateError } = await secure(socket, { host, port }, trust, signal);
    return { socket: tls, address, certificateError };
  }

  return {
    userAgent: options.userAgent,
    addresses,
    dial,
    request,
    cost: () => counters.cost(),
    async close() {
      end.abort(new NetError("interrupted", "the scan is over"));
      await client.close();
      await counters.destroyAll();
    },
  };
}

/** Tries the addresses in turn; what says that nothing answers there lets the next one have its chance. */
async function firstOf<T>(candidates: readonly string[], attempt: (candidate: string) => Promise<T>): Promise<T> {
  let last: unknown = new NetError("dns-not-found", "the name has no address");
  for (const candidate of candidates) {
    try {
      return await attempt(candidate);
    } catch (error) {
      last = error;
      const next = error instanceof NetError && ["refused", "unreachable", "timeout"].includes(error.code);
      if (!next) throw error;
    }
  }
  throw last;
}

function lookupNothing(host: string): Promise<never> {
  return Promise.reject(new NetError("dns-not-found", `no host is called ${host} in this small internet`));
}

function mappedHosts(
  connectTo: Readonly<Record<string, { readonly address: string; readonly port: number }>>,
): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, readonly string[]>();
  for (const [key, { address }] of Object.entries(connectTo)) {
    const host = key.slice(0, key.lastIndexOf(":"));
    map.set(host, [...new Set([...(map.get(host) ?? []), address])]);
  }
  return map;
}

function lowerCased(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
