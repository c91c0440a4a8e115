import type { CheckText } from "../../src/core/check.ts";

export const chainText: CheckText<"incomplete" | "disordered" | "superfluous" | "root-sent"> = {
  en: {
    title: "Chain of certificates",
    pass: "The server sends every link of the chain, in order.",
    why: "Some browsers find a missing link by themselves, others do not: telephones, payment services and marketing tools then refuse the connection, although the shop looks fine on your own screen.",
    outcomes: {
      incomplete:
        "{host} does not send the intermediate certificate ({issuer}): some customers and partner services are refused.",
      disordered: "{host} sends its chain of {count} certificates in the wrong order.",
      superfluous: "{host} sends certificates that belong to no chain ({count} in all).",
      "root-sent": "{host} also sends the root certificate, which every visitor has already.",
    },
  },
  fr: {
    title: "Chaîne de certification",
    pass: "Le serveur envoie tous les maillons de la chaîne, dans l’ordre.",
    why: "Certains navigateurs retrouvent seuls un maillon manquant, d’autres non : téléphones, services de paiement et outils marketing refusent alors la connexion, même si la boutique s’affiche bien sur votre écran.",
    outcomes: {
      incomplete:
        "{host} n’envoie pas le certificat intermédiaire ({issuer}) : une partie des clients et des services partenaires est refusée.",
      disordered: "{host} envoie sa chaîne de {count} certificats dans le désordre.",
      superfluous: "{host} envoie des certificats étrangers à la chaîne ({count} au total).",
      "root-sent": "{host} envoie aussi le certificat racine, que chaque visiteur possède déjà.",
    },
  },
};
