import type { TlsEndpoint, TlsFeatures, TlsLeftOut, TlsVersion } from "../../core/evidence/tls.ts";
import { groupById, groupName, NAMED_GROUPS } from "../../data/tls/groups.ts";
import { schemeName } from "../../data/tls/signature-schemes.ts";
import { suiteById, suiteName } from "../../data/tls/cipher-suites.ts";
import type { Findings } from "./endpoint-scan.ts";
import { keyTypesSeen } from "./planner/certificate-types.ts";
import type { Knowledge, SeenPrime, Tally } from "./planner/knowledge.ts";
import type { LegacyVersionScan } from "./planner/legacy-version.ts";
import type { OrdinaryHandshake } from "./ordinary-handshake.ts";

/** A fact as it stands in the evidence. */
export interface Fact<Value> {
  value: Value | null;
  known: "verified" | "inferred" | "incomplete" | "not-tested";
  probes: number;
  note?: string;
}

/** A fact that so many handshakes have shown; not tested where the value is null. */
export function fact<Value>(value: Value | null, probes: number, note?: string): Fact<Value> {
  const known = value === null ? "not-tested" : "verified";
  return note === undefined ? { value, known, probes } : { value, known, probes, note };
}

/** A fact that nobody asked for, and why. */
export function unknown(note: string): Fact<never> {
  return { value: null, known: "not-tested", probes: 0, note };
}

function tallied(tally: Tally, whenNone: string): Fact<boolean> {
  const value = tally.ever;
  return value === null ? unknown(whenNone) : fact(value, tally.probes);
}

/** The versions of an endpoint with their suites, and for every version whether it is spoken. */
export function versionFacts(findings: Findings): Pick<TlsEndpoint, "versions" | "offered"> {
  const versions: Partial<
    Record<TlsVersion, { suites: string[]; order: "server" | "client" | "unknown"; complete: boolean }>
  > = {};
  const offered: Partial<Record<TlsVersion, Fact<boolean>>> = {};
  const { sslv2, floor, tls13 } = findings;
  offered.SSLv2 = sslv2 === null ? unknown("needs authorisation") : fact(sslv2.supported, 1);
  if (sslv2?.supported === true) versions.SSLv2 = { suites: [...sslv2.suites], order: "client", complete: true };
  for (const version of ["SSLv3", "TLSv1.0", "TLSv1.1"] as const) {
    const scan = findings.legacy.find((one) => one.version === version);
    offered[version] = scan === undefined ? fact(floor[version], 1) : fact(scan.supported, scan.probes + 1);
    addVersion(versions, scan);
  }
  const tls12 = findings.legacy.find((one) => one.version === "TLSv1.2");
  offered["TLSv1.2"] = fact(tls12?.supported ?? null, tls12?.probes ?? 0);
  addVersion(versions, tls12);
  offered["TLSv1.3"] = fact(tls13.supported, tls13.probes);
  if (tls13.supported === true) {
    versions["TLSv1.3"] = { suites: tls13.suites.map(suiteName), order: tls13.suiteOrder, complete: tls13.complete };
  }
  return { versions, offered };
}

function addVersion(
  versions: Partial<
    Record<TlsVersion, { suites: string[]; order: "server" | "client" | "unknown"; complete: boolean }>
  >,
  scan: LegacyVersionScan | undefined,
): void {
  if (scan?.supported !== true) return;
  versions[scan.version] = { suites: scan.suites.map(suiteName), order: scan.order, complete: scan.complete };
}

/** Every group that was accepted: TLS 1.3's in the order chosen, then those of older versions in the table's. */
export function groupNames(findings: Findings, knowledge: Knowledge): string[] {
  const ids = [...findings.tls13.groups];
  for (const id of legacyGroupIds(findings, knowledge)) if (!ids.includes(id)) ids.push(id);
  return ids.map(groupName);
}

function legacyGroupIds(findings: Findings, knowledge: Knowledge): readonly number[] {
  const seen = findings.legacyGroups?.groups ?? knowledge.legacyGroups;
  const all = new Set([...seen, ...(findings.legacyGroups?.inferred ?? [])]);
  const unknownIds = [...all].filter((id) => groupById(id) === undefined).sort((a, b) => a - b);
  return [...NAMED_GROUPS.map((group) => group.id).filter((id) => all.has(id)), ...unknownIds];
}

/** The features of an endpoint, each with how it is known. `alpnOffered`: the hellos named protocols. */
export function featureFacts(findings: Findings, knowledge: Knowledge, alpnOffered: boolean): TlsFeatures {
  const inClear = knowledge.flights > 0 && findings.legacy.some((scan) => scan.supported === true);
  const onlyTls13 = inClear ? "no handshake brought it" : "only TLS 1.3 is spoken";
  const first = findings.first?.kind === "done" ? findings.first.handshake : null;
  return {
    alpn: alpnOffered ? alpnFact(findings, knowledge, first) : unknown("no protocol was offered"),
    secureRenegotiation: tallied(knowledge.secureRenegotiation, onlyTls13),
    extendedMasterSecret: tallied(knowledge.extendedMasterSecret, onlyTls13),
    encryptThenMac: tallied(knowledge.encryptThenMac, inClear ? "no CBC suite was chosen" : onlyTls13),
    compression: tallied(knowledge.compression, onlyTls13),
    heartbeat: tallied(knowledge.heartbeat, onlyTls13),
    ...ticketFacts(findings, knowledge, first),
    fallbackScsv: findings.fallback.asked
      ? fact(findings.fallback.value, 1)
      : unknown("no lower version to fall back to"),
    clientCertificate: clientCertificateFact(findings, knowledge, onlyTls13),
    noSni: findings.noSni === null ? unknown("not asked") : fact(findings.noSni, 1),
    wrongSni: findings.wrongSni === null ? unknown("not asked") : fact(findings.wrongSni, 1),
    ocspStapling: staplingFact(knowledge, first),
    scts: knowledge.timestampProbes === 0 ? unknown(onlyTls13) : fact(knowledge.timestamps, knowledge.timestampProbes),
    downgradeSentinel: sentinelFact(findings, knowledge),
    ...keyExchangeFacts(knowledge),
    certificateTypes: certificateTypesFact(findings, knowledge),
    signatureSchemes: signatureFact(findings, knowledge),
    ...groupFacts(findings, knowledge),
    chachaPriority: findings.chachaPriority === null ? unknown("no question of it") : fact(findings.chachaPriority, 1),
  };
}

function alpnFact(findings: Findings, knowledge: Knowledge, first: OrdinaryHandshake | null): TlsFeatures["alpn"] {
  const resumed = findings.resumed?.kind === "done" ? findings.resumed.handshake : null;
  const handshakes = [first, resumed].filter((one) => one !== null);
  const probes = handshakes.length + knowledge.alpnOffers.probes;
  if (probes === 0) return unknown("no protocol was offered");
  const selected = handshakes.flatMap((one) => (one.alpn === null ? [] : [one.alpn]));
  return fact([...new Set([...selected.slice(0, 1), ...knowledge.alpn, ...selected])], probes);
}

const ENDED = "the server ended the handshake, as for want of a client certificate";

function ticketFacts(
  findings: Findings,
  knowledge: Knowledge,
  first: OrdinaryHandshake | null,
): Pick<TlsFeatures, "sessionTickets" | "ticketLifetimeSeconds" | "resumption" | "earlyData"> {
  const note = "no whole handshake was completed";
  const ticket = first?.facts?.hasTicket === true || knowledge.sessionTickets.ever === true;
  const asked = knowledge.sessionTickets.probes + (first === null ? 0 : 1);
  const lifetime = first?.facts?.ticketLifetimeSeconds ?? null;
  const spoke13 = first?.version === "TLSv1.3";
  return {
    sessionTickets: asked === 0 ? unknown(note) : fact(ticket, asked),
    ticketLifetimeSeconds: lifetime === null ? unknown(first === null ? note : "no ticket") : fact(lifetime, 1),
    resumption:
      resumptionFact(findings, first) ??
      unknown(first === null ? note : first.alertAfter === null ? "the second handshake failed" : ENDED),
    earlyData: spoke13 ? earlyDataFact(first) : unknown(first === null ? note : "TLS 1.3 was not negotiated"),
  };
}

/** Null where no second handshake with the session of the first was completed. */
function resumptionFact(findings: Findings, first: OrdinaryHandshake | null): TlsFeatures["resumption"] | null {
  if (findings.resumed?.kind === "done") return fact(findings.resumed.handshake.resumed, 2);
  if (first === null || first.session !== null || first.alertAfter !== null) return null;
  return fact(false, 1, "no session was given");
}

/** Without a ticket there is nothing to send early data with. */
function earlyDataFact(first: OrdinaryHandshake): Fact<number> {
  if (first.session === null && first.alertAfter !== null) return unknown(ENDED);
  if (first.session === null) return { value: 0, known: "inferred", probes: 1, note: "no ticket was given" };
  return first.facts === null ? unknown("the session could not be read") : fact(first.facts.maxEarlyData, 1);
}

/** certificate_required, and bad_certificate, which older Go and Java say instead to a client that sent none. */
const NO_CLIENT_CERTIFICATE: readonly number[] = [116, 42];

function clientCertificateFact(
  findings: Findings,
  knowledge: Knowledge,
  onlyTls13: string,
): TlsFeatures["clientCertificate"] {
  const { ever, probes } = knowledge.clientCertificate;
  const { first } = findings;
  const failure = first?.kind === "failed" ? first.alert : (first?.handshake.alertAfter ?? null);
  if (ever === null) {
    const required = failure !== null && NO_CLIENT_CERTIFICATE.includes(failure);
    return required ? fact("required", 1) : unknown(onlyTls13);
  }
  if (!ever) return fact("none", probes);
  return fact(first?.kind === "failed" || failure !== null ? "required" : "requested", probes + 1);
}

function staplingFact(knowledge: Knowledge, first: OrdinaryHandshake | null): TlsFeatures["ocspStapling"] {
  const probes = knowledge.ocspStapling.probes + (first === null ? 0 : 1);
  if (probes === 0) return unknown("no handshake asked for it");
  return fact(knowledge.ocspStapling.ever === true || first?.ocspResponse === true, probes);
}

/** The mark proves that the server knows more than it chose; its absence means something only where it speaks TLS 1.3. */
function sentinelFact(findings: Findings, knowledge: Knowledge): TlsFeatures["downgradeSentinel"] {
  if (findings.tls13.supported !== true) return unknown("TLS 1.3 is not spoken");
  return tallied(knowledge.sentinel, "only TLS 1.3 is spoken");
}

function keyExchangeFacts(knowledge: Knowledge): Pick<TlsFeatures, "dh" | "exportRsaBits" | "dhReuse" | "ecdhReuse"> {
  const primes = [...knowledge.primes.values()].sort((a, b) => a.bits - b.bits || (a.sha256 < b.sha256 ? -1 : 1));
  const [smallest] = primes;
  const dhProbes = sum(knowledge.dhValues);
  const noDh = "no finite-field Diffie-Hellman was chosen";
  return {
    dh:
      smallest === undefined
        ? unknown(noDh)
        : fact(
            {
              bits: smallest.bits,
              prime: smallest.name,
              shared: isShared(smallest),
              sha256: smallest.sha256,
              export: smallest.export,
            },
            dhProbes,
          ),
    exportRsaBits:
      knowledge.exportRsaBits === null ? unknown("no export RSA was chosen") : fact(knowledge.exportRsaBits, 1),
    dhReuse: reuseFact(knowledge.dhValues, noDh),
    ecdhReuse: reuseFact(knowledge.ecdhValues, "no ECDHE was chosen"),
  };
}

/** RFC 7919 made its groups to be shared; every other published prime is a target worth a precomputation (weakdh.org). */
function isShared(prime: SeenPrime): boolean {
  return prime.name !== null && !prime.name.startsWith("ffdhe");
}

/** Keys are `group:value`; a value seen twice is reuse, two values of one group without a repetition are none. */
function reuseFact(values: ReadonlyMap<string, number>, none: string): Fact<boolean> {
  const handshakes = sum(values);
  if (handshakes === 0) return unknown(none);
  if ([...values.values()].some((count) => count > 1)) return fact(true, handshakes);
  const perGroup = new Map<string, number>();
  for (const key of values.keys()) {
    const group = key.slice(0, key.indexOf(":"));
    perGroup.set(group, (perGroup.get(group) ?? 0) + 1);
  }
  const compared = Math.max(...perGroup.values());
  return compared > 1 ? fact(false, compared) : unknown("seen in one handshake only");
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/** The schemes seen are some of the server's; that weak ones are refused is known from a hello of their own. */
function signatureFact(findings: Findings, knowledge: Knowledge): TlsFeatures["signatureSchemes"] {
  const names = [...knowledge.signatureSchemes].sort((a, b) => a - b).map(schemeName);
  if (names.length === 0) return unknown("no signature was shown in clear");
  const weak = findings.weakSignatures;
  const note = weak === null ? "as seen" : weak ? "as seen; SHA-1 or MD5 accepted" : "as seen; SHA-1 and MD5 refused";
  return { value: names, known: "incomplete", probes: names.length, note };
}

/** Which types of certificate there are, and whether a further one was looked for to the end. */
function certificateTypesFact(findings: Findings, knowledge: Knowledge): Fact<string[]> {
  const types = keyTypesSeen({ knowledge });
  if (types.length === 0) return unknown("no certificate was seen");
  const asked = findings.certificateTypes;
  // Before TLS 1.2 the suite names the type of key, and EdDSA has no suite.
  const bySuite = asked === null && findings.tls13.supported === false;
  const suitesKnown = findings.tls13.supported === true || findings.legacy.every((scan) => scan.complete);
  const complete = suitesKnown && (asked?.complete ?? bySuite);
  return {
    value: types,
    known: complete ? "verified" : "incomplete",
    probes: knowledge.flights + (asked?.probes ?? 0),
  };
}

function groupFacts(
  findings: Findings,
  knowledge: Knowledge,
): Pick<TlsFeatures, "groupOrder" | "legacyGroups" | "postQuantum"> {
  const { tls13, legacyGroups } = findings;
  const legacyNames = legacyGroupIds(findings, knowledge).map(groupName);
  const hybrids = tls13.groups.filter((id) => groupById(id)?.kind === "hybrid");
  const anyPq = tls13.groups.filter((id) => ["hybrid", "kem"].includes(groupById(id)?.kind ?? ""));
  const inferred = (legacyGroups?.inferred.length ?? 0) > 0;
  return {
    groupOrder:
      tls13.groupOrder === "unknown" ? unknown("fewer than two groups, or no TLS 1.3") : fact(tls13.groupOrder, 2),
    legacyGroups:
      legacyNames.length === 0
        ? unknown("no ECDHE in TLS 1.2 and older")
        : {
            value: legacyNames,
            known: legacyGroups?.complete !== true ? "incomplete" : inferred ? "inferred" : "verified",
            probes: sum(knowledge.ecdhValues),
            ...(inferred ? { note: "partly taken over from TLS 1.3" } : {}),
          },
    postQuantum: postQuantumFact(findings, hybrids, anyPq),
  };
}

function postQuantumFact(
  { tls13 }: Findings,
  hybrids: readonly number[],
  all: readonly number[],
): TlsFeatures["postQuantum"] {
  // Hybrids exist in TLS 1.3 only: without it they are absent for sure.
  if (tls13.supported === false) {
    return { value: { hybrid: false, groups: [], preferred: null }, known: "inferred", probes: tls13.probes };
  }
  if (tls13.supported === null || (!tls13.groupsComplete && hybrids.length === 0)) {
    return { value: null, known: tls13.supported === null ? "not-tested" : "incomplete", probes: tls13.probes };
  }
  const preferred = hybrids.length === 0 || tls13.groupOrder === "unknown" ? null : hybrids[0] === tls13.groups[0];
  return fact({ hybrid: hybrids.length > 0, groups: all.map(groupName), preferred }, tls13.probes);
}

/** What the scan did not ask, and why. */
export function leftOut(findings: Findings, thorough: boolean, stopped: string | null): TlsLeftOut[] {
  const list: TlsLeftOut[] = [];
  const spoken = findings.legacy.filter((scan) => scan.supported === true);
  if (!thorough) {
    const versions = spoken.map((scan) => scan.version);
    if (versions.length > 0) list.push({ what: "exotic-suites", reason: "needs-authorisation", versions });
    list.push({ what: "sslv2", reason: "needs-authorisation", versions: ["SSLv2"] });
  }
  const cut = spoken.filter((scan) => !scan.complete).map((scan) => scan.version);
  const why = stopped !== null ? "throttled" : thorough ? "budget" : "needs-authorisation";
  if (cut.length > 0) list.push({ what: "suites", reason: why, versions: cut });
  const unordered = spoken.filter((scan) => scan.suites.length > 1 && !scan.orderExact).map((scan) => scan.version);
  if (unordered.length > 0) list.push({ what: "suite-order", reason: why, versions: unordered });
  if (findings.legacyGroups === null && spoken.some((scan) => scan.suites.some(isEcdhe))) {
    list.push({ what: "legacy-groups", reason: "budget", versions: [] });
  }
  return list;
}

function isEcdhe(id: number): boolean {
  return suiteById(id)?.keyExchange === "ECDHE";
}
