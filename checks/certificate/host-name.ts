import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { judgeCertificates } from "./certificates.ts";
import { hostNameText } from "./host-name.text.ts";

type Code = "mismatch" | "common-name-only" | "twin-mismatch";

/** Whether the certificate is for this host (RFC 9525): by its alternative names, the common name counts for nothing. */
export const hostName = defineCheck({
  id: "certificate/host-name",
  needs: ["tls"],
  severity: { mismatch: "critical", "common-name-only": "critical", "twin-mismatch": "high" },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 9525"],
    cwe: [297],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 3.1"],
    "pci-dss": ["4.2.1"],
    asvs: ["12.2.2"],
  },
  text: hostNameText,
  evaluate({ tls }, _settings, context) {
    return judgeCertificates<Code>(tls, context, ({ certificate, endpoint, subject }): readonly Verdict<Code>[] => {
      if (certificate.hostMatches === null) return [notAssessed("not-tested", subject)];
      if (certificate.hostMatches) return [pass(subject)];
      const names = certificate.subjectAltNames.slice(0, 5);
      const nameless = certificate.namesTotal === 0 && certificate.commonName?.toLowerCase() === endpoint.host;
      const code = endpoint.purpose === "twin" ? "twin-mismatch" : nameless ? "common-name-only" : "mismatch";
      return [
        fail({
          code,
          subject,
          params: { host: subject, names: names.length === 0 ? [certificate.commonName ?? "–"] : names },
          observed: {
            names: certificate.subjectAltNames.slice(0, 20),
            namesTotal: certificate.namesTotal,
            commonName: certificate.commonName ?? null,
            sha256: certificate.sha256,
          },
          remedy: { action: "certificate", change: "add-name", names: [endpoint.host] },
        }),
      ];
    });
  },
});
