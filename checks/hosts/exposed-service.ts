import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { knownService, type KnownService } from "../../src/data/services.ts";
import { assessableHosts, type Host, type Port } from "./assessable.ts";
import { exposedServiceText } from "./exposed-service.text.ts";

type Code = keyof (typeof exposedServiceText)["en"]["outcomes"];

export const exposedService = defineCheck({
  id: "hosts/exposed-service",
  needs: ["hosts"],
  severity: {
    "open-database": "critical",
    "database-reachable": "critical",
    "database-guarded": "medium",
    "open-control": "critical",
    "remote-desktop": "high",
    telnet: "high",
    "file-sharing": "high",
    queue: "high",
    "admin-panel": "medium",
    "unknown-service": "info",
  },
  settings: z.strictObject({
    /** Ports that are open on purpose; they are not judged. */
    allowedPorts: z.array(z.number().int().min(1).max(65_535)).default([]),
  }),
  references: { cwe: [284, 306, 668], rgpd: ["32"], "pci-dss": ["1.3.1", "1.4.2", "1.4.4"] },
  text: exposedServiceText,
  evaluate({ hosts }, settings) {
    const { clear, others } = assessableHosts(hosts);
    const own = clear.filter(({ purpose }) => purpose !== "mail");
    const verdicts = own.flatMap((host) => {
      const failures = host.ports.flatMap((port) =>
        settings.allowedPorts.includes(port.port) ? [] : judge(host, port),
      );
      return failures.length === 0 ? [pass(host.host)] : failures;
    });
    return [...verdicts, ...others];
  },
});

function judge(host: Host, port: Port): readonly Verdict<Code>[] {
  if (port.state !== "open") return [];
  const known = port.service === null ? null : knownService(port.service);
  const code = known === null ? "unknown-service" : codeOf(known, port);
  if (code === null) return [];
  const name = known?.name ?? "?";
  return [
    fail({
      code,
      subject: `${host.host} ${port.service ?? "unknown"}/${String(port.port)}`,
      params: { host: host.host, port: String(port.port), service: name },
      observed: {
        ip: host.ip,
        banner: port.banner,
        product: port.product ?? null,
        version: port.version ?? null,
        access: port.access ?? null,
      },
      remedy: remedyOf(code, port, name),
    }),
  ];
}

function codeOf({ kind }: KnownService, port: Port): Code | null {
  switch (kind) {
    case "database":
      if (port.access === "open") return "open-database";
      // A database that turns strangers away by their address, or asks for a password at once, is one fault short of open.
      return port.access === "refuses-us" || port.access === "protected" ? "database-guarded" : "database-reachable";
    case "control":
      return "open-control";
    case "desktop":
      return port.access === "open" ? "open-control" : "remote-desktop";
    case "telnet":
      return "telnet";
    case "files":
      return "file-sharing";
    case "queue":
      return "queue";
    case "panel":
      return "admin-panel";
    case "ordinary":
      return null;
  }
}

function remedyOf(code: Code, port: Port, service: string): readonly Remedy[] {
  if (code === "unknown-service") return [{ action: "review", topic: "port-find-owner" }];
  const close: Remedy = { action: "close-port", port: port.port, service };
  return code === "open-database" || code === "open-control"
    ? [close, { action: "review", topic: "service-assume-read" }]
    : [close];
}
