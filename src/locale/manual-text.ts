import type { LocalText } from "../core/text.ts";

/** Texts of the manual pages of checks. */
export const MANUAL_TEXT = {
  looks: { en: "What is looked at", fr: "Ce qui est examiné" },
  pass: { en: "In order when", fr: "En ordre quand" },
  outcomes: { en: "Outcomes", fr: "Constats possibles" },
  settings: { en: "Settings of a profile", fr: "Réglages d'un profil" },
  noSettings: { en: "none", fr: "aucun" },
  needs: { en: "Needs", fr: "Nécessite" },
  uses: { en: "Uses where there", fr: "Utilise si présent" },
  weight: { en: "Weight in {profile}", fr: "Poids dans {profile}" },
  off: { en: "off", fr: "désactivée" },
  catalogue: { en: "The checks of Vigie", fr: "Les vérifications de Vigie" },
  catalogueLead: {
    en: "{count} checks. `vigie checks ID` explains one in full.",
    fr: "{count} vérifications. `vigie checks ID` en explique une en entier.",
  },
  severities: { en: "Severity", fr: "Gravité" },
  defaultValue: { en: "default", fr: "par défaut" },
} as const satisfies Record<string, LocalText>;
