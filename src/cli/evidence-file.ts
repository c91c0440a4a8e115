import { evidenceSchema, type Evidence } from "../core/evidence/evidence.ts";
import { ConfigError } from "../core/strict-yaml.ts";
import { readTextFile } from "../store/files.ts";
import type { Io } from "./io.ts";

/** Larger evidence is not of one site. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** Reads and validates saved evidence; `-` is standard input. Throws `FileError` or `ConfigError`. */
export async function readEvidence(path: string, io: Io): Promise<Evidence> {
  const text =
    path === "-" ? (await io.stdin.read(MAXIMUM_BYTES)).toString("utf8") : await readTextFile(path, MAXIMUM_BYTES);
  const parsed = evidenceSchema.safeParse(parseJson(text, path === "-" ? "standard input" : path));
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
