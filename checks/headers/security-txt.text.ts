import type { CheckText } from "../../src/core/check.ts";

export const securityTxtText = {
  en: {
    title: "security.txt",
    pass: "Whoever finds a weakness knows whom to write to.",
    why: "People who find a hole in a shop often want to tell its owner, and find no address. A small text file says where to write, and you hear of it before the thieves do.",
    outcomes: {
      absent: "There is no security.txt.",
      expired: "security.txt expired on {expires:date}; finders take it for abandoned.",
      "no-contact": "security.txt names no address to write to (Contact: mailto:, https: or tel:).",
      "no-expires": "security.txt has no readable expiry date (Expires).",
      repeated: "security.txt repeats a field that may stand once only.",
      "in-clear": "security.txt comes over http, where anybody on the way can change the contact.",
      "wrong-type": "security.txt is sent as “{type}” and not as text/plain.",
      "other-address": "security.txt names other addresses as its own (Canonical).",
    },
  },
  fr: {
    title: "security.txt",
    pass: "Celui qui trouve une faille sait à qui écrire.",
    why: "Qui trouve une faille dans une boutique veut souvent prévenir son propriétaire, et ne trouve pas d’adresse. Un petit fichier texte dit où écrire : vous l’apprenez avant les voleurs.",
    outcomes: {
      absent: "Il n’y a pas de fichier security.txt.",
      expired: "security.txt a expiré le {expires:date} ; on le croit abandonné.",
      "no-contact": "security.txt n’indique aucune adresse où écrire (Contact: mailto:, https: ou tel:).",
      "no-expires": "security.txt n’a pas de date d’expiration lisible (Expires).",
      repeated: "security.txt répète un champ qui ne doit figurer qu’une fois.",
      "in-clear": "security.txt est servi en http, où n’importe qui peut modifier le contact en chemin.",
      "wrong-type": "security.txt est envoyé comme « {type} » et non comme text/plain.",
      "other-address": "security.txt désigne d’autres adresses comme les siennes (Canonical).",
    },
  },
} as const satisfies CheckText<string>;
