import { describe, expect, it } from "vitest";
import { plainLogin } from "../../../checks/mail/plain-login.ts";
import { starttls } from "../../../checks/mail/starttls.ts";
import type { TlsEndpoint } from "../../../src/core/evidence/tls.ts";
import { host, hostsValue, mailPort, openPort } from "../../builders/hosts-evidence.ts";
import { outcomesOf } from "../../builders/judge.ts";

const exchanger = { host: "mx.bakery.test", ip: "192.0.2.2", purpose: "mail" as const };

/** The TLS of the exchanger as far as the check reads it. */
function endpoint(more: object): TlsEndpoint {
  const trusted = [{ trust: { trusted: true, code: null } }];
  // The TLS builders have the whole; here only what is judged.
  return {
    host: "mx.bakery.test",
    ip: "192.0.2.2",
    port: 25,
    purpose: "mail",
    state: "tls",
    versions: { "TLSv1.3": {} },
    certificates: trusted,
    ...more,
  } as unknown as TlsEndpoint;
}

describe("mail/starttls", () => {
  it.each([
    ["works", {}, "pass"],
    ["refused after all", { state: "plain" }, "broken"],
    ["a handshake that fails", { state: "failed", error: { code: "tls-failed", message: "" } }, "broken"],
    ["a server that hung up", { state: "failed", error: { code: "timeout", message: "" } }, "not-assessed: no-answer"],
    ["TLS 1.0 only", { versions: { "TLSv1.0": {} } }, "old-versions"],
    [
      "a self-made certificate",
      { certificates: [{ trust: { trusted: false, code: "self-signed" } }] },
      "untrusted-certificate",
    ],
  ])("%s", (_name, more, outcome) => {
    const hosts = hostsValue([host([mailPort(25, "smtp")], exchanger)], [endpoint(more)]);

    expect(outcomesOf(starttls, { hosts })).toEqual([outcome]);
  });

  it.each([
    ["no STARTTLS", [mailPort(25, "smtp", { starttls: false })], "absent"],
    ["no word", [mailPort(25, "smtp", { starttls: null, plainLogin: null })], "not-assessed: no-answer"],
    ["a silent exchanger", [{ ...openPort(25, null), state: "filtered" as const }], "not-assessed: no-answer"],
  ])("%s", (_name, ports, outcome) => {
    expect(outcomesOf(starttls, { hosts: hostsValue([host(ports, exchanger)]) })).toEqual([outcome]);
  });

  it("does not arise where no mail server is", () => {
    expect(outcomesOf(starttls, { hosts: hostsValue([host([openPort(80, "http")])]) })).toEqual([
      "not-applicable: no-mail-server",
    ]);
  });
});

describe("mail/plain-login", () => {
  it.each([
    [mailPort(143, "imap"), "pass"],
    [mailPort(143, "imap", { starttls: false, plainLogin: true }), "no-encryption"],
    [mailPort(110, "pop3", { plainLogin: true }), "before-encryption"],
    [mailPort(587, "smtp", { starttls: null, plainLogin: null }), "not-assessed: no-answer"],
    [openPort(80, "http"), "not-applicable: no-mail-server"],
  ])("%o", (port, outcome) => {
    expect(outcomesOf(plainLogin, { hosts: hostsValue([host([port])]) })).toEqual([outcome]);
  });
});
