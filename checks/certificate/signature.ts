import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import type { TlsCertificate } from "../../src/core/evidence/tls.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { isSelfSigned, judgeCertificates } from "./certificates.ts";
import { signatureText } from "./signature.text.ts";

type Code = "broken" | "sha1" | "not-in-policy";

const settings = z.strictObject({
  accepted: z
    .array(z.string())
    .nullable()
    .default(null)
    .describe("the only signature algorithms that a policy accepts for the server's certificate; null for any"),
});

/**
 * With which hash the authorities signed. A forged certificate needs a collision in any link, so every link counts; the signature
 * of a root, or of a certificate that vouches for itself, proves nothing and is not looked at.
 */
export const signature = defineCheck({
  id: "certificate/signature",
  needs: ["tls"],
  severity: { broken: "critical", sha1: "high", "not-in-policy": "low" },
  settings,
  references: {
    rfc: ["RFC 9155", "RFC 6151", "RFC 9325 section 4.5"],
    cwe: [328],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 § 3.1"],
    "pci-dss": ["4.2.1"],
    urls: ["https://shattered.io/"],
  },
  text: signatureText,
  evaluate({ tls }, { accepted }, context) {
    return judgeCertificates<Code>(tls, context, ({ certificate, subject }): readonly Verdict<Code>[] => {
      if (isSelfSigned(certificate)) return [notApplicable("self-signed", subject)];
      const links = signedLinks(certificate);
      const own = certificate.signatureAlgorithm;
      const worst =
        links.find(([, name]) => /md[245]/i.test(name)) ?? links.find(([, name]) => /sha1(?!\d)/i.test(name));
      const unlisted = accepted !== null && own !== null && !accepted.includes(own);
      if (worst === undefined && !unlisted) {
        const known = own !== null && own !== "unreadable" && !/^[\d.]+$/.test(own);
        return [known ? pass(subject, { algorithm: own }) : notAssessed("unknown-signature", subject)];
      }
      const [holder, algorithm] = worst ?? [certificate.subject, own ?? ""];
      return [
        fail({
          code: worst === undefined ? "not-in-policy" : /md[245]/i.test(algorithm) ? "broken" : "sha1",
          subject,
          params: { host: subject, algorithm, holder },
          observed: { algorithm, holder, sha256: certificate.sha256 },
          remedy: { action: "certificate", change: "replace" },
        }),
      ];
    });
  },
});

/** The leaf and the intermediates of the chain, each with its algorithm. */
function signedLinks(certificate: TlsCertificate): readonly (readonly [holder: string, algorithm: string])[] {
  const issuers = certificate.chain.filter(({ role }) => role === "issuer");
  return [
    [certificate.subject, certificate.signatureAlgorithm ?? ""],
    ...issuers.map((one): readonly [string, string] => [one.subject, one.signatureAlgorithm ?? ""]),
  ];
}
