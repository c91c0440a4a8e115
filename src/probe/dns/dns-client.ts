import { randomInt } from "node:crypto";
import pLimit from "p-limit";
import { exchangeTcp, exchangeUdp, type DnsServer } from "../../net/dns-transport.ts";
import { NetError } from "../../net/net.ts";
import { decodeMessage, encodeQuery, type DnsMessage, type DnsRecord } from "../../parse/dns-message.ts";
import type { DnsType } from "../../parse/dns-rdata.ts";

/** What a resolver says to one question. Absence and failure are told apart: only the first is a fact about the shop. */
export interface DnsLookup {
  readonly name: string;
  readonly type: DnsType;
  readonly status:
    "answer" | "no-data" | "no-name" | "server-failure" | "refused" | "timeout" | "malformed" | "cname-loop";
  /** The resolver says that it validated the answer. */
  readonly authenticated: boolean;
  /** The names that CNAME records lead through, in order. */
  readonly via: readonly string[];
  /** Records of the type asked for, at most 64; `total` counts all. */
  readonly records: readonly DnsRecord[];
  readonly total: number;
}

export interface DnsClient {
  /** Never rejects for what a resolver does or says, only when interrupted. Each question is asked once. */
  lookup(name: string, type: DnsType): Promise<DnsLookup>;
  /** The same, asking the resolver to answer whatever it thinks of the signatures. */
  lookupUnchecked(name: string, type: DnsType): Promise<DnsLookup>;
  /** Datagrams and TCP queries sent so far. */
  readonly sent: number;
}

export interface DnsClientOptions {
  readonly servers: readonly DnsServer[];
  /** Milliseconds for one attempt; default 1,500. There are two, or one for each server where there are more. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Query ids; default random, since a guessable id lets a stranger answer (RFC 5452). */
  readonly randomId?: () => number;
}

const ATTEMPTS = 2;
const AT_ONCE = 8;
const MAX_RECORDS = 64;
const MAX_CNAMES = 12;

/** Asks resolvers over UDP, over TCP where the answer was cut, and remembers what they said. */
export function createDnsClient(options: DnsClientOptions): DnsClient {
  const limit = pLimit(AT_ONCE);
  const known = new Map<string, Promise<DnsLookup>>();
  const servers = options.servers.slice(0, 3);
  let sent = 0;

  async function ask(name: string, type: DnsType, unchecked: boolean): Promise<DnsMessage | "timeout" | "malformed"> {
    for (let attempt = 0; attempt < Math.max(ATTEMPTS, servers.length); attempt += 1) {
      const server = servers[attempt % servers.length];
      if (server === undefined) break;
      const id = (options.randomId ?? randomId)();
      const query = encodeQuery(id, name, type, unchecked);
      if (query === null) return "malformed";
      const exchange = {
        server,
        query,
        timeoutMs: options.timeoutMs ?? 1500,
        signal: options.signal,
        accept: (bytes: Uint8Array) => answers(decodeMessage(bytes), id, name, type),
      };
      try {
        sent += 1;
        const answer = decodeMessage(await exchangeUdp(exchange));
        if (answer?.truncated !== true) return answer ?? "malformed";
        sent += 1;
        return decodeMessage(await exchangeTcp(exchange)) ?? "malformed";
      } catch (error) {
        if (error instanceof NetError && error.code === "interrupted") throw error;
      }
    }
    return "timeout";
  }

  async function lookup(name: string, type: DnsType, unchecked: boolean): Promise<DnsLookup> {
    const message = await ask(name, type, unchecked);
    const empty = { name, type, authenticated: false, via: [], records: [], total: 0 };
    if (typeof message === "string") return { ...empty, status: message };
    if (message.rcode !== 0 && message.rcode !== 3) {
      return { ...empty, status: message.rcode === 5 ? "refused" : "server-failure" };
    }
    // Who asks for the alias itself wants its first step.
    const { via, owner, loop } = followCnames(name, type === "CNAME" ? [] : message.answers);
    const all = message.answers.filter((record) => record.type === type && record.name === owner);
    // The zone's own server knows nothing of an alias's end in another zone: its silence is not absence.
    const open = via.length > 0 && !message.recursive && message.rcode === 0;
    const absent = open ? "refused" : message.rcode === 3 ? "no-name" : "no-data";
    return {
      name,
      type,
      status: loop ? "cname-loop" : all.length > 0 ? "answer" : absent,
      authenticated: message.authenticated,
      via,
      records: policiesFirst(all).slice(0, MAX_RECORDS),
      total: all.length,
    };
  }

  function once(name: string, type: DnsType, unchecked: boolean): Promise<DnsLookup> {
    const asked = name.toLowerCase().replace(/\.$/, "");
    const key = `${type} ${asked} ${String(unchecked)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const promise = limit(() => lookup(asked, type, unchecked));
    known.set(key, promise);
    return promise;
  }

  return {
    lookup: (name, type) => once(name, type, false),
    lookupUnchecked: (name, type) => once(name, type, true),
    get sent() {
      return sent;
    },
  };
}

/** Among hundreds of texts the policies (SPF, DMARC …), which all begin with their version, must not be the ones left out. */
function policiesFirst(records: readonly DnsRecord[]): readonly DnsRecord[] {
  if (records.length <= MAX_RECORDS) return records;
  const isPolicy = ({ data }: DnsRecord): boolean => /^v\s*=/i.test(data);
  return [...records.filter((record) => isPolicy(record)), ...records.filter((record) => !isPolicy(record))];
}

function answers(message: DnsMessage | null, id: number, name: string, type: DnsType): boolean {
  if (message === null || !message.response || message.id !== id) return false;
  // A server that does not echo the question (an error of its own) is believed by its id alone.
  return message.question === null || (message.question.name === name && message.question.type === type);
}

/** The end of the CNAME chain within one answer. */
function followCnames(
  name: string,
  records: readonly DnsRecord[],
): { readonly via: readonly string[]; readonly owner: string; readonly loop: boolean } {
  const via: string[] = [];
  let owner = name;
  for (;;) {
    const next = records.find((record) => record.type === "CNAME" && record.name === owner)?.data;
    if (next === undefined) return { via, owner, loop: false };
    if (next === name || via.includes(next) || via.length >= MAX_CNAMES) return { via, owner, loop: true };
    via.push(next);
    owner = next;
  }
}

function randomId(): number {
  return randomInt(65_536);
}
