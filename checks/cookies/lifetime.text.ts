import type { CheckText } from "../../src/core/check.ts";

export const cookieLifetimeText = {
  en: {
    title: "Lifetime of cookies",
    pass: "Cookies do not live longer than they need to.",
    why: "A session that lives for months stays open on the shared or lost computer, and a tracker that lives for years follows people far longer than they expect.",
    outcomes: {
      "session-long": "The session cookie {cookie} lives {days} days; {limit} are plenty.",
      "analytics-long":
        "The measurement cookie {cookie} lives {days} days; the CNIL's guidelines name {limit} days (13 months) at most.",
    },
  },
  fr: {
    title: "Durée de vie des cookies",
    pass: "Les cookies ne vivent pas plus longtemps que nécessaire.",
    why: "Une session qui dure des mois reste ouverte sur l’ordinateur partagé ou perdu, et un traceur qui dure des années suit les personnes bien plus longtemps qu’elles ne l’imaginent.",
    outcomes: {
      "session-long": "Le cookie de session {cookie} dure {days} jours ; {limit} suffisent largement.",
      "analytics-long":
        "Le cookie de mesure {cookie} dure {days} jours ; les lignes directrices de la CNIL fixent {limit} jours (13 mois) au plus.",
    },
  },
} as const satisfies CheckText<string>;
