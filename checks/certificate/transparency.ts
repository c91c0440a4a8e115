import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { judgeCertificates, lifetimeDays } from "./certificates.ts";
import { transparencyText } from "./transparency.text.ts";

type Code = "none" | "too-few";

/**
 * Signed certificate timestamps: the proof that the certificate stands in public logs, which Chrome, Safari and Firefox demand of
 * public authorities: two logs up to 180 days of life, three beyond. A stapled OCSP answer may carry some, which is not read.
 */
export const transparency = defineCheck({
  id: "certificate/transparency",
  needs: ["tls"],
  severity: { none: "medium", "too-few": "low" },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 6962", "RFC 9162"],
    cwe: [295],
    rgpd: ["32"],
    urls: ["https://googlechrome.github.io/CertificateTransparency/ct_policy.html"],
  },
  text: transparencyText,
  evaluate({ tls }, _settings, context) {
    return judgeCertificates<Code>(tls, context, ({ certificate, endpoint, subject }): readonly Verdict<Code>[] => {
      if (certificate.publiclyTrusted !== true) return [notApplicable("private-authority", subject)];
      const wanted = lifetimeDays(certificate) > 180 ? 3 : 2;
      const handshake = endpoint.features?.scts.value ?? null;
      const seen = Math.max(certificate.scts, handshake ?? 0);
      if (seen >= wanted) return [pass(subject, { timestamps: seen })];
      const stapled = endpoint.features?.ocspStapling.value ?? null;
      if (handshake === null || stapled !== false) return [notAssessed("inconclusive", subject)];
      return [
        fail({
          code: seen === 0 ? "none" : "too-few",
          subject,
          params: { host: subject, seen, wanted },
          observed: { embedded: certificate.scts, handshake, sha256: certificate.sha256 },
          remedy: { action: "certificate", change: "replace" },
        }),
      ];
    });
  },
});
