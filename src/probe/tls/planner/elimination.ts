import type { HelloVersion } from "../codec/wire.ts";
import type { Flight } from "../codec/server-flight.ts";
import type { Outcome } from "./outcome.ts";

/** Asks one question: which of these does the server choose? */
export type AskWindow = (window: readonly number[]) => Promise<Outcome>;

/** Judges rejections; see `Rejections`. */
export interface RejectionJudge {
  /** `reopen` is called later where a refusal that was believed at first turns out not to be the server's usual one. */
  isClean(version: HelloVersion, signature: string, reopen: () => Promise<void>): Promise<boolean>;
  serverLives(signature: string): Promise<boolean>;
  /** The signature of the answer to suites that nobody has; null where the server accepts even those, or does not answer. */
  calibrate(version: HelloVersion): Promise<string | null>;
}

/** A server that takes every one of so many takes anything; it is asked for what nobody has before it is believed. */
const SUSPICIOUSLY_MANY = 12;

export interface EliminationOptions {
  readonly version: HelloVersion;
  readonly window: readonly number[];
  readonly ask: AskWindow;
  readonly rejections: RejectionJudge;
  readonly onPick?: (suite: number, flight: Flight) => void;
}

/**
 * Finds every suite of a window that the server accepts: offer all, strike what it chose, offer the rest, until it refuses
 * cleanly. An unclean refusal is bisected: the server may have stumbled over one suite. It can be run in portions.
 */
export class Elimination {
  /** In the order chosen: the server's, or the client's where the server has none. */
  readonly accepted: number[] = [];
  readonly #options: EliminationOptions;
  #windows: (readonly number[])[];
  #ordered = true;
  #reason: string | null = null;
  #otherVersion: number | null = null;
  #signature: string | null = null;

  constructor(options: EliminationOptions) {
    this.#options = options;
    this.#windows = options.window.length === 0 ? [] : [options.window];
  }

  /** Whether every suite of the window is decided. */
  get complete(): boolean {
    return this.#windows.length === 0 && this.#reason === null;
  }

  /** Why it cannot go on; null while it can. */
  get reason(): string | null {
    return this.#reason;
  }

  /** Whether `accepted` is one order: false once a window was bisected. */
  get ordered(): boolean {
    return this.#ordered;
  }

  /** The version that the server answered with instead of the one asked for. */
  get otherVersion(): number | null {
    return this.#otherVersion;
  }

  /** The signature of the last rejection. */
  get signature(): string | null {
    return this.#signature;
  }

  /** What is still undecided. */
  get remaining(): readonly number[] {
    return this.#windows.flat();
  }

  /** Goes on until `picks` more suites are found, all is decided, or so many questions were put. */
  async run(picks: number, questions = Infinity): Promise<void> {
    let left = picks;
    for (let asked = 0; left > 0 && asked < questions && this.#reason === null; asked += 1) {
      const window = this.#windows[0];
      if (window === undefined) return this.#doubt();
      const outcome = await this.#options.ask(window);
      switch (outcome.kind) {
        case "accepted":
          this.accepted.push(outcome.suite);
          this.#options.onPick?.(outcome.suite, outcome.flight);
          this.#replace(window.filter((suite) => suite !== outcome.suite));
          left -= 1;
          break;
        case "other-version":
          this.#otherVersion = outcome.version;
          this.#replace();
          break;
        case "rejected":
          this.#signature = outcome.signature;
          await this.#rejected(window, outcome.signature);
          break;
        case "unknown":
          await this.#unknown(window, outcome.reason);
          break;
      }
    }
  }

  /** Takes what is undecided away, to be decided by several others side by side. */
  release(): readonly number[] {
    const rest = this.remaining;
    this.#windows = [];
    return rest;
  }

  async #doubt(): Promise<void> {
    const { window, version, rejections } = this.#options;
    if (window.length < SUSPICIOUSLY_MANY || this.accepted.length < window.length) return;
    if ((await rejections.calibrate(version)) === null) this.#reason = "accepts-anything";
  }

  async #rejected(window: readonly number[], signature: string): Promise<void> {
    const { version, rejections } = this.#options;
    // One suite alone, refused in whatever way by a server that lives, is refused.
    const clean = await rejections.isClean(version, signature, async () => this.#reopen(window));
    if (clean) this.#replace();
    else if (!(await rejections.serverLives(signature))) this.#reason = "throttled";
    else if (window.length === 1) this.#replace();
    else this.#bisect(window);
  }

  async #reopen(window: readonly number[]): Promise<void> {
    this.#windows.push(window);
    await this.run(Infinity);
  }

  async #unknown(window: readonly number[], reason: string): Promise<void> {
    // A silence at a live server may be one suite's doing; the session's patience bounds how often this is tried.
    if (reason === "timeout" && window.length > 1 && (await this.#options.rejections.serverLives("timeout"))) {
      this.#bisect(window);
    } else this.#reason = reason;
  }

  #bisect(window: readonly number[]): void {
    const half = Math.ceil(window.length / 2);
    if (this.accepted.length > 0 || window.length > 1) this.#ordered = false;
    this.#windows.splice(0, 1, window.slice(0, half), window.slice(half));
  }

  #replace(window: readonly number[] = []): void {
    if (window.length === 0) this.#windows.shift();
    else this.#windows[0] = window;
  }
}
