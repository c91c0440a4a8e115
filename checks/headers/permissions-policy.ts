import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { judgePages, type PageFault } from "../../src/core/judge-pages.ts";
import { headerValues, listMembers } from "../../src/parse/headers.ts";
import { sitePaymentHosts, usesPaymentRequest } from "../../src/parse/payment.ts";
import { parsePermissionsPolicy, turnsOff } from "../../src/parse/permissions-policy.ts";
import { htmlAnswers, siteAnswers } from "../../src/parse/site-answers.ts";
import { permissionsPolicyText } from "./permissions-policy.text.ts";

type Code = keyof (typeof permissionsPolicyText)["en"]["outcomes"];

/** Features that hand the customer's surroundings to whoever may use them. */
const SENSES = ["camera", "microphone", "geolocation"] as const;

/** Never `payment=()`: it would switch Apple Pay, Google Pay and the other wallets off. */
const ADVISED = "camera=(), microphone=(), geolocation=(self)";

export const permissionsPolicy = defineCheck({
  id: "headers/permissions-policy",
  needs: ["http"],
  uses: ["pages"],
  severity: { "blocks-payment": "medium", invalid: "low", wildcard: "low", absent: "info" },
  settings: z.strictObject({}),
  references: {
    cwe: [693],
    rgpd: ["25", "32"],
    urls: ["https://www.w3.org/TR/permissions-policy/"],
  },
  text: permissionsPolicyText,
  evaluate({ http, pages }) {
    const sitePays = sitePaymentHosts(pages).length > 0;
    return judgePages(htmlAnswers(siteAnswers(http, pages)), ({ headers, page, role }): readonly PageFault<Code>[] => {
      const sent = headerValues(headers, "permissions-policy");
      if (sent.length === 0) return [fault("absent", [], ADVISED)];
      const policy = parsePermissionsPolicy(sent);
      if (policy === null) return [fault("invalid", sent, ADVISED)];
      const wide = SENSES.filter((feature) => policy.get(feature)?.everyone === true);
      const pays = page !== null && (usesPaymentRequest(page) || (role === "checkout" && sitePays));
      const kept = sent
        .flatMap((value) => listMembers(value))
        .filter((member) => !/^payment\s*=/.test(member))
        .join(", ");
      return [
        ...(pays && turnsOff(policy.get("payment"))
          ? [fault("blocks-payment", sent, kept === "" ? ADVISED : kept)]
          : []),
        ...(wide.length > 0 ? [fault("wildcard", wide, ADVISED)] : []),
      ];
    });
  },
});

function fault(code: Code, values: readonly string[], advised: string): PageFault<Code> {
  return {
    code,
    subject: code === "blocks-payment" ? "payment" : "permissions-policy",
    params: { values: values.map((value) => value.slice(0, 100)) },
    observed: { values: values.map((value) => value.slice(0, 300)) },
    remedy: {
      action: "set-response-header",
      name: "Permissions-Policy",
      value: advised,
      caution: "permissions-payment",
    },
  };
}
