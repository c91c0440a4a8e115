import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Place } from "../../src/report/remedy/places.ts";
import type { Stack } from "../../src/report/remedy/rendered.ts";
import { createAuthority } from "../../src/demo/pki.ts";
import { closedPort } from "../servers/loopback.ts";

const authority = createAuthority(new Date());
// RSA, so that suites of every kind of key exchange can be offered.
const leaf = authority.issue({ names: ["bakery.test", "www.bakery.test"], key: { type: "rsa", bits: 2048 } });

/** The root that signs the certificates of the servers here. */
export const ROOT: string = authority.root.pem;

/** Lines as a remedy prints them, by the place where they belong. */
export type Pasted = Partial<Readonly<Record<Place, readonly string[]>>>;

export interface ServerSetup {
  /** Port of the application behind the server. */
  readonly app: number;
  /** Folder whose files are served, with listings, where the application has no page. */
  readonly files: string;
  readonly pasted: Pasted;
  /** The http port serves the shop, as one that nobody has repaired; otherwise it redirects. */
  readonly inClear: boolean;
  /** TLS lines before any remedy. */
  readonly tls?: readonly string[];
}

export interface RealServer extends AsyncDisposable {
  readonly https: number;
  readonly http: number;
}

/** Whether the server's binary is on this machine. */
export function isInstalled(binary: string): boolean {
  return spawnSync(binary, [binary === "caddy" ? "version" : "-v"], { stdio: "ignore" }).status === 0;
}

/** Starts a private instance in a temporary folder, on ephemeral ports of the loopback interface. */
export async function startRealServer(
  stack: Extract<Stack, "nginx" | "apache" | "caddy">,
  setup: ServerSetup,
): Promise<RealServer> {
  const folder = mkdtempSync(join(tmpdir(), `vigie-${stack}-`));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "chain.pem"), leaf.chain);
  writeFileSync(join(folder, "key.pem"), leaf.keyPem);
  const https = await closedPort();
  let http = await closedPort();
  // The kernel may hand out the same free port twice.
  while (http === https) http = await closedPort();
  const ports: Ports = { https, http, folder };
  const config = CONFIGURATIONS[stack](setup, ports);
  const file = join(folder, `${stack}.conf`);
  writeFileSync(file, config);
  const { run, check } = commandsFor(stack, folder, file);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const checked = spawnSync(check[0], check.slice(1), { encoding: "utf8", env });
  if (checked.status !== 0)
    throw new Error(
      `${stack} refuses its configuration:\n${checked.stderr}\n${String(checked.error ?? "")}\n${config}`,
    );
  const child = spawn(run[0], run.slice(1), { stdio: ["ignore", "ignore", "pipe"], env });
  let complaints = "";
  child.stderr.on("data", (bytes: Buffer) => (complaints += bytes.toString()));
  await accepting(child, https, () => complaints);
  return {
    https,
    http,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null) {
        const gone = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGTERM");
        await gone;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Command = readonly [string, ...string[]];

function commandsFor(stack: Stack, folder: string, file: string): { readonly run: Command; readonly check: Command } {
  if (stack === "nginx") {
    const run: Command = ["nginx", "-p", folder, "-c", file, "-e", join(folder, "error.log")];
    return { run, check: [...run, "-t"] };
  }
  if (stack === "apache") {
    const check: Command = ["apache2", "-d", folder, "-f", file, "-t"];
    return { run: ["apache2", "-d", folder, "-f", file, "-DFOREGROUND"], check };
  }
  const options = ["--config", file, "--adapter", "caddyfile"];
  return { run: ["caddy", "run", ...options], check: ["caddy", "validate", ...options] };
}

interface Ports {
  readonly https: number;
  readonly http: number;
  readonly folder: string;
}

async function accepting(child: ChildProcess, port: number, complaints: () => string): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server stopped: ${complaints()}`);
    if (await accepts(port)) return;
    await delay(25);
  }
  throw new Error(`the server does not listen: ${complaints()}`);
}

async function accepts(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}

function lines(list: readonly string[] | undefined): string {
  return (list ?? []).join("\n");
}

/** Lines of the site that the pasted ones do not replace: whoever pastes `ssl_protocols` takes the old one away. */
function unlessPasted(own: readonly string[] = [], pasted: readonly string[] = []): readonly string[] {
  const replaced = new Set(pasted.map((line) => line.split(" ", 1)[0]));
  return own.filter((line) => !replaced.has(line.split(" ", 1)[0]));
}

/**
 * A shop behind nginx as tutorials set it up. The only change to pasted lines is the port: a test may not listen on 80 or 443.
 */
function nginxConfig({ app, files, pasted, inClear, tls }: ServerSetup, { https, http, folder }: Ports): string {
  const proxy = `root ${files};
    location / { autoindex on; }
    location ~ "^/(connexion|panier|)$" { proxy_pass http://127.0.0.1:${String(app)}; proxy_set_header Host $host; }`;
  const own = lines(pasted["nginx-own-server"])
    .replaceAll("listen 80;", `listen 127.0.0.1:${String(http)};`)
    .replaceAll("listen 443 ssl default_server;", `listen 127.0.0.1:${String(https)} ssl default_server;`)
    .replaceAll(/^ *listen \[::\].*\n/gm, "");
  const plain = own.includes("return 301")
    ? ""
    : `server { listen 127.0.0.1:${String(http)}; server_name bakery.test www.bakery.test; ${inClear ? proxy : "return 301 https://$host$request_uri;"} }`;
  return `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  types { text/html html php; application/sql sql; text/plain txt; }
  ${lines(pasted["nginx-http"])}
  server {
    listen 127.0.0.1:${String(https)} ssl;
    server_name bakery.test www.bakery.test;
    ssl_certificate ${folder}/chain.pem;
    ssl_certificate_key ${folder}/key.pem;
    ${lines(unlessPasted(tls, pasted["nginx-server"]))}
    ${proxy}
    ${lines(pasted["nginx-server"])}
  }
  ${own}
  ${plain}
}
`;
}

const APACHE_MODULES = [
  "mpm_event",
  "authn_core",
  "authz_core",
  "headers",
  "rewrite",
  "alias",
  "autoindex",
  "dir",
  "mime",
  "proxy",
  "proxy_http",
  "setenvif",
  "socache_shmcb",
  "ssl",
];

/** The same shop behind Apache, with the application behind mod_proxy. */
function apacheConfig({ app, files, pasted, inClear, tls }: ServerSetup, { https, http, folder }: Ports): string {
  const proxy = `
  ProxyPassMatch "^/(connexion|panier|)$" http://127.0.0.1:${String(app)}/$1
  DocumentRoot ${files}
  <Directory ${files}>
    Require all granted
    Options Indexes
  </Directory>`;
  const redirect = `RewriteEngine On
  RewriteRule ^ https://%{HTTP_HOST}%{REQUEST_URI} [R=301,L]`;
  return `
ServerRoot ${folder}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
DefaultRuntimeDir ${folder}
Mutex file:${folder} default
User www-data
Group www-data
ServerName bakery.test
Listen 127.0.0.1:${String(https)}
Listen 127.0.0.1:${String(http)}
${APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
TypesConfig /dev/null
AddType text/html html php
${lines(pasted["apache-main"])}
<VirtualHost 127.0.0.1:${String(https)}>
  ServerName bakery.test
  ServerAlias www.bakery.test
  SSLEngine on
  SSLCertificateFile ${folder}/chain.pem
  SSLCertificateKeyFile ${folder}/key.pem
  ${lines(unlessPasted(tls, pasted["apache-vhost"]))}
  ${proxy}
  ${lines(pasted["apache-site"])}
  ${lines(pasted["apache-vhost"])}
</VirtualHost>
<VirtualHost 127.0.0.1:${String(http)}>
  ServerName bakery.test
  ServerAlias www.bakery.test
  ${inClear ? proxy : redirect}
  ${lines(pasted["apache-rewrite"])}
</VirtualHost>
`;
}

/** The same shop behind Caddy; pasted blocks get the test's port in the place of 80. */
function caddyConfig({ app, files, pasted, inClear }: ServerSetup, { https, http, folder }: Ports): string {
  const shop = `root * ${files}
  @app path / /connexion /panier
  reverse_proxy @app 127.0.0.1:${String(app)}
  ${lines(unlessPasted(["file_server browse"], pasted["caddy-site"]))}`;
  const own = lines(pasted["caddy-own-site"]).replaceAll(
    /^http:\/\/(\S+) \{/gm,
    `http://$1:${String(http)} {\nbind 127.0.0.1`,
  );
  const plain =
    own === ""
      ? `http://bakery.test:${String(http)}, http://www.bakery.test:${String(http)} {
  bind 127.0.0.1
  ${inClear ? shop : "redir https://{host}{uri} permanent"}
}`
      : own;
  return `
{
  admin off
  auto_https off
  storage file_system ${folder}
}
https://bakery.test:${String(https)}, https://www.bakery.test:${String(https)} {
  bind 127.0.0.1
  tls ${folder}/chain.pem ${folder}/key.pem
  ${shop}
  ${lines(pasted["caddy-site"])}
}
${plain}
`;
}

const CONFIGURATIONS = { nginx: nginxConfig, apache: apacheConfig, caddy: caddyConfig } as const;
