import type { CheckText } from "../../src/core/check.ts";

export const scriptTransportText = {
  en: {
    title: "Scripts send data encrypted",
    pass: "No script on pages with forms was seen to send data in clear.",
    why: "Many forms are sent by a script and not by the browser. If the script uses http, what your customers typed travels in clear and no warning appears.",
    outcomes: {
      "sends-in-clear": "A script on {page} seems to send data in clear to {address}.",
      "socket-in-clear": "A script on {page} seems to open an unencrypted connection to {address}.",
      "foreign-service-worker":
        "The service worker of {page} loads code from {address}; it can read every request of these pages.",
    },
  },
  fr: {
    title: "Envoi chiffré par les scripts",
    pass: "Aucun script des pages de formulaire ne semble envoyer de données en clair.",
    why: "Beaucoup de formulaires sont envoyés par un script et non par le navigateur. Si le script utilise http, la saisie de vos clients circule en clair sans qu’aucun avertissement n’apparaisse.",
    outcomes: {
      "sends-in-clear": "Un script de {page} semble envoyer des données en clair vers {address}.",
      "socket-in-clear": "Un script de {page} semble ouvrir une connexion non chiffrée vers {address}.",
      "foreign-service-worker":
        "Le service worker de {page} charge du code depuis {address} ; il peut lire toutes les requêtes de ces pages.",
    },
  },
} as const satisfies CheckText<string>;
