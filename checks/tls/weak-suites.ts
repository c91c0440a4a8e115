import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { RECOMMENDED_SUITES } from "../../src/data/recommended-suites.ts";
import { classicSuites, judgeEndpoints, suitesGap } from "./endpoints.ts";
import {
  isAnonymous,
  isEncryptionless,
  isExport,
  namedSuites,
  suiteNames,
  suiteParameters,
  type NamedSuite,
} from "./suite-classes.ts";
import { weakSuitesText } from "./weak-suites.text.ts";

type Code = "no-encryption" | "anonymous" | "rc4" | "short-keys" | "small-blocks" | "not-in-policy";

/** The worst first: a suite counts once, under the first class that it belongs to. */
const CLASSES: readonly (readonly [code: Code, belongs: (suite: NamedSuite) => boolean])[] = [
  ["no-encryption", isEncryptionless],
  ["anonymous", isAnonymous],
  // Export suites of RSA and DHE are FREAK's and Logjam's; the few others (Kerberos) are short keys like any.
  ["short-keys", (suite) => suite.bits < 112 && !(isExport(suite) && /^(RSA|DHE)$/.test(suite.keyExchange))],
  ["rc4", (suite) => suite.cipher === "RC4" && !isExport(suite)],
  ["small-blocks", (suite) => suite.blockBits === 64 && !isExport(suite)],
];

const settings = z.strictObject({
  accepted: z
    .array(z.string())
    .nullable()
    .default(null)
    .describe("the only cipher suites that a policy accepts, by IANA name; null accepts all that are not weak"),
});

/** Cipher suites that do not protect: none, anonymous, RC4 (RFC 7465), DES, 3DES and other 64-bit blocks (SWEET32). */
export const weakSuites = defineCheck({
  id: "tls/weak-suites",
  needs: ["tls"],
  severity: {
    "no-encryption": "critical",
    anonymous: "critical",
    "short-keys": "high",
    rc4: "high",
    "small-blocks": "medium",
    "not-in-policy": "low",
  },
  settings,
  references: {
    rfc: ["RFC 9325 section 4.1", "RFC 7465"],
    cwe: [327],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 2.2"],
    "pci-dss": ["4.2.1", "12.3.3"],
    asvs: ["12.1.2"],
    urls: ["https://sweet32.info/"],
  },
  text: weakSuitesText,
  evaluate({ tls }, { accepted }, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject) => {
      const names = [...new Set([...classicSuites(endpoint), ...(endpoint.versions["TLSv1.3"]?.suites ?? [])])];
      const found = classify(namedSuites(names), accepted);
      const verdicts = [...found].map(([code, suites]): Verdict<Code> =>
        fail({
          code,
          subject: `${subject} ${code}`,
          params: { host: subject, ...suiteParameters(suites) },
          observed: { suites: suiteNames(suites) },
          remedy: remedyFor(accepted),
        }),
      );
      if (verdicts.length > 0) return verdicts;
      const gap = suitesGap(endpoint);
      return [gap === null ? pass(subject, { suites: names.slice(0, 20) }) : notAssessed(gap, subject)];
    });
  },
});

/** What the policy shares with the recommended list; a policy that shares nothing of TLS 1.2 wants TLS 1.3 only. */
function remedyFor(accepted: readonly string[] | null): Remedy {
  const suites = RECOMMENDED_SUITES.filter((name) => accepted === null || accepted.includes(name));
  return suites.length === 0
    ? { action: "tls-setting", setting: "protocols", versions: ["TLSv1.3"] }
    : { action: "tls-setting", setting: "suites", suites };
}

function classify(
  suites: readonly NamedSuite[],
  accepted: readonly string[] | null,
): ReadonlyMap<Code, readonly NamedSuite[]> {
  const found = new Map<Code, NamedSuite[]>();
  for (const suite of suites) {
    const weak = CLASSES.find(([, belongs]) => belongs(suite))?.[0];
    const code = weak ?? (accepted !== null && !accepted.includes(suite.name) ? "not-in-policy" : null);
    if (code !== null) found.set(code, [...(found.get(code) ?? []), suite]);
  }
  return found;
}
