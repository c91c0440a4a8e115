import type { SpokenGreeting } from "../../data/ports.ts";
import { KAFKA_CORRELATION, NFS_XID } from "./recognise-reply.ts";

/**
 * The one harmless sentence of each protocol that makes a silent service say what it is: no credentials, nothing that changes
 * anything, nothing that a client does not send before it logs in.
 */
export const GREETINGS: Readonly<Record<SpokenGreeting, Uint8Array>> = {
  redis: Buffer.from("PING\r\n"),
  memcached: Buffer.from("version\r\n"),
  // SSLRequest: "do you speak TLS?"
  postgresql: Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]),
  mongodb: mongoHello(),
  mssql: Buffer.from([0x12, 1, 0, 26, 0, 0, 1, 0, 0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff, 17, 0, 0, 0, 0, 0, 2]),
  // X.224 connection request that offers TLS and network level authentication.
  rdp: Buffer.from([3, 0, 0, 19, 14, 0xe0, 0, 0, 0, 0, 0, 1, 0, 8, 0, 3, 0, 0, 0]),
  smb: smbNegotiate(),
  nfs: nfsNull(),
  amqp: Buffer.from([0x41, 0x4d, 0x51, 0x50, 0, 0, 9, 1]),
  kafka: kafkaVersions(),
  oracle: oraclePing(),
  // A request to go over to TLS (RFC 4511, 4.14), whose answer every LDAP server owes to a stranger.
  ldap: Buffer.from("\u0030\u001d\u0002\u0001\u0001\u0077\u0018\u0080\u00161.3.6.1.4.1.1466.20037", "latin1"),
  mqtt: mqttUnknownVersion(),
};

/** OP_MSG with { hello: 1, $db: "admin" }, which drivers send before they log in. */
function mongoHello(): Buffer {
  const document = Buffer.concat([
    Buffer.from([0x10]),
    Buffer.from("hello\0"),
    Buffer.from([1, 0, 0, 0, 0x02]),
    Buffer.from("$db\0"),
    Buffer.from([6, 0, 0, 0]),
    Buffer.from("admin\0"),
    Buffer.from([0]),
  ]);
  const body = Buffer.alloc(4);
  body.writeInt32LE(document.length + 4);
  const message = Buffer.concat([Buffer.from([0, 0, 0, 0, 0]), body, document]);
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + message.length, 0);
  header.writeInt32LE(1, 4);
  header.writeInt32LE(2013, 12);
  return Buffer.concat([header, message]);
}

/** SMB1 NEGOTIATE that also offers SMB 2, so that both kinds of server answer. */
function smbNegotiate(): Buffer {
  const dialects = Buffer.from("\u0002NT LM 0.12\0\u0002SMB 2.002\0\u0002SMB 2.???\0", "latin1");
  const header = Buffer.alloc(32);
  header.write("\u00ffSMB", 0, "latin1");
  header[4] = 0x72;
  header[9] = 0x18;
  header.writeUInt16LE(0xc853, 10);
  const message = Buffer.concat([header, Buffer.from([0, dialects.length & 0xff, dialects.length >> 8]), dialects]);
  return Buffer.concat([Buffer.from([0, 0, 0, message.length]), message]);
}

/** The NULL procedure of NFS 3 (RFC 5531): "are you there?" */
function nfsNull(): Buffer {
  const words = [0x80000028, NFS_XID, 0, 2, 100_003, 3, 0, 0, 0, 0, 0];
  const bytes = Buffer.alloc(words.length * 4);
  for (const [index, word] of words.entries()) bytes.writeUInt32BE(word, index * 4);
  return bytes;
}

/** ApiVersions, version 0. */
function kafkaVersions(): Buffer {
  const client = Buffer.from("vigie");
  const bytes = Buffer.alloc(14 + client.length);
  bytes.writeInt32BE(10 + client.length, 0);
  bytes.writeInt16BE(18, 4);
  bytes.writeInt16BE(0, 6);
  bytes.writeInt32BE(KAFKA_CORRELATION, 8);
  bytes.writeInt16BE(client.length, 12);
  client.copy(bytes, 14);
  return bytes;
}

/** TNS CONNECT with the command of `tnsping`: the listener says that it is there, and no database is named. */
function oraclePing(): Buffer {
  const command = Buffer.from("(CONNECT_DATA=(COMMAND=ping))");
  const start = 58;
  const bytes = Buffer.concat([Buffer.alloc(start), command]);
  bytes.writeUInt16BE(bytes.length, 0);
  bytes[4] = 1;
  // Version 310, compatible with 300, then the sizes that every client of the last decades offers.
  for (const [at, value] of [
    [8, 0x0136],
    [10, 0x012c],
    [14, 0x0800],
    [16, 0x7fff],
    [18, 0x7f08],
    [22, 0x0001],
    [24, command.length],
    [26, start],
  ] as const) {
    bytes.writeUInt16BE(value, at);
  }
  return bytes;
}

/**
 * CONNECT for a version that does not exist. A version that does would be a login attempt, since MQTT has no greeting before it;
 * to this one a server owes "unacceptable protocol version" and an end (MQTT 3.1.1, 3.1.2.2), and opens no session.
 */
function mqttUnknownVersion(): Buffer {
  return Buffer.from([0x10, 12, 0, 4, 0x4d, 0x51, 0x54, 0x54, 0x7f, 2, 0, 0, 0, 0]);
}
