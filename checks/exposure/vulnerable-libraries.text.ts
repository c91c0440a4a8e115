import type { CheckText } from "../../src/core/check.ts";

export const vulnerableLibrariesText = {
  en: {
    title: "JavaScript libraries with known holes",
    pass: "No library with a known hole was recognised by its version.",
    why: "An old library runs in your customers’ browsers, on the page where they type their address and their card. Its holes are published, with instructions.",
    outcomes: {
      "script-hole":
        "{library} {version} has {count} known {count|hole|holes} ({cves}); with it a stranger’s script can run in the page. Table of {table:date}.",
      "other-hole":
        "{library} {version} has {count} known {count|hole|holes} ({cves}); with it the page can be slowed down or disturbed. Table of {table:date}.",
      unsupported:
        "{library} {version} has had no security updates since {ended:date}: what is found in it stays open. Table of {table:date}.",
    },
  },
  fr: {
    title: "Bibliothèques JavaScript aux failles connues",
    pass: "Aucune bibliothèque aux failles connues n’a été reconnue par sa version.",
    why: "Une bibliothèque ancienne s’exécute dans le navigateur de vos clients, sur la page où ils saisissent leur adresse et leur carte. Ses failles sont publiées, mode d’emploi compris.",
    outcomes: {
      "script-hole":
        "{library} {version} a {count} {count|faille connue|failles connues} ({cves})\u202F; le script d’un inconnu peut s’exécuter dans la page. Table du {table:date}.",
      "other-hole":
        "{library} {version} a {count} {count|faille connue|failles connues} ({cves})\u202F; la page peut être ralentie ou perturbée. Table du {table:date}.",
      unsupported:
        "{library} {version} ne reçoit plus de correctifs de sécurité depuis le {ended:date}\u00A0: ce qu’on y trouve reste ouvert. Table du {table:date}.",
    },
  },
} as const satisfies CheckText<string>;
