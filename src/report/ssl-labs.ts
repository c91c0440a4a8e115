import type { TlsCertificate, TlsEndpoint, TlsVersion } from "../core/evidence/tls.ts";
import { groupByName } from "../data/tls/groups.ts";
import { suiteTraits, type SuiteTraits } from "../data/tls/suite-traits.ts";

/** The document that the grade follows: Qualys SSL Labs, SSL Server Rating Guide. */
export const SSL_LABS_GUIDE = { version: "2009r", date: "2025-05-16" } as const;

const GRADES = ["A+", "A", "A-", "B", "C", "D", "E", "F"] as const;

type Letter = (typeof GRADES)[number];

/** T where the certificate is not trusted, M where it is another host's: they stand before any letter. */
export type SslLabsLetter = Letter | "T" | "M";

export interface SslLabsGrade {
  readonly guide: typeof SSL_LABS_GUIDE;
  readonly grade: SslLabsLetter;
  /** True where SSL Labs would make a test that Vigie does not, or where something was not seen: the grade may be lower. */
  readonly atBest: boolean;
  readonly score: {
    readonly protocol: number;
    readonly keyExchange: number;
    readonly cipher: number;
    readonly total: number;
  };
  /** Why it is not better, the worst first, as stable codes. */
  readonly reasons: readonly string[];
  /** Tests that SSL Labs would make here and that were not made, as stable codes. */
  readonly notTested: readonly string[];
}

/** How the site announces HSTS: `long` for six months or more, which A+ asks for. */
export type HstsState = "long" | "short" | "absent" | "unknown";

const VERSION_SCORES: Readonly<Record<TlsVersion, number>> = {
  SSLv2: 0,
  SSLv3: 80,
  "TLSv1.0": 90,
  "TLSv1.1": 95,
  "TLSv1.2": 100,
  "TLSv1.3": 100,
};

const VERSIONS: readonly TlsVersion[] = ["SSLv2", "SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

/**
 * The grade that SSL Labs' public rules give to what was seen of one endpoint; null where no TLS was spoken or nothing was
 * enumerated. Vigie's own score is another one: this stands beside it for those who know the letters.
 */
export function sslLabsGrade(endpoint: TlsEndpoint, hsts: HstsState): SslLabsGrade | null {
  const spoken = VERSIONS.filter((version) => endpoint.versions[version] !== undefined);
  if (endpoint.state !== "tls" || spoken.length === 0) return null;
  const suites = [...new Set(spoken.flatMap((version) => endpoint.versions[version]?.suites ?? []))]
    .filter((name) => !name.startsWith("0x"))
    .map((name) => suiteTraits(name));
  if (suites.length === 0 && !spoken.includes("SSLv2")) return null;
  const score = scoreOf(endpoint, spoken, suites);
  const seen: Seen = { endpoint, spoken, suites, hsts };
  const caps = CAPS.filter(({ applies }) => applies(seen));
  const capped = caps.reduce((worst, { grade }) => worseOf(worst, grade), letterOf(score.total));
  const perfect = capped === "A" && hsts === "long" && caps.length === 0;
  const trust = endpoint.certificates.map(certificateLetter).find((letter) => letter !== null) ?? null;
  const notTested = testsNotMade(seen);
  const grade = trust ?? (perfect ? "A+" : capped);
  return {
    guide: SSL_LABS_GUIDE,
    grade,
    atBest: notTested.length > 0 && grade !== "F" && trust === null,
    score,
    reasons: [
      ...(trust === null ? [] : [trust === "M" ? "name-mismatch" : "not-trusted"]),
      ...caps.toSorted((a, b) => GRADES.indexOf(b.grade) - GRADES.indexOf(a.grade)).map(({ reason }) => reason),
    ],
    notTested,
  };
}

interface Seen {
  readonly endpoint: TlsEndpoint;
  readonly spoken: readonly TlsVersion[];
  readonly suites: readonly SuiteTraits[];
  readonly hsts: HstsState;
}

interface Cap {
  readonly grade: Letter;
  readonly reason: string;
  readonly applies: (seen: Seen) => boolean;
}

/** What caps the grade whatever the score, with the edition of the guide that brought it in. */
const CAPS: readonly Cap[] = [
  { grade: "F", reason: "sslv2", applies: ({ spoken }) => spoken.includes("SSLv2") },
  { grade: "F", reason: "sslv3-at-best", applies: ({ spoken }) => spoken.every((one) => one === "SSLv3") },
  { grade: "F", reason: "anonymous", applies: ({ suites }) => suites.some((one) => one.authentication === "anon") },
  { grade: "F", reason: "under-112-bits", applies: ({ suites }) => suites.some((one) => one.bits < 112) },
  { grade: "F", reason: "rc4-only", applies: ({ suites }) => suites.length > 0 && suites.every(isRc4) },
  { grade: "F", reason: "key-under-1024", applies: ({ endpoint }) => rsaBits(endpoint) < 1024 },
  { grade: "F", reason: "dh-under-1024", applies: ({ endpoint }) => dhBits(endpoint) < 1024 },
  { grade: "F", reason: "md5-certificate", applies: ({ endpoint }) => signedWith(endpoint, /^md[245]/) },
  {
    grade: "C",
    reason: "poodle",
    applies: ({ endpoint }) => suitesOf(endpoint, ["SSLv3"]).some((one) => one.mode === "CBC"),
  },
  { grade: "C", reason: "compression", applies: ({ endpoint }) => endpoint.features?.compression.value === true },
  {
    grade: "C",
    reason: "no-tls12",
    applies: ({ spoken }) => !spoken.includes("TLSv1.2") && !spoken.includes("TLSv1.3"),
  },
  {
    grade: "C",
    reason: "rc4-in-modern-versions",
    applies: ({ endpoint }) => suitesOf(endpoint, ["TLSv1.1", "TLSv1.2"]).some(isRc4),
  },
  {
    grade: "C",
    reason: "64-bit-blocks-in-modern-versions",
    applies: ({ endpoint }) => suitesOf(endpoint, ["TLSv1.1", "TLSv1.2"]).some((one) => one.blockBits === 64),
  },
  { grade: "B", reason: "sslv3", applies: ({ spoken }) => spoken.includes("SSLv3") },
  {
    grade: "B",
    reason: "old-versions",
    applies: ({ spoken }) => spoken.includes("TLSv1.0") || spoken.includes("TLSv1.1"),
  },
  { grade: "B", reason: "rc4", applies: ({ suites }) => suites.some(isRc4) },
  { grade: "B", reason: "key-under-2048", applies: ({ endpoint }) => rsaBits(endpoint) < 2048 },
  { grade: "B", reason: "dh-under-2048", applies: ({ endpoint }) => dhBits(endpoint) < 2048 },
  {
    grade: "B",
    reason: "incomplete-chain",
    applies: ({ endpoint }) => endpoint.certificates.some((one) => one.chainOrder === "incomplete"),
  },
  { grade: "B", reason: "no-forward-secrecy", applies: ({ suites }) => !suites.some((one) => one.forwardSecrecy) },
  { grade: "B", reason: "no-aead", applies: ({ suites }) => !suites.some((one) => one.mode === "AEAD") },
  {
    grade: "A-",
    reason: "no-secure-renegotiation",
    applies: ({ endpoint }) => endpoint.features?.secureRenegotiation.value === false,
  },
  { grade: "A-", reason: "no-tls13", applies: ({ spoken }) => !spoken.includes("TLSv1.3") },
  { grade: "A-", reason: "no-hsts", applies: ({ hsts }) => hsts === "absent" },
];

/** Protocol, key exchange and cipher, weighed 30, 30 and 40; a zero in any gives zero. */
function scoreOf(endpoint: TlsEndpoint, spoken: readonly TlsVersion[], suites: readonly SuiteTraits[]) {
  const byVersion = spoken.map((version) => VERSION_SCORES[version]);
  const byCipher = suites.map((suite) => cipherScore(suite.bits));
  const protocol = middle(byVersion);
  const keyExchange = keyExchangeScore(endpoint, suites);
  const cipher = byCipher.length === 0 ? 0 : middle(byCipher);
  const zero = protocol === 0 || keyExchange === 0 || cipher === 0;
  const total = zero ? 0 : Math.round(protocol * 0.3 + keyExchange * 0.3 + cipher * 0.4);
  return { protocol, keyExchange, cipher, total };
}

function middle(scores: readonly number[]): number {
  return (Math.max(...scores) + Math.min(...scores)) / 2;
}

function cipherScore(bits: number): number {
  if (bits === 0) return 0;
  if (bits < 128) return 20;
  return bits < 256 ? 80 : 100;
}

/** The weakest of the keys that take part: certificates, Diffie-Hellman, curves; export counts 40 and anonymity nothing. */
function keyExchangeScore(endpoint: TlsEndpoint, suites: readonly SuiteTraits[]): number {
  if (suites.some((suite) => suite.authentication === "anon")) return 0;
  const keys = endpoint.certificates.flatMap(({ keyType, keyBits }) => {
    if (keyBits === null) return [];
    return [keyType.startsWith("rsa") || keyType === "dsa" ? rsaScore(keyBits) : curveScore(keyBits)];
  });
  const dh = endpoint.features?.dh.value?.bits;
  const curves = endpoint.groups.flatMap((name) => {
    const group = groupByName(name);
    return group?.kind === "ec" ? [curveScore(group.bits * 2)] : [];
  });
  const exported = suites.some((suite) => suite.export) ? [40] : [];
  return Math.min(100, ...keys, ...(dh === undefined ? [] : [rsaScore(dh)]), ...curves, ...exported);
}

function rsaScore(bits: number): number {
  if (bits < 512) return 20;
  if (bits < 1024) return 40;
  if (bits < 2048) return 80;
  return bits < 4096 ? 90 : 100;
}

/** Curve sizes by their RSA equivalent; a 255-bit curve counts as 256. */
function curveScore(bits: number): number {
  if (bits < 110) return 20;
  if (bits < 123) return 40;
  if (bits < 163) return 80;
  return bits < 225 ? 90 : 100;
}

function letterOf(total: number): Letter {
  if (total >= 80) return "A";
  if (total >= 65) return "B";
  if (total >= 50) return "C";
  if (total >= 35) return "D";
  return total >= 20 ? "E" : "F";
}

/** SHA-1 certificates are not trusted either since edition 2009l. */
function certificateLetter(certificate: TlsCertificate): "T" | "M" | null {
  if (certificate.hostMatches === false) return "M";
  const { trusted, code } = certificate.trust;
  // SSL Labs completes a chain by fetching the missing link; such a chain is capped, not refused.
  if (!trusted && code !== "incomplete-chain") return "T";
  return certificate.signatureHash === "sha1" ? "T" : null;
}

/** Tests of SSL Labs that Vigie does not make, where the server has what they would be made on. */
function testsNotMade({ endpoint, spoken, suites, hsts }: Seen): readonly string[] {
  const { features } = endpoint;
  const classic = spoken.some((version) => version !== "TLSv1.3");
  const tests: readonly (readonly [code: string, wouldBeMade: boolean])[] = [
    ["enumeration", !endpoint.complete || spoken.some((version) => endpoint.versions[version]?.complete === false)],
    ["hsts", hsts === "unknown"],
    ["ccs-injection", classic],
    ["insecure-renegotiation", classic && features?.secureRenegotiation.value !== true],
    ["heartbleed", classic && features?.heartbeat.value !== false],
    ["ticketbleed", classic && features?.sessionTickets.value !== false],
    ["robot", suites.some((suite) => suite.keyExchange === "RSA")],
    ["padding-oracles", suites.some((suite) => suite.mode === "CBC")],
    ["diffie-hellman-size", suites.some((suite) => suite.keyExchange === "DHE") && !features?.dh.value],
    ["compression", classic && features?.compression.value === null],
    ["revocation", true],
  ];
  return tests.filter(([, wouldBeMade]) => wouldBeMade).map(([code]) => code);
}

function suitesOf(endpoint: TlsEndpoint, versions: readonly TlsVersion[]): readonly SuiteTraits[] {
  return versions.flatMap((version) => endpoint.versions[version]?.suites ?? []).map((name) => suiteTraits(name));
}

function isRc4(suite: SuiteTraits): boolean {
  return suite.cipher === "RC4";
}

function rsaBits(endpoint: TlsEndpoint): number {
  const sizes = endpoint.certificates.flatMap(({ keyType, keyBits }) =>
    keyType.startsWith("rsa") ? (keyBits ?? []) : [],
  );
  return Math.min(Number.POSITIVE_INFINITY, ...sizes);
}

function dhBits(endpoint: TlsEndpoint): number {
  return endpoint.features?.dh.value?.bits ?? Number.POSITIVE_INFINITY;
}

function signedWith(endpoint: TlsEndpoint, pattern: RegExp): boolean {
  return endpoint.certificates.some(({ signatureAlgorithm }) => pattern.test(signatureAlgorithm ?? ""));
}

function worseOf(a: Letter, b: Letter): Letter {
  return GRADES.indexOf(a) >= GRADES.indexOf(b) ? a : b;
}
