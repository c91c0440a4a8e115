import type { Check, CheckContext } from "../../src/core/check.ts";
import type { SectionName, SectionValue } from "../../src/core/evidence/evidence.ts";
import type { TlsCertificate, TlsEndpoint, TlsFeatures, TlsValue, TlsVersion } from "../../src/core/evidence/tls.ts";
import type { Verdict } from "../../src/core/verdict.ts";

/** The instant of every scan in these tests. */
export const AT = new Date("2026-11-23T12:00:00Z");

export const CONTEXT: CheckContext = {
  target: { id: "bakery.test", url: "https://bakery.test/", host: "bakery.test", domain: "bakery.test" },
  at: AT,
};

const GOOD_TLS12 = ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"];
const GOOD_TLS13 = ["TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"];

const ALL_VERSIONS: readonly TlsVersion[] = ["SSLv2", "SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

type Versions = TlsEndpoint["versions"];
type Suites = Partial<Record<TlsVersion, readonly string[]>>;

/** What a version's entry is in a complete scan of a server with an order of its own. */
export function versions(suites: Suites, order: "server" | "client" | "unknown" = "server"): Versions {
  return Object.fromEntries(
    Object.entries(suites).map(([version, list]) => [version, { suites: list, order, complete: true }]),
  );
}

/** A fact that was verified; `null` stands for one that was not tested. */
export function fact<Value>(value: Value | null, known: "verified" | "incomplete" | "not-tested" = "verified") {
  return { value, known: value === null && known === "verified" ? ("not-tested" as const) : known, probes: 1 };
}

/** The features of a well-kept server. */
export function features(changes: Partial<TlsFeatures> = {}): TlsFeatures {
  return {
    alpn: fact(["h2", "http/1.1"]),
    secureRenegotiation: fact(true),
    extendedMasterSecret: fact(true),
    encryptThenMac: fact<boolean>(null),
    compression: fact(false),
    heartbeat: fact(false),
    sessionTickets: fact(true),
    ticketLifetimeSeconds: fact(86_400),
    resumption: fact(true),
    earlyData: fact(0),
    fallbackScsv: fact(true),
    clientCertificate: fact<"none">("none"),
    noSni: fact({ outcome: "same-certificate" as const, alert: null, certificateSha256: null, names: [] }),
    wrongSni: fact({ outcome: "rejected" as const, alert: "unrecognized_name", certificateSha256: null, names: [] }),
    ocspStapling: fact(false),
    scts: fact(0),
    downgradeSentinel: fact(true),
    dh: fact<NonNullable<TlsFeatures["dh"]["value"]>>(null),
    exportRsaBits: fact<number>(null),
    dhReuse: fact<boolean>(null),
    ecdhReuse: fact(false),
    signatureSchemes: fact(["rsa_pss_rsae_sha256"]),
    groupOrder: fact<"server">("server"),
    legacyGroups: fact(["x25519", "secp256r1"]),
    postQuantum: fact({ hybrid: true, groups: ["X25519MLKEM768"], preferred: true }),
    chachaPriority: fact(false),
    ...changes,
  };
}

/** The certificate of a well-kept shop: public, 90 days, 40 left. */
export function certificate(changes: Partial<TlsCertificate> = {}): TlsCertificate {
  return {
    subject: "CN=bakery.test",
    issuer: "CN=R11,O=Let's Encrypt,C=US",
    subjectAltNames: ["bakery.test", "www.bakery.test"],
    namesTotal: 2,
    serial: "03c0ffee",
    notBefore: "2026-10-04T12:00:00.000Z",
    notAfter: "2027-01-02T11:59:59.000Z",
    keyType: "ec",
    keyBits: 256,
    keyCurve: "P-256",
    signatureAlgorithm: "sha256WithRSAEncryption",
    sha256: "ab".repeat(32),
    spkiSha256: "cd".repeat(32),
    trust: { trusted: true, code: null, store: "Mozilla roots as bundled with Node" },
    hostMatches: true,
    chain: [
      {
        subject: "CN=bakery.test",
        issuer: "CN=R11,O=Let's Encrypt,C=US",
        notAfter: "2027-01-02T11:59:59.000Z",
        sha256: "ab".repeat(32),
        selfSigned: false,
        signatureAlgorithm: "sha256WithRSAEncryption",
        role: "leaf",
      },
      {
        subject: "CN=R11,O=Let's Encrypt,C=US",
        issuer: "CN=ISRG Root X1,O=Internet Security Research Group,C=US",
        notAfter: "2027-03-12T23:59:59.000Z",
        sha256: "ef".repeat(32),
        selfSigned: false,
        signatureAlgorithm: "sha256WithRSAEncryption",
        role: "issuer",
      },
    ],
    chainOrder: "ordered",
    wildcard: false,
    mustStaple: false,
    ocspResponders: [],
    scts: 2,
    commonName: "bakery.test",
    keyExponent: null,
    signatureHash: "sha256",
    caIssuers: ["http://r11.i.lencr.org/"],
    validation: "dv",
    sent: 2,
    path: ["CN=bakery.test", "CN=R11,O=Let's Encrypt,C=US", "CN=ISRG Root X1"],
    publiclyTrusted: true,
    ...changes,
  };
}

/** A complete scan of a well-kept server: TLS 1.2 and 1.3, good suites, hybrid key exchange. */
export function endpoint(changes: Partial<TlsEndpoint> = {}): TlsEndpoint {
  const spoken = changes.versions ?? versions({ "TLSv1.2": GOOD_TLS12, "TLSv1.3": GOOD_TLS13 });
  return {
    host: "bakery.test",
    ip: "192.0.2.1",
    port: 443,
    purpose: "target",
    serverName: "bakery.test",
    depth: "full",
    state: "tls",
    offered: Object.fromEntries(ALL_VERSIONS.map((version) => [version, fact(spoken[version] !== undefined)])),
    versions: spoken,
    groups: ["X25519MLKEM768", "x25519", "secp256r1"],
    certificates: [certificate()],
    features: features(),
    leftOut: [],
    complete: true,
    cost: { connections: 23, bytesIn: 13_000, bytesOut: 6000, wallMs: 30 },
    ...changes,
  };
}

/** A server of TLS 1.3 only. */
export function modernEndpoint(changes: Partial<TlsEndpoint> = {}): TlsEndpoint {
  return endpoint({ versions: versions({ "TLSv1.3": GOOD_TLS13 }), ...changes });
}

/** A scan that was not authorised to ask for the rare: what was asked is known, the rest is not. */
export function unauthorised(changes: Partial<TlsEndpoint> = {}): TlsEndpoint {
  const full = endpoint(changes);
  return {
    ...full,
    offered: { ...full.offered, SSLv2: fact<boolean>(null) },
    leftOut: [
      { what: "exotic-suites", reason: "needs-authorisation", versions: ["TLSv1.2"] },
      { what: "sslv2", reason: "needs-authorisation", versions: ["SSLv2"] },
    ],
    complete: false,
  };
}

/** A server that began to refuse in the middle: nothing about what it did not say. */
export function throttled(changes: Partial<TlsEndpoint> = {}): TlsEndpoint {
  const full = endpoint(changes);
  const half = Object.entries(full.versions).map(([version, entry]) => [version, { ...entry, complete: false }]);
  return {
    ...full,
    offered: Object.fromEntries(ALL_VERSIONS.map((version) => [version, fact<boolean>(null, "incomplete")])),
    versions: Object.fromEntries(half),
    features: features(Object.fromEntries(Object.keys(features()).map((name) => [name, fact(null, "incomplete")]))),
    complete: false,
    incompleteReason: "throttled",
  };
}

export function tlsValue(...endpoints: readonly TlsEndpoint[]): TlsValue {
  return { endpoints, drift: [] };
}

type Values = Partial<{ readonly [Name in SectionName]: SectionValue<Name> }>;

/** Runs a check as the pipeline does: settings parsed by its own schema, defaults included. */
export function judge(
  check: Check,
  values: Values,
  settings: Readonly<Record<string, unknown>> = {},
  context: CheckContext = CONTEXT,
): readonly Verdict[] {
  return check.evaluate(values, check.settings.parse(settings), context);
}

/** What a check says of endpoints in the words of a table: outcome codes for faults, the status otherwise. */
export function outcomes(
  check: Check,
  endpoints: TlsEndpoint | readonly TlsEndpoint[] | TlsValue,
  settings: Readonly<Record<string, unknown>> = {},
): readonly string[] {
  return judge(check, { tls: valueOf(endpoints) }, settings).map(wordOf);
}

/** A verdict in one word; what was not assessed or does not apply with its reason. */
export function wordOf(verdict: Verdict): string {
  if (verdict.status === "fail") return verdict.code;
  return verdict.status === "pass" ? "pass" : `${verdict.status}: ${verdict.reason}`;
}

function valueOf(endpoints: TlsEndpoint | readonly TlsEndpoint[] | TlsValue): TlsValue {
  if ("endpoints" in endpoints) return endpoints;
  return "host" in endpoints ? tlsValue(endpoints) : tlsValue(...endpoints);
}
