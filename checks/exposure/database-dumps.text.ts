import type { ExposureText } from "./exposed.ts";

export const databaseDumpsText: ExposureText = {
  en: {
    title: "Database exports",
    pass: "No database export lies within reach.",
    why: "A database export is the whole customer file: names, addresses, orders and passwords, in one download.",
  },
  fr: {
    title: "Exports de base de données",
    pass: "Aucun export de base de données n’est à portée.",
    why: "Un export de la base, c’est tout le fichier clients : noms, adresses, commandes et mots de passe, en un téléchargement.",
  },
};
