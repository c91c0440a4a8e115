import { z } from "zod";
import { failureSchema } from "./section.ts";

/** Header fields in the order received, names in lower case, duplicates kept: a grader that joins them is fooled. */
export const headersSchema = z.array(z.tuple([z.string(), z.string()]));

/** One Set-Cookie line with its value masked: only the length and a short hash of the value are kept. */
export const cookieSchema = z.object({
  name: z.string(),
  valueLength: z.number().int(),
  valueDigest: z.string().describe("first 12 hex digits of SHA-256 of the value, to tell two values apart"),
  attributes: z.array(z.tuple([z.string(), z.string().nullable()])).describe("in order, names in lower case"),
});

export const hopSchema = z.object({
  url: z.string(),
  ip: z.string().optional(),
  httpVersion: z.string().optional(),
  status: z.number().int(),
  headers: headersSchema,
  cookies: z.array(cookieSchema),
  location: z.string().optional().describe("the absolute address that a redirect names"),
  bodyBytes: z.number().int().describe("bytes read, at most the cap"),
  title: z.string().optional().describe("the text of <title>, bounded"),
  certificateError: z.string().optional().describe("why the certificate was not trusted; the scan went on"),
  challenge: z
    .boolean()
    .optional()
    .describe("the answer is a bot wall's challenge or refusal, not the merchant's page"),
});

/** A CORS answer: what the server says to a foreign origin on a real GET. */
export const corsSchema = z.object({
  url: z.string(),
  origin: z.string().describe("the Origin that was sent: a foreign one, or null"),
  status: z.number().int(),
  allowOrigin: z.string().nullable(),
  allowCredentials: z.string().nullable(),
  vary: z.string().nullable(),
  contentType: z.string().nullable(),
});

export const originSchema = z.object({
  url: z.string().describe("entry origin asked first, such as http://bakery.test/"),
  chain: z.array(hopSchema).describe("every hop of the redirect chain, the first answer first"),
  end: z.enum(["answered", "failed", "redirect-loop", "too-many-redirects", "out-of-scope", "blocked"]),
  error: failureSchema.optional(),
});

/** A CDN, firewall, host or platform that answers for a host or stands before it. */
export const frontSchema = z.object({
  host: z.string(),
  id: z.string(),
  name: z.string(),
  kind: z.enum(["cdn", "waf", "host", "platform"]),
  by: z.array(z.string()).describe("the signs: header cf-ray, address 104.16.0.1, alias d1.cloudfront.net"),
});

export const httpValueSchema = z.object({
  origins: z.array(originSchema).describe("both schemes, apex and www"),
  cors: z.array(corsSchema),
  securityTxt: z
    .object({
      url: z.string(),
      status: z.number().int(),
      contentType: z.string().nullable(),
      text: z.string().describe("at most 16 KiB"),
    })
    .nullable(),
  fronts: z.array(frontSchema).optional().describe("who stands in front of the hosts"),
});
