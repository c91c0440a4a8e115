import type { CheckText } from "../../src/core/check.ts";

export const cookieLifetimeText = {
  en: {
    title: "Lifetime of trackers and choices",
    pass: "Tracking cookies and remembered choices do not live too long.",
    why: "A visitor's agreement does not last for ever, and neither may the trackers that rely on it.",
    outcomes: {
      "tracker-too-long": "The tracking cookie {cookie} lives for {days} days; thirteen months are the limit.",
      "choice-too-long":
        "The cookie {cookie} remembers the visitor's choice for {days} days; about six months are advised.",
    },
  },
  fr: {
    title: "Durée de vie des traceurs et des choix",
    pass: "Les cookies de suivi et les choix mémorisés ne durent pas trop longtemps.",
    why: "L’accord d’un visiteur ne vaut pas pour toujours, et les traceurs qui en dépendent non plus.",
    outcomes: {
      "tracker-too-long": "Le cookie de suivi {cookie} dure {days} jours ; treize mois sont la limite.",
      "choice-too-long":
        "Le cookie {cookie} mémorise le choix du visiteur pendant {days} jours ; six mois environ sont recommandés.",
    },
  },
} as const satisfies CheckText<string>;
