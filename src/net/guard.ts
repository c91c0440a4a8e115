import { ACTION_HANDSHAKES, decide, FREE_HANDSHAKES, type Activity, type Reason, type Scope } from "../core/scope.ts";
import { createBlockDetector, type BlockDetector, type SeenAnswer } from "./block-detector.ts";
import { NetError } from "./net.ts";

/** Stands before every connection of one target: scope, authorisation, what is owed to strangers, and hosts that block. */
export interface Guard {
  /** Throws `out-of-scope` or `needs-authorisation`. */
  allow(host: string, reason: Reason, activity: Activity): void;
  /** Counts a TLS handshake; throws where one more needs leave that is not there. */
  countHandshake(host: string, reason: Reason): void;
  /** Whether a host is somebody else's, who gets one anonymous GET for each address and no more. Throws for the second. */
  isForeignFetch(host: string, reason: Reason, url: string): boolean;
  /** Throws `blocked` once the address has begun to block. */
  refuseBlocked(address: string, host: string): void;
  noteAnswer(address: string, answer: SeenAnswer): void;
  /** The host asked to be left alone for longer than a scan waits. */
  stop(address: string): void;
}

/** The guard of one target. */
export function createGuard(scope: Scope, authorised: boolean): Guard {
  const detectors = new Map<string, BlockDetector>();
  const handshakes = new Map<string, number>();
  const fetched = new Set<string>();

  function allow(host: string, reason: Reason, activity: Activity): void {
    const decision = decide(scope, { host, reason, activity, authorised });
    if (decision.allowed) return;
    throw decision.code === "out-of-scope"
      ? new NetError("out-of-scope", `${host} is not part of what may be contacted for ${scope.target.host}`)
      : new NetError("needs-authorisation", `this needs the operator's word for ${host}; give --authorised "WHO"`);
  }

  function isForeign(host: string, reason: Reason): boolean {
    return decide(scope, { host, reason, activity: "visit", authorised }).tier === "c";
  }

  function detectorOf(address: string): BlockDetector {
    const known = detectors.get(address);
    if (known !== undefined) return known;
    const made = createBlockDetector();
    detectors.set(address, made);
    return made;
  }

  return {
    allow,
    countHandshake(host, reason) {
      const made = (handshakes.get(host) ?? 0) + 1;
      handshakes.set(host, made);
      if (made > FREE_HANDSHAKES) allow(host, reason, "enumerate");
      if (reason === "action" && made > ACTION_HANDSHAKES && isForeign(host, reason)) {
        throw new NetError("out-of-scope", `${host} belongs to somebody else; it had its one handshake`);
      }
    },
    isForeignFetch(host, reason, url) {
      if (reason !== "resource" || !isForeign(host, reason)) return false;
      if (fetched.has(url)) throw new NetError("out-of-scope", `${url} belongs to somebody else; it had its one GET`);
      fetched.add(url);
      return true;
    },
    refuseBlocked(address, host) {
      if (!detectorOf(address).blocked) return;
      throw new NetError(
        "blocked",
        `${host} has started to block this scan; try later, slower, or ask for an exception`,
      );
    },
    noteAnswer(address, answer) {
      detectorOf(address).record(answer);
    },
    stop(address) {
      detectorOf(address).stop();
    },
  };
}
