import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { gapReason, judgeEndpoints, spokenVersions, versionLabels, versionState } from "./endpoints.ts";
import { tls13Text } from "./tls13.text.ts";

type Code = "absent";

/** Whether the current version of TLS is spoken. */
export const tls13 = defineCheck({
  id: "tls/tls13",
  needs: ["tls"],
  severity: { absent: "low" },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 8446", "RFC 9325"],
    cwe: [326],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 R3"],
    "pci-dss": ["4.2.1"],
    asvs: ["12.1.1"],
  },
  text: tls13Text,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const state = versionState(endpoint, "TLSv1.3");
      if (state === "unknown") return [notAssessed(gapReason(endpoint), subject)];
      if (state === "yes") return [pass(subject)];
      const spoken = spokenVersions(endpoint);
      return [
        fail({
          code: "absent",
          subject,
          params: { host: subject, versions: versionLabels(spoken) },
          observed: { versions: spoken },
          remedy: { action: "tls-setting", setting: "protocols", versions: ["TLSv1.2", "TLSv1.3"] },
        }),
      ];
    });
  },
});
