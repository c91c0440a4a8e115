import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { judgeCertificates } from "./certificates.ts";
import { wildcardText } from "./wildcard.text.ts";

type Code = "wildcard";

/** A wildcard is no fault; its key is worth every name under the domain, and usually lies on several servers. */
export const wildcard = defineCheck({
  id: "certificate/wildcard",
  needs: ["tls"],
  severity: { wildcard: "info" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 9525 section 7.1"], cwe: [295], anssi: ["SDE-NT-35 § 3.1"] },
  text: wildcardText,
  evaluate({ tls }, _settings, context) {
    return judgeCertificates<Code>(tls, context, ({ certificate, subject }): readonly Verdict<Code>[] => {
      if (!certificate.wildcard) return [pass(subject)];
      const names = certificate.subjectAltNames.filter((name) => name.startsWith("*.")).slice(0, 5);
      return [
        fail({
          code: "wildcard",
          subject,
          params: { host: subject, names },
          observed: { names },
          remedy: { action: "review", topic: "wildcard-certificate" },
        }),
      ];
    });
  },
});
