import { describe, expect, test } from "vitest";
import { cbc } from "../../../checks/tls/cbc.ts";
import { clientCertificate } from "../../../checks/tls/client-certificate.ts";
import { compression } from "../../../checks/tls/compression.ts";
import { dhParameters } from "../../../checks/tls/dh-parameters.ts";
import { drown } from "../../../checks/tls/drown.ts";
import { earlyData } from "../../../checks/tls/early-data.ts";
import { extendedMasterSecret } from "../../../checks/tls/extended-master-secret.ts";
import { fallbackScsv } from "../../../checks/tls/fallback-scsv.ts";
import { forwardSecrecy } from "../../../checks/tls/forward-secrecy.ts";
import { freak } from "../../../checks/tls/freak.ts";
import { groups } from "../../../checks/tls/groups.ts";
import { heartbeat } from "../../../checks/tls/heartbeat.ts";
import { postQuantum } from "../../../checks/tls/post-quantum.ts";
import { protocols } from "../../../checks/tls/protocols.ts";
import { renegotiation } from "../../../checks/tls/renegotiation.ts";
import { serverOrder } from "../../../checks/tls/server-order.ts";
import { sessionResumption } from "../../../checks/tls/session-resumption.ts";
import { signatureSchemes } from "../../../checks/tls/signature-schemes.ts";
import { sni } from "../../../checks/tls/sni.ts";
import { sslv3Poodle } from "../../../checks/tls/sslv3-poodle.ts";
import { tls13 } from "../../../checks/tls/tls13.ts";
import { weakSuites } from "../../../checks/tls/weak-suites.ts";
import type { Check } from "../../../src/core/check.ts";
import type { TlsEndpoint, TlsFeatures, TlsVersion } from "../../../src/core/evidence/tls.ts";
import {
  endpoint,
  fact,
  features,
  modernEndpoint,
  outcomes,
  throttled,
  unauthorised,
  versions,
} from "../../builders/tls-evidence.ts";

const GCM = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
const CBC = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";
const STATIC = "TLS_RSA_WITH_AES_128_GCM_SHA256";
const STATIC_CBC = "TLS_RSA_WITH_AES_128_CBC_SHA";
const DHE = "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256";

/** A server of TLS 1.2 (and 1.3) with these suites. */
function with12(suites: readonly string[], changes: Partial<TlsEndpoint> = {}): TlsEndpoint {
  return endpoint({ versions: versions({ "TLSv1.2": suites, "TLSv1.3": ["TLS_AES_128_GCM_SHA256"] }), ...changes });
}

function speaking(...spoken: readonly TlsVersion[]): TlsEndpoint {
  return endpoint({ versions: versions(Object.fromEntries(spoken.map((version) => [version, [CBC]]))) });
}

function having(changes: Partial<TlsFeatures>): TlsEndpoint {
  return endpoint({ features: features(changes) });
}

const dh = (changes: Partial<NonNullable<TlsFeatures["dh"]["value"]>>): Partial<TlsFeatures> => ({
  dh: fact({ bits: 2048, prime: null, shared: false, sha256: "00", export: false, ...changes }),
});

type Row = readonly [name: string, check: Check, seen: TlsEndpoint, expected: string];

const rows: readonly Row[] = [
  ["TLS 1.2 and 1.3", protocols, endpoint(), "pass"],
  ["TLS 1.3 only", protocols, modernEndpoint(), "pass"],
  ["TLS 1.0 beside", protocols, speaking("TLSv1.0", "TLSv1.2"), "obsolete"],
  ["TLS 1.1 beside", protocols, speaking("TLSv1.1", "TLSv1.2", "TLSv1.3"), "obsolete"],
  ["TLS 1.0 alone", protocols, speaking("TLSv1.0"), "none-modern"],
  ["SSL 3.0 alone", protocols, speaking("SSLv3"), "none-modern"],
  ["SSL 3.0 beside is POODLE's", protocols, speaking("SSLv3", "TLSv1.2"), "pass"],
  ["older versions not known", protocols, throttled(), "not-assessed: incomplete"],
  ["SSL 2.0 not asked for is DROWN's", protocols, unauthorised(), "pass"],
  ["plain text on the port", protocols, endpoint({ state: "plain" }), "no-tls"],

  ["spoken", tls13, endpoint(), "pass"],
  ["not spoken", tls13, speaking("TLSv1.2"), "absent"],
  ["not known", tls13, throttled({ versions: versions({ "TLSv1.2": [GCM] }) }), "not-assessed: incomplete"],

  ["only good ones", weakSuites, endpoint(), "pass"],
  ["no encryption", weakSuites, with12(["TLS_RSA_WITH_NULL_SHA256"]), "no-encryption"],
  ["anonymous", weakSuites, with12(["TLS_DH_anon_WITH_AES_128_CBC_SHA"]), "anonymous"],
  ["RC4", weakSuites, with12(["TLS_ECDHE_RSA_WITH_RC4_128_SHA"]), "rc4"],
  ["DES", weakSuites, with12(["TLS_RSA_WITH_DES_CBC_SHA"]), "short-keys"],
  ["3DES", weakSuites, with12(["TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA"]), "small-blocks"],
  ["export is FREAK's", weakSuites, with12(["TLS_RSA_EXPORT_WITH_RC4_40_MD5"]), "pass"],
  ["static RSA is forward secrecy's", weakSuites, with12([STATIC]), "pass"],
  ["a suite that no table has", weakSuites, with12([GCM, "0xC0FF"]), "pass"],
  ["not asked for the rare", weakSuites, unauthorised(), "not-assessed: needs-authorisation"],
  ["ended early", weakSuites, throttled(), "not-assessed: incomplete"],
  [
    "weak, although it ended early",
    weakSuites,
    throttled({ versions: with12(["TLS_RSA_WITH_RC4_128_SHA"]).versions }),
    "rc4",
  ],

  ["ephemeral keys only", forwardSecrecy, endpoint(), "pass"],
  ["TLS 1.3 only", forwardSecrecy, modernEndpoint(), "pass"],
  ["static RSA too", forwardSecrecy, with12([GCM, STATIC]), "static-keys"],
  ["static RSA first", forwardSecrecy, with12([STATIC, GCM]), "preferred"],
  ["static RSA alone", forwardSecrecy, endpoint({ versions: versions({ "TLSv1.2": [STATIC] }) }), "none"],
  ["static RSA alone beside TLS 1.3", forwardSecrecy, with12([STATIC]), "preferred"],
  ["static Diffie-Hellman", forwardSecrecy, with12([GCM, "TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256"]), "static-keys"],
  ["ended early", forwardSecrecy, throttled(), "not-assessed: incomplete"],

  ["authenticated encryption only", cbc, endpoint(), "pass"],
  ["CBC in TLS 1.2", cbc, with12([GCM, CBC]), "lucky13"],
  ["CBC shielded", cbc, with12([GCM, CBC], { features: features({ encryptThenMac: fact(true) }) }), "pass"],
  ["CBC in TLS 1.0", cbc, speaking("TLSv1.0", "TLSv1.3"), "beast"],
  ["nothing but CBC", cbc, endpoint({ versions: versions({ "TLSv1.2": [CBC, STATIC_CBC] }) }), "no-aead"],
  ["ended early", cbc, throttled(), "not-assessed: incomplete"],

  ["server chooses", serverOrder, with12([GCM, STATIC_CBC]), "pass"],
  [
    "client chooses among good ones",
    serverOrder,
    endpoint({ versions: versions({ "TLSv1.2": [GCM, DHE] }, "client") }),
    "pass",
  ],
  [
    "client chooses among mixed ones",
    serverOrder,
    endpoint({ versions: versions({ "TLSv1.2": [GCM, CBC] }, "client") }),
    "client-order",
  ],
  [
    "order not known",
    serverOrder,
    endpoint({ versions: versions({ "TLSv1.2": [GCM, CBC] }, "unknown") }),
    "not-assessed: not-tested",
  ],

  ["good groups", groups, endpoint(), "pass"],
  ["a curve of 160 bits", groups, endpoint({ groups: ["x25519", "secp160r1"] }), "weak"],
  ["P-192", groups, endpoint({ groups: ["secp192r1"] }), "weak"],
  ["finite fields are Diffie-Hellman's", groups, endpoint({ groups: ["x25519", "ffdhe2048"] }), "pass"],
  ["ended early", groups, throttled(), "not-assessed: incomplete"],

  ["hybrid", postQuantum, endpoint(), "pass"],
  ["none", postQuantum, having({ postQuantum: fact({ hybrid: false, groups: [], preferred: null }) }), "absent"],
  [
    "second choice",
    postQuantum,
    having({ postQuantum: fact({ hybrid: true, groups: ["X25519MLKEM768"], preferred: false }) }),
    "not-preferred",
  ],
  ["without TLS 1.3", postQuantum, speaking("TLSv1.2"), "absent"],
  ["not known", postQuantum, throttled(), "not-assessed: incomplete"],

  ["no finite field", dhParameters, endpoint(), "not-applicable: no-dhe"],
  ["2048 bits", dhParameters, with12([DHE], { features: features(dh({})) }), "pass"],
  ["1536 bits", dhParameters, with12([DHE], { features: features(dh({ bits: 1536 })) }), "short"],
  ["own prime of 1024 bits", dhParameters, with12([DHE], { features: features(dh({ bits: 1024 })) }), "short"],
  [
    "shared prime of 1024 bits",
    dhParameters,
    with12([DHE], { features: features(dh({ bits: 1024, shared: true })) }),
    "breakable",
  ],
  ["768 bits", dhParameters, with12([DHE], { features: features(dh({ bits: 768 })) }), "breakable"],
  ["export", dhParameters, with12(["TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA"]), "export"],
  ["key used twice", dhParameters, with12([DHE], { features: features({ ...dh({}), dhReuse: fact(true) }) }), "reused"],
  ["size not seen", dhParameters, with12([DHE]), "not-assessed: not-tested"],
  ["not asked for the rare", dhParameters, unauthorised(), "not-assessed: needs-authorisation"],

  ["no export", freak, endpoint(), "pass"],
  ["RSA export", freak, with12([GCM, "TLS_RSA_EXPORT_WITH_RC4_40_MD5"]), "export-rsa"],
  ["not asked for the rare", freak, unauthorised(), "not-assessed: needs-authorisation"],

  ["off", sslv3Poodle, endpoint(), "pass"],
  ["on", sslv3Poodle, speaking("SSLv3", "TLSv1.2"), "enabled"],
  ["not known", sslv3Poodle, throttled(), "not-assessed: incomplete"],

  ["off", drown, endpoint(), "pass"],
  ["on without a cipher", drown, endpoint({ versions: versions({ SSLv2: [], "TLSv1.2": [GCM] }) }), "sslv2"],
  ["not asked", drown, unauthorised(), "not-assessed: needs-authorisation"],

  ["off", compression, endpoint(), "pass"],
  ["on", compression, having({ compression: fact(true) }), "enabled"],
  [
    "TLS 1.3 has none",
    compression,
    modernEndpoint({ features: features({ compression: fact<boolean>(null) }) }),
    "pass",
  ],
  ["not known", compression, having({ compression: fact<boolean>(null) }), "not-assessed: not-tested"],

  ["secure", renegotiation, endpoint(), "pass"],
  ["insecure", renegotiation, having({ secureRenegotiation: fact(false) }), "insecure"],
  ["TLS 1.3 only", renegotiation, modernEndpoint(), "not-applicable: tls13-only"],
  ["not known", renegotiation, throttled(), "not-assessed: incomplete"],

  ["refused", fallbackScsv, endpoint(), "pass"],
  [
    "ignored beside TLS 1.0",
    fallbackScsv,
    { ...speaking("TLSv1.0", "TLSv1.2"), features: features({ fallbackScsv: fact(false) }) },
    "missing",
  ],
  ["ignored with 1.2 and 1.3", fallbackScsv, having({ fallbackScsv: fact(false) }), "missing-modern"],
  [
    "one version",
    fallbackScsv,
    modernEndpoint({ features: features({ fallbackScsv: fact<boolean>(null) }) }),
    "not-applicable: one-version",
  ],
  ["not known", fallbackScsv, having({ fallbackScsv: fact<boolean>(null) }), "not-assessed: not-tested"],

  ["off", earlyData, endpoint(), "pass"],
  ["on", earlyData, having({ earlyData: fact(16_384) }), "enabled"],
  ["without TLS 1.3", earlyData, speaking("TLSv1.2"), "not-applicable: no-tls13"],
  ["not known", earlyData, having({ earlyData: fact<number>(null) }), "not-assessed: not-tested"],

  ["there", extendedMasterSecret, endpoint(), "pass"],
  ["not there", extendedMasterSecret, having({ extendedMasterSecret: fact(false) }), "missing"],
  ["TLS 1.3 only", extendedMasterSecret, modernEndpoint(), "not-applicable: tls13-only"],
  ["not known", extendedMasterSecret, throttled(), "not-assessed: incomplete"],

  ["resumed", sessionResumption, endpoint(), "pass"],
  ["never", sessionResumption, having({ resumption: fact(false) }), "none"],
  ["tickets of a month", sessionResumption, having({ ticketLifetimeSeconds: fact(2_592_000) }), "long-tickets"],
  ["not known", sessionResumption, having({ resumption: fact<boolean>(null) }), "not-assessed: not-tested"],

  ["off", heartbeat, endpoint(), "pass"],
  ["on", heartbeat, having({ heartbeat: fact(true) }), "enabled"],
  ["TLS 1.3 only", heartbeat, modernEndpoint(), "not-applicable: tls13-only"],
  ["not known", heartbeat, throttled(), "not-assessed: incomplete"],

  ["none", clientCertificate, endpoint(), "pass"],
  ["asked for", clientCertificate, having({ clientCertificate: fact("requested" as const) }), "requested"],
  ["demanded", clientCertificate, having({ clientCertificate: fact("required" as const) }), "required"],
  ["not known", clientCertificate, throttled(), "not-assessed: incomplete"],

  ["own certificate", sni, endpoint(), "pass"],
  ["an address has no name to send", sni, endpoint({ serverName: null }), "not-applicable: ip-target"],
  [
    "a neighbour's certificate",
    sni,
    having({
      noSni: fact({ outcome: "other-certificate", alert: null, certificateSha256: "00", names: ["florist.test"] }),
    }),
    "other-certificate",
  ],
  ["not known", sni, throttled(), "not-assessed: incomplete"],

  ["strong", signatureSchemes, endpoint(), "pass"],
  [
    "SHA-1",
    signatureSchemes,
    having({ signatureSchemes: fact(["rsa_pss_rsae_sha256", "rsa_pkcs1_sha1"]) }),
    "weak-hash",
  ],
  ["ECDSA with SHA-1", signatureSchemes, having({ signatureSchemes: fact(["ecdsa_sha1"]) }), "weak-hash"],
  [
    "not enumerated",
    signatureSchemes,
    endpoint({ leftOut: [{ what: "signature-schemes", reason: "budget", versions: [] }] }),
    "not-assessed: not-tested",
  ],
  ["not known", signatureSchemes, throttled(), "not-assessed: incomplete"],
];

test.each(rows.map(([name, check, seen, expected]) => [check.id, name, expected, check, seen] as const))(
  "%s, %s: %s",
  (_id, _name, expected, check, seen) => {
    expect(outcomes(check, seen)).toEqual([expected]);
  },
);

describe("a policy", () => {
  test.each([
    ["TLS 1.3 only", protocols, { accepted: ["TLSv1.3"] }, endpoint(), ["not-in-policy"]],
    ["TLS 1.3 only, kept", protocols, { accepted: ["TLSv1.3"] }, modernEndpoint(), ["pass"]],
    [
      "a list of suites",
      weakSuites,
      { accepted: [GCM, "TLS_AES_128_GCM_SHA256"] },
      with12([GCM, DHE]),
      ["not-in-policy"],
    ],
    ["a list of suites, kept", weakSuites, { accepted: [GCM, "TLS_AES_128_GCM_SHA256"] }, with12([GCM]), ["pass"]],
    [
      "a weak suite is weak before it is unlisted",
      weakSuites,
      { accepted: [GCM, "TLS_AES_128_GCM_SHA256"] },
      with12([GCM, DHE, "TLS_RSA_WITH_RC4_128_SHA"]),
      ["not-in-policy", "rc4"],
    ],
    ["a list of groups", groups, { accepted: ["x25519"] }, endpoint(), ["not-in-policy"]],
    [
      "primes of 3072 bits",
      dhParameters,
      { minimumBits: 3072 },
      with12([DHE], { features: features(dh({})) }),
      ["short"],
    ],
    [
      "the client may choose",
      serverOrder,
      { expected: "any" },
      endpoint({ versions: versions({ "TLSv1.2": [GCM, CBC] }, "client") }),
      ["pass"],
    ],
    [
      "the server must choose",
      serverOrder,
      { expected: "server" },
      endpoint({ versions: versions({ "TLSv1.2": [GCM, DHE] }, "client") }),
      ["client-order"],
    ],
  ] as const)("%s", (_name, check, settings, seen, expected) => {
    expect(outcomes(check, seen, settings)).toEqual(expected);
  });
});

test("a list without the rare suites of older versions is no complete list", () => {
  const gap = { what: "legacy-versions", reason: "budget" as const, versions: [] };

  expect(outcomes(weakSuites, endpoint({ leftOut: [gap] }))).toEqual(["not-assessed: incomplete"]);
  expect(outcomes(weakSuites, endpoint({ leftOut: [{ ...gap, what: "suite-order" }] }))).toEqual(["pass"]);
});
