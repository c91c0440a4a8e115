import { createHash } from "node:crypto";
import { dirname, resolve } from "node:path";
import { catalogue } from "../../../checks/index.ts";
import type { Profile } from "../../core/profile.ts";
import { parseSites, selectSites, type Site } from "../../core/sites.ts";
import type { Waiver } from "../../core/waivers.ts";
import { readTextFile } from "../../store/files.ts";
import { loadProfile } from "../../store/profiles.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { readWaivers } from "../waivers-file.ts";

/** A sites file with all that it refers to, read and checked before the first site is contacted. */
export interface FleetInputs {
  /** The chosen sites, in file order. */
  readonly sites: readonly Site[];
  /** Digest of the chosen sites as the file describes them: the same digest may be resumed. */
  readonly digest: string;
  readonly profileOf: (site: Site) => Profile;
  readonly waiversOf: (site: Site) => readonly Waiver[];
  /** The folder of the sites file, against which its paths are read. */
  readonly folder: string;
}

const MAXIMUM_BYTES = 32 * 1024 * 1024;

/** Reads `--sites`, `--site`, `--tag`, and the profiles and waivers that they name. Throws `UsageError`, `ConfigError` or `FileError`. */
export async function readFleetInputs(options: Options, io: Io): Promise<FleetInputs> {
  const file = options.text("sites");
  if (file === undefined) throw new UsageError("no sites file given; say --sites sites.yaml");
  const folder = dirname(resolve(io.cwd, file));
  const all = parseSites(await readTextFile(resolve(io.cwd, file), MAXIMUM_BYTES), file);
  const sites = selectSites(all, { ids: options.list("site"), tags: options.list("tag") });
  if (sites.length === 0) throw new UsageError(`${file}: no site matches the selection (${all.length} in the file)`);
  const profiles = new Map<string, Profile>();
  const waivers = new Map<string, readonly Waiver[]>();
  const chosenProfile = options.text("profile");
  const chosenWaivers = options.text("waivers");
  for (const site of sites) {
    if (!profiles.has(site.profile)) {
      profiles.set(
        site.profile,
        loadProfile(chosenProfile ?? site.profile, catalogue, chosenProfile === undefined ? folder : io.cwd),
      );
    }
    const path = waiversPath(site, chosenWaivers, folder, io.cwd);
    if (path !== null && !waivers.has(path)) waivers.set(path, await readWaivers(path));
  }
  return {
    sites,
    digest: createHash("sha256")
      .update(JSON.stringify(sites.map(({ place: _place, ...site }) => site)))
      .digest("hex")
      .slice(0, 32),
    profileOf: (site) => {
      const profile = profiles.get(site.profile);
      if (profile === undefined) throw new Error(`the profile of ${site.id} was not loaded`);
      return profile;
    },
    waiversOf: (site) => waivers.get(waiversPath(site, chosenWaivers, folder, io.cwd) ?? "") ?? [],
    folder,
  };
}

function waiversPath(site: Site, chosen: string | undefined, folder: string, cwd: string): string | null {
  if (chosen !== undefined) return resolve(cwd, chosen);
  return site.waivers === null ? null : resolve(folder, site.waivers);
}
