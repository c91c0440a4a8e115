import type { CheckText } from "../../src/core/check.ts";

export const mailtoText = {
  en: {
    title: "Forms sent by e-mail program",
    pass: "No form relies on the visitor's own e-mail program.",
    why: "A form that opens the visitor's e-mail program sends what he typed as an ordinary message: without sure encryption, and kept in every mailbox on the way.",
    outcomes: {
      "mailto-action": "The {form} on {page} sends {categories} through the visitor's own e-mail program.",
      "mail-only":
        "{page} offers an e-mail address and no form: what customers write is not sure to be encrypted on its way.",
    },
  },
  fr: {
    title: "Formulaires envoyés par messagerie",
    pass: "Aucun formulaire ne dépend du logiciel de messagerie du visiteur.",
    why: "Un formulaire qui ouvre la messagerie du visiteur envoie la saisie comme un message ordinaire : sans chiffrement garanti, et conservée dans chaque boîte sur le trajet.",
    outcomes: {
      "mailto-action": "Le {form} de {page} envoie {categories} par la messagerie du visiteur.",
      "mail-only":
        "{page} propose une adresse e-mail et aucun formulaire : le chiffrement de ce que vos clients écrivent n’est pas garanti.",
    },
  },
} as const satisfies CheckText<string>;
