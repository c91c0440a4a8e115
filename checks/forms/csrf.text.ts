import type { CheckText } from "../../src/core/check.ts";

export const csrfText = {
  en: {
    title: "Forms protected against other sites",
    pass: "Forms carry a token, or the session cookie stays at home.",
    why: "Without protection another site can make the browser of a logged-in customer send a form in his name: change an address, place an order.",
    outcomes: {
      "no-token":
        "The {form} on {page} carries no visible token, and the session cookie {cookie} is sent with requests that other sites start.",
    },
  },
  fr: {
    title: "Formulaires protégés contre les autres sites",
    pass: "Les formulaires portent un jeton, ou le cookie de session ne part pas avec les requêtes d’autres sites.",
    why: "Sans protection, un autre site peut faire envoyer un formulaire par le navigateur d’un client connecté, en son nom : changer une adresse, passer une commande.",
    outcomes: {
      "no-token":
        "Le {form} de {page} ne porte aucun jeton visible, et le cookie de session {cookie} accompagne les requêtes lancées par d’autres sites.",
    },
  },
} as const satisfies CheckText<string>;
