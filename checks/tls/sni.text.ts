import type { CheckText } from "../../src/core/check.ts";

export const sniText: CheckText<"other-certificate"> = {
  en: {
    title: "Visitors who name no host",
    pass: "Without a host name the server shows the site's own certificate, or refuses.",
    why: "Very old programs, and curious people, connect without saying which site they want. The certificate that they get shows who else lives on the server.",
    outcomes: { "other-certificate": "Without a host name, {host} shows a certificate for other names: {names}." },
  },
  fr: {
    title: "Visiteurs qui ne nomment aucun hôte",
    pass: "Sans nom d’hôte, le serveur présente le certificat du site ou refuse.",
    why: "De très anciens logiciels, et des curieux, se connectent sans dire quel site ils veulent. Le certificat reçu montre qui d’autre se trouve sur le serveur.",
    outcomes: { "other-certificate": "Sans nom d’hôte, {host} présente un certificat pour d’autres noms : {names}." },
  },
};
