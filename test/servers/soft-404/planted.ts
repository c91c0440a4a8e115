import { gzipSync } from "node:zlib";

/** A file that somebody left on the shop's server. */
export interface PlantedFile {
  readonly type: string;
  readonly body: Buffer;
  /** Probes that must find it in the tiers core and platform. */
  readonly probes: readonly string[];
}

const GIT_CONFIG = `[core]
\trepositoryformatversion = 0
\tfilemode = true
\tbare = false
[remote "origin"]
\turl = https://deploy:fournil-2026@git.bakery.test/shop.git
`;

const SQL_DUMP = `-- MySQL dump 10.19  Distrib 10.11.6-MariaDB, for Linux (x86_64)
--
-- Host: localhost    Database: boulangerie
-- ------------------------------------------------------
CREATE TABLE \`ps_customer\` (
  \`id_customer\` int(10) unsigned NOT NULL AUTO_INCREMENT,
  \`email\` varchar(255) NOT NULL,
  PRIMARY KEY (\`id_customer\`)
);
INSERT INTO \`ps_customer\` VALUES (1,'marie@florist.test'),(2,'paul@bookshop.test');
`;

const DOTENV = `APP_ENV=prod
DATABASE_URL="mysql://boulangerie:levain-2026@localhost/shop"
STRIPE_SECRET_KEY=not-a-real-key
`;

const CUSTOMERS = `prénom;nom;e-mail;téléphone;adresse;code postal
Marie;Fournier;marie@florist.test;0600000000;1 rue du Four;75001
`;

const PHPINFO = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>PHP 8.2.7 - phpinfo()</title></head><body><div class="center">
<table><tr class="h"><td><h1 class="p">PHP Version 8.2.7</h1></td></tr></table>
<table><tr><td class="e">Loaded Configuration File </td><td class="v">/etc/php/8.2/fpm/php.ini </td></tr></table></div></body></html>`;

const ADMINER = `<!DOCTYPE html>
<html lang="fr" dir="ltr">
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>Authentification - Adminer</title>
<body class="ltr nojs"><div id="content"><h2>Authentification</h2><form action="" method="post">
<input name="auth[username]" id="username"><input type="password" name="auth[password]"></form></div>
<div id="menu"><h1><a href="https://www.adminer.org/" target="_blank" id='h1'>Adminer</a> <span class="version">4.8.1</span></h1></div>`;

/** Apache's listing of a folder with backups. */
export const LISTING = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">
<html><head><title>Index of /backup</title></head><body><h1>Index of /backup</h1>
<table><tr><th><a href="?C=N;O=D">Name</a></th></tr><tr><td><a href="/">Parent Directory</a></td></tr>
<tr><td><a href="boutique-2026-11-20.tar.gz">boutique-2026-11-20.tar.gz</a></td></tr></table></body></html>`;

const LOCK = `{
    "_readme": ["This file locks the dependencies of your project to a known state"],
    "content-hash": "0123456789abcdef0123456789abcdef",
    "packages": [{ "name": "symfony/http-kernel", "version": "v6.4.2" }]
}`;

const DS_STORE = Buffer.from("0000000142756431000038000000080000", "hex");

/** Ten files and folders of every kind: text, HTML, JSON and binary. */
export const PLANTED: Readonly<Record<string, PlantedFile>> = {
  "/.git/config": text(GIT_CONFIG, "vcs-git-config"),
  "/.git/HEAD": text("ref: refs/heads/main\n", "vcs-git-head"),
  "/.env": text(DOTENV, "secret-dotenv"),
  "/backup.sql": text(SQL_DUMP, "dump-sql"),
  "/dump.sql.gz": { type: "application/gzip", body: gzipSync(SQL_DUMP), probes: ["dump-sql-gz"] },
  "/customers.csv": { type: "text/csv", body: Buffer.from(CUSTOMERS), probes: ["export-csv"] },
  "/phpinfo.php": html(PHPINFO, "tool-phpinfo"),
  "/adminer.php": html(ADMINER, "tool-adminer"),
  "/backup/": html(LISTING, "listing-backup-dirs"),
  "/composer.lock": { type: "application/json", body: Buffer.from(LOCK), probes: ["composer-files"] },
  "/.DS_Store": { type: "application/octet-stream", body: DS_STORE, probes: ["meta-ds-store"] },
};

/** What the planted files contain that must never be stored. */
export const SECRETS = ["fournil-2026", "levain-2026", "marie@florist.test", "not-a-real-key"];

/** The probes that find the planted files, sorted. */
export const PLANTED_PROBES: readonly string[] = Object.values(PLANTED)
  .flatMap((file) => file.probes)
  .toSorted();

function text(body: string, ...probes: readonly string[]): PlantedFile {
  return { type: "text/plain; charset=utf-8", body: Buffer.from(body), probes };
}

/** A web page at a planted path. */
export function html(body: string, ...probes: readonly string[]): PlantedFile {
  return { type: "text/html; charset=utf-8", body: Buffer.from(body), probes };
}
