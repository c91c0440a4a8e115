import type { SectionValue } from "../../src/core/evidence/evidence.ts";

type Hosts = SectionValue<"hosts">;
export type Host = Hosts["hosts"][number];
export type Port = Host["ports"][number];

/** An open port with what answered there. */
export function openPort(port: number, service: string | null, more: Partial<Port> = {}): Port {
  return { port, state: "open", service, identifiedBy: service === null ? null : "banner", banner: null, ...more };
}

/** The bakery's own host with these ports. */
export function host(ports: readonly Port[], more: Partial<Host> = {}): Host {
  return {
    host: "bakery.test",
    ip: "192.0.2.1",
    names: ["bakery.test"],
    purpose: "target",
    sharedFront: null,
    acceptsEverything: false,
    ports,
    ...more,
  };
}

/** The hosts section of the bakery. */
export function hostsValue(hosts: readonly Host[], tls: NonNullable<Hosts["tls"]> = []): Hosts {
  return { hosts, tls, planned: 40, connections: 42 };
}

/** An SSH port with these lists; modern ones where nothing is said. */
export function sshPort(lists: Partial<NonNullable<Port["ssh"]>> = {}): Port {
  return openPort(22, "ssh", {
    ssh: {
      banner: "SSH-2.0-OpenSSH_10.0",
      protocol: "2.0",
      software: "OpenSSH_10.0",
      kex: ["mlkem768x25519-sha256", "curve25519-sha256", "kex-strict-s-v00@openssh.com"],
      hostKeys: ["ssh-ed25519", "rsa-sha2-512"],
      ciphers: ["aes256-gcm@openssh.com", "chacha20-poly1305@openssh.com"],
      macs: ["hmac-sha2-256-etm@openssh.com"],
      compression: ["none"],
      complete: true,
      ...lists,
    },
  });
}

/** A mail service and what it says of logins. */
export function mailPort(
  port: number,
  protocol: "smtp" | "imap" | "pop3",
  more: Partial<NonNullable<Port["mail"]>> = {},
): Port {
  return openPort(port, protocol, {
    mail: { protocol, starttls: true, plainLogin: false, capabilities: ["STARTTLS"], ...more },
  });
}
