import type { CheckText } from "../../src/core/check.ts";

export const lifetimeText: CheckText<"too-long" | "over-policy"> = {
  en: {
    title: "Life of the certificate",
    pass: "The certificate does not live longer than it may.",
    why: "Browsers refuse public certificates that live longer than the rules of the day of issue allow. The limit is shrinking to 47 days by 2029: renewal has to be automatic.",
    outcomes: {
      "too-long": "The certificate of {host} lives {days} days; {limit} were allowed when it began on {begins:date}.",
      "over-policy":
        "The certificate of {host} lives {days} days; the chosen profile asks for {limit} at most ({begins:date}).",
    },
  },
  fr: {
    title: "Durée de vie du certificat",
    pass: "Le certificat ne vit pas plus longtemps qu’il n’est permis.",
    why: "Les navigateurs refusent les certificats publics qui vivent plus longtemps que ne le permettent les règles du jour d’émission. La limite descend à 47 jours d’ici 2029 : le renouvellement doit être automatique.",
    outcomes: {
      "too-long": "Le certificat de {host} vit {days} jours ; {limit} étaient permis à son début, le {begins:date}.",
      "over-policy":
        "Le certificat de {host} vit {days} jours ; le profil choisi en demande {limit} au plus ({begins:date}).",
    },
  },
};
