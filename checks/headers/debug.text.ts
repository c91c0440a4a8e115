import type { CheckText } from "../../src/core/check.ts";

export const debugText = {
  en: {
    title: "Debugging tools and internal addresses",
    pass: "No debugging tool answers, and no internal address shows.",
    why: "Debugging tools show strangers what the shop does inside: queries, sessions, sometimes passwords. Internal addresses draw a map for whoever gets in.",
    outcomes: {
      "debug-tool": "The header {header} shows that a debugging tool is switched on: {tool}.",
      "internal-address": "The header {header} tells an internal address: {address}.",
      "inode-tag": "The header {header} tells the inode number of files.",
    },
  },
  fr: {
    title: "Outils de débogage et adresses internes",
    pass: "Aucun outil de débogage ne répond et aucune adresse interne n’apparaît.",
    why: "Un outil de débogage montre à n’importe qui ce que fait la boutique en interne : requêtes, sessions, parfois mots de passe. Une adresse interne sert de plan à celui qui entre.",
    outcomes: {
      "debug-tool": "L’en-tête {header} montre qu’un outil de débogage est actif : {tool}.",
      "internal-address": "L’en-tête {header} révèle une adresse interne : {address}.",
      "inode-tag": "L’en-tête {header} révèle le numéro d’inode des fichiers.",
    },
  },
} as const satisfies CheckText<string>;
