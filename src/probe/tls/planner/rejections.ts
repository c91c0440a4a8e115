import { GREASE_SUITE, type HelloVersion } from "../codec/wire.ts";
import { legacyHello, TLS13_GROUPS, tls13Hello, type HelloBase } from "../hellos.ts";
import type { Session } from "../session.ts";
import type { RejectionJudge } from "./elimination.ts";
import { outcomeOf } from "./outcome.ts";

/** handshake_failure: what RFC 5246 7.4.1.3 and RFC 8446 4.1.1 demand where no suite is shared. */
export const BY_THE_BOOK = "alert:40";

/** Suites that no server accepts: a GREASE value and two of Kerberos. */
const NEVER_ACCEPTED: readonly number[] = [GREASE_SUITE, 0x001f, 0x0023];

/** What was refused at one version. */
interface Refusals {
  /** How to go on with each list whose refusal was believed because it was by the book. */
  readonly believed: (() => Promise<void>)[];
  /** A list was refused in another way. */
  otherwise: boolean;
}

/**
 * How this server says "none of these". Only that very signature counts as a clean rejection: anything else may be a suite that
 * the server cannot bear (mbedTLS 2.28 drops the connection at ARIA-GCM) or a limit, and the planner looks closer.
 *
 * The signature is calibrated, once per version, with suites that nobody has, at the first refusal that is not by the book. A
 * refusal by the book is believed at first, because an enumeration brings its own calibration: further lists that have nothing in
 * common with the first (rare suites, groups) are refused by the same server. Where they all bring the same alert, suites that
 * nobody has could add nothing. Where one of them differs, or where there was one list only, the server is asked after all; and if
 * it says "none of these" in another way than by the book, the alert meant something else (a server that closes where nothing is
 * shared, and fails the handshake at a suite that it chose and cannot do) and every list that it closed is opened again.
 *
 * What no calibration tells: a server that stumbles with the same alert with which it refuses. Only one suite a connection would.
 */
export class Rejections {
  readonly #session: Session;
  readonly #base: HelloBase;
  readonly #calibrated = new Map<HelloVersion, Promise<string | null>>();
  readonly #trusted = new Map<string, Promise<boolean>>();
  readonly #refusals = new Map<HelloVersion, Refusals>();

  constructor(session: Session, base: HelloBase) {
    this.#session = session;
    this.#base = base;
  }

  /** Whether a rejection with this signature says "none of these suites" and nothing else; see `settle` for `reopen`. */
  async isClean(version: HelloVersion, signature: string, reopen: () => Promise<void>): Promise<boolean> {
    const refusals = this.#refusalsOf(version);
    if (signature !== BY_THE_BOOK) {
      refusals.otherwise = true;
      return (await this.calibrate(version)) === signature;
    }
    const calibrated = await this.#calibrated.get(version);
    if (calibrated !== undefined && calibrated !== null) return calibrated === BY_THE_BOOK;
    refusals.believed.push(reopen);
    return true;
  }

  /** Makes sure of the refusals that were believed, once every list was put; goes on with the lists where they do not hold. */
  async settle(): Promise<void> {
    for (const [version, { believed, otherwise }] of this.#refusals) {
      if (believed.length === 0 || (believed.length > 1 && !otherwise)) continue;
      const calibrated = await this.calibrate(version);
      if (calibrated === null || calibrated === BY_THE_BOOK) continue;
      for (const reopen of believed.splice(0)) await reopen();
    }
  }

  #refusalsOf(version: HelloVersion): Refusals {
    const known = this.#refusals.get(version);
    if (known !== undefined) return known;
    const none: Refusals = { believed: [], otherwise: false };
    this.#refusals.set(version, none);
    return none;
  }

  /** The signature of the server's answer to suites that nobody has; null where it accepts them or does not answer. */
  async calibrate(version: HelloVersion): Promise<string | null> {
    const known = this.#calibrated.get(version);
    if (known !== undefined) return known;
    const asked = this.#ask(version);
    this.#calibrated.set(version, asked);
    return asked;
  }

  /**
   * Whether the server still lives after a rejection that is not clean. Asked once per signature: a second time the same
   * signature is the hello's fault.
   */
  async serverLives(signature: string): Promise<boolean> {
    const known = this.#trusted.get(signature);
    if (known !== undefined) return known;
    const asked = this.#session.isAlive();
    this.#trusted.set(signature, asked);
    return asked;
  }

  async #ask(version: HelloVersion): Promise<string | null> {
    const hello =
      version === "TLSv1.3"
        ? tls13Hello(this.#base, NEVER_ACCEPTED, TLS13_GROUPS)
        : legacyHello(this.#base, version, NEVER_ACCEPTED);
    const outcome = outcomeOf(hello, await this.#session.ask(hello, "hello"));
    return outcome.kind === "rejected" ? outcome.signature : null;
  }
}

/** The same judge for a question that has a refusal of its own beside the server's. */
export function orOwnRefusal(judge: RejectionJudge, own: string): RejectionJudge {
  return {
    isClean: async (version, signature, reopen) => signature === own || judge.isClean(version, signature, reopen),
    calibrate: async (version) => judge.calibrate(version),
    serverLives: async (signature) => judge.serverLives(signature),
  };
}
