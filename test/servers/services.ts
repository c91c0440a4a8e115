import type { Socket } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import { startRaw, type LoopbackServer } from "./loopback.ts";

/** A scripted service: what it says first, and what it answers to a client's words. */
export interface Script {
  readonly first?: string | Buffer;
  /** The answer to what came; null closes, undefined says nothing. */
  readonly answer?: (said: Buffer, socket: Socket) => string | Buffer | null | undefined;
}

/** Starts a scripted service on loopback. */
export async function startService(script: Script): Promise<LoopbackServer> {
  return await startRaw((socket) => {
    speak(script, socket);
  });
}

/** The same inside TLS, from the first byte. */
export async function startTlsService(
  keys: { readonly cert: string; readonly key: string },
  script: Script,
): Promise<LoopbackServer> {
  const context = createSecureContext({ cert: keys.cert, key: keys.key });
  return await startRaw((socket) => {
    const secured = new TLSSocket(socket, { isServer: true, secureContext: context });
    secured.on("error", () => undefined);
    speak(script, secured);
  });
}

function speak(script: Script, socket: Socket): void {
  if (script.first !== undefined) socket.write(script.first);
  socket.on("data", (said) => {
    const answer = script.answer?.(said, socket);
    if (answer === null) socket.end();
    else if (answer !== undefined && socket.writable) socket.write(answer);
  });
}

/** Binary packets of SSH: KEXINIT with the given lists. */
export function kexInit(lists: {
  readonly kex: readonly string[];
  readonly hostKeys: readonly string[];
  readonly ciphers: readonly string[];
  readonly macs: readonly string[];
}): Buffer {
  const names = [
    lists.kex,
    lists.hostKeys,
    lists.ciphers,
    lists.ciphers,
    lists.macs,
    lists.macs,
    ["none"],
    ["none"],
    [],
    [],
  ];
  const body = Buffer.concat([
    Buffer.from([20]),
    Buffer.alloc(16, 7),
    ...names.map((list) => {
      const text = Buffer.from(list.join(","));
      const length = Buffer.alloc(4);
      length.writeUInt32BE(text.length);
      return Buffer.concat([length, text]);
    }),
    Buffer.alloc(5),
  ]);
  const padding = 8 - ((body.length + 5) % 8) + 4;
  const header = Buffer.alloc(5);
  header.writeUInt32BE(body.length + padding + 1);
  header[4] = padding;
  return Buffer.concat([header, body, Buffer.alloc(padding)]);
}

/** MySQL's handshake packet, version 10. */
export function mysqlGreeting(version: string): Buffer {
  const payload = Buffer.concat([Buffer.from([10]), Buffer.from(`${version}\0`), Buffer.alloc(40, 1)]);
  return Buffer.concat([Buffer.from([payload.length & 0xff, payload.length >> 8, 0, 0]), payload]);
}

/** MySQL's refusal of a host that may not connect. */
export function mysqlRefusal(): Buffer {
  const payload = Buffer.concat([Buffer.from([0xff, 0x6a, 0x04]), Buffer.from("Host '192.0.2.9' is not allowed")]);
  return Buffer.concat([Buffer.from([payload.length, 0, 0, 0]), payload]);
}

const MODERN_SSH = {
  kex: ["mlkem768x25519-sha256", "curve25519-sha256", "kex-strict-s-v00@openssh.com"],
  hostKeys: ["ssh-ed25519", "rsa-sha2-512"],
  ciphers: ["aes256-gcm@openssh.com", "chacha20-poly1305@openssh.com"],
  macs: ["hmac-sha2-256-etm@openssh.com"],
};

const OLD_SSH = {
  kex: ["diffie-hellman-group14-sha1", "diffie-hellman-group1-sha1"],
  hostKeys: ["ssh-rsa", "ssh-dss"],
  ciphers: ["aes128-cbc", "3des-cbc", "arcfour"],
  macs: ["hmac-md5", "hmac-sha1-etm@openssh.com"],
};

/** The services of a small town, by name. */
export const SCRIPTS: Readonly<Record<string, Script>> = {
  silent: {},
  noise: { first: Buffer.from([0, 255, 1, 254, 2, 253, 0, 0, 7]) },
  flood: { answer: () => undefined, first: Buffer.alloc(200_000, 0x41) },
  ssh: { first: Buffer.concat([Buffer.from("SSH-2.0-OpenSSH_10.0p2 Debian-7\r\n"), kexInit(MODERN_SSH)]) },
  "ssh-old": { first: Buffer.concat([Buffer.from("SSH-1.99-OpenSSH_5.3\r\n"), kexInit(OLD_SSH)]) },
  "ssh-mute": { first: "SSH-2.0-dropbear_2022.83\r\n" },
  mysql: { first: mysqlGreeting("8.0.36") },
  mariadb: { first: mysqlGreeting("5.5.5-10.11.6-MariaDB") },
  "mysql-closed": { first: mysqlRefusal() },
  redis: { answer: (said) => (said.toString().startsWith("PING") ? "+PONG\r\n" : "-ERR unknown command\r\n") },
  "redis-password": { answer: () => "-NOAUTH Authentication required.\r\n" },
  memcached: { answer: (said) => (said.toString().startsWith("version") ? "VERSION 1.6.21\r\n" : "ERROR\r\n") },
  "memcached-password": { answer: () => "CLIENT_ERROR unauthenticated\r\n" },
  postgresql: { answer: (said) => (said.length === 8 ? "S" : null) },
  mongodb: {
    answer: (said) => {
      if (said.length < 16 || said.readInt32LE(12) !== 2013) return null;
      const body = Buffer.concat([Buffer.alloc(5), Buffer.from("maxWireVersion\0")]);
      const header = Buffer.alloc(16);
      header.writeInt32LE(16 + body.length, 0);
      header.writeInt32LE(2013, 12);
      return Buffer.concat([header, body]);
    },
  },
  oracle: {
    answer: (said) =>
      said.includes("(COMMAND=ping)")
        ? tnsRefuse("(DESCRIPTION=(TMP=)(VSNNUM=318767104)(ERR=0)(ALIAS=LISTENER))")
        : Buffer.from([0, 8, 0, 0, 11, 0, 0, 0]),
  },
  mqtt: { answer: (said) => (said[0] === 0x10 && said[8] === 0x7f ? Buffer.from([0x20, 2, 0, 1]) : null) },
  mqtt5: { answer: (said) => (said[0] === 0x10 ? Buffer.from([0x20, 3, 0, 0x84, 0]) : null) },
  ldap: {
    answer: (said) =>
      said[0] === 0x30 && said.includes("1.3.6.1.4.1.1466.20037")
        ? Buffer.from([0x30, 12, 2, 1, 1, 0x78, 7, 0x0a, 1, 2, 4, 0, 4, 0])
        : null,
  },
  kafka: {
    answer: (said) => {
      if (said.length < 14 || said.readInt16BE(4) !== 18) return null;
      return Buffer.concat([Buffer.from([0, 0, 0, 10]), said.subarray(8, 12), Buffer.alloc(6)]);
    },
  },
  nfs: {
    answer: (said) => {
      if (said.length !== 44) return null;
      const reply = Buffer.alloc(28);
      reply.writeUInt32BE(0x80000018, 0);
      said.copy(reply, 4, 4, 8);
      reply.writeUInt32BE(1, 8);
      return reply;
    },
  },
  smb: {
    answer: (said) =>
      said.toString("latin1", 5, 8) === "SMB" ? Buffer.from([0, 0, 0, 8, 0xfe, 0x53, 0x4d, 0x42, 64, 0, 1, 0]) : null,
  },
  mssql: {
    answer: (said) => (said[0] === 0x12 ? Buffer.from([4, 1, 0, 11, 0, 0, 1, 0, 0xff, 16, 0]) : null),
  },
  elasticsearch: {
    answer: () =>
      http(
        '{"cluster_name":"shop","version":{"number":"8.11.1","lucene_version":"9.8.0"}}',
        "content-type: application/json",
      ),
  },
  docker: {
    answer: () => http('{"message":"page not found"}', "Api-Version: 1.47\r\nServer: Docker/27.3.1 (linux)", 404),
  },
  webmin: { answer: () => http("<title>Login to Webmin</title>", "Server: MiniServ/2.105") },
  web: { answer: () => http("<title>Boulangerie</title>", "Server: nginx/1.26.2") },
  rdp: {
    answer: (said) =>
      said[0] === 3 ? Buffer.from([3, 0, 0, 19, 14, 0xd0, 0, 0, 0x12, 0x34, 0, 2, 0x1f, 8, 0, 2, 0, 0, 0]) : null,
  },
  vnc: { first: "RFB 003.008\n", answer: () => Buffer.from([2, 1, 2]) },
  "vnc-password": { first: "RFB 003.008\n", answer: () => Buffer.from([1, 2]) },
  telnet: { first: Buffer.from([0xff, 0xfd, 0x18, 0xff, 0xfd, 0x20]) },
  rsync: { first: "@RSYNCD: 31.0\n" },
  amqp: {
    answer: (said) =>
      said.toString("latin1", 0, 4) === "AMQP"
        ? Buffer.concat([
            Buffer.from([1, 0, 0, 0, 0, 0, 80, 0, 10, 0, 10, 0, 9]),
            Buffer.from("productS\0\0\0\bRabbitMQ"),
          ])
        : null,
  },
  ftp: {
    first: "220 ProFTPD Server (Bakery)\r\n",
    answer: (said) => (said.toString().startsWith("FEAT") ? "211-Features:\r\n UTF8\r\n211 End\r\n" : "221 Bye\r\n"),
  },
  "ftp-tls": {
    first: "220 (vsFTPd 3.0.5)\r\n",
    answer: (said) =>
      said.toString().startsWith("FEAT") ? "211-Features:\r\n AUTH TLS\r\n PBSZ\r\n211 End\r\n" : "221 Bye\r\n",
  },
  smtp: { first: "220 mx.bakery.test ESMTP Postfix\r\n", answer: smtp(["PIPELINING", "STARTTLS", "8BITMIME"]) },
  "smtp-plain": { first: "220 mx.bakery.test ESMTP Postfix\r\n", answer: smtp(["PIPELINING"]) },
  submission: { first: "220 mx.bakery.test ESMTP\r\n", answer: smtp(["STARTTLS", "AUTH PLAIN LOGIN"]) },
  "submission-plain": { first: "220 mx.bakery.test ESMTP\r\n", answer: smtp(["AUTH PLAIN LOGIN"]) },
  imap: { first: "* OK [CAPABILITY IMAP4rev1] ready.\r\n", answer: imap("IMAP4rev1 STARTTLS LOGINDISABLED") },
  "imap-plain": { first: "* OK ready.\r\n", answer: imap("IMAP4rev1 AUTH=PLAIN") },
  pop3: { first: "+OK Dovecot ready.\r\n", answer: pop3(["STLS", "UIDL"]) },
  "pop3-plain": { first: "+OK ready.\r\n", answer: pop3(["USER", "UIDL"]) },
};

/** What an Oracle listener says when it has nothing to connect to. */
function tnsRefuse(words: string): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(12), Buffer.from(words)]);
  bytes.writeUInt16BE(bytes.length, 0);
  bytes[4] = 4;
  bytes.writeUInt16BE(words.length, 10);
  return bytes;
}

function http(body: string, headers: string, status = 200): string {
  return `HTTP/1.1 ${String(status)} OK\r\n${headers}\r\nContent-Length: ${String(body.length)}\r\nConnection: close\r\n\r\n${body}`;
}

function smtp(capabilities: readonly string[]): NonNullable<Script["answer"]> {
  return (said) => {
    if (!said.toString().startsWith("EHLO")) return "221 Bye\r\n";
    const lines = ["mx.bakery.test", ...capabilities];
    return lines.map((line, index) => `250${index === lines.length - 1 ? " " : "-"}${line}\r\n`).join("");
  };
}

function imap(capabilities: string): NonNullable<Script["answer"]> {
  return (said) =>
    said.toString().startsWith("v1 CAPABILITY")
      ? `* CAPABILITY ${capabilities}\r\nv1 OK done\r\n`
      : "* BYE\r\nv2 OK\r\n";
}

function pop3(capabilities: readonly string[]): NonNullable<Script["answer"]> {
  return (said) =>
    said.toString().startsWith("CAPA") ? `+OK\r\n${capabilities.join("\r\n")}\r\n.\r\n` : "+OK bye\r\n";
}
