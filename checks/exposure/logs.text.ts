import type { ExposureText } from "./exposed.ts";

export const logsText: ExposureText = {
  en: {
    title: "Logs",
    pass: "No log can be read from outside.",
    why: "Logs quote customers, orders, addresses and sometimes passwords; nobody thinks of them as a customer file, but they are one.",
  },
  fr: {
    title: "Journaux",
    pass: "Aucun journal n’est lisible de l’extérieur.",
    why: "Les journaux citent clients, commandes, adresses et parfois mots de passe : personne n’y pense comme à un fichier clients, pourtant c’en est un.",
  },
};
