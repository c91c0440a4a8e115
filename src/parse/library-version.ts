import { LIBRARIES, type Library, type VulnerableRange } from "../data/libraries.ts";

/** A library that a page loads, with the version that its address or its own banner tells. */
export interface SeenLibrary {
  readonly library: Library;
  readonly version: string;
  /** What told it. */
  readonly by: "address" | "banner" | "wordpress";
}

/** Longest address or banner that is looked at. */
const MAX_LENGTH = 500;

/** What is known of a script. */
export interface ScriptSigns {
  /** Its address, without query; null for an inline script. */
  readonly src: string | null;
  /** The first line of its banner comment. */
  readonly banner: string | null;
  /** The version in the query of a library that WordPress ships. */
  readonly assetVersion: string | null;
}

/** The library of a script, by its banner or its address; null where neither tells a version. */
export function libraryOf({ src, banner, assetVersion }: ScriptSigns): SeenLibrary | null {
  for (const library of LIBRARIES) {
    const told = banner === null ? null : versionIn(banner.replace(/^[\s*!]+/, ""), [library.banner]);
    if (told !== null) return { library, version: told, by: "banner" };
  }
  if (src === null) return null;
  const shipped =
    assetVersion === null ? undefined : LIBRARIES.find((library) => library.wordpress?.test(src) === true);
  if (shipped !== undefined && assetVersion !== null)
    return { library: shipped, version: assetVersion, by: "wordpress" };
  for (const library of LIBRARIES) {
    const told = versionIn(src, library.addresses);
    if (told !== null) return { library, version: told, by: "address" };
  }
  return null;
}

/** The known holes of a version. */
export function holesOf(library: Library, version: string): readonly VulnerableRange[] {
  return library.ranges.filter(
    ({ from, below }) =>
      compareVersions(version, below) < 0 && (from === undefined || compareVersions(version, from) >= 0),
  );
}

/** Orders two versions number by number; a pre-release (-rc1, -beta.2) comes before its release. */
export function compareVersions(a: string, b: string): number {
  const left = partsOf(a);
  const right = partsOf(b);
  for (let index = 0; index < Math.max(left.numbers.length, right.numbers.length); index += 1) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.suffix === right.suffix) return 0;
  if (left.suffix === "") return 1;
  return right.suffix === "" ? -1 : left.suffix.localeCompare(right.suffix, "en", { numeric: true });
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly suffix: string } {
  const [numbers = "", ...suffix] = version.split("-");
  return { numbers: numbers.split(".").map((part) => Number.parseInt(part, 10) || 0), suffix: suffix.join("-") };
}

function versionIn(text: string, patterns: readonly RegExp[]): string | null {
  const bounded = text.slice(0, MAX_LENGTH);
  for (const pattern of patterns) {
    const version = pattern.exec(bounded)?.[1];
    if (version !== undefined) return version;
  }
  return null;
}
