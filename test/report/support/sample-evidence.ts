import type { Evidence } from "../../../src/core/evidence/evidence.ts";

const NO_COST = { connections: 4, bytesIn: 18_400, bytesOut: 2_100, wallMs: 310 };

/** What a scan of a small French shop might have seen, written by hand. */
export const sampleEvidence: Evidence = {
  schema: "vigie.evidence/1",
  target: { id: "bakery.test", url: "https://bakery.test/", host: "bakery.test", domain: "bakery.test" },
  tool: { name: "vigie", version: "0.1.0" },
  startedAt: "2026-11-23T20:15:04.000Z",
  finishedAt: "2026-11-23T20:15:31.000Z",
  authorised: { by: "Camille Martin", on: "2026-11-02" },
  pace: "normal",
  cost: { connections: 61, requests: 148, bytesIn: 1_842_113, bytesOut: 73_400, wallMs: 27_000 },
  conditions: {
    userAgent: "vigie/0.1.0 (+https://vigie.example/)",
    proxy: null,
    extraRoots: [],
    resolve: {},
    allowPrivate: false,
    scope: ["bakery.test", "www.bakery.test"],
    digests: { exposures: "3f2a9c0d11aa", processors: "77c0ffee0001" },
    interrupted: false,
  },
  sections: {
    dns: { state: "failed", error: { code: "dns-failed", message: "no answer from the resolver" } },
    tls: {
      state: "collected",
      value: {
        endpoints: [
          {
            host: "bakery.test",
            ip: "192.0.2.10",
            port: 443,
            purpose: "target",
            state: "tls",
            versions: {
              "TLSv1.0": {
                suites: ["TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_AES_128_CBC_SHA"],
                order: "server",
                complete: true,
              },
              "TLSv1.2": {
                suites: ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_CBC_SHA"],
                order: "server",
                complete: true,
              },
              "TLSv1.3": {
                suites: ["TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256"],
                order: "client",
                complete: true,
              },
            },
            groups: ["x25519", "secp256r1"],
            certificates: [
              {
                subject: "CN=bakery.test",
                issuer: "C=FR, O=Autorité de Test, CN=Autorité de Test R3",
                subjectAltNames: ["bakery.test", "www.bakery.test"],
                namesTotal: 2,
                serial: "04A1B2",
                notBefore: "2026-10-01T00:00:00.000Z",
                notAfter: "2026-12-30T00:00:00.000Z",
                keyType: "rsa",
                keyBits: 2048,
                keyCurve: null,
                signatureAlgorithm: "sha256WithRSAEncryption",
                sha256: "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90",
                spkiSha256: null,
                trust: { trusted: true, code: null, store: "mozilla" },
                hostMatches: true,
                chain: [],
                chainOrder: "ordered",
                wildcard: false,
                mustStaple: false,
                ocspResponders: [],
                scts: 2,
              },
            ],
            complete: true,
            cost: NO_COST,
          },
        ],
      },
    },
    http: { state: "collected", value: { origins: [], cors: [], securityTxt: null } },
    pages: {
      state: "collected",
      value: {
        platform: { id: "prestashop", name: "PrestaShop", version: "8.1", evidence: ["generator"] },
        server: "nginx/1.24.0",
        pages: [],
        missing: [{ role: "terms", url: null, error: { code: "not-found", message: "no link leads to it" } }],
        consentTool: null,
        declaredProcessors: [],
      },
    },
    paths: { state: "failed", error: { code: "blocked", message: "six 403 in a row" } },
    actionTls: { state: "skipped", reason: "no-target" },
    hosts: { state: "skipped", reason: "needs-authorisation" },
  },
};
