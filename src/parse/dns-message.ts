import { DNS_TYPES, dnsTypeName, rdataText, type DnsType } from "./dns-rdata.ts";

/** One record of an answer, its data in presentation form. */
export interface DnsRecord {
  /** Lower case, without the trailing dot; bytes outside letters, digits, - and _ are escaped as \DDD. */
  readonly name: string;
  readonly type: string;
  readonly ttl: number;
  readonly data: string;
}

export interface DnsMessage {
  readonly id: number;
  readonly response: boolean;
  readonly truncated: boolean;
  /** The resolver says that it validated the answer (DNSSEC). */
  readonly authenticated: boolean;
  /** The server asks others where it does not know; one that does not leaves the end of an alias open. */
  readonly recursive: boolean;
  /** 0 no error, 2 server failure, 3 no such name, 5 refused. */
  readonly rcode: number;
  readonly question: { readonly name: string; readonly type: string } | null;
  readonly answers: readonly DnsRecord[];
}

/** Records that are read of one message; a hostile one can carry some 5,000. */
const MAX_RECORDS = 1000;

/** UDP payload that we say we take: safe from fragmentation (the DNS flag day 2020 advice). */
const UDP_PAYLOAD = 1232;

/**
 * A query with EDNS, recursion desired and the AD bit, by which a resolver is asked to say whether it validated (RFC 6840,
 * 5.7), or is told not to check at all (the CD bit, RFC 4035, 3.2.2). Null for a name that cannot be asked for.
 */
export function encodeQuery(id: number, name: string, type: DnsType, unchecked = false): Uint8Array | null {
  const labels = name.split(".");
  if (name.length > 253 || labels.some((label) => label.length === 0 || label.length > 63)) return null;
  const question = labels.flatMap((label) => [label.length, ...Buffer.from(label, "latin1")]);
  const code = DNS_TYPES[type];
  const header = [id >> 8, id & 0xff, 0x01, unchecked ? 0x30 : 0x20, 0, 1, 0, 0, 0, 0, 0, 1];
  const asked = [0, code >> 8, code & 0xff, 0, 1];
  const options = [0, 0, 41, UDP_PAYLOAD >> 8, UDP_PAYLOAD & 0xff, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([...header, ...question, ...asked, ...options]);
}

/**
 * Reads a DNS message (RFC 1035, 4). Null where its header or question cannot be read; an answer section that breaks off
 * keeps the records before the break. Terminates on compression loops: a pointer only ever leads backwards.
 */
export function decodeMessage(message: Uint8Array): DnsMessage | null {
  if (message.length < 12) return null;
  const at16 = (at: number): number => ((message[at] ?? 0) << 8) | (message[at + 1] ?? 0);
  const flags = at16(2);
  const reader = (offset: number) => readName(message, offset);
  let at = 12;
  let question: DnsMessage["question"] = null;
  for (let index = 0; index < Math.min(at16(4), 4); index += 1) {
    const name = reader(at);
    if (name === null || name.end + 4 > message.length) return null;
    question ??= { name: name.name, type: dnsTypeName(at16(name.end)) };
    at = name.end + 4;
  }

  const answers: DnsRecord[] = [];
  for (let index = 0; index < Math.min(at16(6), MAX_RECORDS); index += 1) {
    const name = reader(at);
    if (name === null || name.end + 10 > message.length) break;
    const start = name.end + 10;
    const end = start + at16(name.end + 8);
    if (end > message.length) break;
    const type = at16(name.end);
    const data = rdataText(type, message, start, end, reader);
    const ttl = at16(name.end + 4) * 65_536 + at16(name.end + 6);
    if (data !== null) answers.push({ name: name.name, type: dnsTypeName(type), ttl, data });
    at = end;
  }
  return {
    id: at16(0),
    response: (flags & 0x8000) !== 0,
    truncated: (flags & 0x0200) !== 0,
    authenticated: (flags & 0x0020) !== 0,
    recursive: (flags & 0x0080) !== 0,
    rcode: flags & 0x000f,
    question,
    answers,
  };
}

function readName(message: Uint8Array, offset: number): { name: string; end: number } | null {
  const labels: string[] = [];
  let length = 0;
  let at = offset;
  let end = -1;
  let lowest = offset;
  for (;;) {
    const size = message[at];
    if (size === undefined) return null;
    if (size === 0) {
      return { name: labels.join("."), end: end === -1 ? at + 1 : end };
    }
    if ((size & 0xc0) === 0xc0) {
      const pointer = ((size & 0x3f) << 8) | (message[at + 1] ?? 0);
      if (pointer >= lowest) return null;
      if (end === -1) end = at + 2;
      lowest = pointer;
      at = pointer;
      continue;
    }
    if ((size & 0xc0) !== 0 || at + 1 + size > message.length) return null;
    length += size + 1;
    if (length > 254) return null;
    labels.push(labelText(message.subarray(at + 1, at + 1 + size)));
    at += 1 + size;
  }
}

function labelText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte).toLowerCase();
    return /[a-z0-9_*-]/.test(character) ? character : `\\${String(byte).padStart(3, "0")}`;
  }).join("");
}
