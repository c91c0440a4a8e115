import { html, LISTING, type PlantedFile } from "./planted.ts";

/** A shop system's usual addresses, as it answers them, in one language. */
export interface Tree {
  readonly platform: string | null;
  readonly home: string;
  readonly files: Readonly<Record<string, PlantedFile>>;
}

type Language = "fr" | "en";

function text(body: string, ...probes: readonly string[]): PlantedFile {
  return { type: "text/plain; charset=utf-8", body: Buffer.from(body), probes };
}

function json(body: string, ...probes: readonly string[]): PlantedFile {
  return { type: "application/json", body: Buffer.from(body), probes };
}

function home(title: string, language: Language): string {
  return `<!doctype html><html lang="${language}"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
}

/** phpMyAdmin beside a shop: its login, its themes and its setup page. */
function phpMyAdmin(language: Language): Tree {
  const words = {
    fr: ["Bienvenue dans phpMyAdmin", "Utilisateur", "Connexion"],
    en: ["Welcome to phpMyAdmin", "Username", "Log in"],
  }[language];
  const login = `<!doctype html><html lang="${language}" dir="ltr"><head><title>phpMyAdmin</title>
<link rel="stylesheet" href="./themes/pmahomme/css/theme.css?v=5.2.1"><script src="js/dist/main.js?v=5.2.1"></script></head>
<body class="loginform"><h1>${words[0]}</h1><form method="post" action="index.php" name="login_form" class="disableAjax">
<label>${words[1]}</label><input type="text" name="pma_username"><input type="password" name="pma_password"><input type="submit" value="${words[2]}"></form></body></html>`;
  return {
    platform: null,
    home: home(language === "fr" ? "Librairie du Port" : "Harbour Bookshop", language),
    files: {
      "/phpmyadmin/": html(login, "tool-phpmyadmin"),
      "/phpmyadmin/index.php?route=/server/databases": html(login),
      "/robots.txt": text("User-agent: *\nDisallow: /panier\n"),
    },
  };
}

/** A finished WordPress with WooCommerce: what is usual there, and a log folder that lists itself. */
function wordPress(language: Language): Tree {
  const words = {
    fr: ["Se connecter", "Identifiant", "WordPress est déjà installé", "Vous semblez avoir déjà installé WordPress."],
    en: ["Log In", "Username", "Already Installed", "You appear to have already installed WordPress."],
  }[language];
  const login = `<!DOCTYPE html><html lang="${language}"><head><title>${words[0]} ‹ Fleuriste — WordPress</title>
<link rel="stylesheet" href="/wp-admin/css/login.min.css?ver=6.6.2"></head><body class="login"><form name="loginform" id="loginform" action="/wp-login.php" method="post">
<label>${words[1]}</label><input type="text" name="log"><input type="password" name="pwd"><input type="submit" name="wp-submit" value="${words[0]}"></form></body></html>`;
  const installed = `<!DOCTYPE html><html lang="${language}"><head><title>WordPress › ${words[2]}</title></head><body class="wp-core-ui"><h1>${words[2]}</h1><p class="message">${words[3]}</p><div class="wp-die-message"></div></body></html>`;
  return {
    platform: "woocommerce",
    home: home(language === "fr" ? "Fleuriste" : "Florist", language),
    files: {
      "/wp-login.php": html(login, "admin-wordpress"),
      "/wp-admin/install.php": html(installed),
      "/wp-admin/maint/repair.php": html(
        `<!DOCTYPE html><html><head><title>WordPress</title></head><body><p>define('WP_ALLOW_REPAIR', true);</p></body></html>`,
      ),
      "/wp-json/wp/v2/users?per_page=5": json(
        '[{"id":1,"name":"Marie","slug":"marie","link":"/author/marie/"}]',
        "wp-users-rest",
      ),
      "/wp-content/uploads/wc-logs/": html(LISTING, "listing-woo-uploads", "log-wc-legacy"),
      "/wp-content/plugins/woocommerce/readme.txt": text(
        "=== WooCommerce ===\nContributors: automattic\nStable tag: 9.4.2\n",
      ),
      "/wp-content/debug.log": text(
        "[23-Nov-2026 08:00:00 UTC] PHP Fatal error:  Uncaught Error in checkout.php\n",
        "log-wp-debug",
      ),
      "/wp-config.php.bak": text(
        "<?php\ndefine( 'DB_NAME', 'fleuriste' );\ndefine( 'DB_PASSWORD', 'levain-2026' );\n",
        "backup-wp-config",
      ),
      "/readme.html": html(
        "<!DOCTYPE html><html><head><title>WordPress &#8250; ReadMe</title></head><body><h1>WordPress</h1></body></html>",
      ),
    },
  };
}

/** A PrestaShop whose back office was given a plain name and whose installer was left behind. */
function prestaShop(language: Language): Tree {
  const words = {
    fr: ["Administration", "Mot de passe oublié", "Assistant d’installation"],
    en: ["Administration", "I forgot my password", "Installation Assistant"],
  }[language];
  const office = `<!DOCTYPE html><html lang="${language}"><head><title>Boulangerie &gt; ${words[0]} (PrestaShop™)</title></head><body class="ps_back-office bootstrap adminlogin">
<div id="login"><div id="login-panel"><form id="login_form" method="post"><input name="email"><input name="passwd" type="password"><button name="submitLogin">OK</button>
<a href="#" class="show-forgot-password">${words[1]}</a></form></div></div></body></html>`;
  const installer = `<!DOCTYPE html><html lang="${language}"><head><title>${words[2]}</title><link rel="stylesheet" href="theme/view.css"><script src="theme/js/install.js"></script>
<script>var ps_version = '8.1.5';</script></head><body><ol id="leftpannel"><li id="stepList_1">1</li></ol></body></html>`;
  return {
    platform: "prestashop",
    home: home(language === "fr" ? "Boulangerie du Marché" : "Market Bakery", language),
    files: {
      "/backoffice/": html(office, "admin-prestashop"),
      "/install/": html(installer, "install-prestashop"),
      "/app/config/parameters.php.bak": text(
        "<?php return array ( 'parameters' => array ( 'database_password' => 'levain-2026' ) );\n",
        "backup-prestashop-params",
      ),
      "/modules/ps_checkout/vendor/phpunit/phpunit/phpunit": text(
        "#!/usr/bin/env php\n<?php\nPHPUnit\\TextUI\\Command::main();\n",
        "prestashop-phpunit",
      ),
      "/upload/": html(LISTING, "listing-prestashop"),
      "/var/logs/prod.log": text(
        '[2026-11-23 08:00:00] request.CRITICAL: Uncaught PHP Exception {"customer":42} []\n',
        "log-symfony",
      ),
      "/docs/CHANGELOG.txt": text("Release Notes for PrestaShop 8\n# v8.1.5 - (2026-01-05)\n"),
    },
  };
}

/** Each tree in both languages: markers must not depend on what the pages say. */
export const TREES: readonly (readonly [name: string, language: Language, tree: Tree])[] = (
  ["fr", "en"] as const
).flatMap(
  (language) =>
    [
      ["phpMyAdmin", language, phpMyAdmin(language)],
      ["WordPress", language, wordPress(language)],
      ["PrestaShop", language, prestaShop(language)],
    ] as const,
);
