import type { CheckText } from "../../src/core/check.ts";

export const referrerLeakText = {
  en: {
    title: "Addresses with personal data read by others",
    pass: "Addresses that hold personal data are not handed on.",
    why: "When personal data stand in an address, every third party that reads the address gets them too.",
    outcomes: {
      "full-referrer":
        "{page} puts personal data into addresses, and its referrer policy ({policy}) sends whole addresses to other sites.",
      "read-by-third-party": "{page} puts personal data into addresses, and {readers} can read them there.",
    },
  },
  fr: {
    title: "Adresses avec données personnelles lues par des tiers",
    pass: "Les adresses qui contiennent des données personnelles ne sont pas transmises.",
    why: "Quand des données personnelles figurent dans une adresse, tous les tiers qui lisent l’adresse les reçoivent aussi.",
    outcomes: {
      "full-referrer":
        "{page} place des données personnelles dans des adresses, et sa politique de référent ({policy}) envoie les adresses entières à d’autres sites.",
      "read-by-third-party": "{page} place des données personnelles dans des adresses, et {readers} peut les y lire.",
    },
  },
} as const satisfies CheckText<string>;
