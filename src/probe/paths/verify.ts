import type { ExposureProbe } from "../../data/exposures/exposure.ts";
import { matchCanary, matchContent, withoutToken, type ContentMatch } from "./match.ts";
import { blankReflections } from "./reflection.ts";
import type { Outcome, Requester } from "./requester.ts";
import { header, type Seen } from "./seen.ts";
import { canaryToken, routeOf, siblingPath } from "./sibling.ts";
import { similarity } from "./similarity.ts";

/** What a first sight was worth once a neighbour that cannot exist was asked. */
export type Judgement =
  | { readonly outcome: "confirmed"; readonly confidence: "high" | "medium" }
  | { readonly outcome: "absent" }
  | { readonly outcome: "inconclusive"; readonly reason: InconclusiveReason };

export type InconclusiveReason = "canary-unanswered" | "unstable" | "answers-everything" | "budget";

/** A first sight: a path whose answer proves an exposure, were it not for hosts that answer everything. */
export interface Sighting {
  readonly probe: ExposureProbe;
  readonly path: string;
  readonly seen: Seen;
  readonly match: ContentMatch;
}

export interface Verifier {
  judge(sighting: Sighting): Promise<Judgement>;
  /** On an erratic host: whether a confirmed sighting is still there, several times in a row. */
  recheck(sighting: Sighting): Promise<boolean>;
  /** Whether 401 or 403 speaks of this very path: its neighbour is not refused. Null where it was not asked. */
  isProtected(probe: ExposureProbe, path: string, status: number): Promise<boolean | null>;
  /** Neighbours that were answered, by status class: what the host does with unknown paths. */
  readonly unknownStatuses: readonly number[];
  /** The host answered the same question in different ways. */
  readonly erratic: boolean;
}

/** Two texts of which this much is the same are the same page with other numbers. */
const SAME_PAGE = 0.5;

/** Sightings that proved stable before a host is trusted to answer the same question in the same way. */
const TRUST_AFTER = 4;

/** Times that an erratic host must repeat itself: dice that fall alike so often are a file. */
const RECHECKS = 3;

/** Answers of walls and brakes. */
const WALLED: ReadonlySet<number> = new Set([403, 429, 503]);

/** A soft 404 that differs from a sighting by next to nothing proves that the sighting is one too. */
const SAME_BUT_FOR_DETAILS = 0.9;

/**
 * A verifier over one origin. `spare` says how many requests may still be made; when they run out a canary of the same folder
 * and extension that was answered honestly serves for its neighbours.
 */
export function createVerifier(requester: Requester, random: () => number, spare: () => number): Verifier {
  const honestRoutes = new Set<string>();
  const unknownStatuses: number[] = [];
  let trusted = 0;
  let erratic = false;

  async function ask(probe: ExposureProbe, path: string): Promise<Outcome> {
    return await requester.get(path, { firstBytes: probe.firstBytes, follow: probe.follow });
  }

  async function judge(sighting: Sighting): Promise<Judgement> {
    const { probe, path } = sighting;
    const route = routeOf(path);
    if (spare() < 1) {
      return honestRoutes.has(route)
        ? { outcome: "confirmed", confidence: "medium" }
        : { outcome: "inconclusive", reason: "budget" };
    }
    const token = canaryToken(random);
    const sibling = siblingPath(path, token);
    const canary = await ask(probe, sibling);
    if (canary.kind !== "answered") return { outcome: "inconclusive", reason: "canary-unanswered" };
    unknownStatuses.push(statusAsAsked(canary.seen, sibling));
    if (probe.where === "head" && sameRedirect(sighting, canary.seen, sibling)) return { outcome: "absent" };
    if (!probe.status.includes(canary.seen.status)) {
      const still = await staysSo(sighting);
      if (still === "walled") return { outcome: "inconclusive", reason: "canary-unanswered" };
      if (still === "changed") return unstable();
      honestRoutes.add(route);
      return { outcome: "confirmed", confidence: "high" };
    }
    const echo = { path: sibling, token, seen: canary.seen };
    const proves = matchCanary(probe, canary.seen, sibling, token);
    if (proves && isSamePage(sighting, echo)) return { outcome: "absent" };
    if (!proves && !sighting.match.binary && alike(sighting, echo) >= SAME_BUT_FOR_DETAILS) {
      return { outcome: "absent" };
    }
    return await weigh(sighting, echo, proves);
  }

  /** The host answers what cannot exist: the sighting must be stable and differ from a stock answer that is always the same. */
  async function weigh(sighting: Sighting, first: Echo, proves: boolean): Promise<Judgement> {
    const again = await ask(sighting.probe, sighting.path);
    if (again.kind !== "answered") return { outcome: "inconclusive", reason: "canary-unanswered" };
    if (!isStable(sighting, again.seen)) return unstable();
    const token = canaryToken(random);
    const path = siblingPath(sighting.path, token);
    const second = await ask(sighting.probe, path);
    if (second.kind !== "answered") return { outcome: "inconclusive", reason: "canary-unanswered" };
    if (second.seen.status !== first.seen.status || second.seen.kind !== first.seen.kind) return unstable();
    const provesAgain = matchCanary(sighting.probe, second.seen, path, token);
    if (!proves && !provesAgain) return { outcome: "confirmed", confidence: "high" };
    const stock = isStock(first, { path, token, seen: second.seen }, sighting.match.binary);
    return stock && proves && provesAgain
      ? { outcome: "confirmed", confidence: "medium" }
      : { outcome: "inconclusive", reason: "answers-everything" };
  }

  /** The first sightings are asked for again even where neighbours are refused: a host that throws dice shows itself soon. */
  async function staysSo(sighting: Sighting): Promise<"same" | "changed" | "walled"> {
    if (trusted >= TRUST_AFTER || spare() < 1) return "same";
    const again = await ask(sighting.probe, sighting.path);
    // A wall that went up in between says nothing of what stood there.
    if (again.kind === "answered" && WALLED.has(again.seen.status)) return "walled";
    if (again.kind !== "answered" || !isStable(sighting, again.seen)) return "changed";
    trusted += 1;
    return "same";
  }

  function unstable(): Judgement {
    erratic = true;
    return { outcome: "inconclusive", reason: "unstable" };
  }

  async function recheck(sighting: Sighting): Promise<boolean> {
    for (let round = 0; round < RECHECKS; round += 1) {
      if (spare() < 1) return false;
      const again = await ask(sighting.probe, sighting.path);
      if (again.kind !== "answered" || !isStable(sighting, again.seen)) return false;
    }
    return true;
  }

  async function isProtected(probe: ExposureProbe, path: string, status: number): Promise<boolean | null> {
    if (erratic || spare() < 2) return null;
    const again = await ask(probe, path);
    if (again.kind !== "answered" || again.seen.status !== status) return null;
    const canary = await ask(probe, siblingPath(path, canaryToken(random)));
    if (canary.kind !== "answered") return null;
    unknownStatuses.push(canary.seen.status);
    return canary.seen.status !== 401 && canary.seen.status !== 403;
  }

  return {
    judge,
    recheck,
    isProtected,
    unknownStatuses,
    get erratic() {
      return erratic;
    },
  };
}

/** The answer for a neighbour, with what was asked. */
interface Echo {
  readonly path: string;
  readonly token: string;
  readonly seen: Seen;
}

/** The status of an answer; 302 where a redirect was followed to it, because that is what the host does with the path. */
function statusAsAsked(seen: Seen, path: string): number {
  return seen.url.endsWith(path) ? seen.status : 302;
}

function sameRedirect(sighting: Sighting, canary: Seen, sibling: string): boolean {
  if (canary.status !== sighting.seen.status) return false;
  const here = blankReflections(header(sighting.seen.headers, "location") ?? "", sighting.path);
  const there = blankReflections(header(canary.headers, "location") ?? "", sibling);
  return here.replaceAll("\0", "") === there.replaceAll("\0", "");
}

function isSamePage(sighting: Sighting, canary: Echo): boolean {
  if (!sighting.match.binary) return alike(sighting, canary) >= SAME_PAGE;
  return sameBytes(sighting.seen.raw, canary.seen.raw);
}

function alike(sighting: Sighting, canary: Echo): number {
  return similarity(blankReflections(sighting.seen.text, sighting.path), neutral(canary));
}

function neutral(echo: Echo): string {
  return withoutToken(blankReflections(echo.seen.text, echo.path), echo.token);
}

function isStable(sighting: Sighting, again: Seen): boolean {
  const match = matchContent(sighting.probe, again, sighting.path);
  if (match === null) return false;
  return match.binary
    ? sameBytes(sighting.seen.raw, again.raw)
    : similarity(sighting.seen.text, again.text) >= SAME_PAGE;
}

/** Whether two neighbours get one and the same stock answer, so that a different one is something else. */
function isStock(first: Echo, second: Echo, binary: boolean): boolean {
  return binary ? sameBytes(first.seen.raw, second.seen.raw) : similarity(neutral(first), neutral(second)) >= SAME_PAGE;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
