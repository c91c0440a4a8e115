import type { Target } from "../../core/evidence/evidence.ts";
import type { SectionValue } from "../../core/evidence/evidence.ts";
import type { Reason } from "../../core/scope.ts";
import { NetError, type Net } from "../../net/net.ts";
import { mailExchangers } from "../../parse/dns-evidence.ts";
import { sharedFrontOf } from "../../parse/front.ts";

/** One address to look at. */
export interface Place {
  readonly host: string;
  readonly ip: string;
  readonly names: readonly string[];
  readonly purpose: "target" | "listed" | "mail";
  readonly reason: Reason;
  /** The CDN or platform whose address it is: not the merchant's to answer for. */
  readonly sharedFront: string | null;
}

export interface PlacesInput {
  readonly net: Net;
  readonly target: Target;
  readonly hosts: readonly string[];
  readonly http: SectionValue<"http"> | undefined;
  readonly dns: SectionValue<"dns"> | undefined;
}

const MAX_ADDRESSES = 8;
const MAX_EXCHANGERS = 4;

/**
 * The addresses behind the hosts in scope, each once however many names lead to it, and behind the mail exchangers. Rejects
 * when the target itself has no address.
 */
export async function placesOf(input: PlacesInput): Promise<readonly Place[]> {
  const places = new Map<string, Place>();
  const add = async (host: string, purpose: Place["purpose"], most: number): Promise<void> => {
    for (const ip of (await addressesOf(input, host)).slice(0, most)) {
      const known = places.get(ip);
      if (known !== undefined) {
        places.set(ip, { ...known, names: [...known.names, host] });
        continue;
      }
      // An exchanger that is also a host in scope is looked at as such.
      const reason = purpose === "mail" ? "mail" : "target";
      places.set(ip, { host, ip, names: [host], purpose, reason, sharedFront: frontOf(input, host, ip) });
    }
  };
  const family = [input.target.domain, `www.${input.target.domain ?? ""}`];
  for (const host of input.hosts) {
    const own = host === input.target.host || family.includes(host);
    await add(host, own ? "target" : "listed", MAX_ADDRESSES);
  }
  const exchangers = input.dns === undefined ? [] : mailExchangers(input.dns).slice(0, MAX_EXCHANGERS);
  for (const host of exchangers) await add(host, "mail", 1);
  return [...places.values()].slice(0, MAX_ADDRESSES + MAX_EXCHANGERS);
}

async function addressesOf({ net, target }: PlacesInput, host: string): Promise<readonly string[]> {
  try {
    return await net.addresses(host);
  } catch (error) {
    if (!(error instanceof NetError) || host === target.host || error.code === "interrupted") throw error;
    return [];
  }
}

/** By the address itself, by the alias that led to it, and by what the web server there answered. */
function frontOf({ http, dns }: PlacesInput, host: string, ip: string): string | null {
  const hop = (http?.origins ?? []).flatMap(({ chain }) => chain).find((one) => one.ip === ip);
  const aliases = (dns?.lookups ?? [])
    .filter(({ name, type }) => name === host && type === "A")
    .flatMap(({ via }) => via);
  return sharedFrontOf({ headers: hop?.headers ?? [], addresses: [ip], aliases })?.name ?? null;
}
