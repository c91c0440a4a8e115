import type { CheckText } from "../../src/core/check.ts";

export const trackersBeforeConsentText = {
  en: {
    title: "Trackers wait for consent",
    pass: "Every tracker that was seen waits for the visitor's agreement.",
    why: "Advertising, replay and most measurement tools may run only after the visitor agreed. Loading them at once is what authorities fine most often.",
    outcomes: {
      "loaded-at-once":
        "{tracker} ({recipient}) is loaded on {count} {count|page|pages} before the visitor can choose, first on {page}.",
    },
  },
  fr: {
    title: "Traceurs après consentement",
    pass: "Tous les traceurs observés attendent l’accord du visiteur.",
    why: "La publicité, l’enregistrement de session et la plupart des mesures d’audience ne peuvent démarrer qu’après l’accord du visiteur. Les charger d’emblée est l’un des motifs de sanction les plus fréquents.",
    outcomes: {
      "loaded-at-once":
        "{tracker} ({recipient}) se charge sur {count} {count|page|pages} avant tout choix du visiteur, dont {page}.",
    },
  },
} as const satisfies CheckText<string>;
