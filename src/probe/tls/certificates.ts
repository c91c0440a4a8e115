import { createHash } from "node:crypto";
import type { TlsCertificate } from "../../core/evidence/tls.ts";
import { parseCertificate } from "../../parse/x509/certificate.ts";
import { hasWildcard, matchesHost } from "../../parse/x509/host-name.ts";
import { buildTrustPath, type TrustPath } from "./trust-path.ts";
import {
  isBundledRoot,
  knownCertificate,
  sameCertificate,
  trustStore,
  type KnownCertificate,
  type TrustStore,
} from "./trust-store.ts";

const MAXIMUM_NAMES = 100;
/** Certificates of one chain that are looked at; real chains have two to four. */
const MAXIMUM_CHAIN = 12;

type ChainOrder = TlsCertificate["chainOrder"];
type ChainEntry = TlsCertificate["chain"][number];
type Role = NonNullable<ChainEntry["role"]>;

/**
 * Turns the certificates that a server sent (DER, the leaf first) into evidence: what the leaf says, whether it fits the host
 * (null for none), the order of the chain, and trust at an instant by Mozilla's roots and the extra ones (PEM). Never throws.
 */
export function describeCertificates(
  ders: readonly Uint8Array[],
  host: string | null,
  at: Date,
  extraRoots: readonly string[],
): TlsCertificate {
  const store = trustStore(extraRoots);
  const [first = new Uint8Array(), ...others] = ders.slice(0, MAXIMUM_CHAIN);
  const leaf = knownCertificate(first);
  const sent = others.map(knownCertificate);
  if (leaf === null) return unreadable(first, ders.length, store);
  const trust = buildTrustPath(
    leaf,
    sent.filter((one) => one !== null),
    store,
    at,
  );
  const roles = chainRoles(leaf, sent);
  const { parsed } = leaf;
  const { extensions, publicKey } = parsed;
  return {
    subject: parsed.subject.text,
    issuer: parsed.issuer.text,
    subjectAltNames: [...extensions.dnsNames, ...extensions.ipAddresses].slice(0, MAXIMUM_NAMES),
    namesTotal: extensions.namesTotal,
    serial: parsed.serial,
    notBefore: parsed.notBefore.toISOString(),
    notAfter: parsed.notAfter.toISOString(),
    keyType: publicKey.type,
    keyBits: publicKey.bits,
    keyCurve: publicKey.curve,
    signatureAlgorithm: parsed.signature.name,
    sha256: sha256(first),
    spkiSha256: sha256(publicKey.spki),
    trust: { trusted: trust.failure === null, code: trust.failure, store: store.description },
    hostMatches: host === null ? null : matchesHost(extensions, host),
    chain: [leaf, ...sent].map((one, index) => chainEntry(one, ders[index] ?? new Uint8Array(), roles[index])),
    chainOrder: chainOrder(leaf, sent, roles, trust),
    wildcard: hasWildcard(extensions),
    mustStaple: extensions.mustStaple,
    ocspResponders: [...extensions.ocspResponders],
    scts: extensions.timestamps,
    commonName: parsed.subject.commonName,
    keyExponent: publicKey.exponent,
    signatureHash: parsed.signature.hash,
    caIssuers: [...extensions.issuerUrls],
    validation: parsed.validation,
    sent: ders.length,
    path: trust.path.map((one) => one.parsed.subject.text),
    publiclyTrusted: endsInPublicRoot(trust),
  };
}

/** What each certificate does in the chain; every one that issues another of the chain, from the leaf upwards, has a part. */
function chainRoles(leaf: KnownCertificate, sent: readonly (KnownCertificate | null)[]): readonly Role[] {
  const reached = new Set<KnownCertificate>([leaf]);
  for (let grew = true; grew;) {
    grew = false;
    for (const one of sent) {
      if (one === null || [...reached].some((known) => sameCertificate(known, one))) continue;
      if (![...reached].some((child) => child.native.checkIssued(one.native))) continue;
      reached.add(one);
      grew = true;
    }
  }
  return [
    "leaf",
    ...sent.map((one): Role => {
      if (one === null) return "unreadable";
      if (!reached.has(one)) return "superfluous";
      return one.parsed.selfIssued ? "root" : "issuer";
    }),
  ];
}

/** RFC 8446 section 4.4.2: each certificate should certify the one before it; the root may be left out. */
function chainOrder(
  leaf: KnownCertificate,
  sent: readonly (KnownCertificate | null)[],
  roles: readonly Role[],
  trust: TrustPath,
): ChainOrder {
  if (trust.failure === "incomplete-chain") return "incomplete";
  // Where the authority is not known, nobody can say whether a link is missing.
  const unknownAuthority = trust.failure === "self-signed" || trust.failure === "unknown-issuer";
  if (unknownAuthority && sent.length === 0) return "unknown";
  const issuers = sent.flatMap((one, index) =>
    one !== null && (roles[index + 1] === "issuer" || roles[index + 1] === "root") ? [one] : [],
  );
  const links = [leaf, ...issuers];
  const ordered = links.every((one, index) => {
    const next = links[index + 1];
    return next === undefined || one.native.checkIssued(next.native);
  });
  if (!ordered) return "disordered";
  if (roles.includes("superfluous") || roles.includes("unreadable")) return "superfluous";
  return roles.includes("root") ? "root-sent" : "ordered";
}

function chainEntry(known: KnownCertificate | null, der: Uint8Array, role: Role = "unreadable"): ChainEntry {
  const parsed = known?.parsed ?? parseCertificate(der);
  if (parsed === null) {
    return { subject: "", issuer: "", notAfter: "", sha256: sha256(der), selfSigned: false, role: "unreadable" };
  }
  return {
    subject: parsed.subject.text,
    issuer: parsed.issuer.text,
    notAfter: parsed.notAfter.toISOString(),
    sha256: sha256(der),
    selfSigned: parsed.selfIssued,
    notBefore: parsed.notBefore.toISOString(),
    keyType: parsed.publicKey.type,
    keyBits: parsed.publicKey.bits,
    signatureAlgorithm: parsed.signature.name,
    role,
  };
}

/** Dates aside: an expired certificate of a public authority is still under the rules of public authorities. */
function endsInPublicRoot(trust: TrustPath): boolean {
  const root = trust.path.at(-1);
  const complete = trust.failure === null || trust.failure === "expired" || trust.failure === "not-yet-valid";
  return root !== undefined && complete && isBundledRoot(root);
}

/** A first certificate that is none: what is unknown stays empty, and only the fingerprint and the count are facts. */
function unreadable(der: Uint8Array, sent: number, store: TrustStore): TlsCertificate {
  return {
    subject: "",
    issuer: "",
    subjectAltNames: [],
    namesTotal: 0,
    serial: "",
    notBefore: "",
    notAfter: "",
    keyType: "unknown",
    keyBits: null,
    keyCurve: null,
    signatureAlgorithm: null,
    sha256: sha256(der),
    spkiSha256: null,
    trust: { trusted: false, code: "unreadable", store: store.description },
    hostMatches: null,
    chain: [],
    chainOrder: "unknown",
    wildcard: false,
    mustStaple: false,
    ocspResponders: [],
    scts: 0,
    sent,
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
