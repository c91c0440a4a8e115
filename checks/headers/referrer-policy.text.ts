import type { CheckText } from "../../src/core/check.ts";

export const referrerPolicyText = {
  en: {
    title: "Referrer-Policy",
    pass: "Other sites learn at most the name of the shop that a visitor comes from.",
    why: "When a page loads something from another company, or a customer follows a link, the browser may tell that company which page they were on. Addresses with an order number, a search or a reset link are personal data.",
    outcomes: {
      "whole-address": "The pages tell every other site the whole address that the visitor is on (unsafe-url).",
      leaky: "The policy {value} tells other sites more than they need.",
      unknown: "The value “{value}” is none that browsers know.",
      absent:
        "{count} {count|page sends|pages send} no Referrer-Policy; today's browsers use strict-origin-when-cross-origin, older ones do not.",
    },
  },
  fr: {
    title: "Referrer-Policy (adresse de provenance)",
    pass: "Les autres sites apprennent au plus le nom de la boutique d’où vient le visiteur.",
    why: "Quand une page charge un élément d’une autre société, ou qu’un client suit un lien, le navigateur peut indiquer à cette société sur quelle page il se trouvait. Une adresse avec un numéro de commande, une recherche ou un lien de réinitialisation est une donnée personnelle.",
    outcomes: {
      "whole-address":
        "Les pages indiquent à tous les autres sites l’adresse complète où se trouve le visiteur (unsafe-url).",
      leaky: "La politique {value} en dit plus que nécessaire aux autres sites.",
      unknown: "La valeur « {value} » n’est pas connue des navigateurs.",
      absent:
        "{count} {count|page n’envoie|pages n’envoient} pas de Referrer-Policy ; les navigateurs actuels appliquent strict-origin-when-cross-origin, les anciens non.",
    },
  },
} as const satisfies CheckText<string>;
