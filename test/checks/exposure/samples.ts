import { gzipSync } from "node:zlib";

/** What a server sends where a probe should hit: as it really looks, in English or French, shortened. */
export interface Sample {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Which of the probe's paths; default the first. */
  readonly path?: string;
}

const text = (body: string, path?: string): Sample => ({
  body,
  type: "text/plain",
  ...(path === undefined ? {} : { path }),
});
const json = (body: string, path?: string): Sample => ({
  body,
  type: "application/json",
  ...(path === undefined ? {} : { path }),
});
const bytes = (hex: string, path?: string): Sample => ({
  body: Buffer.concat([Buffer.from(hex, "hex"), Buffer.alloc(40, 1)]),
  type: "application/octet-stream",
  ...(path === undefined ? {} : { path }),
});
const html = (body: string, path?: string): Sample => ({
  body: `<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8">${body}</html>`,
  type: "text/html; charset=utf-8",
  ...(path === undefined ? {} : { path }),
});
const listing = (path?: string): Sample =>
  html(
    '<title>Index of /x/</title></head><body><h1>Index of /x/</h1><a href="../">../</a> <a href="a.csv">a.csv</a></body>',
    path,
  );

const ENV = "APP_ENV=prod\nDATABASE_URL=mysql://levain@localhost/shop\n";
const KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\n";
const SQL = "-- MariaDB dump 10.19\n--\n-- Host: localhost\nCREATE TABLE `ps_customer` (`id` int);\n";
const GIT = "[core]\n\trepositoryformatversion = 0\n\tbare = false\n";
const CSV = "id;nom;prénom;e-mail;téléphone\n1;Fournier;Marie;marie@florist.test;0600000000\n";
const PHP_ERROR =
  "[23-Nov-2026 08:00:00 Europe/Paris] PHP Warning:  Undefined variable $panier in /srv/shop/index.php on line 3\n";
const MONOLOG = '[2026-11-23T08:00:00.000000+01:00] app.ERROR: Payment refused {"order":42} []\n';
const PHPUNIT = "#!/usr/bin/env php\n<?php\nif (!ini_get('date.timezone')) {}\nPHPUnit\\TextUI\\Command::main();\n";
const README = "=== WooCommerce ===\nContributors: automattic\nStable tag: 9.4.2\n";
const PMA = html(
  '<title>phpMyAdmin</title><link href="./themes/pmahomme/css/theme.css?v=5.2.1"></head><body class="loginform"><input name="pma_username"><input type="password" name="pma_password"></body>',
);
const ADMINER = html(
  '<title>Authentification - Adminer</title></head><body><input type="password" name="auth[password]"><a href="https://www.adminer.org/" id=\'h1\'>Adminer</a> <span class="version">4.8.1</span></body>',
);
const PHPINFO = html(
  "<title>PHP 8.2.7 - phpinfo()</title></head><body><h1>PHP Version 8.2.7</h1>Loaded Configuration File /etc/php.ini</body>",
);
const LOGIN = '<form method="post"><input name="username"><input type="password" name="password"></form>';

/** One sample for every probe of the catalogue, by id. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  "meta-ds-store": bytes("0000000142756431"),
  "meta-thumbs": text("[.ShellClassInfo]\r\nIconResource=x.dll\r\n", "/desktop.ini"),
  "meta-dwsync": { body: "<?xml version='1.0'?>\n<dwsync><file name='index.html'/></dwsync>", type: "text/xml" },
  "meta-htaccess": text("RewriteEngine On\nRewriteRule ^admin4x7 - [L]\n"),
  "meta-crossdomain": {
    body: '<?xml version="1.0"?><cross-domain-policy><allow-access-from domain="*"/></cross-domain-policy>',
    type: "text/xml",
  },
  "meta-robots": text("User-agent: *\nDisallow: /panier\n"),
  "meta-security-txt": text("Contact: mailto:securite@bakery.test\nExpires: 2027-06-01T00:00:00Z\n"),
  "meta-change-password": { body: "", status: 302, headers: { location: "/mon-compte/mot-de-passe" } },
  "meta-applepay": text("7b2270737049".repeat(40)),
  "wp-version-files": html("<title>WordPress &#8250; ReadMe</title></head><body>Version 6.1</body>"),
  "woo-version": text(README),
  "wp-plugin-readme": text("=== WooCommerce Stripe Gateway ===\nContributors: woocommerce\nStable tag: 8.9.0\n"),
  "magento-version": text("Magento/2.4 (Community)"),
  "magento-release-notes": text("==== 1.9.4.5 ====\n"),
  "magento-deployed-version": text("1763885400"),
  "prestashop-version": text("Release Notes for PrestaShop 8.1\n# v8.1.5\n"),
  "drupal-version": text("Drupal 10.3.1, 2026-01-01\n"),
  "opencart-version": text("# Change Log\n## [v4.0.2.3] OpenCart\n"),
  "composer-files": json('{ "require": { "php": ">=8.1" } }'),
  "composer-installed": json('{ "packages": [ { "name": "symfony/console", "version_normalized": "6.4.2.0" } ] }'),
  "node-manifest": json('{ "name": "boutique", "dependencies": { "vue": "^3.5" } }'),
  "node-modules": json('{ "name": "boutique", "lockfileVersion": 3 }'),
  "debug-graphql": json('{"data":{"__typename":"Query"}}'),
  "api-docs": json('{"openapi":"3.0.1","info":{}}', "/openapi.json"),
  "wp-xmlrpc": { body: "XML-RPC server accepts POST requests only.", status: 405, type: "text/plain" },
  "magento1-soap": { body: '<?xml version="1.0"?><definitions targetNamespace="urn:Magento"/>', type: "text/xml" },
  "wp-users-rest": json('[{"id":1,"name":"Marie","slug":"marie"}]'),
  "wp-author-enum": { body: "", status: 301, headers: { location: "http://bakery.test/author/marie/" } },
  "wp-registration": html('<title>Inscription</title></head><body><form id="registerform"></form></body>'),
  "drupal-jsonapi-users": json(
    '{"jsonapi":{"version":"1.0"},"data":[{"type":"user--user","attributes":{"display_name":"marie"}}]}',
  ),
  "admin-wordpress": html(
    '<title>Se connecter</title></head><body><form id="loginform"><input name="log"><input type="password" name="pwd"><input id="wp-submit"></form></body>',
  ),
  "admin-magento2": html(
    '<title>Magento</title></head><body id="html-body" class="page-layout-admin-login adminhtml-auth-login"></body>',
  ),
  "admin-magento1": html("<title>Log into Magento Admin Page</title></head><body></body>", "/index.php/admin/"),
  "admin-magento1-rss": { body: "", status: 401, headers: { "www-authenticate": 'Basic realm="RSS Feeds"' } },
  "admin-prestashop": html(
    '<title>Boulangerie > Administration (PrestaShop™)</title></head><body><div id="login-panel"><input type="password" name="passwd"></div></body>',
  ),
  "admin-opencart": html(
    `<title>Administration</title></head><body>${LOGIN}<a href="index.php?route=common/login">OpenCart</a></body>`,
  ),
  "admin-oscommerce": html("<title>osCommerce Online Merchant Administration Tool</title></head><body></body>"),
  "admin-shopware6": html(
    "<title>Shopware Administration</title></head><body><script>Shopware.Application.start({})</script></body>",
  ),
  "admin-shopware5": html("<title>Shopware 5 - Backend (c) shopware AG</title></head><body></body>"),
  "admin-sylius": html(
    '<title>Sylius | Connexion</title></head><body><input name="_username"><input type="password" name="_password"></body>',
  ),
  "admin-drupal": html('<title>Se connecter</title></head><body><form class="user-login-form"></form></body>'),
  "admin-joomla": html(
    '<title>Boutique - Administration</title><meta name="generator" content="Joomla!"></head><body><input name="username"><input type="password" name="passwd"></body>',
  ),
  "admin-cscart": html(
    `<title>Administration</title></head><body class="tygh"><a href="https://www.cs-cart.com">CS-Cart</a></body>`,
  ),
  "admin-nopcommerce": { body: "", status: 302, headers: { location: "/login?returnurl=%2fadmin" } },
  "admin-odoo-db": html('<title>Odoo</title></head><body><div class="o_database_list">boutique</div></body>'),
  "admin-headless": html('<title>Medusa Admin</title></head><body><div id="medusa"></div></body>'),
  "admin-cms-misc": html('<title>TYPO3 CMS</title></head><body><form id="typo3-login-form"></form></body>'),
  "admin-hosting": html("<title>cPanel Login</title></head><body></body>"),
  "admin-login": html('<title>Administration</title></head><body><input type="password" name="p"></body>'),
  "admin-ops": html("<title>Grafana</title></head><body></body>"),
  "tool-phpmyadmin": PMA,
  "tool-phpmyadmin-more": { ...PMA, path: "/dbadmin/" },
  "tool-phpmyadmin-open": html('<title>phpMyAdmin</title></head><body><div id="pma_navigation"></div></body>'),
  "tool-phpmyadmin-setup": html("<title>phpMyAdmin setup</title></head><body></body>"),
  "tool-adminer": ADMINER,
  "tool-adminer-more": { ...ADMINER, path: "/_adminer.php" },
  "tool-pgadmin": html("<title>phpPgAdmin</title></head><body></body>"),
  "tool-filemanager": html("<title>Tiny File Manager</title></head><body></body>", "/tinyfilemanager.php"),
  "tool-magmi": html("<title>Magento Mass Importer v0.7</title></head><body></body>"),
  "install-wordpress": html(
    '<title>WordPress &rsaquo; Installation</title></head><body><form id="setup" method="post" action="install.php?step=2"><input name="weblog_title"></form></body>',
  ),
  "install-wordpress-config": html(
    '<title>WordPress</title></head><body><a href="setup-config.php?step=1">C’est parti</a></body>',
  ),
  "install-magento2": html('<title>Magento Installation</title></head><body ng-app="magentoSetup"></body>'),
  "install-magento2-update": html("<title>Magento Updater</title></head><body></body>"),
  "install-magento1": html("<title>Magento Installation Wizard</title></head><body></body>"),
  "downloader-magento1": html("<title>Magento Connect Manager</title></head><body></body>"),
  "install-prestashop": html(
    '<title>Assistant d’installation</title><script src="theme/js/install.js"></script><script>var ps_version = "8.1.5";</script></head><body><li id="stepList_1"></li></body>',
  ),
  "install-opencart": html(
    '<title>Installation d’OpenCart</title><link href="view/stylesheet/stylesheet.css"></head><body></body>',
    "/install/index.php",
  ),
  "install-shopware6": html("<title>Shopware Installer Setup</title></head><body></body>"),
  "install-drupal": html("<title>Choose language | Drupal</title></head><body></body>"),
  "install-generic-shop": html("<title>Zen Cart Install</title></head><body></body>"),
  "install-duplicator": html("<title>Duplicator</title></head><body></body>"),
  "db-search-replace": html("<title>Search Replace DB</title></head><body></body>"),
  "db-dump-script": html("<title>BigDump: Staggered MySQL Dump Importer</title></head><body></body>"),
  "tool-phpinfo": PHPINFO,
  "tool-phpinfo-more": { ...PHPINFO, path: "/php_info.php" },
  "tool-opcache": html("<title>PHP OPcache</title></head><body></body>"),
  "status-apache": html(
    "<title>Apache Status</title></head><body><h1>Apache Server Status for bakery.test</h1>Server Version: Apache/2.4.62</body>",
  ),
  "status-apache-info": html("<title>Server Information</title></head><body></body>"),
  "status-nginx": text("Active connections: 3 \nserver accepts handled requests\n"),
  "status-php-fpm": text("pool:                 www\nprocess manager:      dynamic\n", "/fpm-status"),
  "debug-symfony-profiler": html("<title>Symfony Profiler</title></head><body></body>"),
  "debug-laravel": html("<title>Telescope - Boutique</title></head><body></body>"),
  "debug-rails": html("<title>Rails</title></head><body>Rails version 7.1</body>"),
  "debug-dotnet": html("<title>Error Log for boutique</title></head><body></body>"),
  "debug-spring": json('{"_links":{"self":{"href":"/actuator"}}}'),
  "debug-spring-heap": bytes("4a4156412050524f46494c4520312e302e32"),
  "debug-go": json('{"cmdline": ["/srv/shop"], "memstats": {}}'),
  "debug-metrics": text("# HELP orders_total Orders.\n# TYPE orders_total counter\norders_total 42\n"),
  "debug-node-env": {
    body: `window.__env = { key: "${["sk", "live", "0".repeat(24)].join("_")}" };`,
    type: "text/javascript",
  },
  "debug-sourcemap": json(
    '{"version":3,"sources":["panier.ts"],"sourcesContent":["export {}"]}',
    "/assets/shop.js.map",
  ),
  "stats-web": html("<title>Statistics for bakery.test (2026-11)</title></head><body>AWStats</body>"),
  "wp-repair": html('<title>WordPress</title></head><body><a href="repair.php?repair=1">Réparer</a></body>'),
  "drupal-update": html("<title>Drupal database update</title></head><body></body>"),
  "prestashop-phpunit": text(PHPUNIT),
  "vendor-phpunit": text(PHPUNIT),
  "joomla-api-config": json(
    '{"data":[{"type":"application","attributes":{"user":"x","dbtype":"mysqli","password":"levain"}}]}',
  ),
  "listing-backup-dirs": listing(),
  "listing-misc": listing("/factures/"),
  "wp-listing": listing(),
  "log-php-error": text(PHP_ERROR),
  "log-php-error-more": text(PHP_ERROR, "/logs/error_log"),
  "log-access": text('192.0.2.7 - - [23/Nov/2026:08:00:00 +0100] "GET /panier HTTP/1.1" 200 42\n'),
  "log-wp-debug": text(PHP_ERROR),
  "log-wc-legacy": listing(),
  "log-magento2": text(MONOLOG),
  "log-magento1": text("2026-11-23T08:00:00+00:00 ERR (3): Recoverable Error\n"),
  "listing-magento-var": listing(),
  "log-symfony": text(MONOLOG),
  "log-laravel": text("[2026-11-23 08:00:00] production.ERROR: Payment refused\n"),
  "log-opencart": text("2026-11-23 8:00:00 - PHP Notice: Undefined index\n"),
  "log-payment-modules": listing(),
  "log-npm": text("0 info it worked if it ends with ok\n1 verbose cli [ '/usr/bin/node' ]\n"),
  "magento-cacheleak": json('{"media_directory":"/srv/shop/pub/media","allowed_resources":["wysiwyg"]}'),
  "magento-dev-files": {
    body: '<?xml version="1.0"?>\n<config><application><reopenUrlOnFail>1</reopenUrlOnFail></application></config>',
    type: "text/xml",
  },
  "magento-errors-local": {
    body: "<config><skin>default</skin><report><action>print</action></report></config>",
    type: "text/xml",
  },
  "shopware-info": json('{"version":"6.6.1.0"}'),
  "export-csv": text(CSV),
  "export-csv-more": text(CSV, "/abonnes.csv"),
  "listing-magento-export": listing(),
  "listing-woo-uploads": listing(),
  "listing-prestashop": listing("/upload/"),
  "listing-opencart": listing(),
  "listing-drupal-files": listing(),
  "export-shopware-documents": listing(),
  "wc-rest-orders-open": json('[{"id":42,"billing":{"email":"marie@florist.test"}}]'),
  "magento-rest-anon": json('{"items":[{"id":1,"email":"marie@florist.test"}],"total_count":1}'),
  "dump-sql": text(SQL),
  "dump-sql-more": text(SQL, "/bdd.sql"),
  "dump-sql-gz": { body: gzipSync(SQL), type: "application/gzip" },
  "dump-sql-gz-more": { body: gzipSync(SQL), type: "application/gzip", path: "/magento.sql.gz" },
  "archive-site": bytes("504b0304"),
  "archive-site-more": bytes("526172211a07", "/backup.rar"),
  "dump-mssql": bytes("54415045"),
  "dump-sqlite": bytes("53514c69746520666f726d6174203300"),
  "dump-redis": bytes("5245444953"),
  "dump-core": bytes("7f454c46"),
  "listing-wp-backups": listing(),
  "backup-wp-config": text("<?php\ndefine( 'DB_NAME', 'boutique' );\ndefine( 'DB_PASSWORD', 'levain' );\n"),
  "backup-wp-config-raw": text("<?php\ndefine( 'DB_PASSWORD', 'levain' );\n"),
  "backup-magento2-env": text(
    "<?php\nreturn [ 'backend' => [ 'frontName' => 'admin_4x7' ], 'crypt' => [ 'key' => 'x' ] ];\n",
  ),
  "backup-magento1-local": {
    body: '<?xml version="1.0"?>\n<config><global><crypt><key>x</key></crypt></global></config>',
    type: "text/xml",
  },
  "backup-prestashop-params": text(
    "<?php return array ( 'parameters' => array ( 'database_password' => 'levain', ) );\n",
  ),
  "backup-opencart-config": text("<?php\ndefine('DB_PASSWORD', 'levain');\n"),
  "backup-oscommerce-configure": text("<?php\ndefine('DB_SERVER_PASSWORD', 'levain');\n"),
  "backup-drupal-settings": text("<?php\n$databases['default']['default'] = array();\n$settings['hash_salt'] = 'x';\n"),
  "backup-joomla-configuration": text("<?php\nclass JConfig {\n  public $password = 'levain';\n}\n"),
  "backup-generic-php": text("<?php\nrequire 'config.php';\n"),
  "secret-dotenv": text(ENV),
  "secret-dotenv-variants": text(ENV, "/.env.bak"),
  "secret-dotenv-deep": text("SMTP_PASSWORD=levain\n", "/shop/.env"),
  "secret-composer-auth": json('{"http-basic":{"repo.magento.com":{"username":"x","password":"levain"}}}'),
  "secret-npmrc": text("//registry.npmjs.org/:_authToken=levain-2026-0000\n"),
  "secret-htpasswd": text("marie:$apr1$abcdefgh$0123456789abcdefghijkl\n"),
  "secret-private-key": text(KEY),
  "secret-private-key-deep": text(KEY, "/ssl/private.key"),
  "secret-jwt-key": text(KEY),
  "secret-ssh-key": text("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n"),
  "secret-sftp-json": json('{"type":"sftp","host":"ftp.bakery.test","user":"deploy","password":"levain"}'),
  "secret-filezilla": {
    body: '<?xml version="1.0"?><FileZilla3><Servers><Server><Host>ftp.bakery.test</Host></Server></Servers></FileZilla3>',
    type: "text/xml",
  },
  "secret-winscp": text("[Sessions\\deploy@bakery.test]\nHostName=bakery.test\n"),
  "secret-idea-datasources": {
    body: '<?xml version="1.0"?>\n<project version="4"><component name="DataSourceManagerImpl"/></project>',
    type: "text/xml",
  },
  "secret-aws-credentials": text("[default]\naws_access_key_id = X\naws_secret_access_key = levain\n"),
  "secret-gcp-json": json('{"type":"service_account","private_key":"-----BEGIN PRIVATE KEY-----"}'),
  "secret-docker-config": json('{"auths":{"registry.bakery.test":{"auth":"bGV2YWluOjIwMjY="}}}'),
  "secret-netrc": text("machine git.bakery.test login deploy password levain\n"),
  "secret-history": text("cd /srv/shop\ngit pull\nmysqldump -u root boutique > dump.sql\nexit\n"),
  "secret-tfstate": json('{\n"terraform_version": "1.9.0",\n"resources": [ {} ]\n}'),
  "secret-docker-compose": text(
    "services:\n  db:\n    image: mariadb:11\n    environment:\n      MARIADB_ROOT_PASSWORD: levain\n",
  ),
  "secret-ci": text("stages:\n  - deploy\n"),
  "secret-ai-tool-config": json('{"mcpServers":{"db":{"command":"x"}}}'),
  "secret-aspnet": json('{"ConnectionStrings":{"DefaultConnection":"Server=x"}}'),
  "secret-web-config": {
    body: '<?xml version="1.0"?>\n<configuration>\n<connectionStrings></connectionStrings></configuration>',
    type: "text/xml",
  },
  "vcs-git-config": text(GIT),
  "vcs-git-head": text("ref: refs/heads/main\n"),
  "vcs-git-index": bytes("444952430000000200000001"),
  "vcs-git-reflog": text(
    `${"0".repeat(40)} ${"a".repeat(40)} Marie <marie@bakery.test> 1763885400 +0100\tclone: from git.bakery.test\n`,
  ),
  "vcs-git-nested": text(GIT, "/shop/.git/config"),
  "vcs-git-credentials": text("https://deploy:levain@git.bakery.test\n"),
  "vcs-svn": bytes("53514c69746520666f726d6174203300"),
  "vcs-svn-entries": text("10\n\ndir\n42\n"),
  "vcs-hg": text("revlogv1\nstore\nfncache\n"),
  "vcs-bzr": text("Bazaar-NG meta directory, format 1\n"),
  "vcs-cvs": text(":pserver:anonymous@cvs.bakery.test:/cvsroot\n"),
};
