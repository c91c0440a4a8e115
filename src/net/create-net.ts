import { setMaxListeners } from "node:events";
import type { Socket } from "node:net";
import { isIpLiteral } from "../core/domain.ts";
import type { Reason, Scope } from "../core/scope.ts";
import { hostOf, portOf } from "../core/target.ts";
import { createCounters } from "./counters.ts";
import { dialAddress, toInterrupted } from "./dialler.ts";
import { createGuard } from "./guard.ts";
import { createHttpClient } from "./http-client.ts";
import { NetError, type Dialled, type DialOptions, type HttpAnswer, type Net, type RequestOptions } from "./net.ts";
import type { Proxy } from "./proxy.ts";
import { createResolver, type Lookup } from "./resolver.ts";
import { LONGEST_PAUSE_MS, retryAfterMs } from "./retry-after.ts";
import { bracketed, createRoutes } from "./routes.ts";
import type { SchedulerPool } from "./scheduler.ts";
import { createSmallInternet, lookupNothing, type Listening } from "./small-internet.ts";

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
  const client = createHttpClient(CONNECTIONS_PER_ORIGIN[schedulers.pace], schedulers.connections);
  const resolver = createResolver({
    lookup: options.lookup ?? (options.connectTo === undefined ? undefined : lookupNothing),
    resolve: options.resolve,
    allowPrivate: options.allowPrivate ?? false,
    named: scope.hosts.filter((host) => isIpLiteral(host)),
  });
  const internet = createSmallInternet(options.connectTo ?? {});
  const guard = createGuard(scope, options.authorised);
  const { endpoint } = internet;
  const extraCa = options.extraCa ?? [];
  const routes = createRoutes({ counters, extraCa, connectMs: DEFAULT_CONNECT_MS, endpoint });

  function addresses(host: string): Promise<readonly string[]> {
    const known = internet.addresses(host);
    return known === undefined ? resolver.addresses(host) : Promise.resolve(known);
  }

  function signalFor(own: AbortSignal | undefined): AbortSignal {
    return own === undefined ? life : AbortSignal.any([life, own]);
  }

  async function dial(dialOptions: DialOptions): Promise<Dialled> {
    const { host, port, kind, reason } = dialOptions;
    const signal = signalFor(dialOptions.signal);
    if (signal.aborted) throw toInterrupted(signal, host, port);
    guard.allow(host, reason, kind === "port" ? "connect-port" : kind === "tls" ? "handshake" : "visit");
    if (kind === "tls") guard.countHandshake(host, reason);
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
    guard.refuseBlocked(address, host);
    const leave = await enter(place.address, kind, signal, host, port);
    try {
      guard.refuseBlocked(address, host);
      return { socket: await dialInSlot(place, dialOptions, signal, leave), address };
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** The place in the pace and the slot are given back when the socket closes; waiting for the slot is not the host's time. */
  async function dialInSlot(
    place: Listening,
    { host, port, timeoutMs = DEFAULT_CONNECT_MS }: DialOptions,
    signal: AbortSignal,
    leave: () => void,
  ): Promise<Socket> {
    const slot = await interruptible(schedulers.connections.acquire(signal), signal, host, port);
    try {
      const socket = await dialAddress({ ...place, host, timeoutMs, signal, counters });
      const left = (): void => {
        leave();
        slot.release();
      };
      socket.once("close", left);
      if (socket.destroyed) left();
      return socket;
    } catch (error) {
      slot.release();
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
    return await interruptible(schedulers.for(address).enter(kind, signal), signal, host, port);
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
    guard.allow(host, reason, requestOptions.activity ?? "visit");
    const foreign = guard.isForeignFetch(host, reason, url.href);
    if (options.dryRun !== undefined) {
      options.dryRun({ kind: "request", what: `${method} ${url.href}`, reason });
      throw new NetError("dry-run", `would send ${method} ${url.href}`);
    }
    const proxy = options.proxyFor?.(url.href) ?? null;
    const candidates = proxy === null ? await addresses(host) : [];
    const address = candidates[0] ?? host;
    const paceKey = proxy === null ? endpoint(host, port, address).address : host;
    guard.refuseBlocked(address, host);
    const leave = await enter(paceKey, "http", signal, host, port);
    try {
      guard.refuseBlocked(address, host);
      // Counted at the last moment, so that what waited in the queue when the budget ran out was not spent.
      if (counters.requests >= (options.budget ?? DEFAULT_BUDGET)) {
        throw new NetError("budget", `the budget of ${String(options.budget ?? DEFAULT_BUDGET)} requests is spent`);
      }
      counters.request();
      const maxBytes = requestOptions.firstBytes ?? requestOptions.maxBytes ?? DEFAULT_MAX_BYTES;
      const decode = (requestOptions.decode ?? true) && requestOptions.firstBytes === undefined;
      const answer = await client.exchange({
        url,
        contact: { host, port, secure: url.protocol === "https:" },
        route:
          proxy === null ? routes.direct({ url, host, port }, candidates) : routes.through(proxy, { url, host, port }),
        method,
        headers: {
          "user-agent": options.userAgent,
          accept: "text/html,application/xhtml+xml,*/*;q=0.8",
          "accept-encoding": decode ? "gzip, deflate, br, zstd" : "identity",
          ...(requestOptions.firstBytes === undefined
            ? {}
            : { range: `bytes=0-${String(requestOptions.firstBytes - 1)}` }),
          ...ownHeaders(requestOptions.headers ?? {}, foreign),
        },
        maxBytes: foreign ? Math.min(maxBytes, DEFAULT_MAX_BYTES) : maxBytes,
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
    guard.noteAnswer(address, answer);
    if (answer.status !== 429 && answer.status !== 503) return;
    const value = answer.headers.find(([name]) => name === "retry-after")?.[1];
    const wait = value === undefined ? null : retryAfterMs(value, schedulers.now());
    if (wait === null) return;
    if (wait > LONGEST_PAUSE_MS) guard.stop(address);
    else schedulers.for(paceKey).pauseUntil(schedulers.now() + wait);
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

/** What is waited for; its rejection is `interrupted` where the signal ended the wait. */
async function interruptible<Value>(
  waited: Promise<Value>,
  signal: AbortSignal,
  host: string,
  port: number,
): Promise<Value> {
  try {
    return await waited;
  } catch (error) {
    if (signal.aborted) throw toInterrupted(signal, host, port);
    throw error;
  }
}

/** The caller's headers in lower case; towards somebody else's host without those that could tell who asks. */
function ownHeaders(headers: Readonly<Record<string, string>>, anonymous: boolean): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(anonymous ? entries.filter(([name]) => !TELLING.has(name)) : entries);
}

const TELLING: ReadonlySet<string> = new Set(["cookie", "authorization", "referer", "origin"]);
