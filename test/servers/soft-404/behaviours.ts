import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** What a host answers for paths that it does not know. `state` counts its requests. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, state: HostState) => void;

export interface HostState {
  /** Requests so far, this one included. */
  readonly count: number;
  /** A number in [0, 1), the same sequence in every run. */
  random(): number;
}

/** A behaviour also decides whether a planted file or the home page is let through at all. */
export interface Host {
  readonly unknown: Behaviour;
  /** Answers in the place of everything when it returns true: a wall before the site. */
  readonly wall?: (request: IncomingMessage, response: ServerResponse, state: HostState) => boolean;
}

const HOME = `<!doctype html><html lang="fr"><head><title>Boulangerie du Marché</title></head>
<body><h1>Boulangerie du Marché</h1><p>Pains au levain, viennoiseries et brioches, cuits chaque matin dans notre fournil.</p>
<script src="/app.js"></script></body></html>`;

/** A page that quotes what every probe looks for, as a tutorial on securing a shop would. */
const TUTORIAL = `Never publish these files. Examples of what attackers look for:
[core]
\trepositoryformatversion = 0
ref: refs/heads/main
APP_ENV=prod
DB_PASSWORD=example
-----BEGIN RSA PRIVATE KEY-----
-- MySQL dump 10.13
CREATE TABLE \`customers\` (id int);
define('DB_PASSWORD', 'example');
<?php
[default]
aws_secret_access_key = example
{"packages": [{"name": "x"}], "require": {"php": ">=8"}, "content-hash": "0123456789abcdef0123456789abcdef"}
<title>phpinfo()</title> Loaded Configuration File
<title>Login - Adminer</title> name="pma_username"
<title>Index of /backup</title><a href="../">Parent Directory</a>
User-agent: *
Disallow: /admin
Contact: mailto:security@bakery.test
Expires: 2027-01-01T00:00:00Z
email;first_name;last_name;phone
`;

const ZIP = Buffer.from("504b03041400000008000000210000000000000000000000000000000000", "hex");

/** Twenty-four hosts, each of a few lines. Names are said in the test's table. */
export const HOSTS: Readonly<Record<string, Host>> = {
  "honest 404": { unknown: (_request, response) => send(response, 404, "text/html", page("404 Not Found")) },
  "single-page application": { unknown: (_request, response) => send(response, 200, "text/html", HOME) },
  "application that repeats path and nonce": {
    unknown: (request, response, state) =>
      send(
        response,
        200,
        "text/html",
        page(
          `Rien à ${decoded(request)}`,
          `<a href="${request.url ?? ""}">${decoded(request)}</a><script nonce="${String(state.random())}"></script>`,
        ),
      ),
  },
  "slug turned into a title": {
    unknown: (request, response) =>
      send(
        response,
        200,
        "text/html",
        page(titleOf(request), `<h1>Index of ${titleOf(request)}</h1><a href="../">..</a>`),
      ),
  },
  "redirect to the home page": { unknown: (_request, response) => redirect(response, "/") },
  "redirect to a login": {
    unknown: (request, response) =>
      request.url?.startsWith("/login") === true
        ? send(
            response,
            200,
            "text/html",
            page("Connexion", '<form id="loginform"><input name="log"><input type="password"></form>'),
          )
        : redirect(response, `/login?returnurl=${encodeURIComponent(request.url ?? "")}`),
  },
  "JSON for everything": {
    unknown: (_request, response) => send(response, 200, "application/json", '{"items":[],"total":0}'),
  },
  "random products": { unknown: (_request, response, state) => send(response, 200, "text/html", products(state)) },
  "403 on dotfiles, SQL and archives": {
    unknown: (_request, response) => send(response, 404, "text/html", page("404 Not Found")),
    wall: (request, response) => {
      if (!/\/\.|\.sql|\.zip|\.gz/.test(request.url ?? "")) return false;
      send(response, 403, "text/html", page("403 Forbidden"));
      return true;
    },
  },
  "closed connection on dotfiles, SQL and archives": {
    unknown: (_request, response) => send(response, 404, "text/html", page("404 Not Found")),
    wall: (request) => {
      const closed = /\/\.|\.sql|\.zip|\.gz/.test(request.url ?? "");
      if (closed) request.socket.destroy();
      return closed;
    },
  },
  "403 for everything unknown": {
    unknown: (_request, response) => send(response, 403, "text/html", page("Forbidden")),
  },
  "challenge after 60 requests": {
    unknown: (_request, response) => send(response, 404, "text/html", page("404 Not Found")),
    wall: (_request, response, { count }) => {
      if (count > 60) send(response, 200, "text/html", page("Just a moment...", "Checking your browser"));
      return count > 60;
    },
  },
  "429 after 80 requests": {
    unknown: (_request, response) => send(response, 404, "text/html", page("404 Not Found")),
    wall: (_request, response, { count }) => {
      if (count > 80) send(response, 429, "text/plain", "slow down");
      return count > 80;
    },
  },
  "403 after 30 requests": {
    unknown: (_request, response) => send(response, 404, "text/html", page("404 Not Found")),
    wall: (_request, response, { count }) => {
      if (count > 30) send(response, 403, "text/html", page("Access denied"));
      return count > 30;
    },
  },
  "404 for everything after 50 requests": {
    unknown: (_request, response) => send(response, 404, "text/html", page("404 Not Found")),
    wall: (_request, response, { count }) => {
      if (count > 50) send(response, 404, "text/html", page("404 Not Found"));
      return count > 50;
    },
  },
  "404 for everything, the last 6 requests and one look": {
    unknown: (_request, response) => send(response, 404, "text/html", page("404 Not Found")),
    wall: (_request, response, { count }) => {
      const walled = count > 84 && count <= 90;
      if (walled) send(response, 404, "text/html", page("404 Not Found"));
      return walled;
    },
  },
  "brake for a moment after 56 requests": {
    unknown: (_request, response) => send(response, 404, "text/html", page("404 Not Found")),
    wall: (_request, response, { count }) => {
      const braked = count > 56 && count <= 59;
      if (braked) send(response, 429, "text/plain", "slow down");
      return braked;
    },
  },
  "PHP answers everything, static files do not": {
    unknown: (request, response) =>
      /\.php|\/$/.test(request.url ?? "")
        ? send(response, 200, "text/html", HOME)
        : send(response, 404, "text/html", page("404 Not Found")),
  },
  "tutorial for everything, as HTML": {
    unknown: (_request, response) => send(response, 200, "text/html", page("Docs", `<pre>${TUTORIAL}</pre>`)),
  },
  "tutorial for everything, as text": {
    unknown: (_request, response) => send(response, 200, "text/plain", TUTORIAL),
  },
  "archive for everything": { unknown: (_request, response) => send(response, 200, "application/zip", ZIP) },
  "archive of its own for every path": {
    unknown: (request, response) =>
      send(response, 200, "application/zip", Buffer.concat([ZIP, Buffer.from(request.url ?? "")])),
  },
  "random content of every kind": {
    unknown: (_request, response, state) => {
      const [status, type, body] = RANDOM[Math.floor(state.random() * RANDOM.length)] ?? [200, "text/plain", ""];
      send(response, status, type, body);
    },
  },
  "everything compressed, whatever was asked": {
    unknown: (_request, response) => {
      response.setHeader("content-encoding", "gzip");
      send(response, 200, "text/html", gzipSync(HOME));
    },
  },
};

const RANDOM: readonly (readonly [number, string, string | Buffer])[] = [
  [200, "application/zip", ZIP],
  [200, "text/html", HOME],
  [200, "text/plain", TUTORIAL],
  [200, "application/json", '{"packages": [], "require": {}}'],
  [404, "text/html", page("404 Not Found")],
  [403, "text/html", page("Forbidden")],
  [200, "text/plain", "APP_ENV=prod\nDB_PASSWORD=x\n"],
  [302, "text/plain", ""],
];

export function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
  response.end(body);
}

export function page(title: string, body = ""): string {
  return `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;
}

export const HOME_PAGE = HOME;

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, "content-length": 0 });
  response.end();
}

function decoded(request: IncomingMessage): string {
  return decodeURIComponent(request.url ?? "");
}

/** `/adminer.php` → "Adminer": what a wiki makes of an address. */
function titleOf(request: IncomingMessage): string {
  const leaf =
    (request.url ?? "")
      .replace(/\.\w+$/, "")
      .split("/")
      .findLast((part) => part !== "") ?? "";
  return leaf.charAt(0).toUpperCase() + leaf.slice(1);
}

const WORDS =
  "baguette brioche levain seigle noix figue sésame campagne épeautre croissant tarte flan olive pavot".split(" ");

function products(state: HostState): string {
  const names = Array.from({ length: 40 }, () => WORDS[Math.floor(state.random() * WORDS.length)] ?? "");
  return page(
    "Nos produits",
    `<ul>${names.map((name) => `<li>${name} ${String(Math.floor(state.random() * 900))} €</li>`).join("")}</ul>`,
  );
}
