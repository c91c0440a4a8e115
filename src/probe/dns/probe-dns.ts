import { randomBytes } from "node:crypto";
import type { ProgressReporter } from "../../core/events.ts";
import type { SectionValue } from "../../core/evidence/evidence.ts";
import { NetError, type Net } from "../../net/net.ts";
import type { DnsRecord } from "../../parse/dns-message.ts";
import { announcesMtaSts } from "../../parse/mta-sts.ts";
import { walkSpf, type TxtAnswer } from "../../parse/spf-walk.ts";
import type { DnsClient, DnsLookup } from "./dns-client.ts";
import { fetchMtaSts } from "./mta-sts-file.ts";
import {
  exchangersOf,
  firstQuestions,
  mailQuestions,
  reportQuestions,
  spfHostQuestions,
  type Question,
} from "./questions.ts";

export interface DnsProbeInput {
  readonly net: Net;
  readonly client: DnsClient;
  /** For the record: `system`, or what --resolver says. */
  readonly resolver: string;
  /** The registrable domain; a target that is an IP literal has none, and no DNS probe. */
  readonly domain: string;
  /** The hosts in scope: the target, apex, www and the listed ones. */
  readonly hosts: readonly string[];
  readonly progress?: ProgressReporter;
  readonly signal?: AbortSignal | undefined;
  /** A label that nobody made; default random. */
  readonly randomLabel?: () => string;
}

/** Rounds of asking for the includes of SPF: a receiver gives up after ten look-ups, and so deep they cannot nest. */
const SPF_ROUNDS = 12;
const SPF_NAMES = 40;

/** Failures that say that the resolver itself is not there, rather than something about a name. */
const SILENT: ReadonlySet<DnsLookup["status"]> = new Set(["timeout", "refused", "malformed"]);

/**
 * Asks the resolver what the world can know of the shop's names: addresses, mail, policies, who may issue certificates.
 * Rejects with `dns-failed` when the resolver answers nothing at all, which is no fault of the shop's, and with
 * `dns-not-found` when the domain does not exist, of which nothing can be said.
 */
export async function probeDns(input: DnsProbeInput): Promise<SectionValue<"dns">> {
  const { client, domain, hosts } = input;
  const lookups = new Map<string, DnsLookup>();

  async function ask(questions: readonly Question[]): Promise<readonly DnsLookup[]> {
    const answers = await Promise.all(questions.map(([name, type]) => client.lookup(name, type)));
    for (const answer of answers) lookups.set(`${answer.type} ${answer.name}`, answer);
    input.progress?.(client.sent, null);
    return answers;
  }

  const [start] = await ask([[domain, "SOA"]]);
  if (start !== undefined && SILENT.has(start.status)) {
    throw new NetError(
      "dns-failed",
      `the resolver (${input.resolver}) gives no answer; name another one with --resolver`,
    );
  }
  if (start?.status === "no-name") {
    throw new NetError(
      "dns-not-found",
      `${domain} does not exist, says the resolver (${input.resolver}); check the spelling`,
    );
  }
  // A resolver that checks answers nothing of a zone whose signatures do not hold, unless it is told not to check.
  const unchecked = start?.status === "server-failure" ? await client.lookupUnchecked(domain, "SOA") : undefined;
  await ask(firstQuestions(domain, hosts));
  for (const host of hosts) {
    const failed = lookups.get(`A ${host}`);
    const circle = failed?.status === "server-failure" ? await findLoop(client, host) : null;
    if (failed !== undefined && circle !== null)
      lookups.set(`A ${host}`, { ...failed, status: "cname-loop", via: circle });
  }
  const exchangers = exchangersOf(dataOf(lookups.get(`MX ${domain}`)));
  await ask(mailQuestions(exchangers));
  await askSpf(domain, lookups, ask);
  await ask(reportQuestions(domain, dataOf(lookups.get(`TXT _dmarc.${domain}`))));

  const label = (input.randomLabel ?? randomLabel)();
  const [impossible, unmade] = await ask([
    [`${label}.invalid`, "A"],
    [`${label}.${domain}`, "A"],
  ]);
  const mtaSts = announcesMtaSts(dataOf(lookups.get(`TXT _mta-sts.${domain}`)))
    ? await fetchMtaSts(domain, input)
    : null;
  lookups.delete(`A ${label}.invalid`);
  lookups.delete(`A ${label}.${domain}`);
  const all = [...lookups.values()];
  return {
    resolver: input.resolver,
    domain,
    records: withoutRepeats(all.flatMap(({ records }) => records)),
    addresses: [...new Set([...hosts, ...exchangers])].map((host) => addressesOf(host, lookups)),
    lookups: all.map(({ name, type, status, authenticated, via, total }) => ({
      name,
      type,
      status,
      authenticated,
      via: [...via],
      total,
    })),
    resolverHonest: existence(impossible, (exists) => !exists),
    wildcard: existence(unmade, (exists) => exists),
    dnssec: dnssecOf(start, lookups.get(`DS ${domain}`), unchecked),
    mtaSts,
    queries: client.sent,
  };
}

const LONGEST_CIRCLE = 8;

/** Of aliases that lead round in circles most servers only say that they failed; asked one by one, they show the circle. */
async function findLoop(client: DnsClient, host: string): Promise<readonly string[] | null> {
  const via: string[] = [];
  for (let at = host; via.length < LONGEST_CIRCLE;) {
    const next = (await client.lookup(at, "CNAME")).records[0]?.data;
    if (next === undefined) return null;
    if (next === host || via.includes(next)) return [...via, next];
    via.push(next);
    at = next;
  }
  return null;
}

/** Two names that lead to one are answered with the same records. */
function withoutRepeats(records: readonly DnsRecord[]): DnsRecord[] {
  return [...new Map(records.map((record) => [`${record.type} ${record.name} ${record.data}`, record])).values()];
}

async function askSpf(
  domain: string,
  lookups: ReadonlyMap<string, DnsLookup>,
  ask: (questions: readonly Question[]) => Promise<unknown>,
): Promise<void> {
  let asked = 0;
  for (let round = 0; round < SPF_ROUNDS; round += 1) {
    const { missing, hosts } = walkSpf(domain, (name) => txtAnswer(lookups.get(`TXT ${name}`)));
    const next = missing.slice(0, SPF_NAMES - asked);
    if (next.length === 0) return void (await ask(spfHostQuestions(hosts)));
    asked += next.length;
    await ask(next.map((name): Question => [name, "TXT"]));
  }
}

function txtAnswer(lookup: DnsLookup | undefined): TxtAnswer {
  if (lookup === undefined) return "not-asked";
  if (lookup.status === "answer") return dataOf(lookup);
  return lookup.status === "no-data" || lookup.status === "no-name" ? "none" : "unknown";
}

function dataOf(lookup: DnsLookup | undefined): readonly string[] {
  return lookup?.records.map(({ data }) => data) ?? [];
}

function addressesOf(host: string, lookups: ReadonlyMap<string, DnsLookup>): SectionValue<"dns">["addresses"][number] {
  const four = lookups.get(`A ${host}`);
  const addresses = [...dataOf(four), ...dataOf(lookups.get(`AAAA ${host}`))];
  if (addresses.length > 0 || four === undefined) return { host, addresses };
  return { host, addresses, error: four.status };
}

function existence(lookup: DnsLookup | undefined, meaning: (exists: boolean) => boolean): boolean | null {
  if (lookup?.status === "answer") return meaning(true);
  return lookup?.status === "no-name" || lookup?.status === "no-data" ? meaning(false) : null;
}

/** Validated by the resolver's word; signed where the parent holds a DS record; unsigned where it says that there is none. */
function dnssecOf(
  start: DnsLookup | undefined,
  ds: DnsLookup | undefined,
  unchecked: DnsLookup | undefined,
): SectionValue<"dns">["dnssec"] {
  if (unchecked?.status === "answer") return "bogus";
  if (start?.authenticated === true && start.status === "answer") return "validated";
  if (ds?.status === "answer") return "signed";
  return ds?.status === "no-data" || ds?.status === "no-name" ? "unsigned" : "unknown";
}

function randomLabel(): string {
  return `vigie-${randomBytes(8).toString("hex")}`;
}
