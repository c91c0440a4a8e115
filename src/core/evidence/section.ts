import { z } from "zod";

/** Why a probe did not run. `needs-authorisation` is not an incomplete scan; the others are. */
export const SKIP_REASONS = [
  "needs-authorisation",
  "not-selected",
  "not-applicable",
  "proxy",
  "no-target",
  "interrupted",
] as const;

export type SkipReason = (typeof SKIP_REASONS)[number];

/** Why a probe could not collect: coded, so that reports can say what to do. `detail` is for the engineer. */
export const failureSchema = z.object({
  code: z.string().describe("stable code, such as dns-not-found, refused, timeout, blocked, internal"),
  message: z.string().describe("one English sentence for the engineer"),
});

export type Failure = z.infer<typeof failureSchema>;

/** A section of the evidence: `collected` with its value, `failed` with a coded error, or `skipped` with a reason. */
export function sectionOf<Value extends z.ZodType>(value: Value) {
  return z.discriminatedUnion("state", [
    z.object({ state: z.literal("collected"), value }),
    z.object({ state: z.literal("failed"), error: failureSchema }),
    z.object({ state: z.literal("skipped"), reason: z.enum(SKIP_REASONS) }),
  ]);
}

/** How a fact is known. */
export const KNOWLEDGE = ["verified", "inferred", "incomplete", "not-tested"] as const;
