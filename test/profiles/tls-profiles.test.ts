import { describe, expect, test } from "vitest";
import { catalogue } from "../../checks/index.ts";
import { runCheck } from "../../src/core/assessment.ts";
import type { TlsEndpoint } from "../../src/core/evidence/tls.ts";
import { loadProfile } from "../../src/store/profiles.ts";
import {
  certificate,
  CONTEXT,
  endpoint,
  fact,
  features,
  modernEndpoint,
  tlsValue,
  versions,
} from "../builders/tls-evidence.ts";

const GCM = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
const TLS13 = ["TLS_AES_128_GCM_SHA256"];

/** The checks of a profile's weighed areas that fail on an endpoint with more than an information. */
function deviations(profileId: string, seen: TlsEndpoint): readonly string[] {
  const profile = loadProfile(profileId, catalogue, ".");
  return catalogue.flatMap((check) => {
    const settings = profile.checks[check.id];
    if (settings === undefined || settings.weight === 0) return [];
    const result = runCheck(check, settings, { tls: { state: "collected", value: tlsValue(seen) } as never }, CONTEXT);
    return result.worst !== null && result.worst !== "info" ? [check.id] : [];
  });
}

const ecdsa = certificate({ signatureAlgorithm: "ecdsa-with-SHA256", signatureHash: "sha256" });
const intermediate = endpoint({ certificates: [ecdsa] });
const with12 = (...suites: readonly string[]): TlsEndpoint =>
  endpoint({ certificates: [ecdsa], versions: versions({ "TLSv1.2": [GCM, ...suites], "TLSv1.3": TLS13 }) });

describe.each([
  ["mozilla-intermediate", "6.0", "2026-04-06"],
  ["mozilla-modern", "6.0", "2026-04-06"],
  ["anssi-tls", "1.2", "2020-03-26"],
])("%s", (id, version, date) => {
  test("names its document, version and date", () => {
    expect(loadProfile(id, catalogue, ".").source).toMatchObject({ version, date });
  });
});

describe("what deviates", () => {
  const p384 = endpoint({ certificates: [ecdsa], groups: ["secp384r1"] });

  test.each([
    ["mozilla-intermediate", "a server set up by the book", intermediate, []],
    ["mozilla-intermediate", "an RSA certificate", endpoint(), []],
    [
      "mozilla-intermediate",
      "TLS 1.1",
      endpoint({ certificates: [ecdsa], versions: versions({ "TLSv1.1": [GCM], "TLSv1.2": [GCM], "TLSv1.3": TLS13 }) }),
      ["tls/protocols"],
    ],
    [
      "mozilla-intermediate",
      "a DHE suite",
      {
        ...with12("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"),
        features: features({ dh: fact({ bits: 2048, prime: null, shared: false, sha256: "00", export: false }) }),
      },
      ["tls/weak-suites"],
    ],
    ["mozilla-intermediate", "static RSA counts once", with12("TLS_RSA_WITH_AES_128_CBC_SHA"), ["tls/weak-suites"]],
    [
      "mozilla-intermediate",
      "P-521",
      endpoint({ certificates: [ecdsa], groups: ["x25519", "secp521r1"] }),
      ["tls/groups"],
    ],
    [
      "mozilla-intermediate",
      "the client chooses",
      endpoint({ certificates: [ecdsa], versions: versions({ "TLSv1.2": [GCM], "TLSv1.3": TLS13 }, "client") }),
      [],
    ],
    ["mozilla-modern", "TLS 1.3 only", modernEndpoint({ certificates: [ecdsa] }), []],
    ["mozilla-modern", "TLS 1.2 too", intermediate, ["tls/protocols", "tls/weak-suites"]],
    [
      "mozilla-modern",
      "an RSA certificate",
      modernEndpoint({ certificates: [certificate({ keyType: "rsa", keyBits: 2048, keyCurve: null })] }),
      ["certificate/key", "certificate/signature"],
    ],
    ["anssi-tls", "a server set up by the book", intermediate, []],
    ["anssi-tls", "P-384 alone", p384, []],
    [
      "anssi-tls",
      "Ed25519",
      endpoint({ certificates: [certificate({ keyType: "ed25519", keyBits: 256, keyCurve: null })] }),
      ["certificate/key"],
    ],
    ["anssi-tls", "CBC without encrypt-then-MAC", with12("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"), ["tls/cbc"]],
    [
      "anssi-tls",
      "CBC with encrypt-then-MAC",
      { ...with12("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"), features: features({ encryptThenMac: fact(true) }) },
      [],
    ],
    [
      "anssi-tls",
      "CBC with SHA-1",
      { ...with12("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"), features: features({ encryptThenMac: fact(true) }) },
      ["tls/weak-suites"],
    ],
    ["anssi-tls", "CCM with a short tag", with12("TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8"), ["tls/weak-suites"]],
  ] as const)("%s, %s", (profile, _name, seen, expected) => {
    expect(deviations(profile, seen)).toEqual(expected);
  });
});
