import { suiteById } from "../../../data/tls/cipher-suites.ts";
import { groupById } from "../../../data/tls/groups.ts";
import { legacyHello, LEGACY_GROUPS } from "../hellos.ts";
import { askAndLearn, type PlannerContext } from "./context.ts";
import { Elimination } from "./elimination.ts";
import { freeEcdheSuites } from "./legacy-version.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";
import { orOwnRefusal } from "./rejections.ts";

export interface LegacyGroupsResult {
  readonly groups: readonly number[];
  readonly complete: boolean;
  /** Groups that were only taken over from TLS 1.3. */
  readonly inferred: readonly number[];
  readonly reason: string | null;
}

/** Which suites to ask with, and the group that their certificate ties them to. */
export interface GroupQuestion {
  readonly suites: readonly number[];
  readonly tiedTo: number | null;
  /** The schemes to offer; undefined for all. */
  readonly signatureSchemes?: readonly number[];
}

/** An EdDSA key has no named group: with it the suites of ECDSA are free (RFC 8422 5.1.1 names curves of ECDSA only). */
const EDDSA: readonly number[] = [0x0807, 0x0808];

/**
 * The suites to ask for groups with: those whose certificate ties no group. In TLS 1.2 supported_groups also restricts the curve of
 * an ECDSA certificate (RFC 8422 5.1), so where there are only such suites the certificate's own group stays in every list.
 * Null where no suite uses a group, or the tie is not known.
 */
export function groupQuestion(context: PlannerContext, accepted: readonly number[]): GroupQuestion | null {
  const free = freeEcdheSuites(accepted);
  if (free.length > 0) return { suites: free.slice(0, 16), tiedTo: null };
  const tied = accepted.filter((id) => suiteById(id)?.keyExchange === "ECDHE").slice(0, 16);
  const chains = [...context.knowledge.chains.values()];
  if (tied.length > 0 && chains.some(({ keyType }) => keyType === "ed25519" || keyType === "ed448")) {
    return { suites: tied, tiedTo: null, signatureSchemes: EDDSA };
  }
  const [tiedTo] = chains.flatMap(({ keyGroup }) => (keyGroup === null ? [] : [keyGroup]));
  return tied.length === 0 || tiedTo === undefined ? null : { suites: tied, tiedTo };
}

/** The server chose a suite without a group, or the tied group. */
const NO_OTHER_GROUP = "no-other-group";

/**
 * Elliptic groups of TLS 1.2 by elimination. Groups that TLS 1.3 has shown are taken over and only the rest is asked for. A tied
 * group stands last: a server that prefers it hides the others, and then the list is not said to be complete.
 */
export class LegacyGroupsScan {
  readonly #context: PlannerContext;
  readonly #question: GroupQuestion;
  readonly #inferred: readonly number[];
  readonly #found: number[] = [];
  readonly #elimination: Elimination;
  #hidden = false;

  constructor(context: PlannerContext, question: GroupQuestion, fromTls13: readonly number[]) {
    this.#context = context;
    this.#question = question;
    const seen = context.knowledge.legacyGroups;
    const inferred = fromTls13.filter(
      (group) => groupById(group)?.kind === "ec" && LEGACY_GROUPS.includes(group) && !seen.includes(group),
    );
    this.#inferred = inferred;
    this.#elimination = new Elimination({
      version: "TLSv1.2",
      window: LEGACY_GROUPS.filter(
        (group) => group !== question.tiedTo && !seen.includes(group) && !inferred.includes(group),
      ),
      rejections: orOwnRefusal(context.rejections, NO_OTHER_GROUP),
      ask: async (window) => this.#ask(window),
      onPick: (group) => this.#found.push(group),
    });
  }

  async run(): Promise<void> {
    await this.#elimination.run(Infinity);
  }

  get result(): LegacyGroupsResult {
    return {
      groups: [...new Set([...this.#context.knowledge.legacyGroups, ...this.#found])],
      complete: this.#elimination.complete && !this.#hidden,
      inferred: this.#inferred,
      reason: this.#elimination.reason,
    };
  }

  async #ask(window: readonly number[]): Promise<Outcome> {
    const { suites, tiedTo, signatureSchemes } = this.#question;
    const hello = legacyHello(this.#context.base, "TLSv1.2", suites, {
      groups: tiedTo === null ? window : [...window, tiedTo],
      ...(signatureSchemes === undefined ? {} : { signatureSchemes }),
    });
    const outcome = outcomeOf(hello, await askAndLearn(this.#context, hello, "done"));
    if (outcome.kind !== "accepted") return outcome;
    const exchange = outcome.flight.keyExchange;
    const group = exchange?.kind === "ecdhe" ? exchange.group : null;
    if (group !== null && window.includes(group)) return { ...outcome, suite: group };
    this.#hidden ||= group === tiedTo && tiedTo !== null && window.length > 0;
    return { kind: "rejected", signature: NO_OTHER_GROUP };
  }
}
