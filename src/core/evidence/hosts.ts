import { z } from "zod";

export const servicePortSchema = z.object({
  port: z.number().int(),
  state: z.enum(["closed", "filtered", "open"]),
  service: z.string().nullable(),
  identifiedBy: z.string().nullable(),
  banner: z.string().nullable(),
});

export const hostsValueSchema = z.object({
  hosts: z.array(
    z.object({
      host: z.string(),
      ip: z.string(),
      sharedFront: z.string().nullable(),
      ports: z.array(servicePortSchema),
    }),
  ),
});
