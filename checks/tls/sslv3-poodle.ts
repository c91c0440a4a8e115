import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { gapReason, judgeEndpoints, versionState } from "./endpoints.ts";
import { sslv3PoodleText } from "./sslv3-poodle.text.ts";

type Code = "enabled";

/** SSL 3.0, whose CBC padding POODLE (CVE-2014-3566) reads byte by byte, and which RFC 7568 forbids altogether. */
export const sslv3Poodle = defineCheck({
  id: "tls/sslv3-poodle",
  needs: ["tls"],
  severity: { enabled: "high" },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 7568"],
    cwe: [326],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 R4"],
    "pci-dss": ["4.2.1"],
    asvs: ["12.1.1"],
  },
  text: sslv3PoodleText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const state = versionState(endpoint, "SSLv3");
      if (state === "unknown") return [notAssessed(gapReason(endpoint, "legacy-versions"), subject)];
      if (state === "no") return [pass(subject)];
      return [
        fail({
          code: "enabled",
          subject,
          params: { host: subject },
          observed: { suites: endpoint.versions.SSLv3?.suites.slice(0, 20) ?? [] },
          remedy: { action: "tls-setting", setting: "protocols", versions: ["TLSv1.2", "TLSv1.3"] },
        }),
      ];
    });
  },
});
