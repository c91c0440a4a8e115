import type { TlsVersion } from "../../core/evidence/tls.ts";
import { parseCertificate } from "../../parse/x509/certificate.ts";
import { LEGACY_GROUPS, type LegacyVersion } from "./hellos.ts";
import type { HandshakeResult } from "./ordinary-handshake.ts";
import {
  askCertificateTypes,
  askLegacyCertificateTypes,
  authenticationsSeen,
  type CertificateTypes,
} from "./planner/certificate-types.ts";
import { askFallback } from "./planner/fallback.ts";
import { firstHandshake, handshake } from "./planner/handshakes.ts";
import type { PlannerContext } from "./planner/context.ts";
import { freeEcdheSuites, LegacyVersionScan } from "./planner/legacy-version.ts";
import { groupQuestion, LegacyGroupsScan, type LegacyGroupsResult } from "./planner/legacy-groups.ts";
import { askSni, askSniByHandshake, UNKNOWN_NAME, type SniBehaviour } from "./planner/sni.ts";
import { Tls13Scan, type Tls13Result } from "./planner/tls13.ts";
import { askVersionFloor, type FloorResult, type OldVersion } from "./planner/version-floor.ts";
import { askWeakSignatures, signedSuites } from "./planner/weak-signatures.ts";
import { askSslv2, type Sslv2Result } from "./planner/sslv2-suites.ts";

/** Everything that the planner found out; `endpoint-facts` turns it into evidence. */
export interface Findings {
  readonly tls13: Tls13Result;
  readonly legacy: readonly LegacyVersionScan[];
  readonly floor: FloorResult;
  readonly sslv2: Sslv2Result | null;
  readonly legacyGroups: LegacyGroupsResult | null;
  readonly fallback: { readonly asked: boolean; readonly value: boolean | null };
  readonly weakSignatures: boolean | null;
  /** Null where nothing was asked. */
  readonly certificateTypes: CertificateTypes | null;
  readonly noSni: SniBehaviour | null;
  readonly wrongSni: SniBehaviour | null;
  readonly first: HandshakeResult | null;
  readonly resumed: HandshakeResult | null;
  /** The server still answered at the end what it answered at the start. */
  readonly alive: boolean;
  readonly chachaPriority: boolean | null;
}

/** Picks per version before the questions on features, where a budget bounds the scan. */
const FIRST_PORTION = 10;
/**
 * Questions for a first suite of an old version, where a budget bounds the scan. OpenSSL 3 at its usual level of security answers
 * internal_error to every suite below TLS 1.2, each of which the bisection would ask for.
 */
const MOST_FOR_AN_OLD_VERSION = 3;
/** Questions for the order of a long list at most. */
const MOST_ORDER_QUESTIONS = 48;

/** Leads the planner's parts side by side over one endpoint: what visitors' browsers use first, then the rest. */
export class EndpointScan {
  readonly #context: PlannerContext;
  readonly #thorough: boolean;
  readonly #tls13: Tls13Scan;
  readonly #tls12: LegacyVersionScan;
  #noSni: SniBehaviour | null = null;
  #wrongSni: SniBehaviour | null = null;
  #weak: boolean | null = null;
  #fallback: Findings["fallback"] = { asked: false, value: null };
  #groups: LegacyGroupsScan | null = null;
  #certificateTypes: CertificateTypes | null = null;

  /** `thorough`: rare suites, SSL 2.0 and long lists too, which need authorisation. */
  constructor(context: PlannerContext, thorough: boolean) {
    this.#context = context;
    this.#thorough = thorough;
    this.#tls13 = new Tls13Scan(context);
    this.#tls12 = new LegacyVersionScan(context, "TLSv1.2", []);
  }

  async run(): Promise<Findings> {
    const first = firstHandshake(this.#context);
    const high = this.#tls13.begin(async () => chose(await first, "TLSv1.3"));
    const tls13 = high.then(async () => this.#tls13.finish());
    const floor = askVersionFloor(this.#context);
    const sslv2 = this.#thorough ? floor.then(async () => askSslv2(this.#context)) : Promise.resolve(null);
    const begun = this.#tls12.begin();
    const two = begun.then(async () => this.#tls12.goToSecond());
    const rode = two.then(async () => this.#ride());
    // With a budget, groups (whether a post-quantum one is among them) come before the third suite of TLS 1.2.
    const tls12 = this.#firstOfTls12(
      begun,
      this.#thorough ? two : Promise.all([two, tls13]).then(() => undefined),
      rode,
    );
    const old = this.#oldVersions(two, tls12, floor);
    const resumed = this.#resumption(first);
    await Promise.all([
      this.#askNames(begun, high),
      this.#askSignatures(two),
      this.#askFallback(two, high, floor),
      this.#askGroups(rode, tls13),
      this.#askCertificateTypes(rode, first),
      tls12,
      sslv2,
    ]);
    if (!this.#thorough) await old;
    await this.#tls12.goOn(Infinity);
    const legacy = [this.#tls12, ...(await old)];
    // What was broken off above stays open where the budget bounds the scan.
    for (const scan of legacy.slice(1)) if (this.#thorough || scan.supported === true) await scan.goOn(Infinity);
    if (this.#certificateTypes === null && this.#tls12.supported === true) {
      this.#certificateTypes = await askLegacyCertificateTypes(this.#context, this.#tls12.suites);
    }
    for (const authentication of authenticationsSeen(this.#context)) await this.#tls12.askApart(authentication);
    await this.#context.rejections.settle();
    // Only a version that came to light just now has not been asked for the rare suites yet.
    if (this.#thorough) for (const scan of legacy) if (scan.supported === true) await scan.exotic();
    await this.#tls12.settleOrder();
    for (const scan of legacy) await scan.mergeOrder(MOST_ORDER_QUESTIONS);
    const chachaPriority = await this.#tls12.askChachaPriority();
    await resumed;
    await this.#askStaplingAgain(await first);
    await this.#tls13.askOrders();
    return {
      tls13: this.#tls13.result,
      legacy,
      floor: await floor,
      sslv2: await sslv2,
      legacyGroups: this.#groups?.result ?? null,
      fallback: this.#fallback,
      weakSignatures: this.#weak,
      certificateTypes: this.#certificateTypes,
      noSni: this.#noSni,
      wrongSni: this.#wrongSni,
      first: await first,
      resumed: await resumed,
      chachaPriority,
      alive: await this.#context.session.close(),
    };
  }

  /** TLS 1.2: the first picks, the rare suites and the order, side by side once two suites are known. */
  async #firstOfTls12(begun: Promise<void>, two: Promise<void>, rode: Promise<void>): Promise<void> {
    await begun;
    const scan = this.#tls12;
    if (scan.supported !== true) return two;
    await Promise.all([
      two.then(async () => scan.goOn(this.#thorough ? Infinity : FIRST_PORTION)),
      this.#thorough ? scan.exotic() : undefined,
      rode,
    ]);
  }

  /** The question of the order carries along compression, heartbeat, the second protocol and the second group. */
  async #ride(): Promise<void> {
    const scan = this.#tls12;
    if (scan.supported !== true) return;
    const { base, knowledge } = this.#context;
    const free = freeEcdheSuites(scan.suites.slice(0, 2)).length === 2;
    const seen = new Set(knowledge.legacyGroups);
    const alpn = secondOffer(base.alpn, knowledge.alpn.at(0) ?? null);
    const riders = {
      deflate: true,
      heartbeat: true,
      statusRequest: true,
      ...(knowledge.alpn.length > 0 ? { alpn } : {}),
      ...(free && seen.size > 0 ? { groups: LEGACY_GROUPS.filter((group) => !seen.has(group)) } : {}),
    };
    if (await scan.askOrder(riders)) return;
    await scan.askOrder();
    await scan.askFeatures({ deflate: true, heartbeat: true });
  }

  /** What happens without a name and with an unknown one. Servers of TLS 1.3 only show it to a whole handshake. */
  async #askNames(begun: Promise<void>, high: Promise<boolean | null>): Promise<void> {
    await begun;
    const suites = this.#tls12.suites.slice(0, 2);
    const inClear = suites.length > 0;
    if (!inClear && (await high) !== true) return;
    const ask = async (serverName: string | null): Promise<SniBehaviour | null> =>
      inClear ? askSni(this.#context, "TLSv1.2", suites, serverName) : askSniByHandshake(this.#context, serverName);
    const named = this.#context.base.serverName !== null;
    [this.#noSni, this.#wrongSni] = await Promise.all([named ? ask(null) : null, ask(UNKNOWN_NAME)]);
  }

  async #askSignatures(begun: Promise<void>): Promise<void> {
    await begun;
    const suites = signedSuites(this.#tls12.suites);
    if (suites.length > 0) this.#weak = await askWeakSignatures(this.#context, suites.slice(0, 16));
  }

  /**
   * nginx and Apache fetch the authority's answer when the first client asks for it, so that client gets none. Where a certificate
   * names a responder or demands a staple and none was seen, a later client is asked to tell "not yet" from "not at all".
   */
  async #askStaplingAgain(first: HandshakeResult | null): Promise<void> {
    const { ocspStapling, chains } = this.#context.knowledge;
    if (ocspStapling.ever === true || (first?.kind === "done" && first.handshake.ocspResponse)) return;
    const leaves = [...chains.values()].map((chain) => parseCertificate(chain.ders[0] ?? new Uint8Array()));
    if (
      !leaves.some((leaf) => leaf !== null && (leaf.extensions.ocspResponders.length > 0 || leaf.extensions.mustStaple))
    )
      return;
    const again = await handshake(this.#context, { wantTicket: false });
    if (again?.kind === "done") ocspStapling.add(again.handshake.ocspResponse);
  }

  /** One step below the highest version, where there is a lower one that is spoken. */
  async #askFallback(begun: Promise<void>, tls13: Promise<boolean | null>, floor: Promise<FloorResult>): Promise<void> {
    const [high, low] = await Promise.all([tls13, floor, begun]);
    const spoken: LegacyVersion[] = [];
    if (this.#tls12.supported === true) spoken.push("TLSv1.2");
    for (const version of ["TLSv1.1", "TLSv1.0"] as const) if (low[version] === true) spoken.push(version);
    const version = high === true ? spoken[0] : spoken[1];
    if (version === undefined) return;
    const suites = version === "TLSv1.2" ? this.#tls12.suites.slice(0, 2) : this.#oldSuites(version);
    if (suites.length === 0) return;
    this.#fallback = { asked: true, value: await askFallback(this.#context, version, suites) };
  }

  #oldSuites(version: OldVersion): readonly number[] {
    return new LegacyVersionScan(this.#context, version, this.#tls12.suites).window;
  }

  async #askGroups(rode: Promise<void>, tls13: Promise<void>): Promise<void> {
    await Promise.all([tls13, rode]);
    const question = groupQuestion(this.#context, this.#tls12.suites);
    if (question === null) return;
    this.#groups = new LegacyGroupsScan(this.#context, question, this.#tls13.groups);
    await this.#groups.run();
  }

  /** By TLS 1.3 where it is spoken; elsewhere TLS 1.2 is asked once all its suites are known. */
  async #askCertificateTypes(rode: Promise<void>, first: Promise<HandshakeResult | null>): Promise<void> {
    const [result] = await Promise.all([first, rode]);
    if (chose(result, "TLSv1.3") === true) this.#certificateTypes = await askCertificateTypes(this.#context);
  }

  /** TLS 1.1, 1.0 and SSL 3.0, side by side, each with the suites of TLS 1.2 in front. */
  async #oldVersions(
    two: Promise<void>,
    tls12: Promise<void>,
    floor: Promise<FloorResult>,
  ): Promise<readonly LegacyVersionScan[]> {
    // With a budget, whether an old version is spoken matters more than the third suite of TLS 1.2.
    const [low] = await Promise.all([floor, this.#thorough ? tls12 : two]);
    const open = (["TLSv1.1", "TLSv1.0", "SSLv3"] as const).filter((version) => low[version] !== false);
    const scans = open.map((version) => new LegacyVersionScan(this.#context, version, this.#tls12.suites));
    await Promise.all(
      scans.map(async (scan) => {
        await scan.begin(this.#thorough ? Infinity : MOST_FOR_AN_OLD_VERSION);
        if (scan.supported !== true) return;
        await tls12;
        await scan.goToSecond();
        await scan.askOrder();
        await scan.goOn(this.#thorough ? Infinity : FIRST_PORTION);
        if (this.#thorough) await scan.exotic();
      }),
    );
    return scans;
  }

  /** A second handshake with the ticket of the first; it also asks for the protocol that the first did not choose. */
  async #resumption(first: Promise<HandshakeResult | null>): Promise<HandshakeResult | null> {
    const result = await first;
    if (result?.kind !== "done" || result.handshake.session === null) return null;
    const { alpn, session } = result.handshake;
    const offer = secondOffer(this.#context.base.alpn, alpn);
    const second = await this.#resume(session, offer);
    if (alpn === null || offer.includes(alpn) || second?.kind !== "failed") return second;
    // A server that knows none of the other protocols ends the handshake (RFC 7301 section 3.2) and forgets the session with
    // it: that says nothing of sessions, and takes a fresh one to find out.
    const fresh = await handshake(this.#context, { alpn: [alpn] });
    return fresh?.kind === "done" && fresh.handshake.session !== null
      ? this.#resume(fresh.handshake.session, [alpn])
      : second;
  }

  async #resume(session: Buffer, alpn: readonly string[]): Promise<HandshakeResult | null> {
    return handshake(this.#context, { session, wantTicket: false, alpn });
  }
}

/**
 * What to offer after a first choice: the rest, once the preferred protocol was taken. A server that passed over a protocol may
 * refuse a client that has nothing else (no_application_protocol), so otherwise the same list stands.
 */
function secondOffer(offered: readonly string[], chosen: string | null): readonly string[] {
  return chosen !== null && chosen === offered[0] ? offered.slice(1) : offered;
}

/** Whether a handshake chose a version; null where there was none. */
function chose(result: HandshakeResult | null, version: TlsVersion): boolean | null {
  return result?.kind === "done" ? result.handshake.version === version : null;
}
