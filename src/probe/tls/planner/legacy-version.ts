import { suiteById } from "../../../data/tls/cipher-suites.ts";
import type { ClientHello } from "../codec/client-hello.ts";
import { legacyHello, type LegacyVersion } from "../hellos.ts";
import type { Urgency } from "../session.ts";
import { askAndLearn, type PlannerContext } from "./context.ts";
import { Elimination } from "./elimination.ts";
import { mergeOrders } from "./merge-orders.ts";
import { outcomeOf } from "./outcome.ts";
import { commonWindow, exoticWindows, inChunks } from "./suite-windows.ts";
import { orderOf, type Order } from "./tls13.ts";

/** After so many picks in order, a client-ordered list gains nothing from one lane. */
const PICKS_IN_ORDER = 8;
const SPLIT_INTO = 4;

/** The suites of one version up to TLS 1.2: the common window first, the exotic chunks when it is told to. */
export class LegacyVersionScan {
  readonly version: LegacyVersion;
  readonly #context: PlannerContext;
  readonly #common: Elimination;
  /** The suites that are asked for first. */
  readonly window: readonly number[];
  #others: Elimination[] = [];
  #merged: { readonly suites: readonly number[]; readonly exact: boolean } | null = null;
  #order: Order = "unknown";
  #orderAsked = false;
  #doubtful = false;
  #exoticAsked = false;
  #chachaFirst = false;
  #probes = 0;

  constructor(context: PlannerContext, version: LegacyVersion, inherited: readonly number[]) {
    this.#context = context;
    this.version = version;
    this.window = commonWindow(version, inherited);
    this.#common = this.#elimination(this.window);
  }

  /** Accepted suites in the server's order as far as it is known; in that of the table where the client's order counts. */
  get suites(): readonly number[] {
    if (this.#merged !== null) return this.#merged.suites;
    const found = this.#parts().flatMap((part) => part.accepted);
    return this.order === "client" ? found.sort((a, b) => this.#rank(a) - this.#rank(b)) : found;
  }

  #rank(suite: number): number {
    const common = this.window.indexOf(suite);
    return common < 0 ? this.window.length + suite : common;
  }

  /** Not known as long as ChaCha20 at the head of the list may have been the reason for the choice. */
  get order(): Order {
    return this.#doubtful ? "unknown" : this.#order;
  }

  get probes(): number {
    return this.#probes;
  }

  /** Every suite that was looked for is decided. */
  get complete(): boolean {
    return this.#parts().every((part) => part.complete);
  }

  /** Why something is undecided; null where nothing is. */
  get reason(): string | null {
    return this.#parts().find((part) => part.reason !== null)?.reason ?? null;
  }

  /** Whether the version is spoken; null where no answer told. */
  get supported(): boolean | null {
    if (this.suites.length > 0) return true;
    return this.#common.complete ? false : null;
  }

  /** The server said protocol_version or answered with another version. */
  get refusedAsVersion(): boolean {
    return this.suites.length === 0 && (this.#common.signature === "alert:70" || this.#common.otherVersion !== null);
  }

  get otherVersion(): number | null {
    return this.#common.otherVersion;
  }

  /** Finds the first suite, in so many questions at most: enough to know that the version is spoken. */
  async begin(questions = Infinity): Promise<void> {
    await this.#common.run(1, questions);
  }

  /** Finds the second suite: enough to ask for the order. */
  async goToSecond(): Promise<void> {
    await this.#common.run(1);
  }

  /** Goes on with the common window, at most `picks` more. A client-ordered server is asked in several lanes after a while. */
  async goOn(picks: number): Promise<void> {
    await this.#common.run(Math.min(picks, PICKS_IN_ORDER));
    if (this.#common.complete || picks <= PICKS_IN_ORDER) return;
    await this.askOrder();
    await this.settleOrder();
    if (this.order !== "client") return this.#common.run(picks - PICKS_IN_ORDER);
    const rest = this.#common.release();
    const size = Math.ceil(rest.length / SPLIT_INTO);
    const parts = Array.from({ length: SPLIT_INTO }, (_, index) =>
      this.#elimination(rest.slice(index * size, (index + 1) * size)),
    );
    this.#others.push(...parts);
    await Promise.all(parts.map(async (part) => part.run(Infinity)));
  }

  /** The rest of the table, once. */
  async exotic(): Promise<void> {
    if (this.#exoticAsked) return;
    this.#exoticAsked = true;
    const parts = exoticWindows(this.version, this.window).map((window) => this.#elimination(window, "later"));
    this.#others.push(...parts);
    await Promise.all(parts.map(async (part) => part.run(Infinity)));
  }

  /**
   * Asks for the suites of one authentication without the others, where none of them was accepted although the server has the
   * certificate. HAProxy with several certificates settles on one by the first look at a hello, ECDSA wherever the client could, and
   * refuses with handshake_failure what it would have accepted of a client that offers RSA alone.
   */
  async askApart(authentication: string): Promise<void> {
    const has = (id: number): boolean => suiteById(id)?.authentication === authentication;
    if (this.supported !== true || this.suites.some(has)) return;
    const rare = this.#exoticAsked ? exoticWindows(this.version, this.window).flat() : [];
    const parts = inChunks([...this.window, ...rare].filter(has)).map((window) => this.#elimination(window));
    this.#others.push(...parts);
    await Promise.all(parts.map(async (part) => part.run(Infinity)));
  }

  /** Whose order counts: the first two picks offered the other way round. `more` rides on that hello. */
  async askOrder(more: Partial<ClientHello> = {}): Promise<boolean> {
    const [first, second] = this.#common.accepted;
    if (this.#orderAsked || first === undefined || second === undefined) return false;
    this.#orderAsked = true;
    const hello = legacyHello(this.#context.base, this.version, [second, first], more);
    this.#probes += 1;
    const outcome = outcomeOf(hello, await askAndLearn(this.#context, hello, "done"));
    if (outcome.kind !== "accepted") {
      this.#orderAsked = Object.keys(more).length === 0;
      return false;
    }
    this.#order = orderOf(first, second, outcome.suite);
    this.#doubtful = this.#order === "client" && isChacha(second);
    return true;
  }

  /**
   * ChaCha20 at the head of the list may have set off a server that prefers it for clients that do (OpenSSL's
   * SSL_OP_PRIORITIZE_CHACHA, HAProxy's default). Asked again with another pick at the head, or a refused AES suite where there is
   * none, such a server falls back on its own order.
   */
  async settleOrder(): Promise<void> {
    const [first, second, ...others] = this.#common.accepted;
    if (!this.#doubtful || first === undefined || second === undefined) return;
    const other = others.find((id) => !isChacha(id));
    const refused = this.window.find((id) => suiteById(id)?.cipher === "AES" && !this.suites.includes(id));
    const turned = other !== undefined ? [other, first] : this.complete && refused ? [refused, second, first] : null;
    if (turned === null) return;
    const hello = legacyHello(this.#context.base, this.version, turned);
    this.#probes += 1;
    const outcome = outcomeOf(hello, await askAndLearn(this.#context, hello, "hello"));
    if (outcome.kind !== "accepted") return;
    this.#doubtful = false;
    if (outcome.suite !== first) return;
    this.#order = "server";
    this.#chachaFirst = true;
  }

  /** Asks for features with the first accepted suites; the answer goes into the knowledge. */
  async askFeatures(more: Partial<ClientHello>): Promise<void> {
    const hello = legacyHello(this.#context.base, this.version, this.suites.slice(0, 2), more);
    this.#probes += 1;
    await askAndLearn(this.#context, hello, "done");
  }

  /** Whether ChaCha20 wins when the client lists it first, at a server with an order of its own that does not. */
  async askChachaPriority(): Promise<boolean | null> {
    if (this.#chachaFirst) return true;
    const chacha = this.suites.find(isChacha);
    const [first] = this.suites;
    if (this.#order !== "server" || chacha === undefined || first === undefined || chacha === first) return null;
    const hello = legacyHello(this.#context.base, this.version, [chacha, first]);
    this.#probes += 1;
    const outcome = outcomeOf(hello, await askAndLearn(this.#context, hello, "hello"));
    return outcome.kind === "accepted" ? outcome.suite === chacha : null;
  }

  /** Puts the orders of the separate windows together, where the server has an order of its own. */
  async mergeOrder(most: number): Promise<void> {
    const chains = this.#parts()
      .map((part) => part.accepted)
      .filter((chain) => chain.length > 0);
    if (this.#order !== "server" || chains.length < 2) return;
    this.#merged = await mergeOrders(chains, most, async (candidates) => {
      const hello = legacyHello(this.#context.base, this.version, candidates);
      this.#probes += 1;
      const outcome = outcomeOf(hello, await askAndLearn(this.#context, hello, "hello"));
      return outcome.kind === "accepted" ? outcome.suite : null;
    });
  }

  /** Whether the whole list stands in one known order. */
  get orderExact(): boolean {
    if (this.order === "client") return true;
    const parts = this.#parts().filter((part) => part.accepted.length > 0);
    if (this.#merged !== null) return this.#merged.exact;
    return this.#order === "server" && parts.length < 2 && parts.every((part) => part.ordered);
  }

  #parts(): readonly Elimination[] {
    return [this.#common, ...this.#others];
  }

  #elimination(window: readonly number[], urgency: Urgency = "now"): Elimination {
    return new Elimination({
      version: this.version,
      window,
      rejections: this.#context.rejections,
      ask: async (suites) => {
        const first = this.#probes === 0;
        const hello = legacyHello(
          this.#context.base,
          this.version,
          suites,
          first ? { alpn: this.#context.base.alpn } : {},
        );
        this.#probes += 1;
        return outcomeOf(hello, await askAndLearn(this.#context, hello, "done", urgency));
      },
    });
  }
}

function isChacha(id: number): boolean {
  return suiteById(id)?.cipher === "CHACHA20";
}

/** The first accepted suites whose key exchange is elliptic and whose certificate does not tie the group (RFC 8422 5.1). */
export function freeEcdheSuites(suites: readonly number[]): readonly number[] {
  return suites.filter((id) => {
    const suite = suiteById(id);
    return suite?.keyExchange === "ECDHE" && suite.authentication !== "ECDSA";
  });
}
