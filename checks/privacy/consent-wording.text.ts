import type { CheckText } from "../../src/core/check.ts";

export const consentWordingText = {
  en: {
    title: "Wording of consent boxes",
    pass: "Each box asks for one thing, and says to whom data go.",
    why: "A customer must be able to say yes to one thing and no to another, and to know who will write to him.",
    outcomes: {
      bundled: "The {form} on {page} has one box for the terms of sale and for offers together: “{wording}”.",
      "partners-without-list": "The {form} on {page} speaks of partners without a link to their list: “{wording}”.",
      "sms-and-email": "The {form} on {page} has one box for e-mail and SMS together: “{wording}”.",
    },
  },
  fr: {
    title: "Formulation des cases de consentement",
    pass: "Chaque case demande une seule chose et indique à qui vont les données.",
    why: "Un client doit pouvoir dire oui à une chose et non à une autre, et savoir qui va lui écrire.",
    outcomes: {
      bundled:
        "Le {form} de {page} réunit dans une seule case les conditions générales et la prospection : « {wording} ».",
      "partners-without-list": "Le {form} de {page} évoque des partenaires sans lien vers leur liste : « {wording} ».",
      "sms-and-email": "Le {form} de {page} réunit dans une seule case l’e-mail et le SMS : « {wording} ».",
    },
  },
} as const satisfies CheckText<string>;
