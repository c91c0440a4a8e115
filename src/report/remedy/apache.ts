import type { Remedy } from "../../core/remedy.ts";
import type { ServerLines } from "./places.ts";
import { apacheHeaderValue, cookiePattern, fieldName, hostText, pathText, regexLiteral } from "./quoting.ts";
import { hybridGroups, openSslGroups, openSslSuites } from "./suite-names.ts";

/** The lines of a remedy for Apache 2.4; null where Apache has no line for it. */
export function apacheLines(remedy: Remedy): ServerLines | null {
  switch (remedy.action) {
    case "set-response-header":
      // Applications write into the table of successful answers, "always" is another one: unset there, or two are sent.
      return {
        place: "apache-site",
        lines: (remedy.paths ?? [null]).flatMap((path) => {
          const where = path === null ? "" : ` ${forPath(path)}`;
          return [
            `Header onsuccess unset ${fieldName(remedy.name)}${where}`,
            `Header always set ${fieldName(remedy.name)} ${apacheHeaderValue(remedy.value)}${where}`,
          ];
        }),
      };
    case "remove-response-header":
      return remedy.name.toLowerCase() === "server"
        ? { place: "apache-main", lines: ["ServerTokens Prod", "ServerSignature Off"] }
        : {
            place: "apache-site",
            lines: [
              `Header onsuccess unset ${fieldName(remedy.name)}`,
              `Header always unset ${fieldName(remedy.name)}`,
            ],
          };
    case "redirect-to-https":
      return {
        place: "apache-rewrite",
        lines: [
          "RewriteEngine On",
          "RewriteCond %{HTTPS} !=on",
          `RewriteCond %{HTTP_HOST} ^${regexLiteral(hostText(remedy.host))} [NC]`,
          `RewriteRule ^ https://${hostText(remedy.host)}%{REQUEST_URI} [R=301,L]`,
        ],
      };
    case "deny-path":
      return {
        place: "apache-site",
        lines: [`RedirectMatch 404 "^${regexLiteral(pathText(remedy.path))}${remedy.directory ? "" : "$"}"`],
      };
    case "protect-path":
      return {
        place: "apache-vhost",
        lines: [
          `<Location "${pathText(remedy.path)}">`,
          "    AuthType Basic",
          '    AuthName "Restricted"',
          "    AuthUserFile /etc/apache2/vigie.htpasswd",
          "    Require valid-user",
          "</Location>",
        ],
      };
    case "disable-listing":
      return {
        place: "apache-vhost",
        lines: [`<Location "${pathText(remedy.path)}">`, "    Options -Indexes", "</Location>"],
      };
    case "cookie-flag":
      return cookieLines(remedy);
    case "tls-setting":
      return tlsLines(remedy);
    default:
      return null;
  }
}

/** By the request line, which stays as it was asked when a rewrite has led to index.php. */
function forPath(path: string): string {
  return `"expr=%{THE_REQUEST} =~ m#^[A-Z]+ ${regexLiteral(pathText(path)).replaceAll("#", ".")}[/? ]#"`;
}

/** One line a flag and a table of headers, each of which leaves alone a cookie that has the flag already. */
function cookieLines(remedy: Extract<Remedy, { action: "cookie-flag" }>): ServerLines | null {
  const flags = remedy.add.filter((flag) => !flag.startsWith("__"));
  if (flags.length === 0) return null;
  const name = cookiePattern(remedy.cookie);
  return {
    place: "apache-site",
    lines: flags.flatMap((flag) => {
      const word = flag.split("=")[0] ?? flag;
      return ["onsuccess", "always"].map(
        (table) => `Header ${table} edit Set-Cookie "(?i)^(${name}=(?:(?!;\\s*${word}).)*)$" "$1; ${flag}"`,
      );
    }),
  };
}

function tlsLines(remedy: Extract<Remedy, { action: "tls-setting" }>): ServerLines | null {
  // Without a cache Apache does not start with stapling, and the cache stands outside of every VirtualHost.
  if (remedy.setting === "stapling") {
    return { place: "apache-main", lines: ["SSLStaplingCache shmcb:ssl_stapling(128000)", "SSLUseStapling on"] };
  }
  const lines = tlsDirectives(remedy);
  return lines === null ? null : { place: "apache-vhost", lines };
}

function tlsDirectives(remedy: Extract<Remedy, { action: "tls-setting" }>): readonly string[] | null {
  switch (remedy.setting) {
    case "protocols":
      return [`SSLProtocol -all ${protocolList(remedy.versions)}`];
    case "suites":
      return [`SSLCipherSuite ${openSslSuites(remedy.suites)}`];
    case "server-order":
      return ["SSLHonorCipherOrder on"];
    case "groups":
      return [
        `SSLOpenSSLConfCmd Groups ${openSslGroups(remedy.groups).join(":")}`,
        ...hybridGroups(remedy.groups)
          .slice(0, 1)
          .map(
            (group) =>
              `# OpenSSL 3.5 or later: SSLOpenSSLConfCmd Groups ${[group, ...openSslGroups(remedy.groups)].join(":")}`,
          ),
      ];
    case "dh-parameters":
      return ["SSLOpenSSLConfCmd DHParameters /etc/apache2/ffdhe3072.pem"];
    case "session-tickets":
      return ["SSLSessionTickets off"];
    case "compression":
      return ["SSLCompression off"];
    case "client-certificate":
      return remedy.guards === true ? null : ["SSLVerifyClient none"];
    // SSLStrictSNIVHostCheck refuses the request, after the handshake has shown the certificate.
    case "sni-default":
    case "stapling":
    case "early-data":
      return null;
  }
}

function protocolList(versions: readonly string[] | undefined): string {
  const known = new Map([
    ["TLSv1.0", "+TLSv1"],
    ["TLSv1.1", "+TLSv1.1"],
    ["TLSv1.2", "+TLSv1.2"],
    ["TLSv1.3", "+TLSv1.3"],
  ]);
  const names = (versions ?? []).flatMap((version) => known.get(version) ?? []);
  return (names.length === 0 ? ["+TLSv1.2", "+TLSv1.3"] : names).join(" ");
}
