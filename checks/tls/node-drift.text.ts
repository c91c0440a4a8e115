import type { CheckText } from "../../src/core/check.ts";

export const nodeDriftText: CheckText<
  "reachable" | "versions" | "suites" | "groups" | "certificate" | "alpn" | "varying"
> = {
  en: {
    title: "Differences between servers",
    pass: "All addresses of the site answer alike.",
    why: "A site often has several servers. When one of them was forgotten at the last change, some customers get its old settings or its expired certificate, and nobody notices.",
    outcomes: {
      reachable: "Not every address of {host} answers ({addresses}).",
      versions: "The addresses of {host} speak different versions of TLS ({addresses}).",
      suites: "The addresses of {host} accept different cipher suites ({addresses}).",
      groups: "The addresses of {host} accept different groups ({addresses}).",
      certificate: "The addresses of {host} show different certificates ({addresses}).",
      alpn: "The addresses of {host} offer different application protocols ({addresses}).",
      varying: "{host} answers differently from one connection to the next ({what}).",
    },
  },
  fr: {
    title: "Différences entre serveurs",
    pass: "Toutes les adresses du site répondent de la même façon.",
    why: "Un site a souvent plusieurs serveurs. Quand l’un d’eux a été oublié au dernier changement, une partie des clients reçoit ses anciens réglages ou son certificat expiré, sans que personne ne le remarque.",
    outcomes: {
      reachable: "Toutes les adresses de {host} ne répondent pas ({addresses}).",
      versions: "Les adresses de {host} n’acceptent pas les mêmes versions de TLS ({addresses}).",
      suites: "Les adresses de {host} n’acceptent pas les mêmes suites cryptographiques ({addresses}).",
      groups: "Les adresses de {host} n’acceptent pas les mêmes groupes ({addresses}).",
      certificate: "Les adresses de {host} présentent des certificats différents ({addresses}).",
      alpn: "Les adresses de {host} ne proposent pas les mêmes protocoles applicatifs ({addresses}).",
      varying: "{host} répond différemment d’une connexion à l’autre ({what}).",
    },
  },
};
