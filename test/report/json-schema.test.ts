import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packageFile } from "../../src/package-root.ts";
import { SCHEMAS, schemaText } from "../../src/report/json-schema.ts";

describe("published JSON Schemas", () => {
  it.each(SCHEMAS)("$file is what the code says (run: npm run schema)", ({ file, schema, title }) => {
    const committed = readFileSync(packageFile("schema", file), "utf8");

    expect(committed).toBe(schemaText(schema, title));
  });

  // Files that people write are strict; documents that Vigie writes stay open for additions (their names carry a major).
  it.each(SCHEMAS.filter(({ file }) => /-\d+\.schema\.json$/.test(file)))(
    "$file keeps its objects open",
    ({ file }) => {
      expect(readFileSync(packageFile("schema", file), "utf8")).not.toContain('additionalProperties": false');
    },
  );
});
