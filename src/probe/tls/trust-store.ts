import { X509Certificate } from "node:crypto";
import { getCACertificates } from "node:tls";
import { parseCertificate, type ParsedCertificate } from "../../parse/x509/certificate.ts";

/** A certificate twice: as our own reader sees it, and as OpenSSL does, which checks signatures. */
export interface KnownCertificate {
  readonly der: Uint8Array;
  readonly parsed: ParsedCertificate;
  readonly native: X509Certificate;
}

/** The roots that a verdict rests on. */
export interface TrustStore {
  readonly roots: readonly KnownCertificate[];
  /** Whether a bundled root is of this organisation: the chains of its customers can be completed. */
  readonly isPublic: (organisation: string) => boolean;
  /** For the record: which roots these are. */
  readonly description: string;
}

let bundled: readonly Root[] | null = null;

/** One of the bundled roots, of which most scans read but one or two: it is read when it is asked for. */
class Root implements KnownCertificate {
  readonly der: Uint8Array;
  readonly native: X509Certificate;
  #parsed: ParsedCertificate | null = null;

  constructor(native: X509Certificate) {
    this.native = native;
    this.der = native.raw;
  }

  get parsed(): ParsedCertificate {
    this.#parsed ??= parseCertificate(this.der);
    if (this.#parsed === null) throw new Error(`unreadable bundled root: ${this.native.subject}`);
    return this.#parsed;
  }
}

/**
 * Mozilla's roots as bundled with Node, so that a verdict does not depend on the machine, plus the given ones (PEM texts, each
 * with one or more certificates). A text without a certificate adds nothing.
 */
export function trustStore(extraRoots: readonly string[]): TrustStore {
  bundled ??= getCACertificates("bundled").map((pem) => new Root(new X509Certificate(pem)));
  const publicRoots = bundled;
  const extra = extraRoots.flatMap(fromPem);
  const named = extra.slice(0, 5).map((root) => root.parsed.subject.commonName ?? root.parsed.subject.text);
  return {
    roots: [...extra, ...publicRoots],
    isPublic: (organisation) => publicRoots.some(({ parsed }) => parsed.subject.organisation === organisation),
    description: ["Mozilla roots as bundled with Node", ...named].join(" + "),
  };
}

/** Whether a certificate is one of Mozilla's roots. */
export function isBundledRoot(certificate: KnownCertificate): boolean {
  return bundled?.some((root) => sameCertificate(root, certificate)) === true;
}

/** The same bytes: a store may hold several certificates of one name and key. */
export function sameCertificate(a: KnownCertificate, b: KnownCertificate): boolean {
  return a.der.length === b.der.length && Buffer.compare(a.der, b.der) === 0;
}

/** Reads a DER certificate both ways; null where either reader refuses it. */
export function knownCertificate(der: Uint8Array): KnownCertificate | null {
  const parsed = parseCertificate(der);
  if (parsed === null) return null;
  try {
    return { der, parsed, native: new X509Certificate(der) };
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
