import { probesOf, type ExposureProbe } from "./exposure.ts";
import { directoryIndex } from "./listings.ts";
import { pattern } from "./proofs.ts";
import { RISK } from "./risks.ts";

/** Lists of the components that a shop is built from. */
export const dependencyListProbes: readonly ExposureProbe[] = probesOf("dependency-list", [
  {
    id: "composer-files",
    tier: "core",
    severity: "low",
    platforms: ["any-php"],
    paths: ["/composer.json", "/composer.lock"],
    firstBytes: 16_384,
    html: "rejected",
    proof: { any: [/"require"\s*:\s*\{/im, pattern.composerPackages, /"content-hash"\s*:\s*"[0-9a-f]{32}"/im] },
    title: { en: "List of PHP components readable", fr: "Liste des composants PHP lisible" },
    why: RISK.deps,
    advice: "serve-public-only",
  },
  {
    id: "composer-installed",
    tier: "core",
    severity: "medium",
    platforms: ["any-php"],
    paths: ["/vendor/composer/installed.json"],
    firstBytes: 4096,
    html: "rejected",
    proof: { any: [/"version_normalized"\s*:/im, pattern.composerPackages] },
    title: {
      en: "PHP component folder inside the published folder",
      fr: "Dossier des composants PHP dans le dossier publié",
    },
    why: {
      en: "Code that was never meant to be called can be called from outside.",
      fr: "Du code qui ne devait jamais l’être peut être appelé de l’extérieur.",
    },
    advice: "serve-public-only",
  },
  {
    id: "node-manifest",
    tier: "deep",
    severity: "low",
    platforms: ["any-js"],
    paths: ["/package.json", "/package-lock.json", "/yarn.lock", "/pnpm-lock.yaml"],
    firstBytes: 4096,
    html: "rejected",
    proof: {
      any: [
        /"(?:dependencies|devDependencies|lockfileVersion)"\s*:/im,
        /^# yarn lockfile v\d/im,
        /^lockfileVersion:/im,
      ],
    },
    title: { en: "List of JavaScript components readable", fr: "Liste des composants JavaScript lisible" },
    why: RISK.deps,
    advice: "serve-build-only",
  },
  {
    id: "node-modules",
    tier: "deep",
    severity: "medium",
    platforms: ["any-js"],
    paths: ["/node_modules/.package-lock.json", "/node_modules/"],
    firstBytes: 4096,
    proof: { any: [...directoryIndex, /"lockfileVersion"\s*:/im] },
    title: { en: "JavaScript component folder published", fr: "Dossier des composants JavaScript publié" },
    why: RISK.deps,
    advice: "serve-build-only",
  },
]);
