import type { CheckText } from "../../src/core/check.ts";

export const cardFieldsText = {
  en: {
    title: "Card details",
    pass: "Card details are typed at the payment provider and not into your own pages.",
    why: "Card fields in your own pages make your whole site part of the payment: any script on the page can read the card number, and the full set of PCI DSS requirements is yours to meet.",
    outcomes: {
      "card-fields-here": "The {form} on {page} asks for card details ({categories}) in a page of your own site.",
    },
  },
  fr: {
    title: "Carte bancaire",
    pass: "La carte bancaire est saisie chez le prestataire de paiement et non dans vos pages.",
    why: "Des champs de carte dans vos propres pages font de tout votre site une partie du paiement : n’importe quel script de la page peut lire le numéro de carte, et l’ensemble des exigences PCI DSS vous revient.",
    outcomes: {
      "card-fields-here":
        "Le {form} de {page} demande la carte bancaire ({categories}) dans une page de votre propre site.",
    },
  },
} as const satisfies CheckText<string>;
