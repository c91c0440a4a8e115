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
  stake: z.enum(["customer-data", "credentials"]).nullable().describe("what a leak here puts at stake"),
  reason: z.string().optional(),
  title: z.string().optional().describe("of a probe of the user's own, which no catalogue knows"),
  facts: z.record(z.string(), z.string()).describe("what else the answer says: version, login, contents …"),
});

export const pathsValueSchema = z.object({
  calibrated: z.boolean().describe("the home page was answered, and stayed the same when it was asked again"),
  blocked: z.boolean(),
  blockedAfter: z.number().int().nullable().describe("requests sent until then"),
  stopped: z
    .enum(["blocked", "slow", "budget", "http-error"])
    .nullable()
    .describe("why not every probe was made; http-error: the home page itself is an error of the server"),
  behaviour: z
    .enum(["honest", "answers-everything", "redirects-everything", "refuses-everything", "unpredictable", "mixed"])
    .describe("what the host does with unknown paths"),
  planned: z.number().int().describe("distinct paths"),
  sent: z.number().int().describe("requests: paths, redirects within the origin, canaries and controls"),
  controls: z.number().int().describe("requests of the home page"),
  tiers: z.array(z.string()),
  platform: z.string().nullable(),
  catalogue: z.string().describe("digest of the probe catalogue"),
  catalogueDate: z.string(),
  hits: z.array(pathHitSchema),
  notMade: z.number().int().describe("planned probes that were not made"),
  probes: z
    .array(z.object({ probe: z.string(), planned: z.number().int(), notMade: z.number().int() }))
    .describe("the probes that were asked, with their paths, and how many of those say nothing"),
});
