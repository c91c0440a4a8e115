import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { drownText } from "./drown.text.ts";
import { gapReason, judgeEndpoints, versionState } from "./endpoints.ts";

type Code = "sslv2";

/** SSL 2.0: it breaks modern connections made with the same key too (DROWN, CVE-2016-0800), even with no cipher left in it. */
export const drown = defineCheck({
  id: "tls/drown",
  needs: ["tls"],
  severity: { sslv2: "critical" },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 6176"],
    cwe: [326],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 R4"],
    "pci-dss": ["4.2.1"],
    urls: ["https://drownattack.com/"],
  },
  text: drownText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const state = versionState(endpoint, "SSLv2");
      if (state === "unknown") return [notAssessed(gapReason(endpoint, "sslv2"), subject)];
      if (state === "no") return [pass(subject)];
      return [
        fail({
          code: "sslv2",
          subject,
          params: { host: subject },
          observed: { ciphers: endpoint.versions.SSLv2?.suites.slice(0, 20) ?? [] },
          remedy: { action: "tls-setting", setting: "protocols", versions: ["TLSv1.2", "TLSv1.3"] },
        }),
      ];
    });
  },
});
