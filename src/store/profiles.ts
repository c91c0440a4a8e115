import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Catalogue } from "../core/check.ts";
import { resolveProfile, type ProfileSource } from "../core/profile-resolution.ts";
import type { Profile } from "../core/profile.ts";
import { ConfigError } from "../core/strict-yaml.ts";
import { didYouMean } from "../core/suggestion.ts";
import { asFileError } from "./files.ts";
import { packageFile } from "../package-root.ts";

/** A profile file larger than this is a mistake. */
const MAXIMUM_BYTES = 1024 * 1024;

/** The ids of the shipped profiles, in alphabetical order. */
export function shippedProfiles(): readonly string[] {
  return readdirSync(packageFile("profiles"))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length))
    .toSorted();
}

/** Loads a shipped profile by id, or a file by its path (anything with a slash or ending in .yaml or .yml). Throws `ConfigError`. */
export function loadProfile(reference: string, catalogue: Catalogue, folder: string): Profile {
  return resolveProfile(profileSource(reference, folder), catalogue);
}

function profileSource(reference: string, folder: string): ProfileSource {
  const isFile = /[/\\]|\.ya?ml$/.test(reference);
  const path = isFile ? resolve(folder, reference) : packageFile("profiles", `${reference}.yaml`);
  if (!isFile && !existsSync(path)) {
    const known = shippedProfiles();
    throw new ConfigError([`no profile "${reference}"${didYouMean(reference, known)} (shipped: ${known.join(", ")})`]);
  }
  return {
    file: isFile ? reference : `profiles/${reference}.yaml`,
    text: readProfile(path, reference),
    parent: (parent) => profileSource(parent, dirname(path)),
  };
}

function readProfile(path: string, reference: string): string {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > MAXIMUM_BYTES)
      throw new ConfigError([`${reference}: a profile of ${bytes.length} bytes is a mistake`]);
    return bytes.toString("utf8");
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([asFileError(error, `cannot read ${reference}`).message]);
  }
}
