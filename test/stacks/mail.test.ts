import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { plainLogin } from "../../checks/mail/plain-login.ts";
import { starttls } from "../../checks/mail/starttls.ts";
import { outcomesOf } from "../builders/judge.ts";
import { lookAtPort } from "./support/look-at-port.ts";
import {
  dovecot,
  dovecotAuth,
  mailAuthority,
  postfix,
  STRANGERS_DOOR,
  type DovecotSetup,
} from "./support/mail-servers.ts";
import { findProgram, reportSkipped } from "./support/programs.ts";
import { hasAccount, startServiceProgram } from "./support/service.ts";

const TRUSTED = [mailAuthority.root.pem];

const root = process.getuid?.() === 0;
const dovecotProgram = root ? dovecotOfVersion2_3() : null;
const postfixProgram =
  root && hasAccount("postfix") ? findProgram("/usr/lib/postfix/sbin/master", "/usr/libexec/postfix/master") : null;

/** Version 2.4 reads another configuration language. */
function dovecotOfVersion2_3(): string | null {
  const program = findProgram("dovecot");
  if (program === null || !hasAccount("dovenull")) return null;
  return spawnSync(program, ["--version"], { encoding: "utf8" }).stdout.startsWith("2.3.") ? program : null;
}

interface DovecotCase extends DovecotSetup {
  readonly name: string;
  readonly usual: number;
  readonly expected: object;
  readonly login: string;
}

const DOVECOT: readonly DovecotCase[] = [
  {
    name: "IMAP that takes passwords only inside TLS",
    usual: 143,
    listener: "imap",
    settings: ["ssl = yes", "disable_plaintext_auth = yes"],
    expected: { service: "imap", mail: { starttls: true, plainLogin: false } },
    login: "pass",
  },
  {
    name: "IMAP that takes passwords before TLS",
    usual: 143,
    listener: "imap",
    settings: ["ssl = yes", "disable_plaintext_auth = no"],
    expected: { service: "imap", mail: { starttls: true, plainLogin: true } },
    login: "before-encryption",
  },
  {
    name: "IMAP without TLS",
    usual: 143,
    listener: "imap",
    settings: ["ssl = no", "disable_plaintext_auth = no"],
    expected: { service: "imap", mail: { starttls: false, plainLogin: true } },
    login: "no-encryption",
  },
  {
    name: "IMAP inside TLS",
    usual: 993,
    listener: "imaps",
    settings: ["ssl = yes", "disable_plaintext_auth = no"],
    expected: { service: "imap", tls: "implicit", mail: { plainLogin: false } },
    login: "pass",
  },
  {
    name: "POP3 that takes passwords only inside TLS",
    usual: 110,
    listener: "pop3",
    settings: ["ssl = required"],
    expected: { service: "pop3", mail: { starttls: true, plainLogin: false } },
    login: "pass",
  },
  {
    name: "POP3 that takes passwords before TLS",
    usual: 110,
    listener: "pop3",
    settings: ["ssl = yes", "disable_plaintext_auth = no"],
    expected: { service: "pop3", mail: { starttls: true, plainLogin: true } },
    login: "before-encryption",
  },
  {
    name: "POP3 inside TLS",
    usual: 995,
    listener: "pop3s",
    settings: ["ssl = yes"],
    expected: { service: "pop3", tls: "implicit", mail: { plainLogin: false } },
    login: "pass",
  },
];

describe("a real Dovecot", () => {
  if (dovecotProgram === null) reportSkipped("mail: dovecot", "dovecot 2.3, for root,");
  test.skipIf(dovecotProgram === null).each(DOVECOT)("$name", async ({ usual, expected, login, ...setup }) => {
    await using service = await startServiceProgram(dovecot(dovecotProgram ?? "", setup));

    const hosts = await lookAtPort(usual, service.port, { extraRoots: TRUSTED, address: STRANGERS_DOOR });

    expect(hosts.hosts[0]?.ports[0]).toMatchObject({ state: "open", ...expected });
    expect(outcomesOf(plainLogin, { hosts })).toEqual([login]);
    if (setup.settings.includes("ssl = no")) return;
    expect(hosts.tls).toMatchObject([
      { port: usual, state: "tls", certificates: [{ trust: { trusted: true } }], complete: true },
    ]);
    expect(Object.keys(hosts.tls?.[0]?.versions ?? {})).toEqual(["TLSv1.2", "TLSv1.3"]);
  });
});

interface PostfixCase {
  readonly name: string;
  readonly usual: number;
  readonly settings: readonly string[];
  readonly roots?: readonly string[];
  readonly encryption: string;
}

/** The exchanger, which takes no passwords. */
const EXCHANGER: readonly PostfixCase[] = [
  { name: "STARTTLS", usual: 25, settings: ["smtpd_tls_security_level = may"], encryption: "pass" },
  {
    name: "STARTTLS with an unknown authority",
    usual: 25,
    settings: ["smtpd_tls_security_level = may"],
    roots: [],
    encryption: "untrusted-certificate",
  },
  { name: "no STARTTLS", usual: 25, settings: ["smtpd_tls_security_level = none"], encryption: "absent" },
  {
    name: "TLS 1.0 and 1.1 only",
    usual: 25,
    settings: [
      "smtpd_tls_security_level = may",
      "smtpd_tls_protocols = TLSv1, TLSv1.1",
      "tls_medium_cipherlist = ALL:@SECLEVEL=0",
    ],
    encryption: "old-versions",
  },
  {
    name: "an empty certificate file",
    usual: 25,
    settings: ["smtpd_tls_security_level = may", "smtpd_tls_chain_files =", "smtpd_tls_cert_file = /dev/null"],
    encryption: "broken",
  },
];

describe("a real Postfix", () => {
  if (postfixProgram === null) reportSkipped("mail: postfix", "postfix, for root,");
  test.skipIf(postfixProgram === null).each(EXCHANGER)("exchanger: $name", async (one) => {
    await using service = await startServiceProgram(postfix(postfixProgram ?? "", one.settings));

    const hosts = await lookAtPort(one.usual, service.port, { extraRoots: one.roots ?? TRUSTED });

    expect(hosts.hosts[0]?.ports[0]).toMatchObject({ state: "open", service: "smtp" });
    expect(outcomesOf(starttls, { hosts })).toEqual([one.encryption]);
    expect(outcomesOf(plainLogin, { hosts })).toEqual(["pass"]);
  });

  test.skipIf(postfixProgram === null)(
    "exchanger: postscreen, which turns away who speaks before his turn",
    async () => {
      const settings = [
        "smtpd_tls_security_level = may",
        "postscreen_access_list =",
        "postscreen_greet_action = drop",
        "postscreen_greet_wait = 3s",
      ];
      await using service = await startServiceProgram(postfix(postfixProgram ?? "", settings, "postscreen"));

      const hosts = await lookAtPort(25, service.port, { extraRoots: TRUSTED });

      expect(hosts.hosts[0]?.ports[0]).toMatchObject({ service: "smtp", mail: { starttls: true } });
      expect(outcomesOf(starttls, { hosts })).toEqual(["pass"]);
    },
  );

  test.skipIf(postfixProgram === null || dovecotProgram === null).each([
    ["yes", { starttls: true, plainLogin: false }, "pass"],
    ["no", { starttls: true, plainLogin: true }, "before-encryption"],
  ] as const)("submission with smtpd_tls_auth_only = %s", async (only, mail, login) => {
    await using passwords = await startServiceProgram(dovecotAuth(dovecotProgram ?? ""));
    await using service = await startServiceProgram(
      postfix(postfixProgram ?? "", [
        "smtpd_tls_security_level = may",
        "smtpd_sasl_auth_enable = yes",
        "smtpd_sasl_type = dovecot",
        `smtpd_sasl_path = inet:127.0.0.1:${String(passwords.port)}`,
        `smtpd_tls_auth_only = ${only}`,
      ]),
    );

    const hosts = await lookAtPort(587, service.port, { extraRoots: TRUSTED });

    expect(hosts.hosts[0]?.ports[0]).toMatchObject({ service: "smtp", mail });
    expect(outcomesOf(plainLogin, { hosts })).toEqual([login]);
    expect(hosts.tls).toMatchObject([{ port: 587, starttls: "smtp", state: "tls" }]);
  });
});
