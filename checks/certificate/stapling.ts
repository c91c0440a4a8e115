import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, pass, type Verdict } from "../../src/core/verdict.ts";
import { unknownFact } from "../tls/facts.ts";
import { judgeCertificates } from "./certificates.ts";
import { staplingText } from "./stapling.text.ts";

type Code = "must-staple-broken" | "missing";

/**
 * Stapled OCSP answers. Let's Encrypt gave up OCSP in 2025: where the certificate names no responder there is nothing to staple.
 * Where it demands a staple (RFC 7633), a missing one keeps Firefox out.
 */
export const stapling = defineCheck({
  id: "certificate/stapling",
  needs: ["tls"],
  severity: { "must-staple-broken": "high", missing: "info" },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 6066 section 8", "RFC 7633"],
    cwe: [299],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 3.2"],
    asvs: ["12.1.4"],
  },
  text: staplingText,
  evaluate({ tls }, _settings, context) {
    return judgeCertificates<Code>(tls, context, ({ certificate, endpoint, subject }): readonly Verdict<Code>[] => {
      const fact = endpoint.features?.ocspStapling ?? null;
      const responders = certificate.ocspResponders.slice(0, 3);
      if (responders.length === 0 && !certificate.mustStaple) return [notApplicable("no-responder", subject)];
      if (fact?.value === true) return [pass(subject)];
      if (fact?.value !== false) return [unknownFact(fact, subject)];
      return [
        fail({
          code: certificate.mustStaple ? "must-staple-broken" : "missing",
          subject,
          params: { host: subject },
          observed: { stapled: false, mustStaple: certificate.mustStaple, responders },
          remedy: { action: "tls-setting", setting: "stapling" },
        }),
      ];
    });
  },
});
