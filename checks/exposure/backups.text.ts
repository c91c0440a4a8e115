import type { ExposureText } from "./exposed.ts";

export const backupsText: ExposureText = {
  en: {
    title: "Backups",
    pass: "No backup of the site lies within reach.",
    why: "A backup beside the shop holds its code, its settings and often its customers, for whoever guesses the name.",
  },
  fr: {
    title: "Sauvegardes",
    pass: "Aucune sauvegarde du site n’est à portée.",
    why: "Une sauvegarde posée à côté de la boutique contient son code, ses réglages et souvent ses clients, pour qui devine son nom.",
  },
};
