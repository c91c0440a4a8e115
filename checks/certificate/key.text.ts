import type { CheckText } from "../../src/core/check.ts";

export const keyText: CheckText<"breakable" | "short" | "obsolete-type" | "not-in-policy"> = {
  en: {
    title: "Key of the certificate",
    pass: "The key of the certificate is strong.",
    why: "Whoever can compute the key of your certificate can pass for your shop, and nobody will notice. Short keys can be computed.",
    outcomes: {
      breakable: "The key of {host} ({key}) can be broken with ordinary means.",
      short: "The key of {host} ({key}) is too short.",
      "obsolete-type": "The key of {host} ({key}) is of a type that browsers no longer support.",
      "not-in-policy": "The key of {host} ({key}) is not among those of the chosen profile.",
    },
  },
  fr: {
    title: "Clé du certificat",
    pass: "La clé du certificat est solide.",
    why: "Celui qui sait calculer la clé de votre certificat peut se faire passer pour votre boutique sans que personne ne le remarque. Les clés courtes se calculent.",
    outcomes: {
      breakable: "La clé de {host} ({key}) peut être cassée avec des moyens ordinaires.",
      short: "La clé de {host} ({key}) est trop courte.",
      "obsolete-type": "La clé de {host} ({key}) est d’un type que les navigateurs n’acceptent plus.",
      "not-in-policy": "La clé de {host} ({key}) n’est pas de celles du profil choisi.",
    },
  },
};
