import { evidenceSchema, type Evidence } from "../core/evidence/evidence.ts";
import { ConfigError } from "../core/strict-yaml.ts";
import { readTextFile } from "../store/files.ts";

/** Reads and validates saved evidence. Throws `FileError` or `ConfigError`. */
export async function readEvidence(path: string): Promise<Evidence> {
  const parsed = evidenceSchema.safeParse(parseJson(await readTextFile(path), path));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .slice(0, 5)
    .map((issue) => `${path}: ${issue.path.map(String).join(".")}: ${issue.message}`);
  throw new ConfigError([`${path} is not evidence of vigie.evidence/1`, ...faults]);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigError([`${path}: not JSON (${error instanceof Error ? error.message : String(error)})`]);
  }
}
