import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { compressionText } from "./compression.text.ts";
import { classicState, judgeEndpoints } from "./endpoints.ts";
import { factOf, unknownFact } from "./facts.ts";

type Code = "enabled";

/** TLS compression, through whose lengths CRIME (CVE-2012-4929) guesses secrets. TLS 1.3 has none. */
export const compression = defineCheck({
  id: "tls/compression",
  needs: ["tls"],
  severity: { enabled: "medium" },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 9325 section 3.3"],
    cwe: [310],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 2.4"],
    "pci-dss": ["4.2.1"],
  },
  text: compressionText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const fact = factOf(endpoint, "compression");
      if (fact?.value === false || classicState(endpoint) === "no") return [pass(subject)];
      if (fact?.value !== true) return [unknownFact(fact, subject)];
      return [
        fail({
          code: "enabled",
          subject,
          params: { host: subject },
          observed: { compression: "DEFLATE" },
          remedy: { action: "tls-setting", setting: "compression" },
        }),
      ];
    });
  },
});
