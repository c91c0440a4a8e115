import type { SectionValue } from "../../src/core/evidence/evidence.ts";

type Dns = SectionValue<"dns">;
type Status = Dns["lookups"][number]["status"];

/** `name TYPE` to the data of its records, or to why there are none. */
export type Answers = Readonly<Record<string, readonly string[] | Status>>;

const ASKED = [
  ["bakery.test", "SOA"],
  ["bakery.test", "NS"],
  ["bakery.test", "MX"],
  ["bakery.test", "TXT"],
  ["bakery.test", "CAA"],
  ["bakery.test", "A"],
  ["bakery.test", "AAAA"],
  ["www.bakery.test", "A"],
  ["_dmarc.bakery.test", "TXT"],
  ["_mta-sts.bakery.test", "TXT"],
  ["_smtp._tls.bakery.test", "TXT"],
] as const;

/** The dns section of the bakery: what is not given was asked for and does not exist. */
export function dnsValue(answers: Answers = {}, more: Partial<Dns> = {}): Dns {
  const asked = new Map<string, readonly string[] | Status>(
    ASKED.map(([name, type]) => [`${name} ${type}`, "no-data"]),
  );
  for (const [key, answer] of Object.entries(answers)) asked.set(key, answer);
  const entries = [...asked].map(([key, answer]) => {
    const space = key.lastIndexOf(" ");
    return { name: key.slice(0, space), type: key.slice(space + 1), answer };
  });
  return {
    resolver: "system",
    domain: "bakery.test",
    records: entries.flatMap(({ name, type, answer }) =>
      typeof answer === "string" ? [] : answer.map((data) => ({ name, type, ttl: 300, data })),
    ),
    addresses: [{ host: "bakery.test", addresses: ["192.0.2.1"] }],
    lookups: entries.map(({ name, type, answer }) => ({
      name,
      type,
      status: typeof answer === "string" ? answer : "answer",
      authenticated: false,
      via: [],
      total: typeof answer === "string" ? 0 : answer.length,
    })),
    resolverHonest: true,
    wildcard: false,
    dnssec: "unsigned",
    mtaSts: null,
    queries: entries.length,
    ...more,
  };
}
