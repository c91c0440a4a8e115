import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { TlsEndpoint, TlsVersion } from "../../src/core/evidence/tls.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { gapReason, judgeEndpoints, versionLabels } from "./endpoints.ts";
import { serverOrderText } from "./server-order.text.ts";
import { namedSuites } from "./suite-classes.ts";

type Code = "client-order";

const settings = z.strictObject({
  expected: z
    .enum(["when-mixed", "server", "any"])
    .default("when-mixed")
    .describe("when-mixed: the server must choose where it accepts good suites beside weaker ones"),
});

/**
 * Who chooses the suite. Where all suites are good the client may, and Mozilla lets it: a phone knows best whether it has AES in
 * hardware. Where weaker ones are accepted too, a client's odd order must not lead to them.
 */
export const serverOrder = defineCheck({
  id: "tls/server-order",
  needs: ["tls"],
  severity: { "client-order": "low" },
  settings,
  references: { rfc: ["RFC 9325 section 4.2"], cwe: [757], rgpd: ["32"], anssi: ["SDE-NT-35 § 2.2"], asvs: ["12.1.2"] },
  text: serverOrderText,
  evaluate({ tls }, { expected }, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      if (expected === "any") return [pass(subject)];
      const matters = CHOOSING.filter((version) => orderMatters(endpoint, version, expected));
      const byClient = matters.filter((version) => endpoint.versions[version]?.order === "client");
      if (byClient.length > 0) {
        return [
          fail({
            code: "client-order",
            subject,
            params: { host: subject, versions: versionLabels(byClient) },
            observed: { versions: byClient },
            remedy: { action: "tls-setting", setting: "server-order" },
          }),
        ];
      }
      const unknown = matters.some((version) => endpoint.versions[version]?.order === "unknown");
      return [unknown ? notAssessed(gapReason(endpoint, "suite-order"), subject) : pass(subject)];
    });
  },
});

const CHOOSING: readonly TlsVersion[] = ["TLSv1.0", "TLSv1.1", "TLSv1.2"];

function orderMatters(endpoint: TlsEndpoint, version: TlsVersion, expected: "when-mixed" | "server"): boolean {
  const suites = namedSuites(endpoint.versions[version]?.suites ?? []);
  if (suites.length < 2) return false;
  return expected === "server" || new Set(suites.map(({ strength }) => strength)).size > 1;
}
