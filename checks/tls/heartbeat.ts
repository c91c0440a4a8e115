import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, pass, type Verdict } from "../../src/core/verdict.ts";
import { classicState, judgeEndpoints } from "./endpoints.ts";
import { factOf, unknownFact } from "./facts.ts";
import { heartbeatText } from "./heartbeat.text.ts";

type Code = "enabled";

/** The heartbeat extension, without which Heartbleed (CVE-2014-0160) cannot be. Heartbleed itself is not tried. */
export const heartbeat = defineCheck({
  id: "tls/heartbeat",
  needs: ["tls"],
  severity: { enabled: "info" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 6520"], cwe: [126], rgpd: ["32"], urls: ["https://heartbleed.com/"] },
  text: heartbeatText,
  evaluate({ tls }, _settings, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      if (classicState(endpoint) === "no") return [notApplicable("tls13-only", subject)];
      const fact = factOf(endpoint, "heartbeat");
      if (fact?.value === false) return [pass(subject)];
      if (fact?.value !== true) return [unknownFact(fact, subject)];
      return [
        fail({
          code: "enabled",
          subject,
          params: { host: subject },
          observed: { heartbeat: true, heartbleed: "not-tested" },
          remedy: { action: "update-software", software: "OpenSSL" },
        }),
      ];
    });
  },
});
