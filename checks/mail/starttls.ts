import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { fail, notApplicable, notAssessed, pass, type FailInput, type Verdict } from "../../src/core/verdict.ts";
import { starttlsText } from "./starttls.text.ts";

type Code = keyof (typeof starttlsText)["en"]["outcomes"];
type Host = SectionValue<"hosts">["hosts"][number];
type Port = Host["ports"][number];

const MODERN = ["TLSv1.2", "TLSv1.3"] as const;

export const starttls = defineCheck({
  id: "mail/starttls",
  needs: ["hosts"],
  severity: { absent: "medium", broken: "medium", "old-versions": "medium", "untrusted-certificate": "info" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 3207", "RFC 7817", "RFC 8996"], cwe: [319], rgpd: ["32"] },
  text: starttlsText,
  evaluate({ hosts }) {
    const services = hosts.hosts.flatMap((host) =>
      host.ports.filter((port) => port.service === "smtp" && port.port === 25).map((port) => ({ host, port })),
    );
    const silent = hosts.hosts.filter(
      ({ purpose, ports }) => purpose === "mail" && ports.every(({ service }) => service === null),
    );
    // Port 25 is closed on the way out of most offices and clouds: silence there says nothing about the server.
    const unseen = silent.map(({ host }) => notAssessed("no-answer", host));
    const verdicts = [...services.map(({ host, port }) => judge(hosts, host, port)), ...unseen];
    return verdicts.length === 0 ? [notApplicable("no-mail-server")] : verdicts;
  },
});

function judge(hosts: SectionValue<"hosts">, host: Host, port: Port): Verdict<Code> {
  const subject = `${host.host} smtp/25`;
  const fault = (code: Code, observed: FailInput<Code>["observed"] = {}): Verdict<Code> =>
    fail({
      code,
      subject,
      params: { host: host.host },
      observed,
      remedy: { action: "review", topic: "smtp-starttls" },
    });

  const offered = port.mail?.starttls ?? null;
  if (offered === null) return notAssessed("no-answer", subject);
  if (!offered) return fault("absent", { capabilities: port.mail?.capabilities.slice(0, 20) ?? [] });
  const endpoint = hosts.tls?.find((one) => one.host === host.host && one.ip === host.ip && one.port === port.port);
  if (endpoint === undefined) return pass(subject);
  if (endpoint.state === "plain") return fault("broken", { error: "no-starttls" });
  if (endpoint.state === "failed") {
    const code = endpoint.error?.code ?? "unknown";
    // A server that gave up on us after many handshakes is not one whose encryption is broken.
    return code === "tls-failed" ? fault("broken", { error: code }) : notAssessed("no-answer", subject);
  }
  const versions = Object.keys(endpoint.versions);
  if (!MODERN.some((version) => versions.includes(version))) return fault("old-versions", { versions });
  const trust = endpoint.certificates[0]?.trust;
  if (trust !== undefined && !trust.trusted) return fault("untrusted-certificate", { trust: trust.code });
  return pass(subject, { versions });
}
