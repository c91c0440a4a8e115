import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { TlsEndpoint } from "../../src/core/evidence/tls.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { RECOMMENDED_SUITES } from "../../src/data/recommended-suites.ts";
import { classicState, classicSuites, judgeEndpoints, suitesGap, versionState } from "./endpoints.ts";
import {
  isAnonymous,
  isEncryptionless,
  isExport,
  namedSuites,
  suiteNames,
  suiteParameters,
  type NamedSuite,
} from "./suite-classes.ts";
import { forwardSecrecyText } from "./forward-secrecy.text.ts";

type Code = "none" | "preferred" | "static-keys";

/** Key exchanges that a later theft of the server's key would open, static RSA first, which is also what ROBOT attacks. */
export const forwardSecrecy = defineCheck({
  id: "tls/forward-secrecy",
  needs: ["tls"],
  severity: { none: "high", preferred: "medium", "static-keys": "low" },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 9325 section 4.1"],
    cwe: [325],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 2.2"],
    "pci-dss": ["4.2.1"],
    asvs: ["12.1.2"],
    urls: ["https://robotattack.org/"],
  },
  text: forwardSecrecyText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const classic = namedSuites(classicSuites(endpoint));
      const exposed = classic.filter(isStatic);
      if (exposed.length === 0) {
        const gap = classicState(endpoint) === "no" ? null : suitesGap(endpoint);
        return [gap === null ? pass(subject) : notAssessed(gap, subject)];
      }
      return [
        fail({
          code: codeOf(endpoint, classic),
          subject,
          params: { host: subject, ...suiteParameters(exposed) },
          observed: { suites: suiteNames(exposed) },
          remedy: { action: "tls-setting", setting: "suites", suites: [...RECOMMENDED_SUITES] },
        }),
      ];
    });
  },
});

/** Suites that are no suite at all (no encryption, nobody's, export) are judged by checks of their own. */
function isStatic(suite: NamedSuite): boolean {
  return !suite.forwardSecrecy && !isEncryptionless(suite) && !isAnonymous(suite) && !isExport(suite);
}

function codeOf(endpoint: TlsEndpoint, classic: readonly NamedSuite[]): Code {
  const modern = versionState(endpoint, "TLSv1.3") === "yes";
  if (!modern && !classic.some((suite) => suite.forwardSecrecy)) return "none";
  const tls12 = endpoint.versions["TLSv1.2"];
  const [first] = namedSuites(tls12?.suites.slice(0, 1) ?? []);
  return tls12?.order === "server" && first !== undefined && isStatic(first) ? "preferred" : "static-keys";
}
