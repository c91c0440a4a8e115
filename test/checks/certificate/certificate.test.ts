import { describe, expect, test } from "vitest";
import { caa } from "../../../checks/certificate/caa.ts";
import { chain } from "../../../checks/certificate/chain.ts";
import { expiry } from "../../../checks/certificate/expiry.ts";
import { hostName } from "../../../checks/certificate/host-name.ts";
import { key } from "../../../checks/certificate/key.ts";
import { lifetime } from "../../../checks/certificate/lifetime.ts";
import { signature } from "../../../checks/certificate/signature.ts";
import { stapling } from "../../../checks/certificate/stapling.ts";
import { transparency } from "../../../checks/certificate/transparency.ts";
import { trust } from "../../../checks/certificate/trust.ts";
import { wildcard } from "../../../checks/certificate/wildcard.ts";
import type { Check } from "../../../src/core/check.ts";
import type { SectionValue } from "../../../src/core/evidence/evidence.ts";
import type { TlsCertificate, TlsFeatures } from "../../../src/core/evidence/tls.ts";
import {
  CONTEXT,
  AT,
  certificate,
  endpoint,
  fact,
  features,
  judge,
  outcomes,
  tlsValue,
  wordOf,
} from "../../builders/tls-evidence.ts";

const after = (days: number): string => new Date(AT.getTime() + days * 86_400_000).toISOString();
const untrusted = (code: string): Partial<TlsCertificate> => ({ trust: { trusted: false, code, store: "Mozilla" } });
/** Valid from a day, for so many days. */
const living = (from: string, days: number): Partial<TlsCertificate> => ({
  notBefore: `${from}T00:00:00.000Z`,
  notAfter: new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000 - 1000).toISOString(),
});

type Row = readonly [
  name: string,
  check: Check,
  changes: Partial<TlsCertificate>,
  expected: string,
  seen?: Partial<TlsFeatures>,
];

const rows: readonly Row[] = [
  ["forty days left", expiry, {}, "pass"],
  ["expired yesterday", expiry, { notAfter: after(-1) }, "expired"],
  ["expired and self-signed", expiry, { notAfter: after(-1), ...untrusted("self-signed") }, "expired"],
  ["from tomorrow", expiry, { notBefore: after(1) }, "not-yet-valid"],
  ["two days left", expiry, { notAfter: after(2) }, "urgent"],
  ["thirteen days left", expiry, { notAfter: after(13) }, "soon"],
  ["six days of life, three left", expiry, { notBefore: after(-3), notAfter: after(3) }, "pass"],
  ["six days of life, one left", expiry, { notBefore: after(-5), notAfter: after(1) }, "soon"],
  ["unreadable", expiry, untrusted("unreadable"), "not-assessed: certificate-unreadable"],

  ["good", trust, {}, "pass"],
  ["expired is expiry's", trust, untrusted("expired"), "pass"],
  ["a missing link is the chain's", trust, untrusted("incomplete-chain"), "not-assessed: incomplete-chain"],
  ["self-signed", trust, untrusted("self-signed"), "self-signed"],
  ["of nobody known", trust, untrusted("unknown-issuer"), "unknown-issuer"],
  ["an expired link", trust, untrusted("chain-expired"), "chain-expired"],
  ["a forged link", trust, untrusted("bad-signature"), "invalid-chain"],
  ["a link that is no authority", trust, untrusted("not-an-authority"), "invalid-chain"],
  ["a client's", trust, untrusted("wrong-purpose"), "wrong-purpose"],
  ["garbage", trust, untrusted("unreadable"), "unreadable"],
  ["too tangled to follow", trust, untrusted("too-complex"), "not-assessed: too-complex"],

  ["fits", hostName, {}, "pass"],
  ["for another shop", hostName, { hostMatches: false, subjectAltNames: ["florist.test"] }, "mismatch"],
  ["by common name only", hostName, { hostMatches: false, subjectAltNames: [], namesTotal: 0 }, "common-name-only"],
  ["not compared", hostName, { hostMatches: null }, "not-assessed: not-tested"],

  ["in order", chain, {}, "pass"],
  ["a link is missing", chain, { chainOrder: "incomplete" }, "incomplete"],
  ["out of order", chain, { chainOrder: "disordered" }, "disordered"],
  ["strangers", chain, { chainOrder: "superfluous" }, "superfluous"],
  ["with the root", chain, { chainOrder: "root-sent" }, "root-sent"],
  ["self-signed", chain, { chainOrder: "unknown" }, "not-applicable: no-chain"],

  ["ninety days", lifetime, {}, "pass"],
  ["398 days of 2025", lifetime, living("2025-11-01", 398), "pass"],
  ["399 days of 2025", lifetime, living("2025-11-01", 399), "too-long"],
  ["398 days on the last day of the old rule", lifetime, living("2026-03-14", 398), "pass"],
  ["200 days on the first day of the new rule", lifetime, living("2026-03-15", 200), "pass"],
  ["201 days on the first day of the new rule", lifetime, living("2026-03-15", 201), "too-long"],
  ["101 days of 2027", lifetime, living("2027-03-15", 101), "too-long"],
  ["47 days of 2029", lifetime, living("2029-03-15", 47), "pass"],
  ["48 days of 2029", lifetime, living("2029-03-15", 48), "too-long"],
  [
    "ten years of one's own authority",
    lifetime,
    { publiclyTrusted: false, ...living("2020-01-01", 3650) },
    "not-applicable: private-authority",
  ],

  ["P-256", key, {}, "pass"],
  ["Ed25519", key, { keyType: "ed25519", keyBits: 256, keyCurve: null }, "pass"],
  ["RSA 2048", key, { keyType: "rsa", keyBits: 2048, keyCurve: null }, "pass"],
  ["RSA 1024", key, { keyType: "rsa", keyBits: 1024, keyCurve: null }, "short"],
  ["RSA 512", key, { keyType: "rsa", keyBits: 512, keyCurve: null }, "breakable"],
  ["RSA with the exponent 1", key, { keyType: "rsa", keyBits: 2048, keyCurve: null, keyExponent: 1 }, "breakable"],
  ["P-192", key, { keyBits: 192, keyCurve: "P-192" }, "short"],
  ["DSA", key, { keyType: "dsa", keyBits: 2048, keyCurve: null }, "obsolete-type"],
  ["a curve of explicit parameters", key, { keyBits: null, keyCurve: null }, "not-assessed: unknown-key"],

  ["SHA-256", signature, {}, "pass"],
  ["Ed25519", signature, { signatureAlgorithm: "ed25519" }, "pass"],
  ["SHA-1", signature, { signatureAlgorithm: "sha1WithRSAEncryption" }, "sha1"],
  ["PSS with SHA-1", signature, { signatureAlgorithm: "rsassaPss-sha1" }, "sha1"],
  ["MD5", signature, { signatureAlgorithm: "md5WithRSAEncryption" }, "broken"],
  [
    "SHA-1 in an intermediate",
    signature,
    {
      chain: certificate().chain.map((one) =>
        one.role === "issuer" ? { ...one, signatureAlgorithm: "sha1WithRSAEncryption" } : one,
      ),
    },
    "sha1",
  ],
  [
    "SHA-1 in the root proves nothing",
    signature,
    {
      chain: certificate().chain.map((one) =>
        one.role === "issuer" ? { ...one, role: "root" as const, signatureAlgorithm: "sha1WithRSAEncryption" } : one,
      ),
    },
    "pass",
  ],
  [
    "self-signed",
    signature,
    { signatureAlgorithm: "sha1WithRSAEncryption", ...untrusted("self-signed") },
    "not-applicable: self-signed",
  ],
  ["an algorithm that no table has", signature, { signatureAlgorithm: "1.2.3.4" }, "not-assessed: unknown-signature"],

  ["two logs", transparency, {}, "pass"],
  ["in the handshake", transparency, { scts: 0 }, "pass", { scts: fact(2) }],
  ["none", transparency, { scts: 0 }, "none"],
  ["one log", transparency, { scts: 1 }, "too-few"],
  ["two logs for a year", transparency, living("2025-12-01", 365), "too-few"],
  [
    "none, and a staple that may hold them",
    transparency,
    { scts: 0 },
    "not-assessed: inconclusive",
    { ocspStapling: fact(true) },
  ],
  [
    "none, and the handshake not seen",
    transparency,
    { scts: 0 },
    "not-assessed: inconclusive",
    { scts: fact<number>(null) },
  ],
  ["one's own authority", transparency, { scts: 0, publiclyTrusted: false }, "not-applicable: private-authority"],

  ["no responder, no reproach", stapling, {}, "not-applicable: no-responder"],
  ["stapled", stapling, { ocspResponders: ["http://ocsp.test/"] }, "pass", { ocspStapling: fact(true) }],
  ["not stapled", stapling, { ocspResponders: ["http://ocsp.test/"] }, "missing"],
  ["promised and not stapled", stapling, { mustStaple: true }, "must-staple-broken"],
  ["not known", stapling, { mustStaple: true }, "not-assessed: not-tested", { ocspStapling: fact<boolean>(null) }],

  ["names", wildcard, {}, "pass"],
  ["a wildcard", wildcard, { wildcard: true, subjectAltNames: ["*.bakery.test"] }, "wildcard"],
];

test.each(rows.map(([name, check, ...rest]) => [check.id, name, rest[1], check, ...rest] as const))(
  "%s, %s: %s",
  (_id, _name, _expected, check, changes, expected, seen) => {
    const shop = endpoint({ certificates: [certificate(changes)], features: features(seen) });

    expect(outcomes(check, shop)).toEqual([expected]);
  },
);

describe("a policy", () => {
  test.each([
    [lifetime, { maximumDays: 90 }, certificate(living("2025-12-01", 366)), "over-policy"],
    [
      lifetime,
      { maximumDays: 90 },
      certificate({ publiclyTrusted: false, ...living("2025-12-01", 91) }),
      "over-policy",
    ],
    [lifetime, { maximumDays: 90 }, certificate(), "pass"],
    [
      key,
      { accepted: ["P-256", "P-384"] },
      certificate({ keyType: "rsa", keyBits: 2048, keyCurve: null }),
      "not-in-policy",
    ],
    [key, { accepted: ["P-256", "P-384"] }, certificate(), "pass"],
    [key, { minimumRsaBits: 3072 }, certificate({ keyType: "rsa", keyBits: 2048, keyCurve: null }), "short"],
    [signature, { accepted: ["ecdsa-with-SHA256"] }, certificate(), "not-in-policy"],
  ] as const)("%o with %o", (check, settings, shown, expected) => {
    expect(outcomes(check, endpoint({ certificates: [shown] }), settings)).toEqual([expected]);
  });
});

test("every certificate of every address counts, and the twin's own name", () => {
  const expired = certificate({ notAfter: after(-1) });
  const expiredShop = endpoint({ certificates: [expired] });
  const twin = endpoint({
    host: "www.bakery.test",
    purpose: "twin",
    certificates: [certificate({ hostMatches: false })],
  });

  expect(
    outcomes(expiry, [endpoint(), endpoint({ ip: "192.0.2.2", depth: "comparison", certificates: [expired] })]),
  ).toEqual(["pass", "expired"]);
  expect(outcomes(expiry, endpoint({ certificates: [certificate(), expired] }))).toEqual(["pass", "expired"]);
  expect(outcomes(expiry, [expiredShop, { ...expiredShop, host: "www.bakery.test", purpose: "twin" }])).toEqual([
    "expired",
  ]);
  expect(outcomes(hostName, [endpoint(), twin])).toEqual(["pass", "twin-mismatch"]);
  expect(outcomes(trust, endpoint({ certificates: [] }))).toEqual(["not-assessed: no-certificate"]);
});

test.each([
  ["RSA 1024", { keyType: "rsa", keyBits: 1024, keyCurve: null }],
  ["EC P-192", { keyType: "ec", keyBits: 192, keyCurve: "P-192" }],
  ["ED25519", { keyType: "ed25519", keyBits: 256, keyCurve: null }],
])("a key is called %s", (label, changes) => {
  const [verdict] = judge(key, { tls: tlsValue(endpoint({ certificates: [certificate(changes)] })) }, { accepted: [] });

  expect(verdict).toMatchObject({ status: "fail", params: { key: label } });
});

describe("CAA", () => {
  type Lookup = SectionValue<"dns">["lookups"][number];
  const lookup = (name: string, status: Lookup["status"]): Lookup => ({
    name,
    type: "CAA",
    status,
    authenticated: false,
    via: [],
    total: 1,
  });
  const dns = (lookups: readonly Lookup[], records: readonly string[], honest = true): SectionValue<"dns"> => ({
    resolver: "system",
    domain: "bakery.test",
    records: records.map((data) => ({ name: "bakery.test", type: "CAA", ttl: 300, data })),
    addresses: [],
    lookups,
    resolverHonest: honest,
    wildcard: false,
    dnssec: "unsigned",
    mtaSts: null,
    queries: 1,
  });
  const here = (status: Lookup["status"], ...records: readonly string[]) =>
    dns([lookup("bakery.test", status)], records);

  test.each([
    ["allows the issuer", here("answer", '0 issue "letsencrypt.org"'), "pass"],
    [
      "names only whom to tell, which holds nobody back",
      here("answer", '0 iodef "mailto:security@bakery.test"'),
      "absent",
    ],
    ["forbids wildcards only", here("answer", '0 issuewild ";"'), "pass"],
    ["allows another", here("answer", '0 issue "pki.goog"'), "excludes-issuer"],
    ["forbids all", here("answer", '0 issue ";"'), "excludes-issuer"],
    ["is not there", here("no-data"), "absent"],
    ["could not be asked for", here("server-failure"), "not-assessed: dns-failed"],
    ["a resolver that lies", dns([lookup("bakery.test", "no-data")], [], false), "not-assessed: dns-failed"],
  ])("%s: %s", (_name, value, expected) => {
    expect(judge(caa, { dns: value, tls: tlsValue(endpoint()) }).map(wordOf)).toEqual([expected]);
  });

  test.each([
    ["issuewild decides for a wildcard", ['0 issue "pki.goog"', '0 issuewild "letsencrypt.org"'], "pass"],
    ["issuewild forbids a wildcard", ['0 issue "letsencrypt.org"', '0 issuewild ";"'], "excludes-issuer"],
    ["issue decides where there is no issuewild", ['0 issue "letsencrypt.org"'], "pass"],
  ])("%s", (_name, records, expected) => {
    const host = "www.bakery.test";
    const shown = endpoint({ host, certificates: [certificate({ subjectAltNames: ["*.bakery.test"] })] });
    const value = dns([lookup(host, "no-data"), lookup("bakery.test", "answer")], records);
    const context = { ...CONTEXT, target: { ...CONTEXT.target, host } };

    expect(judge(caa, { dns: value, tls: tlsValue(shown) }, {}, context).map(wordOf)).toEqual([expected]);
  });
});
