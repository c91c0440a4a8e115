import { readdir } from "node:fs/promises";

/** More sites files than this in one folder are not offered. */
const MOST = 50;

/** The sites files of a folder by their names (`sites.yaml`, `NAME.sites.yaml`), sorted; none where it cannot be read. */
export async function sitesFilesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && /^(?:[^\p{C}]+\.)?sites\.ya?ml$/u.test(entry.name))
      .map(({ name }) => name)
      .toSorted()
      .slice(0, MOST);
  } catch {
    return [];
  }
}
