import { z } from "zod";
import { evidenceSchema } from "../core/evidence/evidence.ts";
import { profileFileSchema } from "../core/profile.ts";
import { fleetSchema, reportSchema } from "../core/report.ts";
import { sitesFileSchema } from "../core/sites.ts";
import { waiversFileSchema } from "../core/waivers.ts";
import { brandFileSchema } from "./brand.ts";

/** The documents with a published schema, by the file that holds it below `schema/`. */
export const SCHEMAS = [
  { file: "evidence-1.schema.json", title: "vigie.evidence/1: what one scan of one site saw", schema: evidenceSchema },
  { file: "report-1.schema.json", title: "vigie.report/1: what one scan of one site says", schema: reportSchema },
  { file: "fleet-1.schema.json", title: "vigie.fleet/1: the reports of many sites", schema: fleetSchema },
  { file: "profile.schema.json", title: "A profile of vigie", schema: profileFileSchema },
  { file: "sites.schema.json", title: "A sites file of vigie", schema: sitesFileSchema },
  { file: "waivers.schema.json", title: "A waivers file of vigie", schema: waiversFileSchema },
  { file: "brand.schema.json", title: "A brand file of vigie", schema: brandFileSchema },
] as const;

/**
 * The JSON Schema of a zod schema as published. It is the input side, so that objects stay open: a later version may add a
 * field, and a document that has it still validates.
 */
export function schemaText(schema: z.ZodType, title: string): string {
  const body = z.toJSONSchema(schema, { io: "input", reused: "ref" });
  const { $schema, ...rest } = body;
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
