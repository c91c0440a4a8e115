import { bannerLine, type Identified } from "./identified.ts";

/** Reads what a service said first or answered to a greeting. Pure; null where it is nothing that is known. */
export function recogniseReply(bytes: Buffer): Identified | null {
  if (bytes.length === 0) return null;
  const text = bytes.toString("latin1");
  for (const recognise of RECOGNISERS) {
    const found = recognise(bytes, text);
    if (found !== null) return found;
  }
  return null;
}

type Recogniser = (bytes: Buffer, text: string) => Identified | null;

const RECOGNISERS: readonly Recogniser[] = [
  (bytes, text) => (/^SSH-\d/.test(text) ? banner("ssh", bytes) : null),
  (bytes, text) =>
    text.startsWith("* OK") || text.startsWith("* PREAUTH") || text.startsWith("* BYE") ? banner("imap", bytes) : null,
  (bytes, text) => (/^\+OK[ \r]/.test(text) ? banner("pop3", bytes) : null),
  (bytes, text) => (/^(?:220|421|554)[ -]/.test(text) ? banner(isMail(text) ? "smtp" : "ftp", bytes) : null),
  (bytes, text) => withVersion(/^@RSYNCD: (\d[\d.]{0,10})/, text, "rsync", bytes),
  (bytes, text) => withVersion(/^RFB (\d{3}\.\d{3})\n/, text, "vnc", bytes),
  mysqlGreeting,
  redisReply,
  memcachedReply,
  postgresReply,
  mongoReply,
  (bytes) =>
    bytes[0] === 0x04 && bytes[1] === 0x01 && bytes.length >= 8 && bytes.readUInt16BE(2) === bytes.length
      ? greeted("mssql", "mssql")
      : null,
  rdpReply,
  smbReply,
  nfsReply,
  amqpReply,
  oracleReply,
  mqttReply,
  ldapReply,
  (bytes) => (bytes.length >= 10 && bytes.readInt32BE(4) === KAFKA_CORRELATION ? greeted("kafka", "kafka") : null),
  (bytes, text) => {
    const negotiates = bytes[0] === 0xff && (bytes[1] ?? 0) >= 0xfb && (bytes[1] ?? 0) <= 0xfe;
    return negotiates || /(?:^|\n)[^\n]{0,40}login: ?$/i.test(text.slice(0, 2000)) ? banner("telnet", bytes) : null;
  },
];

/** The correlation id of our one Kafka question, by which an answer is known. */
export const KAFKA_CORRELATION = 0x56494749;

/** The transaction id of our one NFS question. */
export const NFS_XID = 0x56494745;

function banner(service: string, bytes: Buffer): Identified {
  const line = bannerLine(bytes);
  const [, product = null, version = null] = PRODUCTS.exec(line) ?? [];
  return { service, identifiedBy: "banner", banner: line, product, version };
}

/** Programs that say their name in their first line, and some their version. */
const PRODUCTS =
  /\b(vsFTPd|ProFTPD|Pure-FTPd|FileZilla Server|Microsoft FTP Service|Postfix|Exim|Sendmail|OpenSMTPD|Microsoft ESMTP MAIL Service|Dovecot|Courier-IMAP|Cyrus IMAP|Zimbra)\b(?:[ /]{1,2}v?(\d[\w.+-]{0,30}))?/i;

function greeted(service: string, identifiedBy: string): Identified {
  return { service, identifiedBy, access: "greets" };
}

function withVersion(pattern: RegExp, text: string, service: string, bytes: Buffer): Identified | null {
  const version = pattern.exec(text)?.[1];
  return version === undefined ? null : { ...banner(service, bytes), version };
}

/** A 220 line is a mail server's or a file server's; the words decide, and ESMTP is never said by FTP. */
function isMail(text: string): boolean {
  const line = text.split("\r\n", 1)[0]?.toLowerCase() ?? "";
  if (/ftp|filezilla|proftpd/.test(line)) return false;
  return /smtp|mail|postfix|exim|sendmail|exchange|\bmx\b/.test(line);
}

/** A handshake packet (protocol 10), or the error packet by which MySQL refuses a host before any of it. */
function mysqlGreeting(bytes: Buffer): Identified | null {
  if (bytes.length < 8 || bytes[3] !== 0) return null;
  const length = bytes.readUIntLE(0, 3);
  if (length > bytes.length - 4) return null;
  if (bytes[4] === 0x0a) {
    const end = bytes.indexOf(0, 5);
    const version = end === -1 ? "" : bytes.toString("latin1", 5, Math.min(end, 65));
    if (!/^\d+\.\d/.test(version)) return null;
    const product = /mariadb/i.test(version) ? "MariaDB" : "MySQL";
    // MariaDB 10 says 5.5.5 first, for the sake of old replicas.
    const own = version.replace(/^5\.5\.5-(?=\d)/, "");
    return { service: "mysql", identifiedBy: "banner", product, version: own, access: "greets" };
  }
  const code = bytes.readUInt16LE(5);
  const known = [1040, 1129, 1130, 1203, 1227];
  return bytes[4] === 0xff && known.includes(code)
    ? { service: "mysql", identifiedBy: "banner", access: "refuses-us" }
    : null;
}

function redisReply(_bytes: Buffer, text: string): Identified | null {
  if (text.startsWith("+PONG\r\n")) return { service: "redis", identifiedBy: "redis", access: "open" };
  if (text.startsWith("-NOAUTH") || text.startsWith("-NOPERM")) {
    return { service: "redis", identifiedBy: "redis", access: "protected" };
  }
  return text.startsWith("-DENIED Redis") ? { service: "redis", identifiedBy: "redis", access: "refuses-us" } : null;
}

/** The version to anybody, or the refusal of a server that was started with an authentication file. */
function memcachedReply(_bytes: Buffer, text: string): Identified | null {
  if (text.startsWith("CLIENT_ERROR unauthenticated")) {
    return { service: "memcached", identifiedBy: "memcached", access: "protected" };
  }
  const version = /^VERSION ([\w.-]{1,40})\r\n/.exec(text)?.[1];
  return version === undefined ? null : { service: "memcached", identifiedBy: "memcached", version, access: "open" };
}

/** One byte S or N to the question for TLS, or an error in the protocol's own form. */
function postgresReply(bytes: Buffer, text: string): Identified | null {
  if (bytes.length === 1 && (text === "S" || text === "N")) {
    return { ...greeted("postgresql", "postgresql"), facts: { tls: text === "S" ? "offered" : "refused" } };
  }
  if (bytes[0] !== 0x45 || bytes.length < 9) return null;
  if (!/^.{4}S?(?:FATAL|ERROR)/s.test(text.slice(1, 20))) return null;
  return { service: "postgresql", identifiedBy: "postgresql", access: "refuses-us" };
}

function mongoReply(bytes: Buffer, text: string): Identified | null {
  if (bytes.length < 20) return null;
  const operation = bytes.readInt32LE(12);
  const known = text.includes("maxWireVersion") || text.includes("isWritablePrimary");
  return (operation === 2013 || operation === 1) && known ? greeted("mongodb", "mongodb") : null;
}

/** X.224 connection confirm; the protocol that it selects says whether a login is needed before the screen. */
function rdpReply(bytes: Buffer): Identified | null {
  if (bytes[0] !== 0x03 || bytes[1] !== 0 || bytes[5] !== 0xd0) return null;
  const selected = bytes.length >= 19 && bytes[11] === 0x02 ? bytes.readUInt32LE(15) : 0;
  return { ...greeted("rdp", "rdp"), facts: { networkLevelAuthentication: (selected & 2) !== 0 ? "yes" : "no" } };
}

function smbReply(bytes: Buffer): Identified | null {
  if (bytes.length < 8 || bytes.toString("latin1", 5, 8) !== "SMB") return null;
  const first = bytes[4];
  if (first !== 0xff && first !== 0xfe) return null;
  return { ...greeted("smb", "smb"), facts: { version: first === 0xff ? "1" : "2 or later" } };
}

/** An accepted answer to a NULL call, record mark first. */
function nfsReply(bytes: Buffer): Identified | null {
  return bytes.length >= 28 && bytes.readUInt32BE(4) === NFS_XID && bytes.readUInt32BE(8) === 1
    ? greeted("nfs", "nfs")
    : null;
}

/** Connection.Start, or the protocol header by which another version is asked for. */
function amqpReply(bytes: Buffer, text: string): Identified | null {
  const start = bytes.length > 11 && bytes[0] === 1 && bytes.readUInt32BE(7) === 0x000a_000a;
  if (!start && !text.startsWith("AMQP\0")) return null;
  const version = /version[SA]\0{0,3}.([\d.]{1,20})/s.exec(text.slice(0, 2000))?.[1];
  return {
    ...greeted("amqp", "amqp"),
    product: text.includes("RabbitMQ") ? "RabbitMQ" : null,
    version: version ?? null,
  };
}

/** A TNS packet of its own announced length: REFUSE with the listener's words, or RESEND and REDIRECT, which are as much its. */
function oracleReply(bytes: Buffer, text: string): Identified | null {
  if (bytes.length < 8 || bytes.readUInt16BE(0) !== bytes.length || bytes.readUInt16BE(2) !== 0) return null;
  const type = bytes[4] ?? 0;
  const speaks = text.includes("(DESCRIPTION=") || text.includes("(ERR=") || text.includes("(ADDRESS=");
  // RESEND has nothing but its header.
  if (!(type === 11 && bytes.length === 8) && !([2, 4, 5].includes(type) && speaks)) return null;
  const number = Number(/\(VSNNUM=(\d{1,10})\)/.exec(text)?.[1] ?? 0);
  const version = number === 0 ? null : `${String(number >>> 24)}.${String((number >>> 20) & 15)}`;
  return { ...greeted("oracle", "oracle"), version };
}

/** CONNACK that refuses the version, in the form of version 3.1.1 or of version 5. */
function mqttReply(bytes: Buffer): Identified | null {
  if (bytes[0] !== 0x20 || bytes.length < 4 || bytes.length !== (bytes[1] ?? 0) + 2) return null;
  const code = bytes[3];
  return bytes[2] === 0 && (code === 0x01 || code === 0x84) ? greeted("mqtt", "mqtt") : null;
}

/** An extended response (RFC 4511, 4.12) to our message number 1. */
function ldapReply(bytes: Buffer): Identified | null {
  if (bytes[0] !== 0x30 || bytes.length < 10) return null;
  const message = bytes.indexOf(Buffer.from([2, 1, 1, 0x78]));
  // The length before it takes one byte, or up to five.
  if (message < 2 || message > 6) return null;
  const offered = bytes.indexOf(Buffer.from([0x0a, 1, 0]), message) !== -1;
  return { ...greeted("ldap", "ldap"), facts: { tls: offered ? "offered" : "refused" } };
}
