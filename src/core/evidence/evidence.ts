import { z } from "zod";
import type { DeepReadonly } from "../readonly.ts";
import { dnsValueSchema } from "./dns.ts";
import { hostsValueSchema } from "./hosts.ts";
import { httpValueSchema } from "./http.ts";
import { pagesValueSchema } from "./pages.ts";
import { pathsValueSchema } from "./paths.ts";
import { sectionOf } from "./section.ts";
import { tlsValueSchema } from "./tls.ts";

export const PACES = ["gentle", "normal", "fast"] as const;

export type Pace = (typeof PACES)[number];

export const targetSchema = z.object({
  id: z.string().describe("sites id, else the host without www. plus a non-default requested port"),
  url: z.string().describe("the address to look at first"),
  host: z.string().describe("A-label host name or IP literal, without brackets"),
  domain: z.string().nullable().describe("registrable domain; null for an IP literal"),
});

export const authorisationSchema = z.object({
  by: z.string().describe("who gave the word"),
  on: z.string().describe("the date, YYYY-MM-DD"),
  reference: z.string().optional(),
});

export const costSchema = z.object({
  connections: z.number().int(),
  requests: z.number().int(),
  bytesIn: z.number().int(),
  bytesOut: z.number().int(),
  wallMs: z.number().int(),
  dnsQueries: z.number().int().optional().describe("questions sent to the resolver, which are no load of the site's"),
});

export const toolSchema = z.object({ name: z.literal("vigie"), version: z.string() });

/** The shape of each section's value, by section name. Sections settle in the order of the plan. */
export const sectionValueSchemas = {
  dns: dnsValueSchema,
  tls: tlsValueSchema,
  http: httpValueSchema,
  pages: pagesValueSchema,
  paths: pathsValueSchema,
  actionTls: tlsValueSchema,
  hosts: hostsValueSchema,
} as const;

/** `vigie.evidence/1`: the record of one scan. */
export const evidenceSchema = z.object({
  schema: z.literal("vigie.evidence/1"),
  target: targetSchema,
  tool: toolSchema,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  authorised: authorisationSchema.nullable(),
  pace: z.enum(PACES),
  cost: costSchema,
  conditions: z.object({
    userAgent: z.string(),
    proxy: z.string().nullable().describe("proxy host and port, without credentials"),
    extraRoots: z.array(z.string()).describe("subjects of the roots added by --ca"),
    resolve: z.record(z.string(), z.string()).describe("names pinned by --resolve"),
    allowPrivate: z.boolean(),
    scope: z.array(z.string()).describe("hosts that are in scope: the target, apex, www and the listed hosts"),
    digests: z.record(z.string(), z.string()).describe("digests of the data files that measured"),
    interrupted: z.boolean(),
  }),
  sections: z.object({
    dns: sectionOf(sectionValueSchemas.dns),
    tls: sectionOf(sectionValueSchemas.tls),
    http: sectionOf(sectionValueSchemas.http),
    pages: sectionOf(sectionValueSchemas.pages),
    paths: sectionOf(sectionValueSchemas.paths),
    actionTls: sectionOf(sectionValueSchemas.actionTls),
    hosts: sectionOf(sectionValueSchemas.hosts),
  }),
});

export type Evidence = DeepReadonly<z.infer<typeof evidenceSchema>>;
export type Sections = Evidence["sections"];
export type SectionName = keyof Sections;
export type Section<Name extends SectionName> = Sections[Name];

/** The value of a collected section, by name. */
export type SectionValue<Name extends SectionName> = Extract<Section<Name>, { state: "collected" }>["value"];

export type Target = Evidence["target"];
export type Authorisation = NonNullable<Evidence["authorised"]>;
export type Cost = Evidence["cost"];

/** Section names in plan order. */
export const SECTION_NAMES: readonly SectionName[] = ["dns", "tls", "http", "pages", "paths", "actionTls", "hosts"];
