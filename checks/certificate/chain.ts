import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, pass, type Verdict } from "../../src/core/verdict.ts";
import { judgeCertificates } from "./certificates.ts";
import { chainText } from "./chain.text.ts";

type Code = "incomplete" | "disordered" | "superfluous" | "root-sent";

/** The certificates that the server sends with its own: all links, in order (RFC 8446 section 4.4.2), and no more. */
export const chain = defineCheck({
  id: "certificate/chain",
  needs: ["tls"],
  severity: { incomplete: "high", disordered: "low", superfluous: "info", "root-sent": "info" },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 8446 section 4.4.2", "RFC 5246 section 7.4.2"],
    cwe: [296],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 3.2"],
    "pci-dss": ["4.2.1"],
  },
  text: chainText,
  evaluate({ tls }, _settings, context) {
    return judgeCertificates<Code>(tls, context, ({ certificate, subject }): readonly Verdict<Code>[] => {
      const { chainOrder } = certificate;
      if (chainOrder === "ordered") return [pass(subject)];
      if (chainOrder === "unknown") return [notApplicable("no-chain", subject)];
      const sent = certificate.sent ?? certificate.chain.length;
      return [
        fail({
          code: chainOrder,
          subject,
          params: { host: subject, issuer: certificate.issuer, count: sent },
          observed: {
            sent,
            chain: certificate.chain.map((one) => `${one.role ?? "certificate"}: ${one.subject}`.slice(0, 200)),
            caIssuers: certificate.caIssuers ?? [],
          },
          remedy: { action: "certificate", change: "send-chain" },
        }),
      ];
    });
  },
});
