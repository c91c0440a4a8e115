import type { CheckText } from "../../src/core/check.ts";

export const bankDetailsText = {
  en: {
    title: "Bank details (IBAN, RIB)",
    pass: "Bank details are typed at the payment or direct debit provider.",
    why: "With a name and an IBAN a fraudster can set up direct debits. Bank details belong with a provider whose trade it is, and nowhere in mailboxes and contact forms.",
    outcomes: {
      "contact-form":
        "The {form} on {page} asks for bank details ({categories}) like an ordinary message: they end up in a mailbox.",
      "form-service": "The {form} on {page} sends bank details ({categories}) to the form service {host}.",
      "collected-here": "The {form} on {page} collects bank details ({categories}) on your own site.",
    },
  },
  fr: {
    title: "Coordonnées bancaires (IBAN, RIB)",
    pass: "Les coordonnées bancaires sont saisies chez le prestataire de paiement ou de prélèvement.",
    why: "Avec un nom et un IBAN, un fraudeur peut mettre en place des prélèvements. Les coordonnées bancaires ont leur place chez un prestataire dont c’est le métier, et jamais dans une boîte e-mail ou un formulaire de contact.",
    outcomes: {
      "contact-form":
        "Le {form} de {page} demande des coordonnées bancaires ({categories}) comme un message ordinaire : elles arrivent dans une boîte e-mail.",
      "form-service":
        "Le {form} de {page} envoie des coordonnées bancaires ({categories}) au service de formulaires {host}.",
      "collected-here": "Le {form} de {page} recueille des coordonnées bancaires ({categories}) sur votre propre site.",
    },
  },
} as const satisfies CheckText<string>;
