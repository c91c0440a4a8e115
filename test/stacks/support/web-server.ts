import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Issued } from "../../../src/demo/pki.ts";
import { ended, freePort, listening } from "./process.ts";
import { findProgram } from "./programs.ts";

export type WebServerName = "nginx" | "apache";

/** A real web server with its own folder and port; stopped and removed at the end of its scope. */
export interface WebServer extends AsyncDisposable {
  readonly port: number;
}

/** Lines of a configuration: what the whole server has, what the site has, and further blocks beside the site's. */
export interface WebServerLines {
  readonly whole?: readonly string[];
  readonly site?: readonly string[];
  readonly beside?: readonly string[];
  /** Another shop on the same address. */
  readonly neighbour?: Issued;
  /** Whether the neighbour comes first and so answers whoever names no host; default yes. */
  readonly neighbourFirst?: boolean;
}

export interface WebServerOptions extends WebServerLines {
  readonly certificate: Issued;
  readonly serverName: string;
}

const PROGRAMS: Readonly<Record<WebServerName, readonly string[]>> = {
  nginx: ["nginx"],
  apache: ["apache2", "httpd"],
};

/** The path of a web server, if the machine has it. */
export function webServerProgram(name: WebServerName): string | null {
  return findProgram(...PROGRAMS[name]);
}

/** Starts a web server on a free port of loopback and waits until it listens. Throws with its own words when it does not start. */
export async function startWebServer(name: WebServerName, options: WebServerOptions): Promise<WebServer> {
  const program = webServerProgram(name);
  if (program === null) throw new Error(`${name} is not installed`);
  const folder = mkdtempSync(join(tmpdir(), `vigie-${name}-`));
  const port = await freePort();
  writeFileSync(join(folder, "chain.pem"), options.certificate.chain, { mode: 0o600 });
  writeFileSync(join(folder, "key.pem"), options.certificate.keyPem, { mode: 0o600 });
  if (options.neighbour !== undefined) {
    writeFileSync(join(folder, "neighbour-chain.pem"), options.neighbour.chain, { mode: 0o600 });
    writeFileSync(join(folder, "neighbour-key.pem"), options.neighbour.keyPem, { mode: 0o600 });
  }
  const file = join(folder, "server.conf");
  const text =
    name === "nginx" ? nginxConfiguration(folder, port, options) : apacheConfiguration(folder, port, options);
  writeFileSync(file, text);
  const argv =
    name === "nginx" ? ["-p", folder, "-e", join(folder, "error.log"), "-c", file] : ["-X", "-d", folder, "-f", file];
  const child = spawn(program, argv, { stdio: ["ignore", "pipe", "pipe"] });
  const words: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => words.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => words.push(chunk.toString()));
  const stop = async (): Promise<void> => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening(port, child);
  } catch (error) {
    await stop();
    throw new Error(`${name} did not start: ${words.join("").slice(0, 2000)}\n${text}`, { cause: error });
  }
  return { port, [Symbol.asyncDispose]: stop };
}

function nginxConfiguration(folder: string, port: number, options: WebServerOptions): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `  ${kind}_temp_path ${folder}/${kind};`,
  );
  return [
    "daemon off;",
    "worker_processes 1;",
    `pid ${folder}/pid;`,
    `error_log ${folder}/error.log;`,
    "events { worker_connections 256; }",
    "http {",
    "  access_log off;",
    ...temporary,
    ...(options.whole ?? []).map((line) => `  ${line}`),
    ...(options.neighbour === undefined
      ? []
      : [
          "  server {",
          `    listen 127.0.0.1:${port} ssl;`,
          "    server_name neighbour.test;",
          `    ssl_certificate ${folder}/neighbour-chain.pem;`,
          `    ssl_certificate_key ${folder}/neighbour-key.pem;`,
          "  }",
        ]),
    "  server {",
    `    listen 127.0.0.1:${port} ssl;`,
    `    server_name ${options.serverName};`,
    `    ssl_certificate ${folder}/chain.pem;`,
    `    ssl_certificate_key ${folder}/key.pem;`,
    ...(options.site ?? []).map((line) => `    ${line}`),
    "    location / { default_type text/plain; return 200 bread; }",
    "  }",
    ...onPort(options.beside, port).map((line) => `  ${line}`),
    "}",
    "",
  ].join("\n");
}

function apacheConfiguration(folder: string, port: number, options: WebServerOptions): string {
  const modules = ["mpm_event", "authz_core", "headers", "ssl", "socache_shmcb"];
  writeFileSync(join(folder, "index.html"), "bread");
  const neighbour =
    options.neighbour === undefined
      ? []
      : [
          `<VirtualHost 127.0.0.1:${port}>`,
          "  ServerName neighbour.test",
          "  SSLEngine on",
          `  SSLCertificateFile ${folder}/neighbour-chain.pem`,
          `  SSLCertificateKeyFile ${folder}/neighbour-key.pem`,
          "</VirtualHost>",
        ];
  return [
    `ServerRoot ${folder}`,
    `ServerName ${options.serverName}`,
    `PidFile ${folder}/pid`,
    `DefaultRuntimeDir ${folder}`,
    `Mutex file:${folder} default`,
    `ErrorLog ${folder}/error.log`,
    `Listen 127.0.0.1:${port}`,
    ...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
    "LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so",
    "DirectoryIndex index.html",
    ...(options.whole ?? []),
    ...(options.neighbourFirst === false ? [] : neighbour),
    `<VirtualHost 127.0.0.1:${port}>`,
    `  ServerName ${options.serverName}`,
    `  DocumentRoot ${folder}`,
    `  <Directory ${folder}>`,
    "    Require all granted",
    "  </Directory>",
    "  SSLEngine on",
    `  SSLCertificateFile ${folder}/chain.pem`,
    `  SSLCertificateKeyFile ${folder}/key.pem`,
    ...(options.site ?? []).map((line) => `  ${line}`),
    "</VirtualHost>",
    ...(options.neighbourFirst === false ? neighbour : []),
    ...onPort(options.beside, port),
    "",
  ].join("\n");
}

/** Printed lines say 443; the private instance listens elsewhere, on loopback only. */
function onPort(lines: readonly string[] | undefined, port: number): readonly string[] {
  return (lines ?? []).map((line) => line.replace(/listen (\[::\]:)?443/, `listen 127.0.0.1:${port}`));
}
