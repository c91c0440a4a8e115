import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { TlsEndpoint } from "../../src/core/evidence/tls.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { RECOMMENDED_SUITES } from "../../src/data/recommended-suites.ts";
import { dhParametersText } from "./dh-parameters.text.ts";
import { classicState, classicSuites, judgeEndpoints, suitesGap } from "./endpoints.ts";
import { factOf, unknownFact } from "./facts.ts";
import { isExport, namedSuites, suiteNames } from "./suite-classes.ts";

type Code = "export" | "breakable" | "short" | "reused";

const settings = z.strictObject({
  minimumBits: z.int().min(512).default(2048).describe("size of the prime; RFC 9325 asks for 2048 bits"),
});

/** Finite-field Diffie-Hellman: export suites (Logjam), small primes, primes that many servers share, keys used twice. */
export const dhParameters = defineCheck({
  id: "tls/dh-parameters",
  needs: ["tls"],
  severity: { export: "high", breakable: "high", short: "medium", reused: "low" },
  settings,
  references: {
    rfc: ["RFC 7919", "RFC 9325 section 4.2"],
    cwe: [326],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 2.2"],
    "pci-dss": ["4.2.1"],
    urls: ["https://weakdh.org/"],
  },
  text: dhParametersText,
  evaluate({ tls }, { minimumBits }, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const ephemeral = namedSuites(classicSuites(endpoint)).filter(({ keyExchange }) => keyExchange === "DHE");
      const fact = factOf(endpoint, "dh");
      if (ephemeral.length === 0 && !fact?.value) {
        const gap = classicState(endpoint) === "no" ? null : suitesGap(endpoint);
        return [gap === null ? notApplicable("no-dhe", subject) : notAssessed(gap, subject)];
      }
      const code = codeOf(endpoint, minimumBits, ephemeral.some(isExport));
      if (code === null) return [fact?.value ? pass(subject, { bits: fact.value.bits }) : unknownFact(fact, subject)];
      const { bits = 512, prime = null } = fact?.value ?? {};
      return [
        fail({
          code,
          subject,
          params: { host: subject, bits, prime: prime ?? "", minimum: minimumBits },
          observed: { bits: fact?.value?.bits ?? null, prime, suites: suiteNames(ephemeral) },
          // Curves have taken its place: without its suites there is no prime to take care of.
          remedy: { action: "tls-setting", setting: "suites", suites: [...RECOMMENDED_SUITES] },
        }),
      ];
    });
  },
});

function codeOf(endpoint: TlsEndpoint, minimumBits: number, exported: boolean): Code | null {
  const dh = factOf(endpoint, "dh")?.value;
  if (exported || dh?.export === true) return "export";
  // A state can compute the logarithms of one 1024-bit prime, and then reads every server that shares it.
  if (dh && (dh.bits < 1024 || (dh.bits <= 1024 && dh.shared))) return "breakable";
  if (dh && dh.bits < minimumBits) return "short";
  return factOf(endpoint, "dhReuse")?.value === true ? "reused" : null;
}
