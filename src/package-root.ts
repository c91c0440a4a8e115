import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder that holds package.json, profiles and schema: the same whether the code runs from the sources or from dist.
 * The one place that knows where the package lies.
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("package.json of vigie was not found above its own code");
    folder = parent;
  }
  return folder;
}

/** The path of a data file of the package, such as `profiles/merchant.yaml`. */
export function packageFile(...segments: readonly string[]): string {
  return join(packageRoot(), ...segments);
}
