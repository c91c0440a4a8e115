import { SECTION_NAMES, type Authorisation, type SectionName, type Target } from "../core/evidence/evidence.ts";
import { didYouMean } from "../core/suggestion.ts";
import { parseTarget, TargetError } from "../core/target.ts";
import { UsageError } from "./errors.ts";
import type { Options } from "./options.ts";

/** The target as typed. Throws `UsageError`. */
export function readTarget(text: string | undefined, usage: string): Target {
  if (text === undefined) throw new UsageError(`no address given; say: ${usage}`);
  try {
    return parseTarget(text);
  } catch (error) {
    if (error instanceof TargetError) throw new UsageError(error.message);
    throw error;
  }
}

/** `--only dns,tls`: the sections to probe; undefined for all. Throws `UsageError`. */
export function readSections(options: Options): readonly SectionName[] | undefined {
  const text = options.text("only");
  if (text === undefined) return undefined;
  return text.split(",").map((name) => {
    const section = SECTION_NAMES.find((candidate) => candidate === name.trim());
    if (section === undefined) {
      throw new UsageError(
        `--only: unknown probe "${name}"${didYouMean(name, SECTION_NAMES)} (probes: ${SECTION_NAMES.join(", ")})`,
      );
    }
    return section;
  });
}

/** `--authorised WHO`: the operator's word, given on the day of the scan. */
export function readAuthorisation(options: Options, at: Date): Authorisation | null {
  const by = options.text("authorised")?.trim();
  if (by === undefined) return null;
  if (by === "")
    throw new UsageError('--authorised takes the name of who gives the word: --authorised "Claire Martin, owner"');
  return { by: by.slice(0, 200), on: at.toISOString().slice(0, 10) };
}
