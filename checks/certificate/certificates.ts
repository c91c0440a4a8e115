import type { CheckContext } from "../../src/core/check.ts";
import type { TlsCertificate, TlsEndpoint, TlsValue } from "../../src/core/evidence/tls.ts";
import { notApplicable, notAssessed, type Verdict } from "../../src/core/verdict.ts";
import { repeatFilter, webEndpoints } from "../tls/endpoints.ts";

/** One certificate of the site and where it was seen. */
export interface SeenCertificate {
  readonly certificate: TlsCertificate;
  readonly endpoint: TlsEndpoint;
  /** The host: a certificate's serial or fingerprint changes at every renewal and would be no stable name. */
  readonly subject: string;
}

/**
 * Judges every certificate of the target and its twin, on every address: one forgotten server is enough for an expired
 * certificate. An unreadable one is a finding of `certificate/trust` and of no other check.
 */
export function judgeCertificates<Code extends string>(
  tls: TlsValue,
  context: CheckContext,
  judge: (seen: SeenCertificate) => readonly Verdict<Code>[],
  options: { readonly unreadable?: boolean } = {},
): readonly Verdict<Code>[] {
  const repeats = repeatFilter<Code>();
  const verdicts = webEndpoints(tls, context).flatMap(({ endpoint, subject, primary }): readonly Verdict<Code>[] => {
    if (endpoint.state === "plain") return primary ? [notApplicable("no-tls", subject)] : [];
    if (endpoint.state === "failed") {
      return primary ? [notAssessed(endpoint.error?.code ?? "no-answer", subject)] : [];
    }
    if (endpoint.certificates.length === 0) return primary ? [notAssessed("no-certificate", subject)] : [];
    return endpoint.certificates.flatMap((certificate) =>
      isUnreadable(certificate) && options.unreadable !== true
        ? [notAssessed("certificate-unreadable", subject)]
        : judge({ certificate, endpoint, subject }).filter((verdict) => repeats(certificate.sha256, verdict)),
    );
  });
  return verdicts.length === 0 ? [notAssessed("no-target")] : verdicts;
}

/** Whether nothing could be read of the leaf. */
export function isUnreadable(certificate: TlsCertificate): boolean {
  return certificate.trust.code === "unreadable";
}

/** Whether the leaf vouches for itself. */
export function isSelfSigned(certificate: TlsCertificate): boolean {
  return certificate.trust.code === "self-signed";
}

/** How long the certificate lives, in days of 86,400 seconds; both ends belong to it (RFC 5280 section 4.1.2.5). */
export function lifetimeDays(certificate: TlsCertificate): number {
  return (Date.parse(certificate.notAfter) - Date.parse(certificate.notBefore) + 1000) / 86_400_000;
}
