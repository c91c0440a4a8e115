import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { TlsCertificate } from "../../src/core/evidence/tls.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { fail, pass, type Verdict } from "../../src/core/verdict.ts";
import { judgeCertificates, lifetimeDays } from "./certificates.ts";
import { expiryText } from "./expiry.text.ts";

type Code = "expired" | "not-yet-valid" | "urgent" | "soon";

const DAY_MS = 86_400_000;

const settings = z.strictObject({
  soonDays: z.number().min(0).default(14).describe("warn from so many days before the end"),
  urgentDays: z.number().min(0).default(3),
});

/** Whether the certificate is valid at the time of the scan, and for how much longer. */
export const expiry = defineCheck({
  id: "certificate/expiry",
  needs: ["tls"],
  severity: { expired: "critical", "not-yet-valid": "critical", urgent: "high", soon: "medium" },
  settings,
  references: {
    rfc: ["RFC 5280 section 4.1.2.5"],
    cwe: [298],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 3.2"],
    "pci-dss": ["4.2.1"],
    asvs: ["12.2.2"],
  },
  text: expiryText,
  evaluate({ tls }, thresholds, { at, target }) {
    return judgeCertificates<Code>(tls, { at, target }, ({ certificate, subject }): readonly Verdict<Code>[] => {
      const left = (Date.parse(certificate.notAfter) - at.getTime()) / DAY_MS;
      const observed = { notBefore: certificate.notBefore, notAfter: certificate.notAfter, sha256: certificate.sha256 };
      const code = codeOf(certificate, at, left, thresholds);
      if (code === null) return [pass(subject, observed)];
      return [
        fail({
          code,
          subject,
          params: {
            host: subject,
            expires: certificate.notAfter,
            begins: certificate.notBefore,
            days: Math.max(0, Math.floor(Math.abs(left))),
          },
          observed,
          remedy: remedyFor(code),
        }),
      ];
    });
  },
});

/** A certificate of six days cannot be renewed fourteen before its end: the thresholds shrink with short lives. */
function codeOf(
  certificate: TlsCertificate,
  at: Date,
  left: number,
  thresholds: z.infer<typeof settings>,
): Code | null {
  if (left < 0) return "expired";
  if (at.getTime() < Date.parse(certificate.notBefore)) return "not-yet-valid";
  const life = lifetimeDays(certificate);
  if (left < Math.min(thresholds.urgentDays, life / 10)) return "urgent";
  return left < Math.min(thresholds.soonDays, life / 4) ? "soon" : null;
}

function remedyFor(code: Code): readonly Remedy[] {
  if (code === "not-yet-valid") return [{ action: "certificate", change: "replace" }];
  return [
    { action: "certificate", change: "renew" },
    { action: "certificate", change: "automate" },
  ];
}
