import { mkdirSync, writeFileSync } from "node:fs";
import { packageFile } from "../src/package-root.ts";
import { SCHEMAS, schemaText } from "../src/report/json-schema.ts";

// Writes the published JSON Schemas from the zod schemas; a test fails when the committed files differ.
mkdirSync(packageFile("schema"), { recursive: true });
for (const { file, schema, title } of SCHEMAS) {
  writeFileSync(packageFile("schema", file), schemaText(schema, title));
}
