import { z } from "zod";
import { failureSchema } from "./section.ts";

export const TLS_VERSIONS = ["SSLv2", "SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"] as const;

export type TlsVersion = (typeof TLS_VERSIONS)[number];

export const certificateSchema = z.object({
  subject: z.string(),
  issuer: z.string(),
  subjectAltNames: z.array(z.string()).describe("bounded; `namesTotal` says how many there are"),
  namesTotal: z.number().int(),
  serial: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  keyType: z.string().describe("rsa, ec, ed25519, ed448, dsa …"),
  keyBits: z.number().int().nullable(),
  keyCurve: z.string().nullable(),
  signatureAlgorithm: z.string().nullable(),
  sha256: z.string().describe("fingerprint of the leaf"),
  spkiSha256: z.string().nullable(),
  trust: z.object({
    trusted: z.boolean(),
    code: z.string().nullable().describe("why not: expired, self-signed, unknown-issuer, incomplete-chain …"),
    store: z.string().describe("Mozilla's roots as bundled, plus --ca files named"),
  }),
  hostMatches: z.boolean().nullable(),
  chain: z.array(
    z.object({
      subject: z.string(),
      issuer: z.string(),
      notAfter: z.string(),
      sha256: z.string(),
      selfSigned: z.boolean(),
    }),
  ),
  chainOrder: z.enum(["ordered", "disordered", "superfluous", "incomplete", "root-sent", "unknown"]),
  wildcard: z.boolean(),
  mustStaple: z.boolean(),
  ocspResponders: z.array(z.string()),
  scts: z.number().int().describe("embedded signed certificate timestamps"),
});

export const endpointSchema = z.object({
  host: z.string(),
  ip: z.string(),
  port: z.number().int(),
  purpose: z.enum(["target", "twin", "mail", "service"]),
  starttls: z.string().optional(),
  state: z.enum(["tls", "plain", "failed"]).describe("plain: something answers without TLS"),
  error: failureSchema.optional(),
  versions: z.partialRecord(
    z.enum(TLS_VERSIONS),
    z.object({
      suites: z.array(z.string()).describe("IANA names, in the server's order where it has one"),
      order: z.enum(["server", "client", "unknown"]),
      complete: z.boolean(),
    }),
  ),
  groups: z.array(z.string()),
  certificates: z.array(certificateSchema),
  complete: z.boolean(),
  incompleteReason: z.string().optional(),
  cost: z.object({
    connections: z.number().int(),
    bytesIn: z.number().int(),
    bytesOut: z.number().int(),
    wallMs: z.number(),
  }),
});

export const tlsValueSchema = z.object({ endpoints: z.array(endpointSchema) });
