import { createHash, generateKeyPairSync, randomBytes, sign, constants, type KeyObject } from "node:crypto";
import {
  authorityInformationAccess,
  authorityKeyIdentifier,
  basicConstraints,
  extendedKeyUsage,
  keyUsage,
  mustStapleFeature,
  nameConstraints,
  subjectAltName,
  subjectKeyIdentifier,
  timestampList,
  unknownCritical,
} from "./certificate-extensions.ts";
import * as der from "./der.ts";

/** Which key a certificate has; the default is the quickest to make, P-256. */
export type KeySpec =
  | { readonly type: "rsa"; readonly bits: number }
  | { readonly type: "ec"; readonly curve: "P-256" | "P-384" | "P-521" }
  | { readonly type: "ed25519" };

export type Hash = "md5" | "sha1" | "sha256" | "sha384" | "sha512";

export interface DistinguishedName {
  readonly commonName?: string;
  readonly organisation?: string;
  readonly country?: string;
}

interface CommonOptions {
  readonly subject?: string | DistinguishedName;
  readonly key?: KeySpec | KeyPair;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Hash of the signature that the issuer makes; an Ed25519 issuer has its own. */
  readonly hash?: Hash;
  /** Sign with RSASSA-PSS instead of PKCS #1 v1.5, where the issuer has an RSA key. */
  readonly pss?: boolean;
  readonly serial?: Uint8Array;
}

export interface AuthorityOptions extends CommonOptions {
  readonly pathLength?: number;
  readonly permittedNames?: readonly string[];
  /** Write `cA: FALSE`: an authority that is none. */
  readonly notAnAuthority?: boolean;
}

export interface LeafOptions extends CommonOptions {
  /** Subject alternative names: host names, wildcards and IP literals. Without any the extension is left out. */
  readonly names?: readonly string[];
  readonly mustStaple?: boolean;
  readonly ocsp?: readonly string[];
  readonly issuers?: readonly string[];
  /** How many embedded signed certificate timestamps, each of another log. */
  readonly scts?: number;
  readonly usage?: "server" | "client" | "none";
  /** Dotted identifier of a critical extension that nobody knows. */
  readonly unknownCritical?: string;
}

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** A certificate with its key, ready for `node:tls`: `{ cert: chain, key: keyPem }`. */
export interface Issued {
  readonly der: Buffer;
  readonly pem: string;
  readonly keyPem: string;
  readonly keys: KeyPair;
  /** PEM of this certificate and of every intermediate above it, the root left out: what a good server sends. */
  readonly chain: string;
  /** DER of the same, in the same order. */
  readonly ders: readonly Buffer[];
}

/** A certificate authority in memory: the demo shop's and the tests'. Nothing of it is ever written to disk. */
export interface Authority extends Issued {
  /** DER and PEM of the root above it (itself for a root). */
  readonly root: { readonly der: Buffer; readonly pem: string };
  intermediate(options?: AuthorityOptions): Authority;
  issue(options?: LeafOptions): Issued;
}

const DAY_MS = 86_400_000;

/** A server certificate lives 45 days by default: within the limit of the CA/Browser Forum at any date up to and after 2029. */
const LEAF_DAYS = { before: 5, after: 40 } as const;

/** A key pair; RSA takes up to a few tenths of a second, so tests that can share one should. */
export function makeKeyPair(spec: KeySpec): KeyPair {
  if (spec.type === "rsa") return generateKeyPairSync("rsa", { modulusLength: spec.bits });
  if (spec.type === "ed25519") return generateKeyPairSync("ed25519");
  return generateKeyPairSync("ec", { namedCurve: spec.curve });
}

/** Makes a self-signed root. Validity counts from `at` and every certificate below it takes its default dates from there. */
export function createAuthority(at: Date, options: AuthorityOptions = {}): Authority {
  const keys = keysOf(options.key);
  const subject = encodeName(options.subject ?? { commonName: "Bakery Test Root", organisation: "Vigie demo" });
  const certificate = encodeCertificate({
    options,
    keys,
    subject,
    issuer: { name: subject, keys },
    notBefore: options.notBefore ?? new Date(at.getTime() - 365 * DAY_MS),
    notAfter: options.notAfter ?? new Date(at.getTime() + 3650 * DAY_MS),
    extensions: authorityExtensions(options, keys),
  });
  return makeAuthority({ at, keys, subject, certificate, above: [], root: certificate });
}

/** A self-signed server certificate, as a server that was never given a real one has it. */
export function selfSigned(at: Date, options: LeafOptions = {}): Issued {
  const keys = keysOf(options.key);
  const subject = encodeName(options.subject ?? options.names?.[0] ?? {});
  const certificate = encodeCertificate({
    options,
    keys,
    subject,
    issuer: { name: subject, keys },
    notBefore: options.notBefore ?? new Date(at.getTime() - LEAF_DAYS.before * DAY_MS),
    notAfter: options.notAfter ?? new Date(at.getTime() + LEAF_DAYS.after * DAY_MS),
    extensions: leafExtensions(options, keys, keys, at),
  });
  return issued(certificate, keys, []);
}

interface AuthorityParts {
  readonly at: Date;
  readonly keys: KeyPair;
  readonly subject: Buffer;
  readonly certificate: Buffer;
  /** Intermediates above, the nearest first, without the root. */
  readonly above: readonly Buffer[];
  readonly root: Buffer;
}

function makeAuthority(parts: AuthorityParts): Authority {
  const { at, keys, subject, certificate, root } = parts;
  const issuer = { name: subject, keys };
  const isRoot = certificate === root;
  const sent = isRoot ? [] : [certificate, ...parts.above];
  return {
    ...issued(certificate, keys, parts.above),
    root: { der: root, pem: der.pem("CERTIFICATE", root) },
    intermediate(options = {}) {
      const own = keysOf(options.key);
      const name = encodeName(
        options.subject ?? { commonName: "Bakery Test Intermediate", organisation: "Vigie demo" },
      );
      const made = encodeCertificate({
        options,
        keys: own,
        subject: name,
        issuer,
        notBefore: options.notBefore ?? new Date(at.getTime() - 200 * DAY_MS),
        notAfter: options.notAfter ?? new Date(at.getTime() + 1825 * DAY_MS),
        extensions: [...authorityExtensions(options, own), authorityKeyIdentifier(keyIdentifier(keys))],
      });
      return makeAuthority({ at, keys: own, subject: name, certificate: made, above: sent, root });
    },
    issue(options = {}) {
      const own = keysOf(options.key);
      const made = encodeCertificate({
        options,
        keys: own,
        subject: encodeName(options.subject ?? options.names?.[0] ?? {}),
        issuer,
        notBefore: options.notBefore ?? new Date(at.getTime() - LEAF_DAYS.before * DAY_MS),
        notAfter: options.notAfter ?? new Date(at.getTime() + LEAF_DAYS.after * DAY_MS),
        extensions: leafExtensions(options, own, keys, at),
      });
      return issued(made, own, sent);
    },
  };
}

function issued(certificate: Buffer, keys: KeyPair, above: readonly Buffer[]): Issued {
  const ders = [certificate, ...above];
  return {
    der: certificate,
    pem: der.pem("CERTIFICATE", certificate),
    keys,
    keyPem: keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    chain: ders.map((one) => der.pem("CERTIFICATE", one)).join(""),
    ders,
  };
}

function authorityExtensions(options: AuthorityOptions, keys: KeyPair): Buffer[] {
  return [
    basicConstraints(options.notAnAuthority !== true, options.pathLength),
    keyUsage(true),
    subjectKeyIdentifier(keyIdentifier(keys)),
    ...(options.permittedNames === undefined ? [] : [nameConstraints(options.permittedNames)]),
  ];
}

function leafExtensions(options: LeafOptions, keys: KeyPair, issuer: KeyPair, at: Date): Buffer[] {
  const { names = [], ocsp = [], issuers = [], scts = 0, usage = "server" } = options;
  return [
    basicConstraints(false),
    keyUsage(false),
    ...(usage === "none" ? [] : [extendedKeyUsage(usage)]),
    ...(names.length === 0 ? [] : [subjectAltName(names)]),
    subjectKeyIdentifier(keyIdentifier(keys)),
    authorityKeyIdentifier(keyIdentifier(issuer)),
    ...(ocsp.length + issuers.length === 0 ? [] : [authorityInformationAccess(ocsp, issuers)]),
    ...(options.unknownCritical === undefined ? [] : [unknownCritical(options.unknownCritical)]),
    ...(options.mustStaple === true ? [mustStapleFeature()] : []),
    ...(scts === 0
      ? []
      : [
          timestampList(
            Array.from({ length: scts }, (_none, index) => createHash("sha256").update(`log ${index}`).digest()),
            at,
          ),
        ]),
  ];
}

interface Certificate {
  readonly options: CommonOptions;
  readonly keys: KeyPair;
  readonly subject: Buffer;
  readonly issuer: { readonly name: Buffer; readonly keys: KeyPair };
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly Buffer[];
}

/** Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue } (RFC 5280 section 4.1). */
function encodeCertificate(parts: Certificate): Buffer {
  const scheme = signatureScheme(parts.issuer.keys.privateKey, parts.options.hash ?? "sha256", parts.options.pss);
  const toBeSigned = der.sequence(
    der.explicit(0, der.integer(2)),
    der.integer(parts.options.serial ?? Buffer.concat([Buffer.from([0x4a]), randomBytes(15)])),
    scheme.identifier,
    parts.issuer.name,
    der.sequence(der.time(parts.notBefore), der.time(parts.notAfter)),
    parts.subject,
    parts.keys.publicKey.export({ type: "spki", format: "der" }),
    der.explicit(3, der.sequence(...parts.extensions)),
  );
  return der.sequence(toBeSigned, scheme.identifier, der.bitString(scheme.sign(toBeSigned)));
}

interface SignatureScheme {
  readonly identifier: Buffer;
  sign(octets: Buffer): Buffer;
}

const HASH_ID: Readonly<Record<Hash, string>> = {
  md5: "1.2.840.113549.2.5",
  sha1: "1.3.14.3.2.26",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
};

const RSA_SIGNATURE_ID: Readonly<Record<Hash, string>> = {
  md5: "1.2.840.113549.1.1.4",
  sha1: "1.2.840.113549.1.1.5",
  sha256: "1.2.840.113549.1.1.11",
  sha384: "1.2.840.113549.1.1.12",
  sha512: "1.2.840.113549.1.1.13",
};

const ECDSA_SIGNATURE_ID: Readonly<Partial<Record<Hash, string>>> = {
  sha1: "1.2.840.10045.4.1",
  sha256: "1.2.840.10045.4.3.2",
  sha384: "1.2.840.10045.4.3.3",
  sha512: "1.2.840.10045.4.3.4",
};

const PSS_SALT_LENGTH: Readonly<Record<Hash, number>> = { md5: 16, sha1: 20, sha256: 32, sha384: 48, sha512: 64 };

function signatureScheme(key: KeyObject, hash: Hash, pss = false): SignatureScheme {
  if (key.asymmetricKeyType === "ed25519") {
    return {
      identifier: der.sequence(der.objectIdentifier("1.3.101.112")),
      sign: (octets) => sign(null, octets, key),
    };
  }
  if (key.asymmetricKeyType === "ec") {
    const id = ECDSA_SIGNATURE_ID[hash];
    if (id === undefined) throw new TypeError(`no ECDSA signature with ${hash}`);
    return { identifier: der.sequence(der.objectIdentifier(id)), sign: (octets) => sign(hash, octets, key) };
  }
  if (!pss) {
    const identifier = der.sequence(der.objectIdentifier(RSA_SIGNATURE_ID[hash]), der.nothing());
    return { identifier, sign: (octets) => sign(hash, octets, key) };
  }
  const digest = der.sequence(der.objectIdentifier(HASH_ID[hash]), der.nothing());
  const saltLength = PSS_SALT_LENGTH[hash];
  return {
    identifier: der.sequence(
      der.objectIdentifier("1.2.840.113549.1.1.10"),
      der.sequence(
        der.explicit(0, digest),
        der.explicit(1, der.sequence(der.objectIdentifier("1.2.840.113549.1.1.8"), digest)),
        der.explicit(2, der.integer(saltLength)),
      ),
    ),
    sign: (octets) => sign(hash, octets, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }),
  };
}

function encodeName(name: string | DistinguishedName): Buffer {
  const parts = typeof name === "string" ? { commonName: name } : name;
  const attribute = (id: string, value: Buffer): Buffer => der.set(der.sequence(der.objectIdentifier(id), value));
  return der.sequence(
    ...(parts.country === undefined ? [] : [attribute("2.5.4.6", der.printableString(parts.country))]),
    ...(parts.organisation === undefined ? [] : [attribute("2.5.4.10", der.utf8String(parts.organisation))]),
    ...(parts.commonName === undefined ? [] : [attribute("2.5.4.3", der.utf8String(parts.commonName))]),
  );
}

/** SHA-1 of the subject public key (RFC 5280 section 4.2.1.2): an identifier, not a signature. */
function keyIdentifier(keys: KeyPair): Buffer {
  return createHash("sha1")
    .update(keys.publicKey.export({ type: "spki", format: "der" }))
    .digest();
}

function keysOf(key: KeySpec | KeyPair | undefined): KeyPair {
  if (key === undefined) return makeKeyPair({ type: "ec", curve: "P-256" });
  return "publicKey" in key ? key : makeKeyPair(key);
}
