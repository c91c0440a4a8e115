import type { Remedy } from "../../core/remedy.ts";
import type { Stack } from "./rendered.ts";

/**
 * The remedies whose lines `npm run test:stacks` puts into a real server, reloads it, scans again and finds the weakness
 * gone while the page still answers. That suite fails when an entry here has no case; what is not here is printed as advice.
 */
export const PROVEN: ReadonlySet<string> = new Set<string>([
  ...["nginx", "apache"].flatMap((stack) =>
    [
      "set-response-header",
      "remove-response-header:field",
      "remove-response-header:server",
      "redirect-to-https",
      "cookie-flag:flags",
      "deny-path:directory",
      "deny-path:file",
      "disable-listing",
      "tls-setting:protocols",
      "tls-setting:suites",
      "tls-setting:server-order",
      "tls-setting:groups",
      "tls-setting:session-tickets",
      "tls-setting:stapling",
      "tls-setting:client-certificate",
    ].map((key) => `${stack}:${key}`),
  ),
  ...["set-response-header", "remove-response-header:field", "redirect-to-https", "cookie-flag:flags"].map(
    (key) => `caddy:${key}`,
  ),
  ...["deny-path:directory", "deny-path:file"].map((key) => `caddy:${key}`),
  // The lines of sshd_config.
  "shell:service-setting",
  // Apache has no line for these.
  "nginx:tls-setting:early-data",
  "nginx:tls-setting:sni-default",
]);

/** The key of a remedy in the table: its action, and the setting or header where lines differ by it. */
export function provenKey(stack: Stack, remedy: Remedy): string {
  const detail = detailOf(remedy);
  return detail === null ? `${stack}:${remedy.action}` : `${stack}:${remedy.action}:${detail}`;
}

function detailOf(remedy: Remedy): string | null {
  if (remedy.action === "tls-setting") return remedy.setting;
  if (remedy.action === "remove-response-header") return remedy.name.toLowerCase() === "server" ? "server" : "field";
  if (remedy.action === "cookie-flag") return remedy.add.some((flag) => flag.startsWith("__")) ? "prefix" : "flags";
  if (remedy.action === "deny-path") return remedy.directory ? "directory" : "file";
  return null;
}
