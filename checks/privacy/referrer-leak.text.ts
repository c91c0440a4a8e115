import type { CheckText } from "../../src/core/check.ts";

export const referrerLeakText = {
  en: {
    title: "Addresses with personal data read by others",
    pass: "Addresses that hold personal data are not handed on.",
    why: "When personal data stand in an address, every third party that reads the address gets them too.",
    outcomes: {
      "full-referrer":
        "{count} {count|page puts|pages put} personal data into addresses, and the referrer policy ({policy}) sends whole addresses to other sites, first on {page}.",
      "read-by-third-party":
        "{count} {count|page puts|pages put} personal data into addresses, first {page}, where third parties can read them: {readers}.",
    },
  },
  fr: {
    title: "Adresses avec données personnelles lues par des tiers",
    pass: "Les adresses qui contiennent des données personnelles ne sont pas transmises.",
    why: "Quand des données personnelles figurent dans une adresse, tous les tiers qui lisent l’adresse les reçoivent aussi.",
    outcomes: {
      "full-referrer":
        "{count} {count|page place|pages placent} des données personnelles dans des adresses, et la politique de référent ({policy}) envoie les adresses entières à d’autres sites, dont {page}.",
      "read-by-third-party":
        "{count} {count|page place|pages placent} des données personnelles dans des adresses, dont {page}, où des tiers peuvent les lire : {readers}.",
    },
  },
} as const satisfies CheckText<string>;
