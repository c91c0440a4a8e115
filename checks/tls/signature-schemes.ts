import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { gapReason, judgeEndpoints } from "./endpoints.ts";
import { factOf, unknownFact } from "./facts.ts";
import { signatureSchemesText } from "./signature-schemes.text.ts";

type Code = "weak-hash";

/** Signatures of the handshake over MD5 or SHA-1 (SLOTH, RFC 9155); those of certificates are another check. */
export const signatureSchemes = defineCheck({
  id: "tls/signature-schemes",
  needs: ["tls"],
  severity: { "weak-hash": "low" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 9155"], cwe: [328], rgpd: ["32"], anssi: ["SDE-NT-35 § 2.3"], "pci-dss": ["4.2.1"] },
  text: signatureSchemesText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const fact = factOf(endpoint, "signatureSchemes");
      if (!fact?.value) return [unknownFact(fact, subject)];
      const weak = fact.value.filter((name) => /(^|_)(md5|sha1)(_|$)/.test(name));
      if (weak.length > 0) {
        return [
          fail({
            code: "weak-hash",
            subject,
            params: { host: subject, schemes: weak.slice(0, 10) },
            observed: { schemes: fact.value.slice(0, 30) },
            remedy: { action: "update-software", software: "TLS" },
          }),
        ];
      }
      // Schemes seen in passing prove what they show; only an enumeration proves that there are no others.
      const gap = endpoint.leftOut?.some(({ what }) => what === "signature-schemes") === true;
      return [gap ? notAssessed(gapReason(endpoint, "signature-schemes"), subject) : pass(subject)];
    });
  },
});
