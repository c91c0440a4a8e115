import type { CheckText } from "../../src/core/check.ts";

export const protocolsText: CheckText<"no-tls" | "none-modern" | "obsolete" | "not-in-policy"> = {
  en: {
    title: "Versions of TLS",
    pass: "Only the versions of TLS that are in use today are spoken.",
    why: "TLS is what keeps other people on the network from reading what your customers type. Old versions have known weaknesses and browsers dropped them in 2020; without TLS everything can be read and changed on the way.",
    outcomes: {
      "no-tls": "{host} offers no encrypted connection on port {port}.",
      "none-modern": "{host} speaks neither TLS 1.2 nor TLS 1.3, only {versions}: today's browsers refuse it.",
      obsolete: "{host} still speaks {versions}.",
      "not-in-policy": "{host} speaks {versions}, which the chosen profile does not accept.",
    },
  },
  fr: {
    title: "Versions de TLS",
    pass: "Seules les versions actuelles de TLS sont acceptées.",
    why: "TLS empêche les tiers présents sur le réseau de lire ce que saisissent vos clients. Les anciennes versions ont des faiblesses connues et les navigateurs les ont abandonnées en 2020 ; sans TLS, tout peut être lu et modifié en chemin.",
    outcomes: {
      "no-tls": "{host} n’offre aucune connexion chiffrée sur le port {port}.",
      "none-modern":
        "{host} n’accepte ni TLS 1.2 ni TLS 1.3, seulement {versions} : les navigateurs actuels le refusent.",
      obsolete: "{host} accepte encore {versions}.",
      "not-in-policy": "{host} accepte {versions}, que le profil choisi n’admet pas.",
    },
  },
};
