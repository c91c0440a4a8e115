import { probesOf, type ExposureProbe } from "./exposure.ts";
import { pattern } from "./proofs.ts";
import { RISK } from "./risks.ts";

/** Components whose mere presence is a known hole. */
export const knownVulnerableProbes: readonly ExposureProbe[] = probesOf("known-vulnerable", [
  {
    id: "prestashop-phpunit",
    tier: "platform",
    severity: "critical",
    platforms: ["prestashop"],
    paths: [
      "/modules/autoupgrade/vendor/phpunit/phpunit/phpunit",
      "/modules/ps_facetedsearch/vendor/phpunit/phpunit/phpunit",
      "/modules/pscartabandonmentpro/vendor/phpunit/phpunit/phpunit",
      "/modules/gamification/vendor/phpunit/phpunit/phpunit",
      "/modules/ps_checkout/vendor/phpunit/phpunit/phpunit",
    ],
    firstBytes: 2048,
    proof: { all: [pattern.phpunitLauncher] },
    title: { en: "PHPUnit inside a PrestaShop module", fr: "PHPUnit dans un module PrestaShop" },
    why: RISK.phpunit,
    advice: "delete-phpunit",
  },
  {
    id: "vendor-phpunit",
    tier: "core",
    severity: "critical",
    platforms: ["any-php"],
    paths: ["/vendor/phpunit/phpunit/phpunit"],
    firstBytes: 2048,
    proof: { all: [pattern.phpunitLauncher] },
    title: { en: "PHPUnit inside the published folder", fr: "PHPUnit dans le dossier publié" },
    why: RISK.phpunit,
    advice: "delete-phpunit",
  },
  {
    id: "joomla-api-config",
    tier: "platform",
    severity: "critical",
    platforms: ["joomla", "virtuemart"],
    paths: ["/api/index.php/v1/config/application?public=true"],
    firstBytes: 4096,
    html: "rejected",
    proof: { all: [/"type"\s*:\s*"application"/im, /"(?:password|dbtype|user)"\s*:/im] },
    secret: true,
    stake: "credentials",
    title: { en: "Joomla gives out its configuration", fr: "Joomla livre sa configuration" },
    why: {
      en: "CVE-2023-23752: the database user and password are given to anyone.",
      fr: "CVE-2023-23752 : l’utilisateur et le mot de passe de la base sont livrés à tous.",
    },
    advice: "joomla-update",
  },
]);
