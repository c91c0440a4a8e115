import { accessSync, constants } from "node:fs";
import { delimiter, resolve } from "node:path";

/** The path of a program of the machine, also of those that only root has in the path; null where it is not installed. */
export function findProgram(...names: readonly string[]): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/sbin"];
  for (const name of names) {
    for (const folder of folders) {
      // An absolute name stays what it is, whatever the folder.
      const path = resolve(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        continue;
      }
    }
  }
  return null;
}

/** Says on stderr that a suite was skipped, and why. */
export function reportSkipped(what: string, missing: string): void {
  process.stderr.write(`skipped: ${what} (${missing} is not installed)\n`);
}
