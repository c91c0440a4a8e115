import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, type ServicePlace, type ServiceRecipe } from "./service.ts";

/** The lines that every private BIND has: nothing of the machine's own, and loopback only. */
function options({ folder, port }: ServicePlace, more: readonly string[]): readonly string[] {
  return [
    "options {",
    `  directory "${folder}";`,
    `  listen-on port ${String(port)} { 127.0.0.1; };`,
    "  listen-on-v6 { none; };",
    "  pid-file none;",
    "  session-keyfile none;",
    "  empty-zones-enable no;",
    "  notify no;",
    ...more.map((line) => `  ${line}`),
    "};",
    "controls { };",
  ];
}

/** The command line of a private BIND with these lines in its configuration. */
function started(place: ServicePlace, lines: readonly string[]): readonly string[] {
  const file = join(place.folder, "named.conf");
  writeFileSync(file, [...lines, ""].join("\n"));
  return ["-g", "-c", file, "-p", String(place.port)];
}

const ROOT = [
  "$TTL 300",
  ". SOA ns.test. hostmaster.test. 1 3600 600 86400 300",
  ". NS ns.test.",
  "ns.test. A 127.0.0.1",
  "",
];

/** Makes a folder with the keys of a zone. */
export function makeZoneKeys(domain: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const kind of [["-f", "KSK"], []]) {
    run("dnssec-keygen", ["-q", "-K", folder, "-a", "ECDSAP256SHA256", ...kind, domain]);
  }
  return folder;
}

/** A zone file with two name servers and these records. */
function zoneText(domain: string, records: readonly string[]): string {
  const start = ["@ SOA ns1 hostmaster 1 3600 600 86400 300", "@ NS ns1", "@ NS ns2"];
  const glue = ["ns1 A 192.0.2.53", "ns2 A 192.0.2.54"];
  return [`$ORIGIN ${domain}.`, "$TTL 300", ...start, ...glue, ...records, ""].join("\n");
}

/** A private Knot that holds one zone. */
export function knot(program: string, domain: string, records: readonly string[]): ServiceRecipe {
  return {
    program,
    ready: "server started",
    prepare: ({ folder, port }) => {
      const lines = [
        "server:",
        `  listen: 127.0.0.1@${String(port)}`,
        `  rundir: ${folder}`,
        "log:",
        "  - target: stdout",
        "    any: info",
        "database:",
        `  storage: ${folder}`,
        "zone:",
        `  - domain: ${domain}`,
        `    file: ${folder}/zone`,
      ];
      writeFileSync(join(folder, "zone"), zoneText(domain, records));
      writeFileSync(join(folder, "knot.conf"), [...lines, ""].join("\n"));
      return ["-c", join(folder, "knot.conf")];
    },
  };
}

/** A name server that holds one zone, signed with the keys of a folder, and a root in which nothing else exists. */
export function signedZone(program: string, domain: string, records: readonly string[], keys: string): ServiceRecipe {
  return {
    program,
    ready: "running",
    prepare: (place) => {
      const zone = join(keys, "zone");
      writeFileSync(zone, zoneText(domain, records));
      run("dnssec-signzone", ["-S", "-K", keys, "-d", keys, "-o", domain, "-f", `${zone}.signed`, zone]);
      writeFileSync(join(place.folder, "root"), ROOT.join("\n"));
      return started(place, [
        ...options(place, ["recursion no;"]),
        `zone "${domain}" { type primary; file "${zone}.signed"; };`,
        `zone "." { type primary; file "${place.folder}/root"; };`,
      ]);
    },
  };
}

/** A resolver that asks one server only and checks the signatures of one domain by the key in `keys`. */
export function validatingResolver(program: string, domain: string, server: number, keys: string): ServiceRecipe {
  return {
    program,
    ready: "running",
    prepare: (place) =>
      started(place, [
        ...options(place, [
          "recursion yes;",
          "dnssec-validation yes;",
          "forward only;",
          `forwarders { 127.0.0.1 port ${String(server)}; };`,
        ]),
        `trust-anchors { ${domain}. static-key ${keySigningKey(keys)}; };`,
      ]),
  };
}

/** The key of the zone as a trust anchor: flags, protocol, algorithm, and the key in quotes. */
function keySigningKey(keys: string): string {
  for (const file of globSync(join(keys, "K*.key"))) {
    const [, numbers, key] = /DNSKEY (257 3 \d+) ([A-Za-z0-9+/= ]+)/.exec(readFileSync(file, "utf8")) ?? [];
    if (numbers !== undefined && key !== undefined) return `${numbers} "${key.replaceAll(" ", "")}"`;
  }
  throw new Error("the zone has no key signing key");
}
