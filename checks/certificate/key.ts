import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { TlsCertificate } from "../../src/core/evidence/tls.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { judgeCertificates } from "./certificates.ts";
import { keyText } from "./key.text.ts";

type Code = "breakable" | "short" | "obsolete-type" | "not-in-policy";

const settings = z.strictObject({
  minimumRsaBits: z.int().min(1024).default(2048),
  minimumEcBits: z.int().min(160).default(256),
  accepted: z
    .array(z.string())
    .nullable()
    .default(null)
    .describe("the only keys that a policy accepts: types (rsa, ec, ed25519) or curves (P-256); null for any"),
});

/** Type and size of the public key. 512-bit RSA falls to a laptop, 1024-bit RSA to a state. */
export const key = defineCheck({
  id: "certificate/key",
  needs: ["tls"],
  severity: { breakable: "critical", short: "high", "obsolete-type": "high", "not-in-policy": "low" },
  settings,
  references: {
    rfc: ["RFC 9325 section 4.5"],
    cwe: [326],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 3.1"],
    "pci-dss": ["4.2.1"],
  },
  text: keyText,
  evaluate({ tls }, policy, context) {
    return judgeCertificates<Code>(tls, context, ({ certificate, subject }): readonly Verdict<Code>[] => {
      const code = codeOf(certificate, policy);
      if (code === "unknown") return [notAssessed("unknown-key", subject)];
      const label = keyLabel(certificate);
      if (code === null) return [pass(subject, { key: label })];
      return [
        fail({
          code,
          subject,
          params: { host: subject, key: label },
          observed: {
            type: certificate.keyType,
            bits: certificate.keyBits,
            curve: certificate.keyCurve,
            exponent: certificate.keyExponent ?? null,
            spkiSha256: certificate.spkiSha256,
          },
          remedy: { action: "certificate", change: "stronger-key" },
        }),
      ];
    });
  },
});

function codeOf(certificate: TlsCertificate, policy: z.infer<typeof settings>): Code | "unknown" | null {
  const { keyType, keyBits, keyCurve } = certificate;
  const isRsa = keyType === "rsa" || keyType === "rsa-pss";
  if (keyType === "dsa") return "obsolete-type";
  // With the exponent 1 the signature is the message itself.
  if (isRsa && certificate.keyExponent === 1) return "breakable";
  if ((isRsa || keyType === "ec") && keyBits === null) return "unknown";
  if (isRsa && keyBits !== null && keyBits < 1024) return "breakable";
  if (keyType === "ec" && keyBits !== null && keyBits < 160) return "breakable";
  const minimum = isRsa ? policy.minimumRsaBits : keyType === "ec" ? policy.minimumEcBits : 0;
  if (keyBits !== null && keyBits < minimum) return "short";
  const { accepted } = policy;
  if (accepted === null) return null;
  return accepted.includes(keyType) || (keyCurve !== null && accepted.includes(keyCurve)) ? null : "not-in-policy";
}

/** "RSA 2048", "EC P-256", "ED25519". */
function keyLabel({ keyType, keyBits, keyCurve }: TlsCertificate): string {
  const size = keyCurve ?? (keyType.startsWith("ed") || keyBits === null ? "" : String(keyBits));
  return `${keyType.toUpperCase()} ${size}`.trim();
}
