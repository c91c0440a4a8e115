import { generateKeyPairSync, type KeyObject } from "node:crypto";
import type { KeyShare } from "../codec/client-hello.ts";
import { tls13Hello, TLS13_GROUPS } from "../hellos.ts";
import type { Urgency } from "../session.ts";
import { askAndLearn, type PlannerContext } from "./context.ts";
import { Elimination, type RejectionJudge } from "./elimination.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";
import { BY_THE_BOOK, orOwnRefusal } from "./rejections.ts";
import { TLS13_BASELINE, TLS13_SUITES } from "./suite-windows.ts";

/** Who decides: the server by its own list, or the client's order. */
export type Order = "server" | "client" | "unknown";

export interface Tls13Result {
  /** Null where it could not be told. */
  readonly supported: boolean | null;
  readonly suites: readonly number[];
  readonly suiteOrder: Order;
  readonly groups: readonly number[];
  readonly groupOrder: Order;
  readonly complete: boolean;
  readonly groupsComplete: boolean;
  readonly reason: string | null;
  readonly probes: number;
}

const CHACHA = 0x1303;
/** RFC 8701: a group that is reserved never to be one. */
const GREASE_GROUP = 0x0a0a;
const NO_OFFERED_GROUP = "no-offered-group";

/**
 * TLS 1.3 by HelloRetryRequest: a hello with an empty key_share makes the server name suite and group in clear, with no
 * signature and no certificate, so suites and groups (post-quantum hybrids too) are struck off together.
 */
export class Tls13Scan {
  readonly #context: PlannerContext;
  readonly #suites: number[] = [];
  readonly #groups: number[] = [];
  #probes = 0;
  #reason: string | null = null;
  #shares: readonly KeyShare[] = [];

  constructor(context: PlannerContext) {
    this.#context = context;
  }

  /**
   * Whether TLS 1.3 is spoken; null where no answer told. `expected` settles with whether an ordinary handshake chose TLS 1.3, null
   * where it told nothing; it is asked only where the first hello was refused.
   */
  async begin(expected: () => Promise<boolean | null>): Promise<boolean | null> {
    const first = await this.#pick(TLS13_SUITES, TLS13_GROUPS);
    if (first.kind === "accepted" || (await this.#otherShape(first, expected))) this.#supported = true;
    else if (first.kind !== "unknown") this.#supported = false;
    else this.#reason ??= first.reason;
    return this.#supported;
  }

  /** Enumerates suites and groups after `begin`. */
  async finish(): Promise<void> {
    if (this.#supported !== true) return;
    await this.#together();
    await this.#rest();
  }

  /** Groups accepted, in the order chosen. */
  get groups(): readonly number[] {
    return this.#groups;
  }

  get result(): Tls13Result {
    return {
      supported: this.#supported,
      suites: this.#suites,
      suiteOrder: this.#suiteOrder,
      groups: this.#groups,
      groupOrder: this.#groupOrder,
      complete: this.#supported === false || this.#rests?.suites.complete === true,
      groupsComplete: this.#supported === false || this.#rests?.groups.complete === true,
      reason: this.#reason ?? this.#rests?.suites.reason ?? this.#rests?.groups.reason ?? null,
      probes: this.#probes,
    };
  }

  #supported: boolean | null = null;
  #rests: { readonly suites: Elimination; readonly groups: Elimination } | null = null;
  #suiteOrder: Order = "unknown";
  #groupOrder: Order = "unknown";

  /** Asks and notes what was picked. A group counts only if the answer names it and it was offered (wolfSSL leaves it out). */
  async #pick(suites: readonly number[], groups: readonly number[]): Promise<Outcome> {
    const outcome = await this.#ask(suites, groups);
    if (outcome.kind === "accepted") this.#note(outcome);
    return outcome;
  }

  async #ask(suites: readonly number[], groups: readonly number[], urgency: Urgency = "now"): Promise<Outcome> {
    const shares = this.#shares.filter((share) => groups.includes(share.group));
    const hello = tls13Hello(this.#context.base, suites, groups, shares);
    this.#probes += 1;
    const answer = await askAndLearn(this.#context, hello, "hello", urgency);
    const outcome = outcomeOf(hello, answer);
    if (outcome.kind !== "accepted") return outcome;
    const group = outcome.flight.hello.group;
    if (group === null || !groups.includes(group)) {
      this.#context.knowledge.oddities.add(group === null ? "retry-without-group" : "unoffered-group");
      return { kind: "rejected", signature: NO_OFFERED_GROUP };
    }
    return outcome;
  }

  #note(outcome: Extract<Outcome, { kind: "accepted" }>): void {
    const group = outcome.flight.hello.group;
    if (!this.#suites.includes(outcome.suite)) this.#suites.push(outcome.suite);
    if (group !== null && !this.#groups.includes(group)) this.#groups.push(group);
  }

  /** Some stacks refuse an empty key_share: ask again with real shares, unless the server is known not to speak TLS 1.3. */
  async #otherShape(first: Outcome, expected: () => Promise<boolean | null>): Promise<boolean> {
    const protocolVersion = first.kind === "rejected" && first.signature === "alert:70";
    if ((await expected()) === false || protocolVersion) return false;
    this.#shares = realShares();
    const second = await this.#pick(TLS13_SUITES, TLS13_GROUPS);
    if (second.kind === "unknown") this.#reason = second.reason;
    return second.kind === "accepted";
  }

  /** Strikes suites and groups together while a baseline suite is still open. */
  async #together(): Promise<void> {
    while (TLS13_BASELINE.some((suite) => !this.#suites.includes(suite))) {
      const outcome = await this.#pick(this.#openSuites(), this.#openGroups());
      if (outcome.kind !== "accepted") return;
    }
  }

  #openSuites(): readonly number[] {
    return TLS13_SUITES.filter((suite) => !this.#suites.includes(suite));
  }

  #openGroups(): readonly number[] {
    return TLS13_GROUPS.filter((group) => !this.#groups.includes(group));
  }

  /**
   * An HRR without a group we offered says no as clearly as an alert does. A server may also have an alert of its own for "no group
   * in common" (Java says unexpected_message): it is calibrated with a group that nobody has.
   */
  #groupJudge(suites: readonly number[]): RejectionJudge {
    const judge = orOwnRefusal(this.#context.rejections, NO_OFFERED_GROUP);
    let calibrated: Promise<Outcome> | null = null;
    return {
      ...judge,
      isClean: async (version, signature, reopen) => {
        if (signature === BY_THE_BOOK || signature === NO_OFFERED_GROUP) {
          return judge.isClean(version, signature, reopen);
        }
        calibrated ??= this.#ask(suites, [GREASE_GROUP]);
        const usual = await calibrated;
        return usual.kind === "rejected" && usual.signature === signature;
      },
    };
  }

  async #rest(): Promise<void> {
    const suites = [...this.#suites];
    const groups = [...this.#groups];
    const restOfSuites = new Elimination({
      version: "TLSv1.3",
      window: this.#openSuites(),
      ask: async (window) => this.#ask(window, groups),
      rejections: this.#context.rejections,
      onPick: (suite) => this.#suites.push(suite),
    });
    const restOfGroups = new Elimination({
      version: "TLSv1.3",
      window: this.#openGroups(),
      // The window is of groups: the answer's group takes the place of the suite.
      ask: async (window) => {
        const outcome = await this.#ask(suites, window);
        return outcome.kind === "accepted" ? { ...outcome, suite: outcome.flight.hello.group ?? 0 } : outcome;
      },
      rejections: this.#groupJudge(suites),
      onPick: (group) => this.#groups.push(group),
    });
    this.#rests = { suites: restOfSuites, groups: restOfGroups };
    await Promise.all([restOfSuites.run(Infinity), restOfGroups.run(Infinity)]);
  }

  /**
   * One hello with both lists turned round tells whose order counts, for suites and for groups. All of it was accepted before, so it
   * serves as the scan's last question.
   */
  async askOrders(): Promise<void> {
    const [firstSuite, ...otherSuites] = this.#suites;
    const [firstGroup] = this.#groups;
    if (firstSuite === undefined || firstGroup === undefined || this.#suites.length + this.#groups.length < 3) return;
    // ChaCha20 first would set off servers that prefer it for clients that do (SSL_OP_PRIORITIZE_CHACHA).
    const suites = [...otherSuites.reverse(), firstSuite].sort((a, b) => Number(a === CHACHA) - Number(b === CHACHA));
    const turnedSuites = suites[0] === firstSuite && suites.length > 1 ? [...suites].reverse() : suites;
    const groups = [...this.#groups].reverse();
    const outcome = await this.#ask(turnedSuites, groups, "last");
    if (outcome.kind !== "accepted") return;
    if (turnedSuites.length > 1) this.#suiteOrder = orderOf(firstSuite, turnedSuites[0], outcome.suite);
    if (groups.length > 1) this.#groupOrder = orderOf(firstGroup, groups[0], outcome.flight.hello.group ?? -1);
  }
}

/** What the choice from a turned list says: the same as before is the server's will, the first of the list the client's. */
export function orderOf(before: number, first: number | undefined, chosen: number): Order {
  if (chosen === before) return "server";
  return chosen === first ? "client" : "unknown";
}

/** Key shares for the groups that every TLS 1.3 server has (RFC 8446 9.1). */
function realShares(): readonly KeyShare[] {
  const x25519 = generateKeyPairSync("x25519").publicKey;
  const p256 = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey;
  return [
    { group: 0x001d, key: rawKey(x25519, 32) },
    { group: 0x0017, key: rawKey(p256, 65) },
  ];
}

/** The raw point stands at the end of the SubjectPublicKeyInfo. */
function rawKey(key: KeyObject, length: number): Uint8Array {
  return Uint8Array.from(key.export({ format: "der", type: "spki" }).subarray(-length));
}
