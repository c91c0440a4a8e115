import { z } from "zod";

/** A path that answered in a way that matters. Secrets are never here: offset, length and hash are. */
export const pathHitSchema = z.object({
  probe: z.string(),
  url: z.string(),
  outcome: z.enum(["confirmed", "protected", "inconclusive"]),
  confidence: z.enum(["high", "medium"]),
  kind: z.enum(["exposure", "inventory", "good-practice"]),
  severity: z.enum(["info", "low", "medium", "high", "critical"]),
  group: z.string(),
  status: z.number().int(),
  bytes: z.number().int().nullable().describe("size by Content-Range or Content-Length; null where not said"),
  proof: z.array(
    z.object({
      kind: z.enum(["magic", "pattern", "header"]),
      offset: z.number().int(),
      length: z.number().int(),
      sha256: z.string(),
      text: z.string().nullable().describe("the matched text, bounded; null where it may be secret"),
    }),
  ),
  holdsSecrets: z.boolean(),
  reason: z.string().optional(),
  facts: z.record(z.string(), z.string()).describe("what else the answer says: version, login over http …"),
});

export const pathsValueSchema = z.object({
  calibrated: z.boolean(),
  blocked: z.boolean(),
  blockedAfter: z.number().int().nullable(),
  behaviour: z.string().describe("what the host does with unknown paths: honest, answers-everything …"),
  planned: z.number().int(),
  sent: z.number().int(),
  controls: z.number().int(),
  tiers: z.array(z.string()),
  catalogue: z.string().describe("digest of the probe catalogue"),
  catalogueDate: z.string(),
  hits: z.array(pathHitSchema),
  notMade: z.number().int().describe("planned probes that were not made"),
});
