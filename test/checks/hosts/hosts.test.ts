import { describe, expect, it } from "vitest";
import { exposedService } from "../../../checks/hosts/exposed-service.ts";
import { fileTransfer } from "../../../checks/hosts/file-transfer.ts";
import { ssh } from "../../../checks/hosts/ssh.ts";
import { plainLogin } from "../../../checks/mail/plain-login.ts";
import { starttls } from "../../../checks/mail/starttls.ts";
import { parseTarget } from "../../../src/core/target.ts";
import { probeHosts } from "../../../src/probe/hosts/probe-hosts.ts";
import { host, hostsValue, openPort, sshPort, type Host } from "../../builders/hosts-evidence.ts";
import { failuresOf, outcomesOf } from "../../builders/judge.ts";
import type { LoopbackServer } from "../../servers/loopback.ts";
import { SCRIPTS, startService } from "../../servers/services.ts";
import { closing, testNet } from "../../servers/test-net.ts";

describe("hosts/exposed-service", () => {
  it.each([
    [openPort(6379, "redis", { access: "open" }), "open-database"],
    [openPort(9200, "elasticsearch", { access: "open" }), "open-database"],
    [openPort(3306, "mysql", { access: "greets" }), "database-reachable"],
    [openPort(5432, "postgresql", { access: "greets" }), "database-reachable"],
    [openPort(3306, "mysql", { access: "refuses-us" }), "database-guarded"],
    [openPort(6379, "redis", { access: "protected" }), "database-guarded"],
    [openPort(2375, "docker", { access: "open" }), "open-control"],
    [openPort(5900, "vnc", { access: "open" }), "open-control"],
    [openPort(5900, "vnc", { access: "protected" }), "remote-desktop"],
    [openPort(3389, "rdp", { access: "greets" }), "remote-desktop"],
    [openPort(23, "telnet"), "telnet"],
    [openPort(445, "smb"), "file-sharing"],
    [openPort(5672, "amqp"), "queue"],
    [openPort(10_000, "webmin"), "admin-panel"],
    [openPort(9999, null), "unknown-service"],
    [openPort(443, "http", { tls: "implicit" }), "pass"],
    [openPort(22, "ssh"), "pass"],
    [openPort(25, "smtp"), "pass"],
    [{ ...openPort(6379, null), state: "closed" as const }, "pass"],
    [{ ...openPort(6379, null), state: "filtered" as const }, "not-assessed: no-answer"],
  ])("%o", (port, outcome) => {
    expect(outcomesOf(exposedService, { hosts: hostsValue([host([port])]) })).toEqual([outcome]);
  });

  it("does not blame a merchant for a CDN, nor a server for a wall that accepts everything", () => {
    const port = openPort(6379, "redis", { access: "open" });

    const hosts = hostsValue([
      host([], { sharedFront: "Cloudflare" }),
      host([port], { host: "shop.bakery.test", acceptsEverything: true }),
    ]);

    expect(outcomesOf(exposedService, { hosts })).toEqual([
      "not-applicable: shared-front",
      "not-assessed: accepts-everything",
    ]);
  });

  it("does not take silence everywhere, or an address without a route, for a clean host", () => {
    const filtered = { ...openPort(6379, null), state: "filtered" as const };
    const closed = { ...openPort(22, null), state: "closed" as const };
    const error = { code: "unreachable", message: "no network route leads to bakery.test" };

    const outcomes = (...hosts: readonly Host[]) =>
      [exposedService, ssh, fileTransfer].map((check) => outcomesOf(check, { hosts: hostsValue(hosts) }));

    expect(outcomes(host([filtered, closed]))).toEqual([
      ["pass"],
      ["not-applicable: no-ssh"],
      ["not-applicable: no-ftp"],
    ]);
    expect(outcomes(host([filtered]))).toEqual(Array.from({ length: 3 }, () => ["not-assessed: no-answer"]));
    expect(outcomes(host([], { error }))).toEqual(Array.from({ length: 3 }, () => ["not-assessed: unreachable"]));
    expect(outcomes(host([closed]), host([], { ip: "2001:db8::1", error }))[1]).toEqual(["not-applicable: no-ssh"]);
  });

  it("leaves ports alone that the profile allows", () => {
    const hosts = hostsValue([host([openPort(3306, "mysql", { access: "greets" })])]);

    expect(outcomesOf(exposedService, { hosts }, { allowedPorts: [3306] })).toEqual(["pass"]);
  });

  it("tells to close the port, and to think of what was read where it was open", () => {
    const [open] = failuresOf(exposedService, {
      hosts: hostsValue([host([openPort(6379, "redis", { access: "open" })])]),
    });

    expect(open?.remedy).toEqual([
      { action: "close-port", port: 6379, service: "Redis" },
      { action: "review", topic: "service-assume-read" },
    ]);
  });
});

describe("hosts/ssh", () => {
  it.each([
    ["a modern server", {}, ["pass"]],
    ["version 1 beside 2", { protocol: "1.99" }, ["protocol-1"]],
    ["version 1 alone", { protocol: "1.5", complete: false, kex: [], ciphers: [] }, ["protocol-1"]],
    [
      "SHA-1 on a group that holds",
      { kex: ["mlkem768x25519-sha256", "diffie-hellman-group14-sha1", "kex-strict-s-v00@openssh.com"] },
      ["sha1-key-exchange"],
    ],
    [
      "a group of 1,024 bits",
      { kex: ["mlkem768x25519-sha256", "diffie-hellman-group1-sha1", "kex-strict-s-v00@openssh.com"] },
      ["weak-key-exchange"],
    ],
    [
      "Kerberos on SHA-1",
      { kex: ["mlkem768x25519-sha256", "gss-gex-sha1-toWM5Slw5Ew8Mqkay+al2g==", "kex-strict-s-v00@openssh.com"] },
      ["weak-key-exchange"],
    ],
    ["CBC", { ciphers: ["aes256-ctr", "aes256-cbc", "rijndael-cbc@lysator.liu.se"] }, ["weak-cipher", "cbc-cipher"]],
    ["RC4", { ciphers: ["aes128-ctr", "arcfour"] }, ["weak-cipher"]],
    ["DSA keys", { hostKeys: ["ssh-ed25519", "ssh-dss"] }, ["weak-host-key"]],
    ["MD5", { macs: ["hmac-md5"] }, ["weak-mac"]],
    ["no strict key exchange", { kex: ["mlkem768x25519-sha256"] }, ["terrapin"]],
    [
      "no strict key exchange, and nothing to attack",
      { kex: ["mlkem768x25519-sha256"], ciphers: ["aes256-gcm@openssh.com"] },
      ["pass"],
    ],
    ["no hybrid", { kex: ["curve25519-sha256", "kex-strict-s-v00@openssh.com"] }, ["no-post-quantum"]],
    ["a banner alone", { complete: false, kex: [], ciphers: [] }, ["not-assessed: incomplete"]],
  ])("%s", (_name, lists, expected) => {
    expect(outcomesOf(ssh, { hosts: hostsValue([host([sshPort(lists)])]) })).toEqual(expected);
  });

  it("gives lines of sshd_config to OpenSSH only, and the same whole line in each finding about one list", () => {
    const lists = { ciphers: ["aes128-cbc", "3des-cbc"], kex: ["mlkem768x25519-sha256"], macs: ["hmac-sha2-256"] };
    const judged = (software: string) =>
      failuresOf(ssh, { hosts: hostsValue([host([sshPort({ ...lists, software })])]) }).map(({ remedy }) => remedy);

    const line = { action: "service-setting", service: "sshd", lines: ["Ciphers -3des-cbc,aes128-cbc"] };
    expect(judged("OpenSSH_9.2p1")).toEqual([
      [line, { action: "update-software", software: "OpenSSH" }],
      [line, { action: "update-software", software: "OpenSSH" }],
    ]);
    expect(judged("dropbear_2022.83")[0]).toEqual([{ action: "update-software", software: "dropbear" }]);
  });

  it("has nothing to say where no SSH answers", () => {
    expect(outcomesOf(ssh, { hosts: hostsValue([host([])]) })).toEqual(["not-applicable: no-ssh"]);
  });
});

describe("hosts/file-transfer", () => {
  it.each([
    [openPort(21, "ftp", { facts: { authTls: "no" } }), "no-tls"],
    [openPort(21, "ftp", { facts: { authTls: "yes" } }), "pass"],
    [openPort(990, "ftp", { tls: "implicit" }), "pass"],
    [openPort(21, "ftp", { facts: { authTls: "unknown" } }), "not-assessed: inconclusive"],
    [openPort(80, "http"), "not-applicable: no-ftp"],
  ])("%o", (port, outcome) => {
    expect(outcomesOf(fileTransfer, { hosts: hostsValue([host([port])]) })).toEqual([outcome]);
  });
});

describe("a street of real services", () => {
  const street = {
    21: "ftp",
    22: "ssh-old",
    25: "smtp-plain",
    143: "imap-plain",
    587: "submission",
    3306: "mysql",
    6379: "redis",
    8080: "web",
    9999: "silent",
  } as const;

  it("is judged by what the services say themselves", async () => {
    const servers: LoopbackServer[] = [];
    const internet: Record<string, LoopbackServer> = {};
    for (const [port, name] of Object.entries(street)) {
      const server = await startService(SCRIPTS[name] ?? {});
      servers.push(server);
      internet[`bakery.test:${port}`] = server;
    }
    await using net = closing(testNet({ internet }));

    const hosts = await probeHosts({
      net,
      target: parseTarget("bakery.test"),
      hosts: ["bakery.test"],
      pace: "fast",
      extraRoots: [],
      now: () => new Date(),
      signal: new AbortController().signal,
      ports: Object.keys(street).map(Number),
      controls: [55_555],
      patience: { connect: 1000, listen: 100, mail: 400, greeting: 200, guess: 40, handshake: 300 },
    });

    expect(outcomesOf(exposedService, { hosts })).toEqual(["database-reachable", "open-database", "unknown-service"]);
    expect(outcomesOf(ssh, { hosts })).toEqual([
      "protocol-1",
      "weak-key-exchange",
      "sha1-key-exchange",
      "weak-cipher",
      "cbc-cipher",
      "weak-host-key",
      "weak-mac",
      "terrapin",
      "no-post-quantum",
    ]);
    expect(outcomesOf(fileTransfer, { hosts })).toEqual(["no-tls"]);
    expect(outcomesOf(starttls, { hosts })).toEqual(["absent"]);
    expect(outcomesOf(plainLogin, { hosts })).toEqual(["pass", "no-encryption", "before-encryption"]);
    await Promise.all(servers.map((server) => server.close()));
  });
});
