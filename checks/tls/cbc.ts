import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { TlsEndpoint } from "../../src/core/evidence/tls.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { RECOMMENDED_SUITES } from "../../src/data/recommended-suites.ts";
import { classicState, classicSuites, judgeEndpoints, suitesGap, versionState } from "./endpoints.ts";
import { factOf } from "./facts.ts";
import { cbcText } from "./cbc.text.ts";
import {
  isEncryptionless,
  isExport,
  namedSuites,
  suiteNames,
  suiteParameters,
  type NamedSuite,
} from "./suite-classes.ts";

type Code = "no-aead" | "beast" | "lucky13";

/** Suites in CBC mode, the ground of BEAST (up to TLS 1.0) and of LUCKY13; encrypt-then-MAC (RFC 7366) takes the latter away. */
export const cbc = defineCheck({
  id: "tls/cbc",
  needs: ["tls"],
  severity: { "no-aead": "medium", beast: "info", lucky13: "info" },
  settings: z.strictObject({}),
  references: {
    rfc: ["RFC 9325 section 4.2", "RFC 7366"],
    cwe: [327],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 2.2"],
    asvs: ["12.1.2"],
  },
  text: cbcText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const classic = namedSuites(classicSuites(endpoint)).filter((one) => !isEncryptionless(one) && !isExport(one));
      const found = judge(endpoint, classic);
      if (found === null) {
        const gap = classicState(endpoint) === "no" ? null : suitesGap(endpoint);
        return [gap === null ? pass(subject) : notAssessed(gap, subject)];
      }
      return [
        fail({
          code: found.code,
          subject,
          params: { host: subject, ...suiteParameters(found.suites) },
          observed: {
            suites: suiteNames(found.suites),
            encryptThenMac: factOf(endpoint, "encryptThenMac")?.value ?? null,
          },
          remedy: { action: "tls-setting", setting: "suites", suites: [...RECOMMENDED_SUITES] },
        }),
      ];
    });
  },
});

function judge(
  endpoint: TlsEndpoint,
  classic: readonly NamedSuite[],
): { readonly code: Code; readonly suites: readonly NamedSuite[] } | null {
  const cbcSuites = classic.filter((suite) => suite.mode === "CBC");
  const modern = versionState(endpoint, "TLSv1.3") !== "no";
  if (classic.length > 0 && !modern && !classic.some((suite) => suite.mode === "AEAD")) {
    return { code: "no-aead", suites: classic };
  }
  const old = namedSuites([
    ...(endpoint.versions.SSLv3?.suites ?? []),
    ...(endpoint.versions["TLSv1.0"]?.suites ?? []),
  ]).filter((suite) => suite.mode === "CBC");
  if (old.length > 0) return { code: "beast", suites: old };
  const shielded = factOf(endpoint, "encryptThenMac")?.value === true;
  return cbcSuites.length > 0 && !shielded ? { code: "lucky13", suites: cbcSuites } : null;
}
