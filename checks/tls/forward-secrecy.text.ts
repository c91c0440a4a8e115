import type { CheckText } from "../../src/core/check.ts";

export const forwardSecrecyText: CheckText<"none" | "preferred" | "static-keys"> = {
  en: {
    title: "Forward secrecy",
    pass: "Every connection has keys of its own that nobody can recover later.",
    why: "Without forward secrecy, whoever records the traffic today and steals the server's key tomorrow can read all of it: orders, addresses, bank details. Static RSA is also what the ROBOT attack needs; Vigie does not try that attack.",
    outcomes: {
      none: "{host} offers no forward secrecy at all: {suites}{more}.",
      preferred: "{host} prefers a suite without forward secrecy: {suites}{more}.",
      "static-keys": "{host} also accepts suites without forward secrecy: {suites}{more}.",
    },
  },
  fr: {
    title: "Confidentialité persistante",
    pass: "Chaque connexion a ses propres clés, que personne ne peut retrouver plus tard.",
    why: "Sans confidentialité persistante, celui qui enregistre le trafic aujourd’hui et vole la clé du serveur demain peut tout lire : commandes, adresses, coordonnées bancaires. L’échange RSA statique est aussi ce qu’exploite l’attaque ROBOT ; Vigie ne tente pas cette attaque.",
    outcomes: {
      none: "{host} n’offre aucune confidentialité persistante : {suites}{more}.",
      preferred: "{host} préfère une suite sans confidentialité persistante : {suites}{more}.",
      "static-keys": "{host} accepte aussi des suites sans confidentialité persistante : {suites}{more}.",
    },
  },
};
