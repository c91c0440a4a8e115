import type { CheckText } from "../../src/core/check.ts";

export const policyContentText = {
  en: {
    title: "What the privacy policy tells",
    pass: "The privacy policy speaks of everything that was looked for.",
    why: "The law lists what customers must be told: who is responsible, why, for how long, who receives the data, and what they can do.",
    outcomes: {
      "items-missing": "The privacy policy at {page} does not seem to tell {items}.",
      "hardly-informs":
        "The privacy policy at {page} tells only {found} of {total} things that it should; {items} seem to be missing.",
    },
  },
  fr: {
    title: "Contenu de la politique de confidentialité",
    pass: "La politique de confidentialité aborde tous les points recherchés.",
    why: "Le RGPD énumère ce que vos clients doivent savoir : qui est responsable, pourquoi, pendant combien de temps, qui reçoit les données et quels sont leurs droits.",
    outcomes: {
      "items-missing": "La politique de confidentialité de {page} ne semble pas indiquer {items}.",
      "hardly-informs":
        "La politique de confidentialité de {page} n’aborde que {found} des {total} points attendus ; il semble manquer {items}.",
    },
  },
} as const satisfies CheckText<string>;
