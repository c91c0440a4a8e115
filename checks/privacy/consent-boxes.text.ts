import type { CheckText } from "../../src/core/check.ts";

export const consentBoxesText = {
  en: {
    title: "Consent boxes for offers",
    pass: "Offers are asked for freely: no box is ticked beforehand or required.",
    why: "Offers by e-mail or SMS need an agreement that the customer gives himself. A box that is ticked for him is worth nothing, and the list built with it cannot be used.",
    outcomes: {
      preticked: "The {form} on {page} has a box that is ticked beforehand: “{wording}”.",
      "preticked-choice": "The {form} on {page} chooses yes beforehand: “{wording}”.",
      required: "The {form} on {page} cannot be sent without agreeing to offers: “{wording}”.",
      "opt-out": "The {form} on {page} asks customers to tick a box to get no offers: “{wording}”.",
    },
  },
  fr: {
    title: "Cases de consentement à la prospection",
    pass: "L’accord pour recevoir des offres est libre : aucune case n’est pré-cochée ni obligatoire.",
    why: "La prospection par e-mail ou par SMS exige un accord que le client donne lui-même. Une case cochée à sa place ne vaut rien, et le fichier constitué ainsi n’est pas utilisable.",
    outcomes: {
      preticked: "Le {form} de {page} contient une case pré-cochée : « {wording} ».",
      "preticked-choice": "Le {form} de {page} choisit « oui » par défaut : « {wording} ».",
      required: "Le {form} de {page} ne peut pas être envoyé sans accepter la prospection : « {wording} ».",
      "opt-out": "Le {form} de {page} demande de cocher une case pour ne pas recevoir d’offres : « {wording} ».",
    },
  },
} as const satisfies CheckText<string>;
