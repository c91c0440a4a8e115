import { cleanText } from "../../../core/text.ts";
import type { Conversation } from "../conversation.ts";
import { bannerText, type Identified } from "../identified.ts";

/** Panels and stores that say their name over HTTP, the particular before the general. */
const KNOWN: readonly {
  readonly service: string;
  readonly product: string;
  readonly matches: (answer: Answer) => boolean;
  readonly access?: (answer: Answer) => NonNullable<Identified["access"]>;
  readonly version?: RegExp;
}[] = [
  {
    service: "elasticsearch",
    product: "Elasticsearch",
    matches: ({ body, header }) =>
      /"lucene_version"\s*:/.test(body) ||
      header("x-elastic-product") !== "" ||
      /security_exception[^]{0,300}missing authentication/.test(body),
    access: ({ status }) => (status === 200 ? "open" : "protected"),
    version: /"number"\s*:\s*"([\d.]{1,20})"/,
  },
  {
    service: "couchdb",
    product: "CouchDB",
    matches: ({ body, header }) => /"couchdb"\s*:\s*"Welcome"/.test(body) || header("server").startsWith("CouchDB"),
    access: () => "greets",
    version: /"version"\s*:\s*"([\d.]{1,20})"/,
  },
  {
    service: "docker",
    product: "Docker",
    matches: ({ header }) => header("api-version") !== "" && /docker/i.test(header("server")),
    access: () => "open",
  },
  {
    service: "rabbitmq-management",
    product: "RabbitMQ",
    matches: ({ body }) => /<title>RabbitMQ Management/i.test(body),
    access: () => "greets",
  },
  {
    service: "webmin",
    product: "Webmin",
    matches: ({ header }) => header("server").startsWith("MiniServ"),
    access: () => "greets",
    version: /MiniServ\/([\d.]{1,20})/,
  },
  {
    service: "cpanel",
    product: "cPanel",
    matches: ({ header, body }) =>
      header("server").startsWith("cpsrvd") || /<title>(?:cPanel|WHM|Webmail) Login/i.test(body),
    access: () => "greets",
  },
  {
    service: "plesk",
    product: "Plesk",
    matches: ({ header }) => header("server").startsWith("sw-cp-server") || /plesk/i.test(header("x-powered-by")),
    access: () => "greets",
  },
  {
    service: "directadmin",
    product: "DirectAdmin",
    matches: ({ header }) => header("server").startsWith("DirectAdmin"),
    access: () => "greets",
  },
  {
    service: "phpmyadmin",
    product: "phpMyAdmin",
    matches: ({ body }) => /<title>[^<]{0,80}phpMyAdmin/i.test(body),
    access: () => "greets",
  },
  {
    service: "clickhouse",
    product: "ClickHouse",
    matches: ({ header }) => header("x-clickhouse-summary") !== "" || header("x-clickhouse-server-display-name") !== "",
    access: () => "greets",
  },
];

interface Answer {
  readonly status: number;
  readonly header: (name: string) => string;
  readonly body: string;
}

/** GET / on a connection that is already open, TLS or not: what comes back, HTTP or not. At most 64 KiB are read. */
export async function talkHttp(talk: Conversation, host: string, agent: string, milliseconds: number): Promise<Buffer> {
  const name = host.includes(":") ? `[${host}]` : host;
  talk.send(`GET / HTTP/1.1\r\nHost: ${name}\r\nUser-Agent: ${agent}\r\nAccept: */*\r\nConnection: close\r\n\r\n`);
  return await talk.read((said) => isWhole(said), milliseconds);
}

/** Reads an HTTP answer; null where it is none. */
export function readHttp(bytes: Buffer): Identified | null {
  const text = bytes.toString("latin1");
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1];
  if (status === undefined) return null;
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const answer: Answer = {
    status: Number(status),
    header: (name) => new RegExp(`^${name}:[ \\t]*([^\\r\\n]{0,200})`, "im").exec(head)?.[1] ?? "",
    body: rest.join("\r\n\r\n").slice(0, 16_384),
  };
  const known = KNOWN.find(({ matches }) => matches(answer));
  const title = /<title[^>]{0,100}>([^<]{0,120})/i.exec(answer.body)?.[1];
  const server = answer.header("server");
  const location = answer.header("location");
  return {
    service: known?.service ?? "http",
    identifiedBy: "http",
    banner: bannerText(Buffer.from(server, "latin1")),
    product: known?.product ?? (server === "" ? null : cleanText(server, 100)),
    version: known?.version?.exec(text)?.[1] ?? null,
    ...(known?.access === undefined ? {} : { access: known.access(answer) }),
    facts: {
      status,
      ...(title === undefined ? {} : { title: cleanText(title.replaceAll(/\s+/g, " ").trim(), 120) }),
      ...(location === "" ? {} : { location: cleanText(location, 200) }),
    },
  };
}

/** Enough to tell what it is: the headers and, where their length is known, the body; a first line of anything else. */
function isWhole(bytes: Buffer): boolean {
  const start = bytes.toString("latin1", 0, 5);
  if (!"HTTP/".startsWith(start)) return bytes.includes(0x0a) || bytes.length > 512;
  const end = bytes.indexOf("\r\n\r\n");
  if (end === -1) return false;
  const length = /^content-length:[ \t]*(\d{1,9})/im.exec(bytes.toString("latin1", 0, end))?.[1];
  return length !== undefined && bytes.length >= Math.min(end + 4 + Number(length), 16_384);
}
