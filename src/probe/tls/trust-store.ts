import { X509Certificate } from "node:crypto";
import { getCACertificates } from "node:tls";
import { parseCertificate, type ParsedCertificate } from "../../parse/x509/certificate.ts";

/** A certificate twice: as our own reader sees it, and as OpenSSL does, which checks signatures. */
export interface KnownCertificate {
  readonly parsed: ParsedCertificate;
  readonly native: X509Certificate;
}

/** The roots that a verdict rests on. */
export interface TrustStore {
  readonly roots: readonly KnownCertificate[];
  /** Organisations of the bundled roots: their customers' chains can be completed. */
  readonly publicOrganisations: ReadonlySet<string>;
  /** For the record: which roots these are. */
  readonly description: string;
}

let bundled: readonly KnownCertificate[] | null = null;

/**
 * Mozilla's roots as bundled with Node, so that a verdict does not depend on the machine, plus the given ones (PEM texts, each
 * with one or more certificates). A text without a certificate adds nothing.
 */
export function trustStore(extraRoots: readonly string[]): TrustStore {
  bundled ??= getCACertificates("bundled").flatMap(fromPem);
  const extra = extraRoots.flatMap(fromPem);
  const named = extra.slice(0, 5).map((root) => root.parsed.subject.commonName ?? root.parsed.subject.text);
  return {
    roots: [...extra, ...bundled],
    publicOrganisations: new Set(bundled.flatMap((root) => root.parsed.subject.organisation ?? [])),
    description: ["Mozilla roots as bundled with Node", ...named].join(" + "),
  };
}

/** Reads a DER certificate both ways; null where either reader refuses it. */
export function knownCertificate(der: Uint8Array): KnownCertificate | null {
  const parsed = parseCertificate(der);
  if (parsed === null) return null;
  try {
    return { parsed, native: new X509Certificate(der) };
  } catch {
    // OpenSSL refuses what our reader takes: nothing can be verified with it.
    return null;
  }
}

function fromPem(text: string): readonly KnownCertificate[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((block) => {
    const der = Buffer.from(block.replaceAll(/-----[A-Z ]+-----/g, ""), "base64");
    return knownCertificate(der) ?? [];
  });
}
