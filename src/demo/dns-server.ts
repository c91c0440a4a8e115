import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { createServer, isIPv4, type AddressInfo, type Server, type Socket } from "node:net";

/** `name TYPE` to the data of its records, in presentation form; `*.name` answers for what is not there. */
export type Zone = Readonly<Record<string, readonly string[]>>;

export interface DnsServerOptions {
  readonly zone: Zone;
  /** Knows only its own zone, as a name server that asks nobody else. */
  readonly authoritative?: boolean;
  /** Says that it validated every answer. */
  readonly authenticated?: boolean;
  /** `name TYPE` or `name` to what goes wrong there. */
  readonly trouble?: Readonly<Record<string, DnsTrouble>>;
}

/** silence: no answer; servfail, refused: that code; bogus: servfail but for who asks not to check; forged: first an answer with another id; garbage: noise; late: after `lateMs`. */
export type DnsTrouble = "silence" | "servfail" | "refused" | "bogus" | "forged" | "garbage" | "late";

/** A name server on loopback, over UDP and TCP on one port: for the demo shop and for the tests. */
export interface DemoDnsServer extends AsyncDisposable {
  readonly address: string;
  readonly port: number;
  /** For `--resolver`. */
  readonly label: string;
  /** `udp|tcp name TYPE` of every question, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DS: 43,
  TLSA: 52,
  HTTPS: 65,
  CAA: 257,
};

const UDP_LIMIT = 1232;
const LATE_MS = 300;

/** Starts the server on an ephemeral port of 127.0.0.1. */
export async function startDnsServer(options: DnsServerOptions): Promise<DemoDnsServer> {
  const asked: string[] = [];
  const { tcp, udp, port } = await bindBoth();
  const sockets = new Set<Socket>();
  let closed = false;

  udp.on("message", (query, from) => {
    const question = readQuestion(query);
    if (question === null) return;
    asked.push(`udp ${question.name} ${question.type}`);
    const trouble = options.trouble?.[`${question.name} ${question.type}`] ?? options.trouble?.[question.name];
    const send = (message: Buffer): void => {
      if (closed) return;
      udp.send(message, from.port, from.address, () => undefined);
    };
    if (trouble === "silence") return;
    if (trouble === "garbage") {
      send(Buffer.concat([query.subarray(0, 2), Buffer.alloc(40, 0xc0)]));
      return;
    }
    const answer = answerTo(query, question, options, trouble);
    if (trouble === "forged") send(forge(answer));
    if (trouble === "late") setTimeout(send, LATE_MS, answer).unref();
    else send(answer.length > UDP_LIMIT ? truncate(answer, question) : answer);
  });
  udp.on("error", () => undefined);

  tcp.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    let received = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2 || received.length < received.readUInt16BE(0) + 2) return;
      const query = received.subarray(2);
      const question = readQuestion(query);
      if (question === null) return void socket.destroy();
      asked.push(`tcp ${question.name} ${question.type}`);
      const answer = answerTo(query, question, options, undefined);
      socket.end(Buffer.concat([word(answer.length), answer]));
    });
  });

  async function close(): Promise<void> {
    closed = true;
    for (const socket of sockets) socket.destroy();
    await Promise.all([
      new Promise<void>((resolve) =>
        tcp.close(() => {
          resolve();
        }),
      ),
      new Promise<void>((resolve) =>
        udp.close(() => {
          resolve();
        }),
      ),
    ]);
  }
  return { address: "127.0.0.1", port, label: `127.0.0.1:${String(port)}`, asked, close, [Symbol.asyncDispose]: close };
}

/** An ephemeral TCP port may be taken for UDP: then another one is tried. */
async function bindBoth(): Promise<{ tcp: Server; udp: UdpSocket; port: number }> {
  for (let attempt = 0; ; attempt += 1) {
    const tcp = createServer();
    const udp = createSocket("udp4");
    await new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve));
    // `listen` on a host and port always gives an AddressInfo.
    const { port } = tcp.address() as AddressInfo;
    try {
      await new Promise<void>((resolve, reject) => {
        udp.once("error", reject).bind(port, "127.0.0.1", resolve);
      });
      return { tcp, udp, port };
    } catch (error) {
      tcp.close();
      udp.close();
      if (attempt >= 20) throw error;
    }
  }
}

interface Question {
  readonly name: string;
  readonly type: string;
  readonly end: number;
}

function readQuestion(query: Buffer): Question | null {
  const labels: string[] = [];
  let at = 12;
  for (let size = query[at]; size !== undefined && size !== 0; size = query[at]) {
    labels.push(query.toString("latin1", at + 1, at + 1 + size).toLowerCase());
    at += size + 1;
  }
  if (at + 5 > query.length) return null;
  const code = query.readUInt16BE(at + 1);
  const type = Object.entries(TYPES).find(([, number]) => number === code)?.[0] ?? String(code);
  return { name: labels.join("."), type, end: at + 5 };
}

function answerTo(
  query: Buffer,
  question: Question,
  options: DnsServerOptions,
  trouble: DnsTrouble | undefined,
): Buffer {
  const checks = ((query[3] ?? 0) & 0x10) === 0;
  const failed = trouble === "servfail" || (trouble === "bogus" && checks) ? 2 : trouble === "refused" ? 5 : 0;
  const { records, end } = recordsFor(question.name, question.type, options.zone);
  // The code is that of the name at the end of the aliases (RFC 6604, 3).
  const rcode = failed !== 0 ? failed : end === null || exists(end, options.zone) ? 0 : 3;
  const flags =
    (options.authoritative === true ? 0x8500 : 0x8180) | (options.authenticated === true ? 0x20 : 0) | rcode;
  return Buffer.concat([
    query.subarray(0, 2),
    word(flags),
    word(1),
    word(failed === 0 ? records.length : 0),
    word(0),
    word(0),
    query.subarray(12, question.end),
    ...(failed === 0 ? records : []),
  ]);
}

/** The records of a name with the aliases that lead to them, and the name where nothing was found; a loop goes round once. */
function recordsFor(name: string, type: string, zone: Zone): { records: Buffer[]; end: string | null } {
  const records: Buffer[] = [];
  const seen = new Set<string>();
  let owner = name;
  for (;;) {
    seen.add(owner);
    const at = owner;
    const data = dataOf(owner, type, zone);
    if (data !== undefined) return { records: [...records, ...data.map((text) => record(at, type, text))], end: null };
    const cname = dataOf(owner, "CNAME", zone)?.[0];
    if (cname === undefined) return { records, end: owner };
    records.push(record(owner, "CNAME", cname));
    if (seen.has(cname)) return { records, end: null };
    owner = cname;
  }
}

function dataOf(name: string, type: string, zone: Zone): readonly string[] | undefined {
  return (
    zone[`${name} ${type}`] ?? (exists(name, zone) ? undefined : zone[`*.${name.slice(name.indexOf(".") + 1)} ${type}`])
  );
}

function exists(name: string, zone: Zone): boolean {
  return Object.keys(zone).some((key) => {
    const owner = key.slice(0, key.lastIndexOf(" "));
    return owner === name || owner.endsWith(`.${name}`);
  });
}

function record(name: string, type: string, text: string): Buffer {
  const data = rdata(type, text);
  return Buffer.concat([
    encodeName(name),
    word(TYPES[type] ?? 0),
    word(1),
    word(0),
    word(300),
    word(data.length),
    data,
  ]);
}

function rdata(type: string, text: string): Buffer {
  switch (type) {
    case "A":
      return Buffer.from(isIPv4(text) ? text.split(".").map(Number) : []);
    case "AAAA":
      return Buffer.from(ipv6Bytes(text));
    case "NS":
    case "CNAME":
      return encodeName(text);
    case "SOA":
      return Buffer.concat([encodeName(text), encodeName(`hostmaster.${text}`), Buffer.alloc(20)]);
    case "MX": {
      const [preference = "0", exchange = ""] = text.split(" ");
      return Buffer.concat([word(Number(preference)), encodeName(exchange)]);
    }
    case "TXT":
      return Buffer.concat(
        (text.match(/[^]{1,255}/g) ?? [""]).map((part) =>
          Buffer.concat([Buffer.from([part.length]), Buffer.from(part, "latin1")]),
        ),
      );
    case "CAA": {
      const [flags = "0", tag = "", ...value] = text.split(" ");
      return Buffer.concat([Buffer.from([Number(flags), tag.length]), Buffer.from(tag), Buffer.from(value.join(" "))]);
    }
    case "TLSA":
    case "DS": {
      const parts = text.split(" ");
      const numbers =
        type === "DS" ? [...word(Number(parts[0])), Number(parts[1]), Number(parts[2])] : parts.slice(0, 3).map(Number);
      return Buffer.concat([Buffer.from(numbers), Buffer.from(parts[3] ?? "", "hex")]);
    }
    default: {
      const [priority = "1", target = "."] = text.split(" ");
      return Buffer.concat([word(Number(priority)), encodeName(target)]);
    }
  }
}

function ipv6Bytes(text: string): number[] {
  const [head = "", tail] = text.split("::");
  const words = (part: string): number[] => (part === "" ? [] : part.split(":").map((one) => Number.parseInt(one, 16)));
  const left = words(head);
  const right = words(tail ?? "");
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right].flatMap((one) => [
    one >> 8,
    one & 0xff,
  ]);
}

function encodeName(name: string): Buffer {
  const labels = name === "." || name === "" ? [] : name.split(".");
  return Buffer.concat([
    ...labels.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, "latin1")])),
    Buffer.from([0]),
  ]);
}

function truncate(answer: Buffer, question: Question): Buffer {
  const cut = Buffer.from(answer.subarray(0, question.end));
  cut.writeUInt16BE(cut.readUInt16BE(2) | 0x0200, 2);
  cut.writeUInt16BE(0, 6);
  return cut;
}

/** What somebody sends who cannot see the query: another id, and data of his own. */
function forge(answer: Buffer): Buffer {
  const forged = Buffer.from(answer);
  forged.writeUInt16BE(forged.readUInt16BE(0) ^ 0xffff, 0);
  forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
  return forged;
}

function word(value: number): Buffer {
  return Buffer.from([(value >> 8) & 0xff, value & 0xff]);
}
