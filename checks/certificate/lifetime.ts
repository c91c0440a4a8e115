import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, pass, type Verdict } from "../../src/core/verdict.ts";
import { lifetimeLimit } from "../../src/data/certificate-lifetimes.ts";
import { judgeCertificates, lifetimeDays } from "./certificates.ts";
import { lifetimeText } from "./lifetime.text.ts";

type Code = "too-long" | "over-policy";

const settings = z.strictObject({
  maximumDays: z.number().min(1).nullable().default(null).describe("a policy's own limit; null for none"),
});

/** How long the certificate lives, against the limit of the CA/Browser Forum on the day of its issue. */
export const lifetime = defineCheck({
  id: "certificate/lifetime",
  needs: ["tls"],
  severity: { "too-long": "medium", "over-policy": "low" },
  settings,
  references: {
    cwe: [324],
    rgpd: ["32"],
    "pci-dss": ["4.2.1"],
    urls: ["https://cabforum.org/working-groups/server/baseline-requirements/"],
  },
  text: lifetimeText,
  evaluate({ tls }, { maximumDays }, context) {
    return judgeCertificates<Code>(tls, context, ({ certificate, subject }): readonly Verdict<Code>[] => {
      // The limits bind public authorities; one's own may do as it likes, unless a policy says otherwise.
      const isPublic = certificate.publiclyTrusted === true;
      if (!isPublic && maximumDays === null) return [notApplicable("private-authority", subject)];
      const days = Math.ceil(lifetimeDays(certificate));
      const limit = isPublic ? lifetimeLimit(new Date(certificate.notBefore)) : null;
      const tooLong = limit !== null && lifetimeDays(certificate) > limit;
      const overPolicy = maximumDays !== null && lifetimeDays(certificate) > maximumDays;
      if (!tooLong && !overPolicy) return [pass(subject, { days })];
      return [
        fail({
          code: tooLong ? "too-long" : "over-policy",
          subject,
          params: {
            host: subject,
            days,
            limit: (tooLong ? limit : maximumDays) ?? days,
            begins: certificate.notBefore,
          },
          observed: { days, limit, notBefore: certificate.notBefore, notAfter: certificate.notAfter },
          remedy: { action: "certificate", change: tooLong ? "replace" : "automate" },
        }),
      ];
    });
  },
});
