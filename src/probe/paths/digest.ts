import { createHash } from "node:crypto";
import type { ExposureProbe } from "../../data/exposures/exposure.ts";

/** First 16 hex digits of SHA-256 over what the probes measure with: the same digest means the same measurement. */
export function catalogueDigest(probes: readonly ExposureProbe[]): string {
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
  return createHash("sha256").update(JSON.stringify(measured)).digest("hex").slice(0, 16);
}
