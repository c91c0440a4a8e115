import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hsts } from "../../checks/headers/hsts.ts";
import { SSL_LABS_REASONS, SSL_LABS_TESTS } from "../../src/locale/ssl-labs-text.ts";
import { packageFile } from "../../src/package-root.ts";
import { sslLabsLines } from "../../src/report/ssl-labs-lines.ts";
import { sslLabsOf } from "../../src/report/ssl-labs-of.ts";
import { resultOf } from "../builders/check.ts";
import { evidenceWith } from "../builders/evidence.ts";
import { verdictsOf } from "../builders/judge.ts";
import { hop, httpValue, origin } from "../builders/http-evidence.ts";
import { sampleReport } from "./support/sample-report.ts";
import { renderTextReport } from "../../src/report/text/render-text.ts";
import { sslLabsGrade, type HstsState } from "../../src/report/ssl-labs.ts";
import type { TlsCertificate, TlsEndpoint } from "../../src/core/evidence/tls.ts";
import {
  certificate,
  endpoint,
  fact,
  features,
  modernEndpoint,
  throttled,
  tlsValue,
  versions,
} from "../builders/tls-evidence.ts";

const GCM = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
const CBC = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";

function grade(seen: TlsEndpoint, hsts: HstsState = "long") {
  const made = sslLabsGrade(seen, hsts);
  if (made === null) throw new Error("no grade");
  return made;
}

function with12(...suites: readonly string[]): TlsEndpoint {
  return endpoint({ versions: versions({ "TLSv1.2": [GCM, ...suites], "TLSv1.3": ["TLS_AES_128_GCM_SHA256"] }) });
}

const showing = (changes: Partial<TlsCertificate>): TlsEndpoint => endpoint({ certificates: [certificate(changes)] });
const dh = (bits: number): TlsEndpoint => ({
  ...with12("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"),
  features: features({ dh: fact({ bits, prime: null, shared: false, sha256: "00", export: false }) }),
});

describe("the letter", () => {
  test.each([
    ["a modern server with HSTS of six months", endpoint(), "long", "A+", []],
    ["TLS 1.3 only", modernEndpoint(), "long", "A+", []],
    ["short HSTS", endpoint(), "short", "A", []],
    ["no HSTS", endpoint(), "absent", "A-", ["no-hsts"]],
    ["no TLS 1.3", endpoint({ versions: versions({ "TLSv1.2": [GCM] }) }), "long", "A-", ["no-tls13"]],
    [
      "no secure renegotiation",
      endpoint({ features: features({ secureRenegotiation: fact(false) }) }),
      "long",
      "A-",
      ["no-secure-renegotiation"],
    ],
    [
      "TLS 1.0 beside",
      endpoint({ versions: versions({ "TLSv1.0": [CBC], "TLSv1.2": [GCM], "TLSv1.3": ["TLS_AES_128_GCM_SHA256"] }) }),
      "long",
      "B",
      ["old-versions"],
    ],
    ["1024-bit Diffie-Hellman", dh(1024), "long", "B", ["dh-under-2048"]],
    ["768-bit Diffie-Hellman", dh(768), "long", "F", ["dh-under-1024", "dh-under-2048"]],
    ["1024-bit RSA", showing({ keyType: "rsa", keyBits: 1024, keyCurve: null }), "long", "B", ["key-under-2048"]],
    [
      "no forward secrecy",
      endpoint({ versions: versions({ "TLSv1.2": ["TLS_RSA_WITH_AES_128_GCM_SHA256"] }) }),
      "long",
      "B",
      ["no-forward-secrecy", "no-tls13"],
    ],
    ["no AEAD", endpoint({ versions: versions({ "TLSv1.2": [CBC] }) }), "long", "B", ["no-aead", "no-tls13"]],
    [
      "incomplete chain",
      showing({ chainOrder: "incomplete", trust: { trusted: false, code: "incomplete-chain", store: "" } }),
      "long",
      "B",
      ["incomplete-chain"],
    ],
    ["RC4", with12("TLS_RSA_WITH_RC4_128_SHA"), "long", "C", ["rc4-in-modern-versions", "rc4"]],
    [
      "3DES in TLS 1.2",
      with12("TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA"),
      "long",
      "C",
      ["64-bit-blocks-in-modern-versions"],
    ],
    ["compression", endpoint({ features: features({ compression: fact(true) }) }), "long", "C", ["compression"]],
    [
      "TLS 1.0 at best",
      endpoint({ versions: versions({ "TLSv1.0": [CBC] }) }),
      "long",
      "C",
      ["no-tls12", "old-versions", "no-aead", "no-tls13"],
    ],
    [
      "SSL 3.0 beside",
      endpoint({
        versions: versions({
          SSLv3: ["TLS_RSA_WITH_AES_128_CBC_SHA"],
          "TLSv1.2": [GCM],
          "TLSv1.3": ["TLS_AES_128_GCM_SHA256"],
        }),
      }),
      "long",
      "C",
      ["poodle", "sslv3"],
    ],
    [
      "SSL 2.0 beside",
      endpoint({ versions: versions({ SSLv2: [], "TLSv1.2": [GCM], "TLSv1.3": ["TLS_AES_128_GCM_SHA256"] }) }),
      "long",
      "F",
      ["sslv2"],
    ],
    [
      "export",
      with12("TLS_RSA_EXPORT_WITH_DES40_CBC_SHA"),
      "long",
      "F",
      ["under-112-bits", "64-bit-blocks-in-modern-versions"],
    ],
    ["anonymous", with12("TLS_DH_anon_WITH_AES_128_GCM_SHA256"), "long", "F", ["anonymous"]],
    [
      "an MD5 certificate beside a good one",
      endpoint({ certificates: [certificate(), certificate({ signatureAlgorithm: "md5WithRSAEncryption" })] }),
      "long",
      "F",
      ["md5-certificate"],
    ],
    ["another host's certificate", showing({ hostMatches: false }), "long", "M", ["name-mismatch"]],
    [
      "self-signed",
      showing({ trust: { trusted: false, code: "self-signed", store: "" } }),
      "long",
      "T",
      ["not-trusted"],
    ],
    ["SHA-1 certificate", showing({ signatureHash: "sha1" }), "long", "T", ["not-trusted"]],
  ] as const)("%s: %4$s", (_name, seen, hsts, expected, reasons) => {
    expect(grade(seen, hsts)).toMatchObject({ grade: expected, reasons });
  });

  test("the score of the guide's formula: protocol 30, key exchange 30, cipher 40", () => {
    const server = endpoint({
      versions: versions({ "TLSv1.0": [CBC], "TLSv1.2": [GCM, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"] }),
      certificates: [certificate({ keyType: "rsa", keyBits: 2048, keyCurve: null })],
    });

    expect(grade(server).score).toEqual({ protocol: 95, keyExchange: 90, cipher: 90, total: 92 });
  });
});

describe("at best", () => {
  test("names the tests that SSL Labs would make and Vigie does not", () => {
    expect(grade(with12("TLS_RSA_WITH_AES_128_CBC_SHA"))).toMatchObject({
      atBest: true,
      notTested: ["ccs-injection", "ticketbleed", "robot", "padding-oracles", "revocation"],
    });
    expect(grade(modernEndpoint(), "unknown").notTested).toEqual(["hsts", "revocation"]);
    expect(grade(throttled()).notTested).toContain("enumeration");
  });

  test("an F and a T cannot get worse", () => {
    expect(grade(with12("TLS_RSA_EXPORT_WITH_DES40_CBC_SHA")).atBest).toBe(false);
    expect(grade(showing({ hostMatches: false })).atBest).toBe(false);
  });
});

describe("HSTS, as the check on headers told it", () => {
  const HSTS = "strict-transport-security";
  const site = tlsValue(
    endpoint({ host: "bakery.test", purpose: "target" }),
    endpoint({ host: "www.bakery.test", purpose: "twin" }),
  );
  const told = (http: ReturnType<typeof httpValue> | null) => {
    const evidence = evidenceWith({ tls: site });
    const result = resultOf({ check: "headers/hsts", area: "headers", weight: 1, status: "not-assessed" });
    const verdicts = http === null ? result.verdicts : verdictsOf(hsts, { http });
    return sslLabsOf(evidence, [{ ...result, verdicts }]).map(({ host, grade: letter }) => [host, letter]);
  };

  test.each([
    ["nowhere", {}, {}, "A-", "A-"],
    ["long on both", { [HSTS]: "max-age=31536000" }, { [HSTS]: "max-age=31536000" }, "A+", "A+"],
    ["short on the twin", { [HSTS]: "max-age=31536000" }, { [HSTS]: "max-age=86400" }, "A+", "A"],
    ["switched off on the twin", { [HSTS]: "max-age=31536000" }, { [HSTS]: "max-age=0" }, "A+", "A-"],
  ])("%s", (_name, apex, twin, first, second) => {
    const http = httpValue([
      origin([hop("https://bakery.test/", apex)]),
      origin([hop("https://www.bakery.test/", twin)]),
    ]);

    expect(told(http)).toEqual([
      ["bakery.test", first],
      ["www.bakery.test", second],
    ]);
  });

  test("is not known where no page was fetched", () => {
    expect(told(null)).toEqual([
      ["bakery.test", "A"],
      ["www.bakery.test", "A"],
    ]);
  });
});

describe("the line beside our own grade", () => {
  test("names the hosts of a letter once, and a port that is not the usual one", () => {
    const [one] = sampleReport("en").sslLabs ?? [];
    if (one === undefined) throw new Error("the sample has a grade");
    const sslLabs = [
      one,
      { ...one, ip: "192.0.2.2" },
      { ...one, host: "www.bakery.test" },
      { ...one, port: 8443, grade: "A" as const, atBest: false },
    ];

    expect(sslLabsLines({ sslLabs, lang: "en" })).toEqual([
      "SSL Labs 2009r for bakery.test and www.bakery.test: at best B",
      "SSL Labs 2009r for bakery.test:8443: A",
    ]);
  });

  test("every code of a reason and of a test has its words in both languages", () => {
    const codes = readFileSync(packageFile("src", "report", "ssl-labs.ts"), "utf8");
    const reasons = Array.from(codes.matchAll(/reason: "([\w-]+)"/g), ([, code = ""]) => code);
    const tests = Array.from(codes.matchAll(/^ {4}\["([\w-]+)", /gm), ([, code = ""]) => code);

    expect(reasons.length).toBeGreaterThan(20);
    expect(tests.length).toBeGreaterThan(8);
    expect(Object.keys(SSL_LABS_REASONS)).toEqual(expect.arrayContaining([...reasons, "name-mismatch", "not-trusted"]));
    expect(Object.keys(SSL_LABS_TESTS).toSorted()).toEqual(tests.toSorted());
  });
});

test("without TLS there is no grade", () => {
  expect(sslLabsGrade(endpoint({ state: "plain", versions: {} }), "absent")).toBeNull();
  expect(sslLabsGrade(endpoint({ versions: {} }), "absent")).toBeNull();
});

test("a report shows the letter beside its own grade, in its language", () => {
  const report = sampleReport("fr");

  expect(report.sslLabs).toMatchObject([{ host: "bakery.test", grade: "B", atBest: true, reasons: ["old-versions"] }]);
  expect(renderTextReport(report, { colour: false })).toContain("SSL Labs 2009r pour bakery.test\u00A0: au mieux B");
});
