import { dirname, resolve } from "node:path";
import { ConfigError, parseStrictYaml } from "../core/strict-yaml.ts";
import { brandFileSchema, BrandError, MAXIMUM_LOGO_BYTES, resolveBrand, type Brand } from "../report/brand.ts";
import { readBinaryFile, readTextFile } from "../store/files.ts";

/** The brand of a file, its logo read from beside it; null without a file. Throws `ConfigError` or `FileError`. */
export async function readBrand(path: string | undefined): Promise<Brand | null> {
  if (path === undefined) return null;
  const { value } = parseStrictYaml(await readTextFile(path, 256 * 1024), path, brandFileSchema);
  const logo =
    value.logo === undefined ? null : await readBinaryFile(resolve(dirname(path), value.logo), MAXIMUM_LOGO_BYTES);
  try {
    return resolveBrand(value, logo);
  } catch (error) {
    if (error instanceof BrandError) throw new ConfigError([`${path}: ${error.message}`]);
    throw error;
  }
}
