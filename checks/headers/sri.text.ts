import type { CheckText } from "../../src/core/check.ts";

export const sriText = {
  en: {
    title: "Integrity of scripts from elsewhere (SRI)",
    pass: "Libraries from public servers are pinned.",
    why: "A script that comes from another company's server runs with all rights on your page. If that server is broken into, the thief is in every shop that loads it. With integrity the browser runs only the file that you have checked.",
    outcomes: {
      "payment-unpinned": "A payment or login page runs a library from {host} without integrity check.",
      "no-crossorigin": "The script of {host} has integrity but no crossorigin attribute, so browsers block it.",
      "bad-digest":
        "The integrity attribute of the script of {host} holds no digest that browsers know; nothing is checked.",
      "library-unpinned": "The library from {host} is loaded without integrity check.",
    },
  },
  fr: {
    title: "Intégrité des scripts venus d’ailleurs (SRI)",
    pass: "L’intégrité des bibliothèques venues de serveurs publics est contrôlée.",
    why: "Un script venu du serveur d’une autre société s’exécute avec tous les droits sur votre page. Si ce serveur est piraté, le voleur est dans toutes les boutiques qui le chargent. Avec integrity, le navigateur n’exécute que le fichier que vous avez contrôlé.",
    outcomes: {
      "payment-unpinned":
        "Une page de paiement ou de connexion exécute une bibliothèque venue de {host} sans contrôle d’intégrité.",
      "no-crossorigin": "Le script de {host} porte integrity mais pas crossorigin ; les navigateurs le bloquent.",
      "bad-digest":
        "L’attribut integrity du script de {host} ne contient aucune empreinte connue des navigateurs ; rien n’est vérifié.",
      "library-unpinned": "La bibliothèque venue de {host} est chargée sans contrôle d’intégrité.",
    },
  },
} as const satisfies CheckText<string>;
