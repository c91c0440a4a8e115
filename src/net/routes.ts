import type { Counters } from "./counters.ts";
import { dialAddress } from "./dialler.ts";
import type { OriginConnection, Route } from "./http-client.ts";
import { NetError } from "./net.ts";
import { openTunnel, type Proxy } from "./proxy.ts";
import { secure, trustFor } from "./secure.ts";
import type { Listening } from "./small-internet.ts";

/** Where a request goes. */
export interface Destination {
  readonly url: URL;
  readonly host: string;
  readonly port: number;
}

/** Opens the connections of HTTP exchanges: to a pinned address, or through the user's proxy. */
export interface Routes {
  /** To the first of the addresses that answers. */
  direct(to: Destination, candidates: readonly string[]): Route;
  through(proxy: Proxy, to: Destination): Route;
}

export interface RoutesOptions {
  readonly counters: Counters;
  /** PEM texts of further trusted roots. */
  readonly extraCa: readonly string[];
  readonly connectMs: number;
  readonly endpoint: (host: string, port: number, address: string) => Listening;
}

/** The routes of one target; the trusted roots are read at the first https request of the process. */
export function createRoutes({ counters, extraCa, connectMs, endpoint }: RoutesOptions): Routes {
  async function secured(
    { url, host, port }: Destination,
    socket: OriginConnection["socket"],
    address: string,
    signal: AbortSignal,
  ): Promise<OriginConnection> {
    if (url.protocol !== "https:") return { socket, address };
    const { socket: tls, certificateError } = await secure(socket, { host, port }, trustFor(extraCa), signal);
    return { socket: tls, address, certificateError };
  }

  /** The proxy is the user's own: its address needs no leave. */
  async function dialProxy(proxy: Proxy, signal: AbortSignal) {
    try {
      const { host, port } = proxy;
      return await dialAddress({ address: host, port, host, timeoutMs: connectMs, signal, counters });
    } catch (error) {
      if (signal.aborted) throw error;
      throw new NetError("proxy-failed", `the proxy ${proxy.label} cannot be reached`, { cause: error });
    }
  }

  return {
    direct: (to, candidates) => ({
      origin: to.url.origin,
      absoluteForm: false,
      proxyAuthorization: null,
      async connect(signal) {
        const { host, port } = to;
        const { socket, address } = await firstOf(candidates, async (candidate) => {
          const place = endpoint(host, port, candidate);
          const dialled = await dialAddress({ ...place, host, timeoutMs: connectMs, signal, counters });
          return { socket: dialled, address: candidate };
        });
        return await secured(to, socket, address, signal);
      },
    }),
    through(proxy, to) {
      const tunnel = to.url.protocol === "https:";
      return {
        origin: tunnel ? to.url.origin : `http://${bracketed(proxy.host)}:${String(proxy.port)}`,
        absoluteForm: !tunnel,
        proxyAuthorization: proxy.authorization,
        async connect(signal) {
          const socket = await dialProxy(proxy, signal);
          if (!tunnel) return { socket, address: proxy.host };
          try {
            await openTunnel(socket, proxy, to.host, to.port, signal);
          } catch (error) {
            socket.destroy();
            throw error;
          }
          return await secured(to, socket, proxy.host, signal);
        },
      };
    },
  };
}

/** An IPv6 literal as URLs have it; any other host as it is. */
export function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
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
