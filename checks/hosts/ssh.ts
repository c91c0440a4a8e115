import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import {
  isCbcCipher,
  isOpenToTerrapin,
  isTerrapinCipher,
  keyExchangeFault,
  POST_QUANTUM_KEY_EXCHANGES,
  SSH_TABLE_DATE,
  WEAK_CIPHERS,
  WEAK_HOST_KEYS,
  WEAK_MACS,
} from "../../src/data/ssh.ts";
import { assessableHosts, foundNone, type Host, type Port } from "./assessable.ts";
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
    "sha1-key-exchange": "low",
    "cbc-cipher": "low",
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
    if (services.length === 0) return foundNone(hosts, "no-ssh");
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
      remedy: remedyOf(facts.software, lines),
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
  const add = (code: Code, names: readonly string[], lines: readonly string[]): void => {
    if (names.length > 0) faults.push({ code, names: names.slice(0, 10), lines });
  };
  // 1.99 announces both versions (RFC 4253, 5.1).
  if (facts.protocol.startsWith("1.")) faults.push({ code: "protocol-1", names: [], lines: ["Protocol 2"] });
  if (!facts.complete) return faults;

  // sshd takes the first of two lines of one name, so that all findings about one list print the same whole line.
  const exchanges = facts.kex.filter((name) => keyExchangeFault(name) !== null);
  const exchangeLines = [without("KexAlgorithms", exchanges)];
  add("weak-key-exchange", exchangesOf(exchanges, "weak"), exchangeLines);
  add("sha1-key-exchange", exchangesOf(exchanges, "sha1"), exchangeLines);

  const terrapin = isOpenToTerrapin(facts.kex, facts.ciphers, facts.macs);
  const weak = facts.ciphers.filter((name) => WEAK_CIPHERS.has(name));
  const cbc = facts.ciphers.filter((name) => isCbcCipher(name));
  const attacked = terrapin ? facts.ciphers.filter((name) => isTerrapinCipher(name)) : [];
  const cipherLines = [without("Ciphers", [...new Set([...weak, ...cbc, ...attacked])])];
  add("weak-cipher", weak, cipherLines);
  add("cbc-cipher", cbc, cipherLines);

  const hostKeys = facts.hostKeys.filter((name) => WEAK_HOST_KEYS.has(name));
  add("weak-host-key", hostKeys, [without("HostKeyAlgorithms", hostKeys)]);
  const macs = facts.macs.filter((name) => WEAK_MACS.has(name));
  add("weak-mac", macs, [without("MACs", macs)]);
  if (terrapin) faults.push({ code: "terrapin", names: [], lines: cipherLines });
  if (!facts.kex.some((name) => POST_QUANTUM_KEY_EXCHANGES.has(name))) {
    faults.push({ code: "no-post-quantum", names: [], lines: [] });
  }
  return faults;
}

function exchangesOf(names: readonly string[], fault: "weak" | "sha1"): readonly string[] {
  return names.filter((name) => keyExchangeFault(name) === fault);
}

/** A line of sshd_config that takes names out of a list. */
function without(directive: string, names: readonly string[]): string {
  return `${directive} -${names.slice(0, 20).join(",")}`;
}

/** Only OpenSSH has these lines; elsewhere the lists are part of the program. */
function remedyOf(software: string, lines: readonly string[]): readonly Remedy[] {
  const [name = ""] = software.split(/[ _]/, 1);
  const update: Remedy = { action: "update-software", software: name === "" ? "SSH" : name };
  const settable = lines.length > 0 && name === "OpenSSH";
  return settable ? [{ action: "service-setting", service: "sshd", lines: [...lines] }, update] : [update];
}
