import { readFileSync } from "node:fs";
import { packageFile } from "../package-root.ts";

/** The version that package.json states. */
export function toolVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(packageFile("package.json"), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) return String(manifest.version);
  throw new Error("package.json of vigie states no version");
}
