import { z } from "zod";
import { failureSchema } from "./section.ts";
import { endpointSchema } from "./tls.ts";

const listSchema = z.array(z.string()).describe("in the server's order, bounded");

/** What an SSH server says before any key is exchanged (RFC 4253, 7.1). */
export const sshSchema = z.object({
  banner: z.string(),
  protocol: z.string().describe("2.0, or 1.99 and 1.5 for servers that still speak version 1"),
  software: z.string(),
  kex: listSchema,
  hostKeys: listSchema,
  ciphers: listSchema.describe("towards the client"),
  macs: listSchema.describe("towards the client"),
  compression: listSchema,
  complete: z.boolean().describe("the lists were read; false where only the banner was"),
});

/** What a mail server offers before and, where it speaks TLS at once, inside TLS. */
export const mailServiceSchema = z.object({
  protocol: z.enum(["smtp", "imap", "pop3"]),
  starttls: z.boolean().nullable().describe("offered; null where the server did not say"),
  plainLogin: z.boolean().nullable().describe("a password is taken on the unencrypted connection"),
  capabilities: z.array(z.string()),
});

export const servicePortSchema = z.object({
  port: z.number().int(),
  state: z.enum(["closed", "filtered", "open"]),
  service: z.string().nullable().describe("what answered, never guessed from the number; null where nothing did"),
  identifiedBy: z.string().nullable().describe("banner, or the greeting that it answered: http, tls, redis …"),
  banner: z.string().nullable().describe("the first words, cleaned, at most 200 characters"),
  product: z.string().nullable().optional(),
  version: z.string().nullable().optional(),
  tls: z.enum(["none", "implicit"]).optional().describe("implicit: TLS from the first byte"),
  access: z
    .enum(["open", "protected", "refuses-us", "greets"])
    .nullable()
    .optional()
    .describe("open: answers without a password; greets: what it asks for later is not known"),
  ssh: sshSchema.nullable().optional(),
  mail: mailServiceSchema.nullable().optional(),
  facts: z.record(z.string(), z.string()).optional(),
});

export const hostsValueSchema = z.object({
  hosts: z.array(
    z.object({
      host: z.string(),
      ip: z.string(),
      names: z.array(z.string()).optional().describe("every name in scope that leads to this address"),
      purpose: z.enum(["target", "listed", "mail"]).optional(),
      sharedFront: z.string().nullable().describe("a CDN or platform whose address this is: it was not scanned"),
      acceptsEverything: z
        .boolean()
        .nullable()
        .optional()
        .describe("ports that nobody uses were open as well: an open port proves nothing here"),
      error: failureSchema.optional(),
      ports: z.array(servicePortSchema),
    }),
  ),
  tls: z.array(endpointSchema).optional().describe("mail services, looked at by the TLS engine"),
  planned: z.number().int().optional(),
  connections: z.number().int().optional().describe("TCP connections that this probe opened or tried"),
});
