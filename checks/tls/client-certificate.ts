import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { clientCertificateText } from "./client-certificate.text.ts";
import { judgeEndpoints } from "./endpoints.ts";
import { factOf, unknownFact } from "./facts.ts";

type Code = "requested" | "required";

/** A request for a certificate of the visitor: a window in front of every customer, or a closed door. */
export const clientCertificate = defineCheck({
  id: "tls/client-certificate",
  needs: ["tls"],
  severity: { requested: "info", required: "info" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 8446 section 4.3.2"], cwe: [295], asvs: ["12.1.3"] },
  text: clientCertificateText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const fact = factOf(endpoint, "clientCertificate");
      const value = fact?.value ?? null;
      if (value === null) return [unknownFact(fact, subject)];
      if (value === "none") return [pass(subject)];
      return [
        fail({
          code: value,
          subject,
          params: { host: subject },
          observed: { clientCertificate: value },
          remedy: {
            action: "tls-setting",
            setting: "client-certificate",
            ...(value === "required" ? { guards: true } : {}),
          },
        }),
      ];
    });
  },
});
