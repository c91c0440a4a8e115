import type { CheckText } from "../../src/core/check.ts";

export const personalDataInPageText = {
  en: {
    title: "Personal values in the code of pages",
    pass: "No personal values were seen in the code of the pages.",
    why: "What stands in the code of a page can be read by every script on it, and stays in caches. Handing a customer's e-mail to an advertiser makes you answer for what he does with it.",
    outcomes: {
      "values-in-page": "The code of {page} holds {count} personal {count|value|values} ({examples}).",
      "advanced-matching": "{page} hands the visitor's e-mail, phone or name to {vendor} (“advanced matching”).",
    },
  },
  fr: {
    title: "Valeurs personnelles dans le code des pages",
    pass: "Aucune valeur personnelle n’a été vue dans le code des pages.",
    why: "Ce qui figure dans le code d’une page peut être lu par tous ses scripts et reste dans les caches. Transmettre l’e-mail d’un client à une régie vous rend responsable de ce qu’elle en fait.",
    outcomes: {
      "values-in-page":
        "Le code de {page} contient {count} {count|valeur personnelle|valeurs personnelles} ({examples}).",
      "advanced-matching":
        "{page} transmet l’e-mail, le téléphone ou le nom du visiteur à {vendor} (« correspondance avancée »).",
    },
  },
} as const satisfies CheckText<string>;
