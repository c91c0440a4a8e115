import type { CheckText } from "../../src/core/check.ts";

export const staplingText: CheckText<"must-staple-broken" | "missing"> = {
  en: {
    title: "Revocation answer (OCSP stapling)",
    pass: "The server sends the answer of its authority along.",
    why: "With stapling, the visitor's browser need not ask the authority whether the certificate still holds, so the authority does not learn who visits your shop.",
    outcomes: {
      "must-staple-broken":
        "The certificate of {host} demands a stapled answer, and the server sends none: Firefox refuses the site.",
      missing: "{host} sends no stapled answer although its authority gives one.",
    },
  },
  fr: {
    title: "Réponse de révocation (agrafage OCSP)",
    pass: "Le serveur joint la réponse de son autorité.",
    why: "Avec l’agrafage, le navigateur du visiteur n’a pas à demander à l’autorité si le certificat vaut encore ; l’autorité n’apprend donc pas qui visite votre boutique.",
    outcomes: {
      "must-staple-broken":
        "Le certificat de {host} exige une réponse agrafée et le serveur n’en envoie pas : Firefox refuse le site.",
      missing: "{host} ne joint pas de réponse agrafée alors que son autorité en fournit.",
    },
  },
};
