import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { RECOMMENDED_GROUPS } from "../../src/data/recommended-suites.ts";
import { judgeEndpoints, versionState } from "./endpoints.ts";
import { factOf, unknownFact } from "./facts.ts";
import { postQuantumText } from "./post-quantum.text.ts";

type Code = "absent" | "not-preferred";

/** Whether a hybrid post-quantum key exchange is offered; said present or absent, and a reproach to nobody yet. */
export const postQuantum = defineCheck({
  id: "tls/post-quantum",
  needs: ["tls"],
  severity: { absent: "info", "not-preferred": "info" },
  settings: z.strictObject({}),
  references: {
    rgpd: ["32"],
    anssi: ["Avis sur la migration vers la cryptographie post-quantique (2023)"],
    "pci-dss": ["12.3.3"],
    urls: ["https://datatracker.ietf.org/doc/draft-ietf-tls-ecdhe-mlkem/"],
  },
  text: postQuantumText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const fact = factOf(endpoint, "postQuantum");
      // Hybrid groups exist in TLS 1.3 only.
      const impossible = versionState(endpoint, "TLSv1.3") === "no";
      if (!impossible && !fact?.value) return [unknownFact(fact, subject)];
      const hybrid = !impossible && fact?.value?.hybrid === true;
      if (hybrid && fact.value.preferred !== false) return [pass(subject, { groups: fact.value.groups })];
      return [
        fail({
          code: hybrid ? "not-preferred" : "absent",
          subject,
          params: { host: subject, groups: fact?.value?.groups ?? [] },
          observed: { groups: endpoint.groups.slice(0, 40), tls13: !impossible },
          remedy: hybrid
            ? { action: "tls-setting", setting: "groups", groups: [...RECOMMENDED_GROUPS] }
            : // From 3.5 on OpenSSL offers the hybrid group by itself; an older one would not start over its name.
              { action: "update-software", software: "OpenSSL", to: "3.5" },
        }),
      ];
    });
  },
});
