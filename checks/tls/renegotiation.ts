import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, pass, type Verdict } from "../../src/core/verdict.ts";
import { classicState, judgeEndpoints } from "./endpoints.ts";
import { factOf, unknownFact } from "./facts.ts";
import { renegotiationText } from "./renegotiation.text.ts";

type Code = "insecure";

/** Secure renegotiation (RFC 5746), without which an attacker can put words before a customer's (CVE-2009-3555). */
export const renegotiation = defineCheck({
  id: "tls/renegotiation",
  needs: ["tls"],
  severity: { insecure: "medium" },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 5746", "RFC 9325 section 3.5"],
    cwe: [300],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 2.3"],
    "pci-dss": ["4.2.1"],
  },
  text: renegotiationText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const fact = factOf(endpoint, "secureRenegotiation");
      if (classicState(endpoint) === "no") return [notApplicable("tls13-only", subject)];
      if (fact?.value === true) return [pass(subject)];
      if (fact?.value !== false) return [unknownFact(fact, subject)];
      return [
        fail({
          code: "insecure",
          subject,
          params: { host: subject },
          observed: { renegotiationInfo: false },
          remedy: { action: "update-software", software: "TLS" },
        }),
      ];
    });
  },
});
