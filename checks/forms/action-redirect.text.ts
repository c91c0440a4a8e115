import type { CheckText } from "../../src/core/check.ts";

export const actionRedirectText = {
  en: {
    title: "Sent forms stay encrypted",
    pass: "The addresses that forms are sent to do not lead back to http.",
    why: "A form that is sent encrypted and then redirected to http loses its protection on the second leg, without any warning.",
    outcomes: {
      "resent-in-clear":
        "{action}, which receives the {form} on {page}, redirects with status {status} to {to}: the browser sends {categories} again, in clear.",
      "address-in-clear":
        "{action}, which receives the {form} on {page}, redirects to {to}: the address and the cookies that follow travel in clear.",
    },
  },
  fr: {
    title: "Formulaires envoyés sans retour en clair",
    pass: "Les adresses qui reçoivent les formulaires ne ramènent pas en http.",
    why: "Un formulaire envoyé chiffré puis redirigé vers http perd sa protection sur la seconde partie du trajet, sans aucun avertissement.",
    outcomes: {
      "resent-in-clear":
        "{action}, qui reçoit le {form} de {page}, redirige avec le statut {status} vers {to} : le navigateur renvoie {categories} en clair.",
      "address-in-clear":
        "{action}, qui reçoit le {form} de {page}, redirige vers {to} : l’adresse et les cookies qui suivent circulent en clair.",
    },
  },
} as const satisfies CheckText<string>;
