import { createHash } from "node:crypto";

/** `v1:` and the first 32 hex digits of SHA-256 over the JSON array [check, target.id, subject]: stable across scans. */
export function fingerprint(check: string, targetId: string, subject: string): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([check, targetId, subject]))
    .digest("hex");
  return `v1:${digest.slice(0, 32)}`;
}
