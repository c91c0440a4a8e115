import type { Remedy } from "../../core/remedy.ts";
import type { ServerLines } from "./places.ts";
import { cookiePattern, fieldName, hostText, nginxString, pathText, regexLiteral } from "./quoting.ts";
import { hybridGroups, openSslGroups, openSslSuites } from "./suite-names.ts";

/** The lines of a remedy for nginx; null where nginx has no line for it. */
export function nginxLines(remedy: Remedy): ServerLines | null {
  switch (remedy.action) {
    case "set-response-header":
      if (remedy.paths !== undefined) return pathHeaderLines(remedy, remedy.paths);
      // An application behind nginx may send the field already: two of them would be worse than one wrong one.
      return inServer([
        ...hideLines(remedy.name),
        `add_header ${fieldName(remedy.name)} ${nginxString(remedy.value)} always;`,
      ]);
    case "remove-response-header":
      return remedy.name.toLowerCase() === "server"
        ? { place: "nginx-http", lines: ["server_tokens off;"] }
        : inServer(hideLines(remedy.name));
    case "redirect-to-https":
      return {
        place: "nginx-own-server",
        lines: [
          "server {",
          "    listen 80;",
          "    listen [::]:80;",
          `    server_name ${hostText(remedy.host)};`,
          "    return 301 https://$host$request_uri;",
          "}",
        ],
      };
    case "deny-path":
      return inServer(
        remedy.directory
          ? [`location ^~ ${pathText(remedy.path)} { return 404; }`]
          : [`location = ${pathText(remedy.path)} { return 404; }`],
      );
    case "protect-path":
      return inServer([
        `location ^~ ${pathText(remedy.path)} {`,
        '    auth_basic "Restricted";',
        "    auth_basic_user_file /etc/nginx/vigie.htpasswd;",
        "    # repeat here the fastcgi_pass or proxy_pass lines that serve this path",
        "}",
      ]);
    case "disable-listing":
      return inServer([
        // The root has its location already.
        pathText(remedy.path) === "/" ? "autoindex off;" : `location ${pathText(remedy.path)} { autoindex off; }`,
      ]);
    case "cookie-flag":
      return cookieLines(remedy);
    case "tls-setting":
      return tlsLines(remedy);
    default:
      return null;
  }
}

function inServer(lines: readonly string[]): ServerLines {
  return { place: "nginx-server", lines };
}

/**
 * A field for some paths only. Not by `location`, which would take the request away from the lines that serve it, and not by
 * `map $uri`, which is `/index.php` by the time that the field is written: the address as it was asked decides.
 */
function pathHeaderLines(remedy: HeaderRemedy, paths: readonly string[]): ServerLines {
  return inServer([
    'set $vigie_personal "";',
    ...paths.map(
      (path) =>
        `if ($request_uri ~ "^${regexLiteral(pathText(path))}([/?]|$)") { set $vigie_personal ${nginxString(remedy.value)}; }`,
    ),
    // nginx sends no field whose value is empty.
    `add_header ${fieldName(remedy.name)} $vigie_personal always;`,
  ]);
}

type HeaderRemedy = Extract<Remedy, { action: "set-response-header" }>;

function hideLines(name: string): readonly string[] {
  return ["proxy_hide_header", "fastcgi_hide_header"].map((directive) => `${directive} ${fieldName(name)};`);
}

function cookieLines(remedy: Extract<Remedy, { action: "cookie-flag" }>): ServerLines | null {
  const flags = remedy.add.filter((flag) => !flag.startsWith("__")).map((flag) => flag.toLowerCase());
  if (flags.length === 0) return null;
  return inServer([`proxy_cookie_flags ~^${cookiePattern(remedy.cookie)}$ ${flags.join(" ")};`]);
}

function tlsLines(remedy: Extract<Remedy, { action: "tls-setting" }>): ServerLines | null {
  switch (remedy.setting) {
    case "protocols":
      return inServer([`ssl_protocols ${protocolList(remedy.versions)};`]);
    case "suites":
      return inServer([`ssl_ciphers ${openSslSuites(remedy.suites)};`]);
    case "server-order":
      return inServer(["ssl_prefer_server_ciphers on;"]);
    case "groups":
      return inServer([
        `ssl_ecdh_curve ${openSslGroups(remedy.groups).join(":")};`,
        ...hybridGroups(remedy.groups)
          .slice(0, 1)
          .map(
            (group) => `# OpenSSL 3.5 or later: ssl_ecdh_curve ${[group, ...openSslGroups(remedy.groups)].join(":")};`,
          ),
      ]);
    case "dh-parameters":
      return inServer(["ssl_dhparam /etc/nginx/ffdhe3072.pem;"]);
    case "session-tickets":
      return inServer(["ssl_session_tickets off;", "ssl_session_cache shared:vigie:10m;"]);
    case "early-data":
      return inServer(["ssl_early_data off;"]);
    case "stapling":
      // Verified by nginx only where ssl_trusted_certificate names the roots, whose file differs by system and must exist.
      return inServer([
        "ssl_stapling on;",
        "# Debian, Ubuntu: ssl_stapling_verify on; ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;",
      ]);
    case "sni-default":
      return {
        place: "nginx-own-server",
        lines: ["server {", "    listen 443 ssl default_server;", "    ssl_reject_handshake on;", "}"],
      };
    case "client-certificate":
      // Where a certificate was only asked for, what looks at it finds none afterwards, and stays shut.
      return remedy.guards === true ? null : inServer(["ssl_verify_client off;"]);
    case "compression":
      return null;
  }
}

/** nginx names of protocol versions; TLS 1.2 and 1.3 where the remedy names none. */
function protocolList(versions: readonly string[] | undefined): string {
  const known = new Map([
    ["TLSv1.0", "TLSv1"],
    ["TLSv1.1", "TLSv1.1"],
    ["TLSv1.2", "TLSv1.2"],
    ["TLSv1.3", "TLSv1.3"],
  ]);
  const names = (versions ?? []).flatMap((version) => known.get(version) ?? []);
  return (names.length === 0 ? ["TLSv1.2", "TLSv1.3"] : names).join(" ");
}
