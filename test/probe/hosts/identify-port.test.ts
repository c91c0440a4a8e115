import { connect, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { knownPort } from "../../../src/data/ports.ts";
import { createAuthority } from "../../../src/demo/pki.ts";
import { identifyPort } from "../../../src/probe/hosts/identify-port.ts";
import { startHttp, type LoopbackServer } from "../../servers/loopback.ts";
import { SCRIPTS, startService, startTlsService } from "../../servers/services.ts";

function open(server: LoopbackServer): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, "127.0.0.1", () => {
      resolve(socket);
    });
    socket.once("error", reject);
  });
}

async function identify(server: LoopbackServer, port: number) {
  return await identifyPort({
    host: "bakery.test",
    known: knownPort(port),
    socket: await open(server),
    open: () => open(server),
    userAgent: "Vigie/test",
    patience: { connect: 2000, listen: 80, mail: 300, greeting: 150, guess: 60, handshake: 300 },
  });
}

async function identifyScript(name: string, port: number) {
  await using server = await startService(SCRIPTS[name] ?? {});
  const found = await identify(server, port);
  await server.quiet();
  return found;
}

describe("identifyPort", () => {
  it.each([
    ["ssh", 22, { service: "ssh", identifiedBy: "banner", product: "OpenSSH", version: "10.0p2" }],
    ["mysql", 3306, { service: "mysql", product: "MySQL", version: "8.0.36", access: "greets" }],
    ["mariadb", 3306, { service: "mysql", product: "MariaDB", version: "10.11.6-MariaDB" }],
    ["mysql-closed", 3306, { service: "mysql", access: "refuses-us" }],
    ["redis", 6379, { service: "redis", access: "open" }],
    ["redis-password", 6379, { service: "redis", access: "protected" }],
    ["memcached", 11_211, { service: "memcached", version: "1.6.21", access: "open" }],
    ["memcached-password", 11_211, { service: "memcached", access: "protected" }],
    ["postgresql", 5432, { service: "postgresql", access: "greets", facts: { tls: "offered" } }],
    ["mongodb", 27_017, { service: "mongodb", access: "greets" }],
    ["elasticsearch", 9200, { service: "elasticsearch", version: "8.11.1", access: "open" }],
    ["docker", 2375, { service: "docker", access: "open" }],
    ["webmin", 10_000, { service: "webmin", version: "2.105" }],
    ["web", 8080, { service: "http", product: "nginx/1.26.2", facts: { title: "Boulangerie", status: "200" } }],
    ["rdp", 3389, { service: "rdp", facts: { networkLevelAuthentication: "yes" } }],
    ["vnc", 5900, { service: "vnc", version: "003.008", access: "open" }],
    ["vnc-password", 5900, { service: "vnc", access: "protected" }],
    ["telnet", 23, { service: "telnet" }],
    ["rsync", 873, { service: "rsync", version: "31.0" }],
    ["amqp", 5672, { service: "amqp", product: "RabbitMQ" }],
    ["oracle", 1521, { service: "oracle", version: "19.0", access: "greets" }],
    ["mqtt", 1883, { service: "mqtt", access: "greets" }],
    ["mqtt5", 1883, { service: "mqtt" }],
    ["kafka", 9092, { service: "kafka" }],
    ["nfs", 2049, { service: "nfs" }],
    ["smb", 445, { service: "smb", facts: { version: "2 or later" } }],
    ["mssql", 1433, { service: "mssql" }],
    ["ftp", 21, { service: "ftp", facts: { authTls: "no" } }],
    ["ftp-tls", 21, { service: "ftp", product: "vsFTPd", version: "3.0.5", facts: { authTls: "yes" } }],
    [
      "smtp",
      25,
      { service: "smtp", product: "Postfix", mail: { protocol: "smtp", starttls: true, plainLogin: false } },
    ],
    ["submission-plain", 587, { service: "smtp", mail: { starttls: false, plainLogin: true } }],
    ["imap", 143, { service: "imap", mail: { starttls: true, plainLogin: false } }],
    ["imap-plain", 143, { service: "imap", mail: { starttls: false, plainLogin: true } }],
    ["pop3", 110, { service: "pop3", mail: { starttls: true, plainLogin: false } }],
    ["pop3-plain", 110, { service: "pop3", mail: { starttls: false, plainLogin: true } }],
    // Nothing keeps a service to its usual port.
    ["ssh", 8080, { service: "ssh" }],
    ["web", 6379, { service: "http" }],
    ["web", 3306, { service: "http" }],
    ["redis-password", 80, { service: "redis", access: "protected" }],
    ["web", 8443, { service: "http", tls: "none" }],
    ["ssh", 443, { service: "ssh" }],
  ] as const)("%s on %i", async (name, port, expected) => {
    expect(await identifyScript(name, port)).toMatchObject(expected);
  });

  // Ports of no table, which the user named: the service that speaks first, and each sentence in turn.
  it.each([
    ["ssh", 2222, { service: "ssh", ssh: { complete: true } }],
    ["submission-plain", 2525, { service: "smtp", mail: { starttls: false, plainLogin: true } }],
    ["ftp-tls", 2121, { service: "ftp", facts: { authTls: "yes" } }],
    ["mysql", 13_306, { service: "mysql" }],
    ["web", 3000, { service: "http" }],
    ["postgresql", 15_432, { service: "postgresql" }],
    ["redis", 16_379, { service: "redis", access: "open" }],
    ["redis-password", 7000, { service: "redis", access: "protected" }],
    ["memcached", 7001, { service: "memcached" }],
    ["mongodb", 7002, { service: "mongodb" }],
    ["mssql", 7003, { service: "mssql" }],
    ["rdp", 7004, { service: "rdp" }],
    ["smb", 7005, { service: "smb" }],
    ["mqtt", 7006, { service: "mqtt" }],
    ["kafka", 7007, { service: "kafka" }],
    ["ldap", 10_389, { service: "ldap", facts: { tls: "refused" } }],
    ["oracle", 7008, { service: "oracle" }],
    ["nfs", 7009, { service: "nfs" }],
  ] as const)("%s on the unusual %i", async (name, port, expected) => {
    expect(await identifyScript(name, port)).toMatchObject(expected);
  });

  it.each([
    ["silent", 22],
    ["silent", 7010],
    ["noise", 7011],
    ["noise", 6379],
    ["flood", 22],
  ] as const)("claims nothing of %s on %i", async (name, port) => {
    expect(await identifyScript(name, port)).toMatchObject({ service: null, identifiedBy: null });
  });

  it("finds http inside TLS, whatever the port is", async () => {
    const leaf = createAuthority(new Date()).issue({ names: ["bakery.test"] });
    await using server = await startHttp((_request, response) => response.end("<title>Panel</title>"), {
      cert: leaf.chain,
      key: leaf.keyPem,
    });

    expect(await identify(server, 8443)).toMatchObject({ service: "http", tls: "implicit", facts: { title: "Panel" } });
    expect(await identify(server, 22)).toMatchObject({ service: "http", tls: "implicit" });
  });

  it("greets a database inside TLS", async () => {
    const leaf = createAuthority(new Date()).issue({ names: ["bakery.test"] });
    await using server = await startTlsService({ cert: leaf.chain, key: leaf.keyPem }, SCRIPTS["redis"] ?? {});

    expect(await identify(server, 6379)).toMatchObject({ service: "redis", access: "open", tls: "implicit" });
  });

  it("speaks to a mail server only after the last line of its greeting", async () => {
    const said: string[] = [];
    const script = SCRIPTS["smtp"];
    await using server = await startService({
      first: "220-mx.bakery.test ESMTP Postfix\r\n",
      answer: (bytes, socket) => {
        said.push(bytes.toString());
        return script?.answer?.(bytes, socket);
      },
    });
    await using patient = await startService({
      first: "220-mx.bakery.test ESMTP Postfix\r\n220 mx.bakery.test ESMTP Postfix\r\n",
      ...(script?.answer === undefined ? {} : { answer: script.answer }),
    });

    const early = await identify(server, 25);
    const late = await identify(patient, 25);

    expect(early).toMatchObject({ service: "smtp", mail: { starttls: null, plainLogin: null } });
    expect(said).toEqual([]);
    expect(late).toMatchObject({ service: "smtp", mail: { starttls: true } });
  });

  it("keeps the first line of a text protocol as the banner", async () => {
    expect(await identifyScript("ssh", 22)).toMatchObject({ banner: "SSH-2.0-OpenSSH_10.0p2 Debian-7" });
  });

  it("reads the lists of an SSH server", async () => {
    const modern = await identifyScript("ssh", 22);
    const old = await identifyScript("ssh-old", 22);
    const mute = await identifyScript("ssh-mute", 22);

    expect(modern.ssh).toMatchObject({ protocol: "2.0", complete: true, hostKeys: ["ssh-ed25519", "rsa-sha2-512"] });
    expect(modern.ssh?.kex).toContain("mlkem768x25519-sha256");
    expect(old.ssh).toMatchObject({ protocol: "1.99", complete: true, ciphers: ["aes128-cbc", "3des-cbc", "arcfour"] });
    expect(mute.ssh).toMatchObject({ software: "dropbear_2022.83", complete: false });
  });
});
