import type { Remedy } from "../../core/remedy.ts";
import type { ServerLines } from "./places.ts";
import { caddyString, fieldName, pathText } from "./quoting.ts";
import { groupNames, ianaSuites } from "./suite-names.ts";

/** The lines of a remedy for Caddy 2; null where Caddy has no line for it, or does it unasked. */
export function caddyLines(remedy: Remedy): ServerLines | null {
  const lines = directives(remedy);
  return lines === null ? null : { place: "caddy-site", lines };
}

function directives(remedy: Remedy): readonly string[] | null {
  switch (remedy.action) {
    case "set-response-header":
      // ">" defers the change until the application behind has written its own field.
      return (remedy.paths ?? [null]).map(
        (path) =>
          `header ${path === null ? "" : `${pathText(path)}* `}>${fieldName(remedy.name)} ${caddyString(remedy.value)}`,
      );
    case "remove-response-header":
      return [`header -${fieldName(remedy.name)}`];
    case "deny-path":
      return [`respond ${pathText(remedy.path)}${remedy.directory ? "*" : ""} 404`];
    case "disable-listing":
      return ["file_server"];
    case "tls-setting":
      return tlsDirectives(remedy);
    default:
      return null;
  }
}

function tlsDirectives(remedy: Extract<Remedy, { action: "tls-setting" }>): readonly string[] | null {
  const block = (line: string): readonly string[] => ["tls {", `    ${line}`, "}"];
  if (remedy.setting === "protocols") return block("protocols tls1.2 tls1.3");
  if (remedy.setting === "suites") return block(`ciphers ${ianaSuites(remedy.suites).join(" ")}`);
  if (remedy.setting === "groups") {
    return block(
      `curves ${groupNames(remedy.groups)
        .map((group) => group.toLowerCase())
        .join(" ")}`,
    );
  }
  return null;
}
