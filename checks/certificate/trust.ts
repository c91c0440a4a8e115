import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { judgeCertificates } from "./certificates.ts";
import { trustText } from "./trust.text.ts";

type Code = "self-signed" | "unknown-issuer" | "chain-expired" | "invalid-chain" | "wrong-purpose" | "unreadable";

/** Outcomes by the code of the verification; dates are judged by certificate/expiry, a missing link by certificate/chain. */
const OUTCOMES: ReadonlyMap<string, Code> = new Map<string, Code>([
  ["self-signed", "self-signed"],
  ["unknown-issuer", "unknown-issuer"],
  ["chain-expired", "chain-expired"],
  ["bad-signature", "invalid-chain"],
  ["not-an-authority", "invalid-chain"],
  ["name-constraint", "invalid-chain"],
  ["critical-extension", "invalid-chain"],
  ["wrong-purpose", "wrong-purpose"],
  ["unreadable", "unreadable"],
]);

/** Whether an authority that browsers trust vouches for the certificate. Revocation is not asked about. */
export const trust = defineCheck({
  id: "certificate/trust",
  needs: ["tls"],
  severity: {
    "self-signed": "critical",
    "unknown-issuer": "critical",
    "chain-expired": "critical",
    "invalid-chain": "critical",
    "wrong-purpose": "critical",
    unreadable: "critical",
  },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 5280 section 6"],
    cwe: [295, 296],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 3.2"],
    "pci-dss": ["4.2.1"],
    asvs: ["12.2.2"],
  },
  text: trustText,
  evaluate({ tls }, _settings, context) {
    return judgeCertificates<Code>(
      tls,
      context,
      ({ certificate, subject }): readonly Verdict<Code>[] => {
        const { trusted, code, store } = certificate.trust;
        if (trusted || code === "expired" || code === "not-yet-valid") return [pass(subject, { store })];
        const outcome = OUTCOMES.get(code ?? "");
        if (outcome === undefined) return [notAssessed(code ?? "inconclusive", subject)];
        return [
          fail({
            code: outcome,
            subject,
            params: { host: subject, issuer: certificate.issuer },
            observed: {
              subject: certificate.subject,
              issuer: certificate.issuer,
              path: certificate.path ?? [],
              detail: code,
              store,
              sha256: certificate.sha256,
            },
            remedy: { action: "certificate", change: outcome === "chain-expired" ? "send-chain" : "replace" },
          }),
        ];
      },
      { unreadable: true },
    );
  },
});
