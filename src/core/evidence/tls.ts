import { z } from "zod";
import type { DeepReadonly } from "../readonly.ts";
import { failureSchema, KNOWLEDGE } from "./section.ts";

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
  chain: z
    .array(
      z.object({
        subject: z.string(),
        issuer: z.string(),
        notAfter: z.string(),
        sha256: z.string(),
        selfSigned: z.boolean(),
        notBefore: z.string().optional(),
        keyType: z.string().optional(),
        keyBits: z.number().int().nullable().optional(),
        signatureAlgorithm: z.string().optional(),
        role: z
          .enum(["leaf", "issuer", "root", "superfluous", "unreadable"])
          .optional()
          .describe("superfluous: it issues nothing that was sent, or was sent twice"),
      }),
    )
    .describe("what the server sent, in its order, the leaf first; at most 12"),
  chainOrder: z.enum(["ordered", "disordered", "superfluous", "incomplete", "root-sent", "unknown"]),
  wildcard: z.boolean(),
  mustStaple: z.boolean(),
  ocspResponders: z.array(z.string()),
  scts: z.number().int().describe("embedded signed certificate timestamps, of distinct logs"),
  commonName: z.string().nullable().optional(),
  keyExponent: z.number().int().nullable().optional().describe("RSA's public exponent, where it fits 31 bits"),
  signatureHash: z.string().nullable().optional().describe("null where the scheme has its own, such as Ed25519"),
  caIssuers: z.array(z.string()).optional().describe("where the authority says that its own certificate is"),
  validation: z.enum(["dv", "iv", "ov", "ev"]).nullable().optional(),
  sent: z.number().int().optional().describe("how many certificates the server sent"),
  path: z.array(z.string()).optional().describe("subjects from the leaf to the trusted root, or as far as it got"),
  publiclyTrusted: z
    .boolean()
    .optional()
    .describe("the path ends, dates aside, in a root of Mozilla's: the rules of public authorities apply"),
});

/**
 * A fact with how it is known: `verified` by `probes` handshakes of its own or in passing, `inferred` from another fact,
 * `incomplete` where the server stopped answering half-way, `not-tested` where nothing was asked (then the value is null).
 */
export function factOf<Value extends z.ZodType>(value: Value) {
  return z.object({
    value: value.nullable().describe("null where it is not known"),
    known: z.enum(KNOWLEDGE),
    probes: z.number().int().describe("handshakes that showed it"),
    note: z.string().optional().describe("why it is not known, or what it was inferred from"),
  });
}

/** What a server does when the name asked for is missing or unknown. */
export const sniBehaviourSchema = z.object({
  outcome: z
    .enum(["same-certificate", "other-certificate", "accepted", "rejected", "no-answer"])
    .describe("accepted: a handshake whose certificate could not be read"),
  alert: z.string().nullable().describe("the alert, also where it was only a warning: unrecognized_name"),
  certificateSha256: z.string().nullable().describe("fingerprint of the leaf that was shown"),
  names: z.array(z.string()).describe("DNS names of that leaf, bounded"),
});

/** What was seen of finite-field Diffie-Hellman in TLS 1.2 and older: the smallest prime seen. */
export const dhSchema = z.object({
  bits: z.number().int(),
  prime: z
    .string()
    .nullable()
    .describe("name of a published prime, such as ffdhe2048 or RFC 2409 Oakley 2; null for an own one"),
  shared: z.boolean().describe("a prime that very many servers share, other than the RFC 7919 groups"),
  sha256: z.string().describe("fingerprint of the prime"),
  export: z.boolean().describe("seen with an export suite"),
});

export const tlsFeaturesSchema = z.object({
  alpn: factOf(z.array(z.string())).describe("application protocols that it selects, the preferred one first"),
  secureRenegotiation: factOf(z.boolean()).describe("RFC 5746 renegotiation_info; null where only TLS 1.3 is spoken"),
  extendedMasterSecret: factOf(z.boolean()),
  encryptThenMac: factOf(z.boolean()).describe("null where no CBC suite is accepted"),
  compression: factOf(z.boolean()).describe("DEFLATE selected when offered (CRIME)"),
  heartbeat: factOf(z.boolean()).describe("the heartbeat extension is echoed; nothing more is sent"),
  sessionTickets: factOf(z.boolean()).describe("TLS 1.2 tickets or TLS 1.3 NewSessionTicket"),
  ticketLifetimeSeconds: factOf(z.number().int()),
  resumption: factOf(z.boolean()).describe("a second handshake with the ticket or session of the first was resumed"),
  earlyData: factOf(z.number().int()).describe("max_early_data_size of the TLS 1.3 ticket in bytes; 0 is off"),
  fallbackScsv: factOf(z.boolean()).describe("RFC 7507; null where there is no lower version to fall back to"),
  clientCertificate: factOf(z.enum(["none", "requested", "required"])),
  noSni: factOf(sniBehaviourSchema),
  wrongSni: factOf(sniBehaviourSchema),
  ocspStapling: factOf(z.boolean()),
  scts: factOf(z.number().int()).describe("signed certificate timestamps in the TLS extension"),
  downgradeSentinel: factOf(z.boolean()).describe("RFC 8446 4.1.3 mark in ServerHello.random of a TLS 1.2 answer"),
  dh: factOf(dhSchema),
  exportRsaBits: factOf(z.number().int()).describe("size of the temporary RSA key of an export suite"),
  dhReuse: factOf(z.boolean()).describe("the same ephemeral DH value in two handshakes"),
  ecdhReuse: factOf(z.boolean()).describe("the same ephemeral ECDH point in two handshakes"),
  signatureSchemes: factOf(z.array(z.string())).describe("schemes with which it signs, IANA names"),
  groupOrder: factOf(z.enum(["server", "client"])),
  certificateTypes: factOf(z.array(z.string()))
    .optional()
    .describe(
      "key types of its certificates: rsa, ec, ed25519 …; verified where it was seen that there is no further one",
    ),
  legacyGroups: factOf(z.array(z.string())).describe("groups accepted in TLS 1.2 and older; endpoint.groups has all"),
  postQuantum: factOf(
    z.object({
      hybrid: z.boolean().describe("a hybrid ML-KEM group is accepted"),
      groups: z.array(z.string()),
      preferred: z.boolean().nullable().describe("chosen before the classical groups when the client lists it last"),
    }),
  ),
  chachaPriority: factOf(z.boolean()).describe(
    "ChaCha20 wins when the client lists it first, although the server has an order",
  ),
});

/** A part of the scan that was not made, and why. */
export const leftOutSchema = z.object({
  what: z
    .string()
    .describe(
      "stable code: exotic-suites, sslv2, suite-order, legacy-versions, groups, signature-schemes, sni, dh-reuse …",
    ),
  reason: z.enum([
    "needs-authorisation",
    "budget",
    "throttled",
    "comparison",
    "handshake-only",
    "unsupported-by-runtime",
  ]),
  versions: z
    .array(z.enum(TLS_VERSIONS))
    .describe("the versions that it concerns; empty where it concerns none in particular"),
});

export const endpointSchema = z.object({
  host: z.string(),
  ip: z.string(),
  port: z.number().int(),
  purpose: z.enum(["target", "twin", "mail", "service", "action"]),
  starttls: z.string().optional(),
  serverName: z.string().nullable().optional().describe("the name sent in SNI; null for an IP literal"),
  depth: z
    .enum(["full", "comparison", "handshake"])
    .optional()
    .describe(
      "full: the planner; comparison: a short set of handshakes on a further address; handshake: one ordinary one",
    ),
  state: z.enum(["tls", "plain", "failed"]).describe("plain: something answers without TLS"),
  error: failureSchema.optional(),
  offered: z
    .partialRecord(z.enum(TLS_VERSIONS), factOf(z.boolean()))
    .optional()
    .describe(
      "for every version whether it is spoken; an absent version in `versions` means no only where this says so",
    ),
  versions: z.partialRecord(
    z.enum(TLS_VERSIONS),
    z.object({
      suites: z.array(z.string()).describe("IANA names, in the server's order where it has one"),
      order: z.enum(["server", "client", "unknown"]),
      complete: z.boolean(),
    }),
  ),
  groups: z.array(z.string()).describe("IANA names, in the server's order where it has one"),
  certificates: z.array(certificateSchema),
  features: tlsFeaturesSchema.optional().describe("absent where no TLS was spoken"),
  variation: z
    .array(z.object({ what: z.string(), values: z.array(z.string()) }))
    .optional()
    .describe("what differed between connections to this one address: several servers behind it"),
  leftOut: z.array(leftOutSchema).optional(),
  complete: z.boolean(),
  incompleteReason: z.string().optional().describe("throttled, budget, timeout, interrupted …"),
  cost: z.object({
    connections: z.number().int(),
    bytesIn: z.number().int(),
    bytesOut: z.number().int(),
    wallMs: z.number(),
  }),
});

/** A difference between the addresses of one host and port. */
export const driftSchema = z.object({
  host: z.string(),
  port: z.number().int(),
  what: z.enum(["reachable", "versions", "suites", "groups", "certificate", "alpn"]),
  addresses: z.array(z.object({ ip: z.string(), value: z.string() })),
});

export const tlsValueSchema = z.object({
  endpoints: z.array(endpointSchema),
  drift: z
    .array(driftSchema)
    .optional()
    .describe("differences between the addresses of one host; empty where there are none"),
});

export type TlsFeatures = DeepReadonly<z.infer<typeof tlsFeaturesSchema>>;
export type TlsEndpoint = DeepReadonly<z.infer<typeof endpointSchema>>;
export type TlsCertificate = DeepReadonly<z.infer<typeof certificateSchema>>;
export type TlsValue = DeepReadonly<z.infer<typeof tlsValueSchema>>;
export type TlsDrift = DeepReadonly<z.infer<typeof driftSchema>>;
export type TlsLeftOut = DeepReadonly<z.infer<typeof leftOutSchema>>;
