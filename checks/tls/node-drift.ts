import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { TlsValue } from "../../src/core/evidence/tls.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { webEndpoints } from "./endpoints.ts";
import { nodeDriftText } from "./node-drift.text.ts";

type Code = "reachable" | "versions" | "suites" | "groups" | "certificate" | "alpn" | "varying";

/** Differences between the addresses of one host, or between answers of one address: one server of several left behind. */
export const nodeDrift = defineCheck({
  id: "tls/node-drift",
  needs: ["tls"],
  severity: {
    reachable: "medium",
    versions: "medium",
    suites: "low",
    groups: "info",
    certificate: "low",
    alpn: "info",
    varying: "low",
  },
  settings: z.strictObject({}),
  references: { cwe: [1188], rgpd: ["32"], "pci-dss": ["12.3.3", "2.2.7"] },
  text: nodeDriftText,
  evaluate({ tls }, _settings, context) {
    const web = webEndpoints(tls, context);
    const drifts = (tls.drift ?? []).filter((drift) =>
      web.some(({ endpoint }) => endpoint.host === drift.host && endpoint.port === drift.port),
    );
    const verdicts = [
      ...drifts.flatMap((drift): readonly Verdict<Code>[] => {
        const subject = `${drift.host} ${drift.what}`;
        // A scanner without IPv6 sees no route to half of the world's servers: that is not theirs.
        if (drift.what === "reachable" && !refusesSome(tls, drift.host, drift.port)) {
          return [notAssessed("unreachable", subject)];
        }
        const addresses = drift.addresses.slice(0, 8).map(({ ip, value }) => `${ip}: ${value}`.slice(0, 200));
        return [
          fail({
            code: drift.what,
            subject,
            params: { host: drift.host, addresses: drift.addresses.slice(0, 8).map(({ ip }) => ip) },
            observed: { addresses },
            remedy: { action: "review", topic: "node-drift" },
          }),
        ];
      }),
      ...web.flatMap(({ endpoint, subject }) =>
        (endpoint.variation ?? []).slice(0, 5).map(({ what, values }): Verdict<Code> =>
          fail({
            code: "varying",
            subject: `${subject} varying ${what}`,
            params: { host: subject, what },
            observed: { address: endpoint.ip, values: values.slice(0, 5).map((value) => value.slice(0, 200)) },
            remedy: { action: "review", topic: "node-drift" },
          }),
        ),
      ),
    ];
    if (verdicts.length > 0) return verdicts;
    const answered = web.filter(({ endpoint }) => endpoint.state === "tls");
    if (answered.length === 0) {
      const plain = web.some(({ endpoint }) => endpoint.state === "plain");
      return [plain ? notApplicable("no-tls") : notAssessed(web[0]?.endpoint.error?.code ?? "no-answer")];
    }
    const addresses = new Set(answered.map(({ endpoint }) => `${endpoint.host} ${endpoint.ip}`));
    const hosts = new Set(answered.map(({ endpoint }) => endpoint.host));
    return [
      addresses.size === hosts.size ? notApplicable("one-address") : pass(undefined, { addresses: addresses.size }),
    ];
  },
});

function refusesSome(tls: TlsValue, host: string, port: number): boolean {
  return tls.endpoints.some(
    (endpoint) =>
      endpoint.host === host &&
      endpoint.port === port &&
      (endpoint.state === "plain" || (endpoint.state === "failed" && endpoint.error?.code !== "unreachable")),
  );
}
