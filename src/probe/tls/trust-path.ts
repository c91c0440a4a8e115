import { sameCertificate, type KnownCertificate, type TrustStore } from "./trust-store.ts";

/** Why no path leads from a certificate to a trusted root at the instant asked for. */
export type TrustFailure =
  | "expired"
  | "not-yet-valid"
  | "self-signed"
  | "unknown-issuer"
  | "incomplete-chain"
  | "bad-signature"
  | "not-an-authority"
  | "chain-expired"
  | "name-constraint"
  | "wrong-purpose"
  | "critical-extension"
  | "unreadable"
  | "too-complex";

export interface TrustPath {
  /** The certificate, its issuers, and the root last; as far as it got where there is no trust. */
  readonly path: readonly KnownCertificate[];
  readonly failure: TrustFailure | null;
}

const MAXIMUM_DEPTH = 8;
/** Signature checks for one certificate: cross-signed chains of hostile servers must not grow a search without end. */
const MAXIMUM_CHECKS = 64;

/** Reasons that lie further along the way tell more than those at its start. */
const MOST_TELLING: readonly TrustFailure[] = [
  "too-complex",
  "chain-expired",
  "name-constraint",
  "not-an-authority",
  "bad-signature",
  "self-signed",
  "incomplete-chain",
  "unknown-issuer",
];

/**
 * Builds a path from the leaf over the certificates that were sent to a root of the store, and verifies it at an instant:
 * signatures, authority flags, path lengths, validity of the issuers, DNS name constraints, purpose (RFC 5280 section 6). The
 * leaf's own dates come last, so that an expired certificate of a good chain is called just that. Revocation is not checked.
 */
export function buildTrustPath(
  leaf: KnownCertificate,
  sent: readonly KnownCertificate[],
  store: TrustStore,
  at: Date,
): TrustPath {
  const search = new PathSearch(sent, store, at);
  const found = search.from([leaf]);
  if (found === null) return { path: search.longest, failure: search.failure() };
  return { path: found, failure: leafFailure(leaf, at) };
}

class PathSearch {
  longest: readonly KnownCertificate[] = [];
  readonly #sent: readonly KnownCertificate[];
  readonly #store: TrustStore;
  readonly #at: Date;
  readonly #failures = new Set<TrustFailure>();
  #checks = 0;

  constructor(sent: readonly KnownCertificate[], store: TrustStore, at: Date) {
    this.#sent = sent;
    this.#store = store;
    this.#at = at;
  }

  failure(): TrustFailure {
    return MOST_TELLING.find((failure) => this.#failures.has(failure)) ?? "unknown-issuer";
  }

  /** Depth first, roots of the store before what the server sent: the shortest way to trust is the usual one. */
  from(path: readonly KnownCertificate[]): readonly KnownCertificate[] | null {
    const last = path.at(-1);
    if (last === undefined) return null;
    if (path.length > this.longest.length) this.longest = path;
    if (this.#store.roots.some((root) => sameCertificate(root, last))) return path;
    if (path.length >= MAXIMUM_DEPTH) {
      this.#failures.add("too-complex");
      return null;
    }
    let issuerSeen = false;
    for (const [issuer, isRoot] of this.#candidates()) {
      if (path.some((known) => sameCertificate(known, issuer)) || !last.native.checkIssued(issuer.native)) continue;
      const failure = this.#edgeFailure(path, issuer, isRoot);
      issuerSeen ||= failure !== "bad-signature";
      if (failure !== null) {
        this.#failures.add(failure);
        continue;
      }
      const found = isRoot ? [...path, issuer] : this.from([...path, issuer]);
      if (found !== null) return found;
    }
    if (!issuerSeen) this.#failures.add(this.#deadEnd(last));
    return null;
  }

  *#candidates(): Generator<readonly [KnownCertificate, boolean]> {
    for (const root of this.#store.roots) yield [root, true];
    for (const certificate of this.#sent) yield [certificate, false];
  }

  #edgeFailure(path: readonly KnownCertificate[], issuer: KnownCertificate, isRoot: boolean): TrustFailure | null {
    const last = path.at(-1);
    this.#checks += 1;
    if (last === undefined || this.#checks > MAXIMUM_CHECKS) return "too-complex";
    if (!verifies(last, issuer)) return "bad-signature";
    const { extensions, notBefore, notAfter } = issuer.parsed;
    if (!extensions.authority || extensions.signsCertificates === false) return "not-an-authority";
    // The leaf does not count, nor do self-issued authorities (RFC 5280 section 4.2.1.9).
    const between = path.slice(1).filter((one) => !one.parsed.selfIssued).length;
    if (extensions.pathLength !== null && between > extensions.pathLength) return "not-an-authority";
    if (this.#at < notBefore || this.#at > notAfter) return "chain-expired";
    if (!isRoot && !servesTls(extensions.purposes)) return "not-an-authority";
    return path.every((one) => namesAllowed(one, issuer)) ? null : "name-constraint";
  }

  /** Nobody known issued it: by itself, by an authority of its own, or by a public one whose certificate was not sent. */
  #deadEnd(last: KnownCertificate): TrustFailure {
    if (last.parsed.selfIssued) return this.longest.length <= 1 ? "self-signed" : "unknown-issuer";
    const organisation = last.parsed.issuer.organisation;
    const isPublic = organisation !== null && this.#store.isPublic(organisation);
    return isPublic || last.parsed.extensions.issuerUrls.length > 0 ? "incomplete-chain" : "unknown-issuer";
  }
}

function verifies(certificate: KnownCertificate, issuer: KnownCertificate): boolean {
  try {
    return certificate.native.verify(issuer.native.publicKey);
  } catch {
    // A key that OpenSSL cannot use, such as a curve of explicit parameters, vouches for nothing.
    return false;
  }
}

function leafFailure(leaf: KnownCertificate, at: Date): TrustFailure | null {
  const { notBefore, notAfter, extensions } = leaf.parsed;
  if (extensions.unknownCritical.length > 0) return "critical-extension";
  if (!servesTls(extensions.purposes)) return "wrong-purpose";
  if (at > notAfter) return "expired";
  return at < notBefore ? "not-yet-valid" : null;
}

/** serverAuth or anyExtendedKeyUsage; without the extension every purpose is meant. */
function servesTls(purposes: readonly string[] | null): boolean {
  return purposes === null || purposes.includes("1.3.6.1.5.5.7.3.1") || purposes.includes("2.5.29.37.0");
}

/** DNS name constraints of an issuer over the names below it (RFC 5280 section 4.2.1.10): a name or any name under it. */
function namesAllowed(below: KnownCertificate, issuer: KnownCertificate): boolean {
  const { permittedDns, excludedDns } = issuer.parsed.extensions;
  if (permittedDns === null && excludedDns.length === 0) return true;
  return below.parsed.extensions.dnsNames.every((name) => {
    const plain = name.toLowerCase().replace(/^\*\./, "");
    const inside = (base: string): boolean =>
      base === "" || plain === base.replace(/^\./, "") || plain.endsWith(`.${base.replace(/^\./, "")}`);
    return (permittedDns === null || permittedDns.some(inside)) && !excludedDns.some(inside);
  });
}
