import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { judgeEndpoints } from "./endpoints.ts";
import { factOf, unknownFact } from "./facts.ts";
import { sessionResumptionText } from "./session-resumption.text.ts";

type Code = "none" | "long-tickets";

const settings = z.strictObject({
  maximumTicketSeconds: z.int().min(0).default(604_800).describe("RFC 8446 section 4.6.1 allows seven days at most"),
});

/** Whether visitors who come back are spared a full handshake, and for how long a ticket can open what was said under it. */
export const sessionResumption = defineCheck({
  id: "tls/session-resumption",
  needs: ["tls"],
  severity: { none: "info", "long-tickets": "low" },
  settings,
  references: { rfc: ["RFC 8446 section 4.6.1", "RFC 9325 section 3.4"], cwe: [324], rgpd: ["32"] },
  text: sessionResumptionText,
  evaluate({ tls }, { maximumTicketSeconds }, context) {
    return judgeEndpoints<Code>(tls, context, (endpoint, subject): readonly Verdict<Code>[] => {
      const seconds = factOf(endpoint, "ticketLifetimeSeconds")?.value ?? 0;
      const resumption = factOf(endpoint, "resumption");
      if (seconds > maximumTicketSeconds) {
        return [
          fail({
            code: "long-tickets",
            subject,
            params: { host: subject, days: Math.floor(seconds / 86_400) },
            observed: { ticketLifetimeSeconds: seconds },
            remedy: { action: "tls-setting", setting: "session-tickets" },
          }),
        ];
      }
      if (resumption?.value === true) return [pass(subject, { ticketLifetimeSeconds: seconds })];
      if (resumption?.value !== false) return [unknownFact(resumption, subject)];
      return [fail({ code: "none", subject, params: { host: subject }, observed: { resumption: false } })];
    });
  },
});
