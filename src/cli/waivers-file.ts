import { catalogue } from "../../checks/index.ts";
import { parseWaivers, type Waiver } from "../core/waivers.ts";
import { readTextFile } from "../store/files.ts";

/** The waivers of a file; none without a file. Throws `FileError` or `ConfigError`. */
export async function readWaivers(path: string | undefined): Promise<readonly Waiver[]> {
  return path === undefined ? [] : parseWaivers(await readTextFile(path, 8 * 1024 * 1024), path, catalogue);
}
