import { inRange } from "../core/ip.ts";
import { FRONTS, type Front } from "../data/fronts.ts";
import { headerValues, type HeaderFields } from "./headers.ts";

/** What an answer and the DNS say of one host. */
export interface FrontSigns {
  readonly headers: HeaderFields;
  readonly addresses: readonly string[];
  /** Targets of its aliases. */
  readonly aliases: readonly string[];
}

export interface FoundFront {
  readonly front: Front;
  /** `header cf-ray`, `address 104.16.0.1`, `alias d111.cloudfront.net`. */
  readonly by: readonly string[];
}

/** Every CDN, firewall, host and platform that the signs name, in the order of the table. */
export function findFronts(signs: FrontSigns): readonly FoundFront[] {
  return FRONTS.flatMap((front) => {
    const by = [
      ...front.headers.flatMap(([name, wanted]) => {
        const values = headerValues(signs.headers, name);
        const hit = values.some((value) => wanted === undefined || value.toLowerCase().includes(wanted));
        return hit ? [`header ${name}`] : [];
      }),
      ...signs.addresses
        .filter((address) => front.ranges.some((range) => inRange(address, range)))
        .map((address) => `address ${address}`),
      ...signs.aliases
        .filter((alias) => front.aliases.some((suffix) => alias === suffix || alias.endsWith(`.${suffix}`)))
        .map((alias) => `alias ${alias}`),
    ];
    return by.length === 0 ? [] : [{ front, by: by.slice(0, 5) }];
  });
}

/** The front whose address this is and which serves many customers; null where the address may be the merchant's own. */
export function sharedFrontOf(signs: FrontSigns): Front | null {
  return findFronts(signs).find(({ front }) => front.shared)?.front ?? null;
}
