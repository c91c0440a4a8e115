import { z } from "zod";

export const dnsRecordSchema = z.object({
  name: z.string(),
  type: z.string(),
  ttl: z.number().int().nullable(),
  data: z.string(),
});

export const dnsValueSchema = z.object({
  resolver: z.string().describe("system, or the address given by --resolver"),
  domain: z.string(),
  records: z.array(dnsRecordSchema),
  addresses: z.array(z.object({ host: z.string(), addresses: z.array(z.string()), error: z.string().optional() })),
});
