import type { CheckText } from "../../src/core/check.ts";

export const actionTransportText = {
  en: {
    title: "Forms are sent encrypted",
    pass: "Every form with personal data is sent over https.",
    why: "What a form sends over http can be read by anyone on the way: a public wifi, an access provider. Browsers warn your customers before they send it, and many give up.",
    outcomes: {
      "action-in-clear": "The {form} on {page} sends {categories} in clear to {action}.",
      "base-in-clear":
        "The {form} on {page} sends {categories} in clear to {action}, because the base address of the page begins with http.",
      "button-in-clear": "A button of the {form} on {page} sends {categories} in clear to {action}.",
    },
  },
  fr: {
    title: "Envoi chiffré des formulaires",
    pass: "Tous les formulaires qui recueillent des données personnelles sont envoyés en https.",
    why: "Ce qu’un formulaire envoie en http peut être lu par toute personne placée sur le réseau (wifi public, opérateur). Les navigateurs avertissent vos clients avant l’envoi, et beaucoup renoncent.",
    outcomes: {
      "action-in-clear": "Le {form} de {page} envoie {categories} en clair vers {action}.",
      "base-in-clear":
        "Le {form} de {page} envoie {categories} en clair vers {action}, parce que l’adresse de base de la page commence par http.",
      "button-in-clear": "Un bouton du {form} de {page} envoie {categories} en clair vers {action}.",
    },
  },
} as const satisfies CheckText<string>;
