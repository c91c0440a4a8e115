import { z } from "zod";
import { AREAS } from "./area.ts";
import {
  authorisationSchema,
  costSchema,
  evidenceSchema,
  PACES,
  SECTION_NAMES,
  targetSchema,
  toolSchema,
} from "./evidence/evidence.ts";
import { FINDING_STATES } from "./finding-state.ts";
import type { DeepReadonly } from "./readonly.ts";
import { remedySchema } from "./remedy.ts";
import { SEVERITIES } from "./severity.ts";
import { LANGUAGES } from "./text.ts";

const area = z.enum(AREAS);
const severity = z.enum(SEVERITIES);
const fraction = z.number().min(0).max(1);
const points = z.number().min(0).max(100);
const languages = z.enum(LANGUAGES);

/** Why somebody decided to live with a finding, and until when. It never raises the score. */
export const reportWaiverSchema = z.object({
  reason: z.string(),
  expires: z.string().describe("the last day on which it holds, YYYY-MM-DD"),
  owner: z.string().optional(),
});

export const referencesSchema = z
  .object({
    rfc: z.array(z.string()).optional(),
    cwe: z.array(z.number().int()).optional(),
    rgpd: z.array(z.string()).optional().describe("articles of Regulation (EU) 2016/679"),
    cnil: z.array(z.string()).optional(),
    anssi: z.array(z.string()).optional(),
    "pci-dss": z.array(z.string()).optional().describe("requirements of PCI DSS 4.0.1"),
    asvs: z.array(z.string()).optional().describe("requirements of OWASP ASVS 5.0"),
    wstg: z.array(z.string()).optional().describe("tests of OWASP WSTG 4.2"),
    urls: z.array(z.string()).optional(),
  })
  .describe("what the check is relevant to; never a statement of compliance");

/** A remedy told in the language of the report for the software that was seen. */
export const fixSchema = z.object({
  title: z.string().describe("what to do, in one short line"),
  steps: z.array(z.string()).describe("what a person does, in order; who can do it where the merchant cannot"),
  snippets: z.array(
    z.object({
      stack: z.string().describe("nginx, apache, caddy, php, shell, dns"),
      place: z.string().describe("where the lines go"),
      lines: z.array(z.string()),
      proven: z.boolean().describe("these very lines were tried on a real server and the finding went"),
    }),
  ),
  caution: z.string().nullable().describe("what it may break, and how to avoid that"),
  changeable: z.boolean().describe("false where the merchant cannot change it on this platform"),
});

const parameterValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const observedValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

export const reportFindingSchema = z.object({
  fingerprint: z.string().describe("stable across scans: v1: and 32 hex digits"),
  check: z.string(),
  area,
  severity,
  confidence: z.enum(["high", "medium", "low"]),
  state: z.enum(FINDING_STATES),
  waiver: reportWaiverSchema.optional(),
  code: z.string().describe("outcome code of the check"),
  subject: z.string(),
  page: z.string().optional().describe("the first page on which it was seen"),
  pages: z.array(z.string()),
  params: z.record(z.string(), parameterValue),
  observed: z.record(z.string(), observedValue).describe("the evidence: bounded and redacted"),
  title: z.string().describe("what is looked at"),
  message: z.string().describe("the failing fact, in one sentence"),
  why: z.string(),
  shiftReason: z.string().optional().describe("why the severity was moved from the default of its outcome"),
  remedy: z.array(remedySchema),
  fixes: z.array(fixSchema).describe("each remedy, told for the software that was seen"),
  references: referencesSchema,
});

export const reportVerdictSchema = z.object({
  check: z.string(),
  area,
  status: z.enum(["pass", "fail", "not-applicable", "not-assessed"]),
  code: z.string().optional(),
  subject: z.string().optional(),
  reason: z.string().optional(),
  message: z.string().describe("the verdict in a sentence"),
});

export const reportCheckSchema = z.object({
  check: z.string(),
  area,
  title: z.string(),
  status: z.enum(["pass", "fail", "not-applicable", "not-assessed"]),
  partly: z.boolean().describe("some subject of it could not be seen"),
  weight: z.number(),
  worst: severity.nullable(),
});

export const reportScoreSchema = z.object({
  algorithm: z.string(),
  total: points,
  grade: z.string(),
  provisional: z.boolean(),
  coverage: fraction.describe("assessed weight ÷ applicable weight"),
  range: z.object({
    low: points.describe("every check that was not assessed counted as failed"),
    high: points.describe("every check that was not assessed counted as passed"),
  }),
  areas: z.array(
    z.object({
      id: area,
      score: points.nullable().describe("null where nothing was assessed or nothing applies"),
      coverage: fraction,
    }),
  ),
  caps: z.array(
    z.object({ reason: z.enum(["finding", "coverage", "no-lift"]), severity: severity.optional(), total: points }),
  ),
  lost: z
    .array(z.object({ check: z.string(), area, severity, points: z.number() }))
    .describe("where the points went, the dearest first"),
  next: z
    .object({
      grade: z.string(),
      fixes: z.array(z.string()).describe("the shortest list of checks to bring in order"),
      total: points,
      reachable: z.boolean(),
    })
    .nullable(),
});

export const reportRequirementSchema = z.object({
  framework: z.string(),
  version: z.string().optional(),
  id: z.string(),
  title: z.string(),
  status: z
    .enum(["findings", "nothing-found", "partly-assessed", "not-assessed", "not-applicable"])
    .describe("what the checks relevant to it say; never a statement of compliance"),
  checks: z.array(z.object({ check: z.string(), status: z.enum(["pass", "fail", "not-applicable", "not-assessed"]) })),
});

/** What to do about a confirmed leak, in order, and whom to call; told in the report's language. */
export const incidentSchema = z.object({
  stakes: z.array(z.enum(["customer-data", "credentials"])),
  title: z.string(),
  lead: z.string(),
  leaks: z.array(z.object({ fingerprint: z.string(), subject: z.string(), message: z.string() })),
  steps: z.array(z.object({ title: z.string(), text: z.string() })),
  doors: z.array(z.object({ name: z.string(), text: z.string(), url: z.string() })),
});

/** `vigie.report/1`: what one scan of one site says, in one language. */
export const reportSchema = z.object({
  schema: z.literal("vigie.report/1"),
  tool: toolSchema,
  profile: z.object({ id: z.string(), version: z.string(), digest: z.string(), title: z.string() }),
  target: targetSchema,
  lang: languages,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  authorised: authorisationSchema.nullable(),
  pace: z.enum(PACES),
  conditions: evidenceSchema.shape.conditions,
  sections: z.array(
    z.object({
      name: z.enum(SECTION_NAMES),
      state: z.enum(["collected", "failed", "skipped"]),
      reason: z.string().optional(),
      message: z.string().optional().describe("the reason in a sentence"),
    }),
  ),
  platform: z
    .object({ id: z.string(), name: z.string(), version: z.string().nullable() })
    .nullable()
    .describe("the shop system where the pages show it"),
  server: z.string().nullable(),
  front: z
    .object({ name: z.string(), kind: z.enum(["cdn", "waf", "host", "platform"]) })
    .nullable()
    .optional()
    .describe("who answers before the merchant's own server"),
  score: reportScoreSchema,
  summary: z.object({
    findings: z.record(severity, z.number().int()).describe("findings by severity, waived ones included"),
    waived: z.number().int(),
    checks: z.object({
      pass: z.number().int(),
      fail: z.number().int(),
      notApplicable: z.number().int(),
      notAssessed: z.number().int(),
    }),
  }),
  findings: z.array(reportFindingSchema).describe("the worst first"),
  incident: incidentSchema
    .optional()
    .describe("what to do now, where customers' data or credentials were found readable"),
  verdicts: z.array(reportVerdictSchema).describe("every check of the profile, in catalogue order"),
  checks: z.array(reportCheckSchema),
  requirements: z.array(reportRequirementSchema),
  sslLabs: z
    .array(
      z.object({
        host: z.string(),
        ip: z.string(),
        port: z.number().int(),
        guide: z.object({ version: z.string(), date: z.string() }),
        grade: z.enum(["A+", "A", "A-", "B", "C", "D", "E", "F", "T", "M"]),
        atBest: z.boolean().describe("SSL Labs would make tests that were not made: its grade may be lower"),
        score: z.object({ protocol: points, keyExchange: points, cipher: points, total: points }),
        reasons: z.array(z.string()).describe("codes of what keeps the grade down, the worst first"),
        notTested: z.array(z.string()).describe("codes of the tests that were not made"),
      }),
    )
    .optional()
    .describe("the grade by the public rules of SSL Labs, beside the score of the profile"),
  fixed: z
    .array(z.object({ fingerprint: z.string(), check: z.string(), subject: z.string(), title: z.string() }))
    .describe("what the history or the baseline had and is now seen to be in order"),
  limits: z.array(z.object({ id: z.string(), text: z.string() })).describe("what cannot be seen from outside"),
  tables: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        date: z.string().describe("the last review of its oldest part, YYYY-MM-DD"),
        ageDays: z.number().int().min(0).describe("days from then to the scan"),
        old: z.boolean().describe("too long ago for what it judges"),
      }),
    )
    .optional()
    .describe("knowledge of this version that ages"),
  cost: costSchema,
});

/** One site of a fleet that could not be scanned. */
export const fleetErrorSchema = z.object({
  target: z.object({ id: z.string(), url: z.string() }),
  error: z.object({ code: z.string(), message: z.string() }),
});

/** `vigie.fleet/1`: the reports of many sites, in file order, whatever happened to each. */
export const fleetSchema = z.object({
  schema: z.literal("vigie.fleet/1"),
  tool: toolSchema,
  lang: languages,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  sites: z.array(z.union([reportSchema, fleetErrorSchema])),
  summary: z.object({
    sites: z.number().int(),
    reported: z.number().int(),
    failed: z.number().int(),
    provisional: z.number().int(),
    grades: z.record(z.string(), z.number().int()).describe("sites by grade; ? where nothing could be seen"),
    meanTotal: points.nullable().describe("of the sites of which something could be seen"),
    findings: z.record(severity, z.number().int()),
    common: z
      .array(z.object({ check: z.string(), title: z.string(), severity, sites: z.number().int() }))
      .describe("the checks that fail on most sites"),
  }),
});

export type Report = DeepReadonly<z.infer<typeof reportSchema>>;
export type ReportFinding = Report["findings"][number];
export type ReportVerdict = Report["verdicts"][number];
export type ReportRequirement = Report["requirements"][number];
export type ReportWaiver = Readonly<z.infer<typeof reportWaiverSchema>>;
export type Fix = DeepReadonly<z.infer<typeof fixSchema>>;
export type Fleet = DeepReadonly<z.infer<typeof fleetSchema>>;
export type FleetSite = Fleet["sites"][number];
export type FleetError = DeepReadonly<z.infer<typeof fleetErrorSchema>>;

/** Whether a site of a fleet has a report, or an error in its place. */
export function isReport(site: FleetSite): site is Report {
  return "score" in site;
}
