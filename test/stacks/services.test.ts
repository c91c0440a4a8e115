import { globSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { exposedService } from "../../checks/hosts/exposed-service.ts";
import { ssh } from "../../checks/hosts/ssh.ts";
import { knownPort } from "../../src/data/ports.ts";
import { createDnsClient } from "../../src/probe/dns/dns-client.ts";
import { probeDns } from "../../src/probe/dns/probe-dns.ts";
import { dnsData, dnsPresence } from "../../src/parse/dns-evidence.ts";
import { PROVEN } from "../../src/report/remedy/proven.ts";
import { failuresOf, outcomesOf } from "../builders/judge.ts";
import { closing, testNet } from "../servers/test-net.ts";
import { lookAtPort as look } from "./support/look-at-port.ts";
import { findProgram, reportSkipped } from "./support/programs.ts";
import { hasAccount, run, startServiceProgram, type ServicePlace, type ServiceRecipe } from "./support/service.ts";

interface Case {
  readonly name: string;
  readonly program: string | null;
  /** An account of the package without which the service does not start. */
  readonly needs?: string;
  /** The usual port, behind which the private instance is found. */
  readonly usual: number;
  readonly recipe: (program: string) => ServiceRecipe;
  readonly expected: object;
  readonly exposed: string;
}

const postgresFolder = globSync("/usr/lib/postgresql/*/bin").toSorted().at(-1) ?? "";

function redis(more: readonly string[]): Case["recipe"] {
  return (program) => ({
    program,
    prepare: ({ port, folder }) => [
      "--port",
      String(port),
      "--bind",
      "127.0.0.1",
      "--save",
      "",
      "--dir",
      folder,
      ...more,
    ],
  });
}

function sshd(lines: readonly string[]): Case["recipe"] {
  return (program) => ({
    program,
    prepare: ({ port, folder }) => {
      run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(folder, "key")]);
      run("ssh-keygen", ["-q", "-t", "rsa", "-b", "3072", "-N", "", "-f", join(folder, "rsa")]);
      mkdirSync("/run/sshd", { recursive: true });
      const common = ["ListenAddress 127.0.0.1", `Port ${String(port)}`, "PidFile none", "UsePAM no"];
      const keys = [`HostKey ${folder}/key`, `HostKey ${folder}/rsa`];
      writeFileSync(join(folder, "sshd_config"), [...common, ...keys, ...lines, ""].join("\n"));
      return ["-D", "-e", "-f", join(folder, "sshd_config")];
    },
  });
}

function postgres(program: string): ServiceRecipe {
  return {
    program,
    account: "postgres",
    prepare: ({ folder, port }) => {
      run(
        join(dirname(program), "initdb"),
        ["-D", join(folder, "data"), "-A", "scram-sha-256", "-U", "shop", "--pwfile", password(folder)],
        "postgres",
      );
      return ["-D", join(folder, "data"), "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-k", folder];
    },
  };
}

function password(folder: string): string {
  const file = join(folder, "password");
  writeFileSync(file, "croissant\n", { mode: 0o644 });
  return file;
}

function mariadb(program: string): ServiceRecipe {
  const share = join(dirname(dirname(program)), "share", "mysql");
  return {
    program,
    account: "mysql",
    prepare: ({ folder, port }: ServicePlace) => {
      const data = join(folder, "data");
      const place = [`--datadir=${data}`, `--lc-messages-dir=${share}`];
      mkdirSync(data);
      run("chown", ["mysql", data]);
      return [
        "--no-defaults",
        ...place,
        `--port=${String(port)}`,
        "--bind-address=127.0.0.1",
        `--socket=${folder}/socket`,
        "--skip-grant-tables",
        "--skip-networking=0",
        `--pid-file=${folder}/pid`,
      ];
    },
  };
}

function vsftpd(more: readonly string[]): Case["recipe"] {
  return (program) => ({
    program,
    prepare: ({ folder, port }) => {
      const empty = join(folder, "empty");
      mkdirSync(empty);
      const lines = [
        "listen=YES",
        "listen_address=127.0.0.1",
        `listen_port=${String(port)}`,
        "background=NO",
        "anonymous_enable=NO",
        "local_enable=YES",
        `secure_chroot_dir=${empty}`,
        "nopriv_user=nobody",
        "seccomp_sandbox=NO",
        ...more,
      ];
      writeFileSync(join(folder, "vsftpd.conf"), [...lines, ""].join("\n"));
      return [join(folder, "vsftpd.conf")];
    },
  });
}

const CASES: readonly Case[] = [
  {
    name: "redis without a password",
    program: findProgram("redis-server"),
    usual: 6379,
    recipe: redis(["--protected-mode", "no"]),
    expected: { service: "redis", access: "open" },
    exposed: "open-database",
  },
  {
    name: "redis with a password",
    program: findProgram("redis-server"),
    usual: 6379,
    recipe: redis(["--requirepass", "croissant"]),
    expected: { service: "redis", access: "protected" },
    exposed: "database-guarded",
  },
  {
    name: "memcached",
    program: findProgram("memcached"),
    usual: 11_211,
    recipe: (program) => ({
      program,
      prepare: ({ port }) => ["-l", "127.0.0.1", "-p", String(port), "-U", "0", "-u", "nobody"],
    }),
    expected: { service: "memcached", access: "open" },
    exposed: "open-database",
  },
  {
    name: "postgresql",
    program: findProgram("postgres") ?? findProgram(join(postgresFolder, "postgres")),
    needs: "postgres",
    usual: 5432,
    recipe: postgres,
    expected: { service: "postgresql", access: "greets" },
    exposed: "database-reachable",
  },
  {
    name: "mariadb",
    program: findProgram("mariadbd", "mysqld"),
    needs: "mysql",
    usual: 3306,
    recipe: mariadb,
    expected: { service: "mysql", product: "MariaDB" },
    exposed: "database-reachable",
  },
  {
    name: "openssh",
    program: findProgram("sshd"),
    needs: "sshd",
    usual: 22,
    recipe: sshd([]),
    expected: { service: "ssh", product: "OpenSSH", ssh: { complete: true, protocol: "2.0" } },
    exposed: "pass",
  },
  {
    name: "vsftpd",
    program: findProgram("vsftpd"),
    needs: "ftp",
    usual: 21,
    recipe: vsftpd([]),
    expected: { service: "ftp" },
    exposed: "pass",
  },
];

function missing(one: Pick<Case, "program" | "needs">): string | null {
  if (one.program === null) return "it";
  return one.needs !== undefined && !hasAccount(one.needs) ? `the account ${one.needs}` : null;
}

describe("real services", () => {
  for (const one of CASES) {
    const lack = missing(one);
    if (lack !== null) reportSkipped(`services: ${one.name}`, lack);
    test.skipIf(lack !== null)(`${one.name} on what stands for port ${String(knownPort(one.usual).port)}`, async () => {
      await using service = await startServiceProgram(one.recipe(one.program ?? ""));

      const hosts = await look(one.usual, service.port);

      expect(hosts.hosts[0]?.ports[0]).toMatchObject({ state: "open", ...one.expected });
      expect(outcomesOf(exposedService, { hosts })).toEqual([one.exposed]);
    });
  }

  const server = findProgram("sshd");
  const lack = missing({ program: server, needs: "sshd" });
  test.skipIf(lack !== null)("the printed lines make the findings of an old OpenSSH go", async () => {
    const weak = [
      "HostKeyAlgorithms +ssh-rsa",
      "KexAlgorithms +diffie-hellman-group14-sha1",
      "Ciphers +aes128-cbc,3des-cbc",
      "MACs +hmac-md5",
    ];
    await using before = await startServiceProgram(sshd(weak)(server ?? ""));
    const hosts = await look(22, before.port);
    const printed = failuresOf(ssh, { hosts })
      .flatMap(({ remedy }) => remedy)
      .flatMap((remedy) => (remedy.action === "service-setting" ? remedy.lines : []));
    // Each line goes in the place of those of its name, which are all the weak ones.
    await using after = await startServiceProgram(sshd([...new Set(printed)])(server ?? ""));

    expect(PROVEN.has("shell:service-setting")).toBe(true);
    const old = outcomesOf(ssh, { hosts });
    const repaired = outcomesOf(ssh, { hosts: await look(22, after.port) });

    expect(old).toEqual(expect.arrayContaining(["sha1-key-exchange", "weak-cipher", "cbc-cipher", "weak-mac"]));
    expect(repaired.filter((code) => code !== "pass" && code !== "no-post-quantum")).toEqual([]);
  });
});

describe("a real name server", () => {
  const program = findProgram("dnsmasq");
  if (program === null) reportSkipped("services: dnsmasq", "it");
  test.skipIf(program === null)("dnsmasq answers the DNS probe", async () => {
    await using service = await startServiceProgram({
      program: program ?? "",
      prepare: ({ port }) => [
        "--keep-in-foreground",
        "--no-daemon",
        "--user=root",
        "--conf-file=/dev/null",
        "--no-resolv",
        "--no-hosts",
        "--bind-interfaces",
        "--listen-address=127.0.0.1",
        `--port=${String(port)}`,
        "--local=/test/",
        "--local=/invalid/",
        "--host-record=bakery.test,192.0.2.1",
        "--mx-host=bakery.test,mx.bakery.test,10",
        "--host-record=mx.bakery.test,192.0.2.2",
        "--cname=www.bakery.test,bakery.test",
        "--txt-record=bakery.test,v=spf1 mx -all",
        "--txt-record=_dmarc.bakery.test,v=DMARC1; p=reject",
        "--caa-record=bakery.test,0,issue,letsencrypt.org",
      ],
    });
    await using net = closing(testNet());
    const client = createDnsClient({ servers: [{ address: "127.0.0.1", port: service.port }] });
    const hosts = ["bakery.test", "www.bakery.test"];

    const dns = await probeDns({ net, client, resolver: "dnsmasq", domain: "bakery.test", hosts });

    expect(dnsData(dns, "bakery.test", "MX")).toEqual(["10 mx.bakery.test"]);
    expect(dnsData(dns, "bakery.test", "TXT")).toEqual(["v=spf1 mx -all"]);
    expect(dnsData(dns, "bakery.test", "CAA")).toEqual(['0 issue "letsencrypt.org"']);
    expect(dnsData(dns, "www.bakery.test", "A")).toEqual(["192.0.2.1"]);
    expect(dnsPresence(dns, "_mta-sts.bakery.test", "TXT")).toBe("absent");
    expect(dns.resolverHonest).toBe(true);
  });
});
