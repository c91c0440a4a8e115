import type { CheckText } from "../../src/core/check.ts";

export const cookieLifetimeText = {
  en: {
    title: "Lifetime of session cookies",
    pass: "Session cookies do not live longer than they need to.",
    why: "A session that lives for months stays open on the shared or lost computer: whoever sits down next is logged in.",
    outcomes: {
      "session-long": "The session cookie {cookie} lives {days} days; {limit} are plenty.",
    },
  },
  fr: {
    title: "Durée de vie des cookies de session",
    pass: "Les cookies de session ne vivent pas plus longtemps que nécessaire.",
    why: "Une session qui dure des mois reste ouverte sur l’ordinateur partagé ou perdu : la personne suivante est connectée.",
    outcomes: {
      "session-long": "Le cookie de session {cookie} dure {days} jours ; {limit} suffisent largement.",
    },
  },
} as const satisfies CheckText<string>;
