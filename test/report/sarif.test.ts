import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { packageFile } from "../../src/package-root.ts";
import { renderDocument } from "../../src/report/formats.ts";
import { fleetOf, SAMPLE_DOCUMENTS, waivedReport } from "./support/sample-documents.ts";

/** What GitHub's code scanning asks of an upload, over and above the standard. */
const uploadSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.array(
    z.looseObject({
      tool: z.strictObject({
        driver: z.looseObject({
          name: z.string(),
          rules: z.array(
            z.looseObject({
              id: z.string().regex(/^[a-z0-9]+\/[a-z0-9-]+$/),
              help: z.strictObject({ text: z.string().min(1) }),
              properties: z.looseObject({
                "security-severity": z.string().regex(/^(?:10|\d)\.\d$/),
                tags: z.array(z.string()).min(1).max(20),
              }),
            }),
          ),
        }),
      }),
      invocations: z.array(z.looseObject({ executionSuccessful: z.boolean() })).min(1),
      results: z.array(
        z.looseObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level: z.enum(["none", "note", "warning", "error"]),
          message: z.strictObject({ text: z.string().min(1) }),
          locations: z
            .array(
              z.looseObject({
                physicalLocation: z.strictObject({
                  artifactLocation: z.strictObject({
                    // RFC 3986 relative-ref without a colon in its first segment, never absolute, never climbing.
                    uri: z.string().regex(/^(?!\/)(?!.*\.\.\/)(?:[\w.~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/i),
                    uriBaseId: z.string(),
                  }),
                  region: z.strictObject({ startLine: z.int().min(1) }),
                }),
              }),
            )
            .length(1),
          partialFingerprints: z.strictObject({ "vigieFingerprint/v1": z.string().regex(/^[0-9a-f]{32}$/) }),
          suppressions: z.array(z.looseObject({ kind: z.enum(["inSource", "external"]) })).optional(),
        }),
      ),
    }),
  ),
});

/** The published schema; `uri-reference` is left to the upload rules, because zod would read it as an absolute address. */
const publishedSchema = z.fromJSONSchema(
  z
    .record(z.string(), z.json())
    .parse(
      JSON.parse(
        readFileSync(packageFile("test", "report", "schemas", "sarif-2.1.0-rtm.5.json"), "utf8"),
        (key, value: unknown) => (key === "format" && value === "uri-reference" ? undefined : value),
      ),
    ),
);

describe("sarif", () => {
  it.each(SAMPLE_DOCUMENTS)("of %s is what the published schema takes", async (_name, make) => {
    const result = publishedSchema.safeParse(JSON.parse(await renderDocument("sarif", make())));

    expect(result.error?.issues).toBeUndefined();
  });

  it.each([
    ["another version", { version: "2.0.0", runs: [] }],
    ["a run without its tool", { version: "2.1.0", runs: [{}] }],
    ["a property of no standard", { version: "2.1.0", runs: [{ tool: { driver: { name: "vigie", colour: "red" } } }] }],
    ["a level of no standard", oneResult({ message: { text: "open" }, level: "critical" })],
    ["a result without a message", oneResult({ ruleId: "exposure/secrets" })],
    ["a fingerprint that is no text", oneResult({ message: { text: "open" }, partialFingerprints: { v1: 1 } })],
  ])("the published schema objects to %s", (_name, log) => {
    expect(publishedSchema.safeParse(log).success).toBe(false);
  });

  it.each(SAMPLE_DOCUMENTS)("of %s has the shape that code scanning takes", async (_name, make) => {
    const log = uploadSchema.parse(JSON.parse(await renderDocument("sarif", make())));

    for (const run of log.runs) {
      for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    }
  });

  it("tells a waiver as a suppression and a failed site as a failed run", async () => {
    const log = uploadSchema.parse(JSON.parse(await renderDocument("sarif", fleetOf(waivedReport()))));

    expect(log.runs[0]?.results[0]?.suppressions).toHaveLength(1);
    expect(log.runs[1]?.invocations[0]?.executionSuccessful).toBe(false);
  });
});

function oneResult(result: object): object {
  return { version: "2.1.0", runs: [{ tool: { driver: { name: "vigie" } }, results: [result] }] };
}
