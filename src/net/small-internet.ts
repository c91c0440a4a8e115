import { NetError } from "./net.ts";

/** Where something really listens. */
export interface Listening {
  readonly address: string;
  readonly port: number;
}

/** The internet of the demo and of the tests: names on loopback, and nothing else. */
export interface SmallInternet {
  /** The addresses of a name of it; undefined for a name that is not in it. */
  addresses(host: string): readonly string[] | undefined;
  /** Where a host's port really is. A host of the small internet has no other ports: throws `refused`. */
  readonly endpoint: (host: string, port: number, address: string) => Listening;
}

/** Reads `host:port` to where it listens; without any entry every endpoint is what it seems. */
export function createSmallInternet(connectTo: Readonly<Record<string, Listening>>): SmallInternet {
  const hosts = new Map<string, readonly string[]>();
  for (const [key, { address }] of Object.entries(connectTo)) {
    const host = key.slice(0, key.lastIndexOf(":"));
    hosts.set(host, [...new Set([...(hosts.get(host) ?? []), address])]);
  }
  return {
    addresses: (host) => hosts.get(host),
    endpoint(host, port, address) {
      const place = connectTo[`${host}:${String(port)}`];
      if (place !== undefined) return place;
      if (hosts.has(host)) throw new NetError("refused", `${host}:${String(port)} is mapped nowhere`);
      return { address, port };
    },
  };
}

/** The resolver of the small internet, which knows no name. */
export function lookupNothing(host: string): Promise<never> {
  return Promise.reject(new NetError("dns-not-found", `no host is called ${host} in this small internet`));
}
