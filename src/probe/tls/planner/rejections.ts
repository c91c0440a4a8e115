import { GREASE_SUITE, type HelloVersion } from "../codec/wire.ts";
import { legacyHello, TLS13_GROUPS, tls13Hello, type HelloBase } from "../hellos.ts";
import type { Session } from "../session.ts";
import { outcomeOf } from "./outcome.ts";

/** handshake_failure: what RFC 5246 7.4.1.3 and RFC 8446 4.1.1 demand where no suite is shared. */
const BY_THE_BOOK = "alert:40";

/** Suites that no server accepts: a GREASE value and two of Kerberos. */
const NEVER_ACCEPTED: readonly number[] = [GREASE_SUITE, 0x001f, 0x0023];

/**
 * How this server says "none of these". A server that does it by the book needs no test; for any other way the server is asked
 * once, per version, for suites that nobody has. Only that very signature counts as a clean rejection: anything else may be a
 * suite that the server cannot bear (mbedTLS 2.28 drops the connection at ARIA-GCM) or a limit, and the planner looks closer.
 */
export class Rejections {
  readonly #session: Session;
  readonly #base: HelloBase;
  readonly #calibrated = new Map<HelloVersion, Promise<string | null>>();
  readonly #trusted = new Map<string, Promise<boolean>>();

  constructor(session: Session, base: HelloBase) {
    this.#session = session;
    this.#base = base;
  }

  /** Whether a rejection with this signature says "none of these suites" and nothing else. */
  async isClean(version: HelloVersion, signature: string): Promise<boolean> {
    if (signature === BY_THE_BOOK) return true;
    return (await this.calibrate(version)) === signature;
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
