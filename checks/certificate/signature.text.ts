import type { CheckText } from "../../src/core/check.ts";

export const signatureText: CheckText<"broken" | "sha1" | "not-in-policy"> = {
  en: {
    title: "Signature of the certificate",
    pass: "The certificate is signed with a hash that holds.",
    why: "The signature is what makes a certificate worth something. With MD5 or SHA-1 a forger can make a second certificate with the same signature, and browsers refuse it.",
    outcomes: {
      broken: "In the chain of {host}, a certificate is signed with a broken hash: {algorithm} ({holder}).",
      sha1: "In the chain of {host}, a certificate is signed with SHA-1: {algorithm} ({holder}).",
      "not-in-policy":
        "The certificate of {host} is signed with {algorithm}, which the chosen profile does not list ({holder}).",
    },
  },
  fr: {
    title: "Signature du certificat",
    pass: "Le certificat est signé avec une fonction de hachage solide.",
    why: "C’est la signature qui donne sa valeur au certificat. Avec MD5 ou SHA-1, un faussaire peut fabriquer un second certificat portant la même signature, et les navigateurs le refusent.",
    outcomes: {
      broken:
        "Dans la chaîne de {host}, un certificat est signé avec une fonction de hachage cassée : {algorithm} ({holder}).",
      sha1: "Dans la chaîne de {host}, un certificat est signé avec SHA-1 : {algorithm} ({holder}).",
      "not-in-policy":
        "Le certificat de {host} est signé avec {algorithm}, absent de la liste du profil choisi ({holder}).",
    },
  },
};
