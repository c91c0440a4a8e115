import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, pass, type Verdict } from "../../src/core/verdict.ts";
import { earlyDataText } from "./early-data.text.ts";
import { judgeEndpoints, versionState } from "./endpoints.ts";
import { factOf, unknownFact } from "./facts.ts";

type Code = "enabled";

/** 0-RTT data of TLS 1.3, which can be replayed (RFC 8446 section 8); read from the ticket, none is sent. */
export const earlyData = defineCheck({
  id: "tls/early-data",
  needs: ["tls"],
  severity: { enabled: "low" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 8446 section 8", "RFC 8470"], cwe: [294], rgpd: ["32"], anssi: ["SDE-NT-35 § 2.3"] },
  text: earlyDataText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      if (versionState(endpoint, "TLSv1.3") === "no") return [notApplicable("no-tls13", subject)];
      const fact = factOf(endpoint, "earlyData");
      const bytes = fact?.value ?? null;
      if (bytes === null) return [unknownFact(fact, subject)];
      if (bytes === 0) return [pass(subject)];
      return [
        fail({
          code: "enabled",
          subject,
          params: { host: subject, bytes },
          observed: { maxEarlyData: bytes },
          remedy: { action: "tls-setting", setting: "early-data" },
        }),
      ];
    });
  },
});
