import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, pass, type Verdict } from "../../src/core/verdict.ts";
import { classicState, judgeEndpoints } from "./endpoints.ts";
import { extendedMasterSecretText } from "./extended-master-secret.text.ts";
import { factOf, unknownFact } from "./facts.ts";

type Code = "missing";

/** The extended master secret (RFC 7627), which ties the keys to the whole handshake (triple handshake attack). */
export const extendedMasterSecret = defineCheck({
  id: "tls/extended-master-secret",
  needs: ["tls"],
  severity: { missing: "low" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 7627", "RFC 9325 section 3.5"], cwe: [300], rgpd: ["32"], anssi: ["SDE-NT-35 § 2.3"] },
  text: extendedMasterSecretText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      if (classicState(endpoint) === "no") return [notApplicable("tls13-only", subject)];
      const fact = factOf(endpoint, "extendedMasterSecret");
      if (fact?.value === true) return [pass(subject)];
      if (fact?.value !== false) return [unknownFact(fact, subject)];
      return [
        fail({
          code: "missing",
          subject,
          params: { host: subject },
          observed: { extendedMasterSecret: false },
          remedy: { action: "update-software", software: "TLS" },
        }),
      ];
    });
  },
});
