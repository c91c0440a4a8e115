import type { Remedy } from "../../core/remedy.ts";
import type { ServerLines } from "./places.ts";
import { caddyString, cookiePattern, fieldName, hostText, pathText } from "./quoting.ts";
import { groupNames, ianaSuites } from "./suite-names.ts";

/** The lines of a remedy for Caddy 2; null where Caddy has no line for it, or does it unasked. */
export function caddyLines(remedy: Remedy): ServerLines | null {
  const lines = directives(remedy);
  if (lines === null) return null;
  return { place: remedy.action === "redirect-to-https" ? "caddy-own-site" : "caddy-site", lines };
}

function directives(remedy: Remedy): readonly string[] | null {
  switch (remedy.action) {
    case "set-response-header":
      return (remedy.paths ?? [null]).flatMap((path) =>
        deferred(`${fieldName(remedy.name)} ${caddyString(remedy.value)}`, path === null ? "" : ` ${pathText(path)}*`),
      );
    case "remove-response-header":
      return deferred(`-${fieldName(remedy.name)}`, "");
    case "redirect-to-https":
      // Caddy redirects unasked; where it does not, the site's block names http:// or automatic https is off.
      return [`http://${hostText(remedy.host)} {`, "    redir https://{host}{uri} permanent", "}"];
    case "cookie-flag": {
      const flags = remedy.add.filter((flag) => !flag.startsWith("__"));
      if (flags.length === 0) return null;
      const added = flags.map((flag) => `; ${flag}`).join("");
      return deferred(`Set-Cookie "^(${cookiePattern(remedy.cookie)}=.*)$" "$1${added}"`, "");
    }
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

/** Deferred until the application behind has written its own field; the block form is one that every Caddy 2 reads. */
function deferred(line: string, matcher: string): readonly string[] {
  return [`header${matcher} {`, `    ${line}`, "    defer", "}"];
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
