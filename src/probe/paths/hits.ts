import type { SectionValue } from "../../core/evidence/evidence.ts";
import type { ExposureProbe } from "../../data/exposures/exposure.ts";
import { factsOf } from "./facts.ts";
import type { Step } from "./plan.ts";
import { header, type Seen } from "./seen.ts";
import type { Judgement, Sighting } from "./verify.ts";

type Hit = SectionValue<"paths">["hits"][number];

function baseHit(
  probe: ExposureProbe,
  url: string,
): Pick<Hit, "probe" | "url" | "kind" | "severity" | "group" | "holdsSecrets" | "stake"> & { title?: string } {
  return {
    probe: probe.id,
    url,
    kind: probe.kind,
    severity: probe.severity,
    group: probe.group,
    holdsSecrets: probe.secret,
    stake: probe.stake,
    ...(probe.group === "custom" ? { title: probe.title.en } : {}),
  };
}

/** A path that is refused while its neighbour is not. */
export function guardedHit(probe: ExposureProbe, seen: Seen): Hit {
  const challenge = header(seen.headers, "www-authenticate")?.split(" ")[0];
  return {
    ...baseHit(probe, seen.url),
    outcome: "protected",
    confidence: "high",
    status: seen.status,
    bytes: null,
    proof: [],
    facts: challenge === undefined ? {} : { authenticate: challenge.slice(0, 40).toLowerCase() },
  };
}

/** What the evidence keeps of a sighting: where, how much, hashes, and what the answer tells besides. */
export function hitOf(sighting: Sighting, judgement: Exclude<Judgement, { outcome: "absent" }>): Hit {
  const { probe, seen, path } = sighting;
  return {
    ...baseHit(probe, new URL(path, seen.url).href),
    outcome: judgement.outcome,
    confidence: judgement.outcome === "confirmed" ? judgement.confidence : "medium",
    status: seen.status,
    bytes: seen.size,
    proof: sighting.match.proofs,
    ...(judgement.outcome === "inconclusive" ? { reason: judgement.reason } : {}),
    facts: factsOf(sighting),
  };
}

/** Hits in the order of the plan, whatever order they were judged in. */
export function inPlanOrder(hits: readonly Hit[], steps: readonly Step[]): readonly Hit[] {
  const place = new Map(steps.map((step, index) => [step.path, index]));
  const placeOf = (hit: Hit): number => {
    const url = new URL(hit.url);
    return place.get(url.pathname + url.search) ?? steps.length;
  };
  return hits.toSorted((a, b) => placeOf(a) - placeOf(b) || a.probe.localeCompare(b.probe, "en"));
}
