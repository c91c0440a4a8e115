import { lookup as systemLookup } from "node:dns/promises";
import { isIP } from "node:net";
import { addressKind } from "./address-policy.ts";
import { privateAddress, toNetError } from "./errors.ts";
import { NetError } from "./net.ts";

/** Gives every address of a name, in the order to try them. */
export type Lookup = (host: string) => Promise<readonly string[]>;

export interface ResolverOptions {
  readonly lookup?: Lookup | undefined;
  /** Names pinned by the user; a literal address that the user gave may be private. */
  readonly resolve?: Readonly<Record<string, string>> | undefined;
  readonly allowPrivate: boolean;
  /** Literal addresses that the user named as target or listed host. */
  readonly named: readonly string[];
  /** Milliseconds for one name; default 5,000. */
  readonly timeoutMs?: number;
}

export interface Resolver {
  /** The addresses of a host that may be contacted; asked once, then pinned. Rejects with a `NetError`. */
  addresses(host: string): Promise<readonly string[]>;
}

/** Addresses of one name that are kept: enough for every node that is worth comparing. */
const MAX_ADDRESSES = 16;

/** Resolves as the system does (hosts file included), checks every address against the policy and remembers the answer. */
export function createResolver(options: ResolverOptions): Resolver {
  const lookup = options.lookup ?? lookupAll;
  const pinned = new Map<string, Promise<readonly string[]>>();

  async function resolve(host: string): Promise<readonly string[]> {
    const given = options.resolve?.[host];
    if (given !== undefined) return [given];
    if (isIP(host) !== 0) {
      if (!options.named.includes(host)) refusePrivate(host, [host]);
      return [host];
    }
    const all = await withTimeout(lookup(host), options.timeoutMs ?? 5000, host);
    if (all.length === 0) throw new NetError("dns-not-found", `${host} has no address`);
    return refusePrivate(host, [...new Set(all)]).slice(0, MAX_ADDRESSES);
  }

  /** Private answers of a public name are dropped, so that a mixed answer cannot lead inside; none left is an error. */
  function refusePrivate(host: string, addresses: readonly string[]): readonly string[] {
    if (options.allowPrivate) return addresses;
    const kinds = addresses.map((address) => ({ address, kind: addressKind(address) }));
    const kept = kinds.filter(({ kind }) => kind === "public");
    if (kept.length === 0) throw privateAddress(host, kinds[0]?.kind ?? "reserved");
    return kept.map(({ address }) => address);
  }

  return {
    addresses(host) {
      const known = pinned.get(host);
      if (known !== undefined) return known;
      const asked = resolve(host).catch((error: unknown) => {
        throw toNetError(error, { host, port: 0, secure: false });
      });
      pinned.set(host, asked);
      return asked;
    },
  };
}

async function lookupAll(host: string): Promise<readonly string[]> {
  const answers = await systemLookup(host, { all: true, order: "verbatim" });
  return answers.map(({ address }) => address);
}

/** `dns.lookup` cannot be cancelled: its answer is left behind when the time is over. */
async function withTimeout<T>(promise: Promise<T>, ms: number, host: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new NetError("dns-failed", `the resolver gave no answer for ${host} within ${String(ms)} ms`));
    }, ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
