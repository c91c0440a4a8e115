import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, pass, type Verdict } from "../../src/core/verdict.ts";
import { judgeEndpoints } from "./endpoints.ts";
import { factOf, unknownFact } from "./facts.ts";
import { sniText } from "./sni.text.ts";

type Code = "other-certificate";

/** What the server shows to a visitor who names no host: the certificate of a neighbour says who shares the server. */
export const sni = defineCheck({
  id: "tls/sni",
  needs: ["tls"],
  severity: { "other-certificate": "info" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 6066 section 3", "RFC 9325 section 3.7"], cwe: [200] },
  text: sniText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      if (endpoint.serverName === null) return [notApplicable("ip-target", subject)];
      const fact = factOf(endpoint, "noSni");
      if (!fact?.value) return [unknownFact(fact, subject)];
      if (fact.value.outcome !== "other-certificate") return [pass(subject, { withoutName: fact.value.outcome })];
      const names = fact.value.names.slice(0, 5);
      return [
        fail({
          code: "other-certificate",
          subject,
          params: { host: subject, names },
          observed: { names, sha256: fact.value.certificateSha256 },
          remedy: { action: "tls-setting", setting: "sni-default" },
        }),
      ];
    });
  },
});
