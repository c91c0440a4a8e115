import { createHash } from "node:crypto";
import type { ExposureProbe } from "../../data/exposures/exposure.ts";

const KNOWN = new WeakMap<readonly ExposureProbe[], string>();

/** First 16 hex digits of SHA-256 over what the probes measure with: the same digest means the same measurement. A list is read once: a fleet asks for every site. */
export function catalogueDigest(probes: readonly ExposureProbe[]): string {
  const known = KNOWN.get(probes);
  if (known !== undefined) return known;
  const measured = probes.map((probe) => [
    probe.id,
    probe.paths,
    probe.firstBytes,
    probe.follow,
    probe.status,
    probe.html,
    probe.where,
    probe.proof.magic ?? [],
    ...[probe.proof.all, probe.proof.any, probe.proof.none].map((patterns) => (patterns ?? []).map(String)),
  ]);
  const digest = createHash("sha256").update(JSON.stringify(measured)).digest("hex").slice(0, 16);
  KNOWN.set(probes, digest);
  return digest;
}
