import { z } from "zod";

/**
 * What to do about a finding, as data: an action with parameters. `report/remedy` renders it for nginx, Apache, the platform
 * where it is known, or says honestly that it cannot be changed there. So a remedy can be applied to a real server in a test.
 */
export const remedySchema = z.discriminatedUnion("action", [
  z.object({
    action: z.literal("set-response-header"),
    name: z.string(),
    value: z.string(),
    caution: z.string().optional().describe("id of a caution to print: what this header may break"),
    paths: z.array(z.string()).optional().describe("only these paths; absent, the whole site"),
  }),
  z.object({ action: z.literal("remove-response-header"), name: z.string() }),
  z.object({ action: z.literal("redirect-to-https"), host: z.string() }),
  z.object({
    action: z.literal("tls-setting"),
    setting: z.enum([
      "protocols",
      "suites",
      "server-order",
      "groups",
      "dh-parameters",
      "session-tickets",
      "compression",
      "early-data",
      "stapling",
      "sni-default",
      "client-certificate",
    ]),
    versions: z.array(z.string()).optional(),
    suites: z.array(z.string()).optional(),
    groups: z.array(z.string()).optional(),
    guards: z
      .boolean()
      .optional()
      .describe("client-certificate: it is what keeps others out, so that lines which end it would open the door"),
  }),
  z.object({
    action: z.literal("certificate"),
    change: z.enum(["renew", "replace", "send-chain", "add-name", "stronger-key", "automate", "obtain"]),
    names: z.array(z.string()).optional(),
  }),
  z.object({ action: z.literal("deny-path"), path: z.string(), directory: z.boolean() }),
  z.object({ action: z.literal("protect-path"), path: z.string() }),
  z.object({ action: z.literal("disable-listing"), path: z.string() }),
  z.object({ action: z.literal("delete-file"), path: z.string() }),
  z.object({ action: z.literal("rotate-secrets"), what: z.string() }),
  z.object({
    action: z.literal("cookie-flag"),
    cookie: z.string(),
    add: z.array(z.enum(["Secure", "HttpOnly", "SameSite=Lax", "SameSite=Strict", "__Host-", "__Secure-"])),
    caution: z.string().optional().describe("id of a caution to print"),
  }),
  z.object({
    action: z.literal("edit-form"),
    change: z.string(),
    from: z.string().optional(),
    to: z.string().optional(),
  }),
  z.object({ action: z.literal("edit-page"), change: z.string(), element: z.string().optional() }),
  z.object({ action: z.literal("dns-record"), name: z.string(), type: z.string(), value: z.string() }),
  z.object({ action: z.literal("close-port"), port: z.int(), service: z.string() }),
  z.object({ action: z.literal("service-setting"), service: z.string(), lines: z.array(z.string()) }),
  z.object({ action: z.literal("update-software"), software: z.string(), to: z.string().optional() }),
  z.object({ action: z.literal("ask-host"), topic: z.string() }),
  z.object({ action: z.literal("review"), topic: z.string() }),
]);

export type Remedy = Readonly<z.infer<typeof remedySchema>>;
