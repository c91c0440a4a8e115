import { z } from "zod";

export const dnsRecordSchema = z.object({
  name: z.string(),
  type: z.string(),
  ttl: z.number().int().nullable(),
  data: z.string(),
});

/** What the resolver said to one question: absence (`no-data`, `no-name`) is a fact about the shop, failure is not. */
export const dnsLookupSchema = z.object({
  name: z.string(),
  type: z.string(),
  status: z.enum(["answer", "no-data", "no-name", "server-failure", "refused", "timeout", "malformed", "cname-loop"]),
  authenticated: z.boolean().describe("the resolver says that it validated the answer"),
  via: z.array(z.string()).describe("names that CNAME records lead through, in order"),
  total: z.number().int().describe("records received; at most 64 are kept"),
});

export const dnsValueSchema = z.object({
  resolver: z.string().describe("system, or the address given by --resolver"),
  domain: z.string(),
  records: z.array(dnsRecordSchema),
  addresses: z.array(z.object({ host: z.string(), addresses: z.array(z.string()), error: z.string().optional() })),
  lookups: z.array(dnsLookupSchema).describe("every question, also those without an answer"),
  resolverHonest: z
    .boolean()
    .nullable()
    .describe("false: the resolver answers for names that cannot exist, so that its answers prove no absence"),
  wildcard: z.boolean().nullable().describe("names that nobody made exist below the domain"),
  dnssec: z
    .enum(["validated", "signed", "bogus", "unsigned", "unknown"])
    .describe("bogus: the resolver refuses to answer but where it is told not to check the signatures"),
  mtaSts: z
    .object({
      url: z.string(),
      status: z.number().int().nullable().describe("null where nothing answered"),
      contentType: z.string().nullable(),
      certificateError: z.string().nullable(),
      error: z.string().nullable().describe("code of the network failure"),
      text: z.string().describe("at most 64 KiB"),
    })
    .nullable()
    .describe("the policy file; null where no record announces one"),
  queries: z.number().int().describe("questions sent to the resolver"),
});
