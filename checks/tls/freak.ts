import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { RECOMMENDED_SUITES } from "../../src/data/recommended-suites.ts";
import { classicState, classicSuites, judgeEndpoints, suitesGap } from "./endpoints.ts";
import { factOf } from "./facts.ts";
import { freakText } from "./freak.text.ts";
import { isExport, namedSuites, suiteNames, suiteParameters } from "./suite-classes.ts";

type Code = "export-rsa";

/** RSA export suites, which a man in the middle can force on clients (FREAK, CVE-2015-0204). */
export const freak = defineCheck({
  id: "tls/freak",
  needs: ["tls"],
  severity: { "export-rsa": "high" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 9325 section 4.1"], cwe: [310, 757], rgpd: ["32"], "pci-dss": ["4.2.1"], asvs: ["12.1.2"] },
  text: freakText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const exposed = namedSuites(classicSuites(endpoint)).filter(
        (suite) => isExport(suite) && suite.keyExchange === "RSA",
      );
      if (exposed.length === 0) {
        const gap = classicState(endpoint) === "no" ? null : suitesGap(endpoint);
        return [gap === null ? pass(subject) : notAssessed(gap, subject)];
      }
      return [
        fail({
          code: "export-rsa",
          subject,
          params: { host: subject, ...suiteParameters(exposed) },
          observed: { suites: suiteNames(exposed), keyBits: factOf(endpoint, "exportRsaBits")?.value ?? null },
          remedy: { action: "tls-setting", setting: "suites", suites: [...RECOMMENDED_SUITES] },
        }),
      ];
    });
  },
});
