import { probesOf, type ExposureProbe } from "./exposure.ts";
import { directoryIndex } from "./listings.ts";

/** Files that a platform keeps for itself. */
export const dataLeakProbes: readonly ExposureProbe[] = probesOf("data-leak", [
  {
    id: "magento-cacheleak",
    tier: "platform",
    severity: "high",
    platforms: ["magento1", "magento2"],
    paths: ["/var/resource_config.json", "/pub/opt/magento/var/resource_config.json", "/var/cache/mage--0/"],
    firstBytes: 2048,
    proof: { any: [...directoryIndex, /"media_directory"\s*:/im, /"allowed_resources"\s*:/im] },
    secret: true,
    stake: "credentials",
    title: { en: "Magento cache readable", fr: "Cache de Magento lisible" },
    why: {
      en: "Cached settings can include the database password.",
      fr: "Les réglages mis en cache peuvent contenir le mot de passe de la base.",
    },
    advice: "serve-public-only",
  },
  {
    id: "magento-dev-files",
    tier: "platform",
    severity: "medium",
    platforms: ["magento1", "magento2"],
    paths: ["/dev/tests/functional/etc/config.xml.dist", "/dev/tests/functional/credentials.xml.dist", "/dev/"],
    firstBytes: 2048,
    proof: { any: [/<config\b[\s\S]{0,600}<(?:application|install)>/im, /<field path="/im] },
    title: { en: "Magento development files readable", fr: "Fichiers de développement de Magento lisibles" },
    why: {
      en: "They prove that the wrong folder is published.",
      fr: "Ils prouvent que le mauvais dossier est publié.",
    },
    advice: "serve-public-only",
  },
  {
    id: "magento-errors-local",
    tier: "platform",
    severity: "low",
    platforms: ["magento1", "magento2"],
    paths: ["/errors/local.xml", "/pub/errors/local.xml"],
    firstBytes: 1024,
    proof: { all: [/<config>/im, /<report>/im] },
    title: { en: "Magento error settings readable", fr: "Réglages d’erreurs de Magento lisibles" },
    why: { en: "They show that access rules are missing.", fr: "Ils montrent que des règles d’accès manquent." },
    advice: "deny-folder",
  },
  {
    id: "shopware-info",
    tier: "platform",
    severity: "low",
    platforms: ["shopware6"],
    paths: ["/api/_info/config", "/api/_info/version"],
    firstBytes: 2048,
    html: "rejected",
    proof: { all: [/"version"\s*:\s*"6\./im] },
    version: /"version"\s*:\s*"(6\.[\d.]+)/im,
    title: {
      en: "Shopware administration interface answers without login",
      fr: "Interface d’administration de Shopware ouverte sans connexion",
    },
    why: {
      en: "It ought to refuse; the protection of the administration interface is off.",
      fr: "Elle devrait refuser ; la protection de l’interface d’administration est coupée.",
    },
    advice: "restore-authentication",
  },
]);
