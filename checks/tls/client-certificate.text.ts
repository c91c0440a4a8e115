import type { CheckText } from "../../src/core/check.ts";

export const clientCertificateText: CheckText<"requested" | "required"> = {
  en: {
    title: "Certificate asked of visitors",
    pass: "Visitors are not asked for a certificate.",
    why: "A site that asks visitors for a certificate shows some of them a window that they do not understand. It belongs on an internal service, not in front of a shop.",
    outcomes: {
      requested: "{host} asks every visitor for a certificate, without insisting.",
      required: "{host} lets nobody in without a client certificate.",
    },
  },
  fr: {
    title: "Certificat demandé aux visiteurs",
    pass: "Aucun certificat n’est demandé aux visiteurs.",
    why: "Un site qui demande un certificat à ses visiteurs montre à certains une fenêtre qu’ils ne comprennent pas. Cela convient à un service interne, pas à une boutique.",
    outcomes: {
      requested: "{host} demande un certificat à chaque visiteur, sans l’exiger.",
      required: "{host} n’admet personne sans certificat client.",
    },
  },
};
