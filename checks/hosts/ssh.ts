import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import {
  isOpenToTerrapin,
  isTerrapinCipher,
  POST_QUANTUM_KEY_EXCHANGES,
  SSH_TABLE_DATE,
  WEAK_CIPHERS,
  WEAK_HOST_KEYS,
  WEAK_KEY_EXCHANGES,
  WEAK_MACS,
} from "../../src/data/ssh.ts";
import { assessableHosts, type Host, type Port } from "./assessable.ts";
import { sshText } from "./ssh.text.ts";

type Code = keyof (typeof sshText)["en"]["outcomes"];
type Ssh = NonNullable<Port["ssh"]>;

export const ssh = defineCheck({
  id: "hosts/ssh",
  needs: ["hosts"],
  severity: {
    "protocol-1": "high",
    terrapin: "medium",
    "weak-key-exchange": "medium",
    "weak-cipher": "medium",
    "weak-host-key": "low",
    "weak-mac": "low",
    "no-post-quantum": "info",
  },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 9142", "RFC 8758", "RFC 4253"],
    cwe: [327, 354],
    rgpd: ["32"],
    anssi: ["Usage sécurisé d’(Open)SSH"],
    "pci-dss": ["2.2.7"],
  },
  text: sshText,
  evaluate({ hosts }) {
    const { clear } = assessableHosts(hosts);
    const services = clear.flatMap((host) =>
      host.ports.flatMap((port) =>
        port.ssh === undefined || port.ssh === null ? [] : [{ host, port, ssh: port.ssh }],
      ),
    );
    if (services.length === 0) return [notApplicable("no-ssh")];
    return services.flatMap(({ host, port, ssh: facts }) => judge(host, port, facts));
  },
});

function judge(host: Host, port: Port, facts: Ssh): readonly Verdict<Code>[] {
  const place = `${host.host} ssh/${String(port.port)}`;
  const faults = faultsOf(facts);
  const failures = faults.map(({ code, names, lines }) =>
    fail({
      code,
      subject: `${place} ${code}`,
      params: { host: host.host, port: String(port.port), names },
      observed: { software: facts.software, names, tableDate: SSH_TABLE_DATE },
      remedy: remedyOf(lines),
    }),
  );
  if (failures.length > 0) return failures;
  return [facts.complete ? pass(place, { software: facts.software }) : notAssessed("incomplete", place)];
}

interface Fault {
  readonly code: Code;
  readonly names: readonly string[];
  readonly lines: readonly string[];
}

function faultsOf(facts: Ssh): readonly Fault[] {
  const faults: Fault[] = [];
  // 1.99 announces both versions (RFC 4253, 5.1).
  if (facts.protocol.startsWith("1.")) faults.push({ code: "protocol-1", names: [], lines: ["Protocol 2"] });
  if (!facts.complete) return faults;
  const weak = (code: Code, directive: string, offered: readonly string[], table: ReadonlySet<string>): void => {
    const names = offered.filter((name) => table.has(name)).slice(0, 10);
    if (names.length > 0) faults.push({ code, names, lines: [`${directive} -${names.join(",")}`] });
  };
  weak("weak-key-exchange", "KexAlgorithms", facts.kex, WEAK_KEY_EXCHANGES);
  const terrapin = isOpenToTerrapin(facts.kex, facts.ciphers, facts.macs);
  // sshd takes the first of two lines of one name, so that every finding about ciphers prints the same whole line.
  const removed = facts.ciphers.filter((name) => WEAK_CIPHERS.has(name) || (terrapin && isTerrapinCipher(name)));
  const cipherLines = [`Ciphers -${removed.slice(0, 20).join(",")}`];
  const weakCiphers = facts.ciphers.filter((name) => WEAK_CIPHERS.has(name)).slice(0, 10);
  if (weakCiphers.length > 0) faults.push({ code: "weak-cipher", names: weakCiphers, lines: cipherLines });
  weak("weak-host-key", "HostKeyAlgorithms", facts.hostKeys, WEAK_HOST_KEYS);
  weak("weak-mac", "MACs", facts.macs, WEAK_MACS);
  if (terrapin) faults.push({ code: "terrapin", names: [], lines: cipherLines });
  if (!facts.kex.some((name) => POST_QUANTUM_KEY_EXCHANGES.has(name))) {
    faults.push({ code: "no-post-quantum", names: [], lines: [] });
  }
  return faults;
}

function remedyOf(lines: readonly string[]): readonly Remedy[] {
  const update: Remedy = { action: "update-software", software: "OpenSSH" };
  return lines.length === 0 ? [update] : [{ action: "service-setting", service: "sshd", lines: [...lines] }, update];
}
