import { chownSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createAuthority, type Authority } from "../../../src/demo/pki.ts";
import { accountOf, run, type ServicePlace, type ServiceRecipe } from "./service.ts";

/** The certificate authority of the mail servers of this run. */
export const mailAuthority: Authority = createAuthority(new Date());

/**
 * Dovecot trusts a client that comes from its own address, and asks it for no TLS: who comes to this one comes from another,
 * 127.0.0.1, as a stranger does.
 */
export const STRANGERS_DOOR = "127.0.0.2";

function writeKeys({ folder }: ServicePlace): void {
  const leaf = mailAuthority.issue({ names: ["bakery.test"] });
  writeFileSync(join(folder, "chain.pem"), leaf.chain);
  writeFileSync(join(folder, "key.pem"), leaf.keyPem, { mode: 0o600 });
}

export interface DovecotSetup {
  /** The listener that gets the port; every other one is closed. */
  readonly listener: "imap" | "imaps" | "pop3" | "pop3s";
  readonly settings: readonly string[];
}

/** A private Dovecot 2.3: own folders, one open port, every password taken, and no mailbox behind it. */
export function dovecot(program: string, { listener, settings }: DovecotSetup): ServiceRecipe {
  return {
    program,
    prepare: (place) => {
      writeKeys(place);
      const { folder, port } = place;
      const listen = (protocol: "imap" | "pop3"): readonly string[] => [
        `service ${protocol}-login {`,
        ...[protocol, `${protocol}s`].flatMap((name) => [
          `  inet_listener ${name} {`,
          `    port = ${name === listener ? String(port) : "0"}`,
          "  }",
        ]),
        "}",
      ];
      const lines = [
        `base_dir = ${folder}/base`,
        `state_dir = ${folder}/base`,
        "log_path = /dev/stderr",
        "protocols = imap pop3",
        `listen = 127.0.0.1, ${STRANGERS_DOOR}`,
        `ssl_cert = <${folder}/chain.pem`,
        `ssl_key = <${folder}/key.pem`,
        ...settings,
        `mail_location = maildir:${folder}/mail`,
        "passdb {",
        "  driver = static",
        "  args = nopassword=y",
        "}",
        "userdb {",
        "  driver = static",
        `  args = uid=65534 gid=65534 home=${folder}`,
        "}",
        ...listen("imap"),
        ...listen("pop3"),
      ];
      writeFileSync(join(folder, "dovecot.conf"), [...lines, ""].join("\n"));
      return ["-F", "-c", join(folder, "dovecot.conf")];
    },
  };
}

/** A Dovecot that only checks passwords, for Postfix, on its port. */
export function dovecotAuth(program: string): ServiceRecipe {
  return {
    program,
    prepare: ({ folder, port }) => {
      const lines = [
        `base_dir = ${folder}/base`,
        `state_dir = ${folder}/base`,
        "log_path = /dev/stderr",
        "protocols =",
        "listen = 127.0.0.1",
        "ssl = no",
        "auth_mechanisms = plain login",
        "passdb {",
        "  driver = static",
        "  args = nopassword=y",
        "}",
        "service auth {",
        "  inet_listener {",
        "    address = 127.0.0.1",
        `    port = ${String(port)}`,
        "  }",
        "}",
      ];
      writeFileSync(join(folder, "dovecot.conf"), [...lines, ""].join("\n"));
      return ["-F", "-c", join(folder, "dovecot.conf")];
    },
  };
}

/** Who answers on the port of a Postfix: the daemon itself, or the one that makes strangers wait before it. */
const DOORS = {
  smtpd: ["smtpd"],
  postscreen: ["postscreen", "smtpd pass - - n - - smtpd", "tlsproxy unix - - n - 0 tlsproxy"],
} as const;

/** A private Postfix that takes mail for nobody: own configuration and queue, one port, `settings` at the end. */
export function postfix(
  program: string,
  settings: readonly string[],
  door: keyof typeof DOORS = "smtpd",
): ServiceRecipe {
  return {
    program,
    ownSession: true,
    prepare: (place) => {
      writeKeys(place);
      const { folder, port } = place;
      const [first, ...others] = DOORS[door];
      mkdirSync(join(folder, "queue"));
      mkdirSync(join(folder, "data"));
      const { uid, gid } = accountOf("postfix");
      if (uid !== undefined && gid !== undefined) chownSync(join(folder, "data"), uid, gid);
      const main = [
        "compatibility_level = 3.6",
        `queue_directory = ${folder}/queue`,
        `data_directory = ${folder}/data`,
        "inet_interfaces = loopback-only",
        "inet_protocols = ipv4",
        "myhostname = mx.bakery.test",
        "mydestination =",
        "local_recipient_maps =",
        "alias_maps =",
        "smtpd_relay_restrictions = reject_unauth_destination",
        `smtpd_tls_chain_files = ${folder}/key.pem, ${folder}/chain.pem`,
        ...settings,
      ];
      const services = [
        `127.0.0.1:${String(port)} inet n - n - ${door === "smtpd" ? "-" : "1"} ${first}`,
        ...others,
        "anvil unix - - n - 1 anvil",
        "tlsmgr unix - - n 1000? 1 tlsmgr",
        "rewrite unix - - n - - trivial-rewrite",
        "proxymap unix - - n - - proxymap",
      ];
      writeFileSync(join(folder, "main.cf"), [...main, ""].join("\n"));
      writeFileSync(join(folder, "master.cf"), [...services, ""].join("\n"));
      // Makes the folders of the queue.
      run("postfix", ["-c", folder, "check"]);
      return ["-c", folder, "-d"];
    },
  };
}
