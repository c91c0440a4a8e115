import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, pass, type Verdict } from "../../src/core/verdict.ts";
import { judgeEndpoints, spokenVersions } from "./endpoints.ts";
import { factOf, unknownFact } from "./facts.ts";
import { fallbackScsvText } from "./fallback-scsv.text.ts";

type Code = "missing" | "missing-modern";

/** TLS_FALLBACK_SCSV (RFC 7507), which stops a forced step down to an older version. */
export const fallbackScsv = defineCheck({
  id: "tls/fallback-scsv",
  needs: ["tls"],
  severity: { missing: "low", "missing-modern": "info" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 7507"], cwe: [757], rgpd: ["32"], anssi: ["SDE-NT-35 § 2.4"] },
  text: fallbackScsvText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const fact = factOf(endpoint, "fallbackScsv");
      const spoken = spokenVersions(endpoint);
      if (fact?.value === true) return [pass(subject)];
      if (spoken.length === 1 && endpoint.complete) return [notApplicable("one-version", subject)];
      if (fact?.value !== false) return [unknownFact(fact, subject)];
      const hasOld = spoken.some((version) => version !== "TLSv1.2" && version !== "TLSv1.3");
      return [
        fail({
          code: hasOld ? "missing" : "missing-modern",
          subject,
          params: { host: subject },
          observed: { versions: spoken },
          remedy: hasOld
            ? { action: "tls-setting", setting: "protocols", versions: ["TLSv1.2", "TLSv1.3"] }
            : { action: "update-software", software: "TLS" },
        }),
      ];
    });
  },
});
