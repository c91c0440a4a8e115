import type { ExposureText } from "./exposed.ts";

export const adminPanelsText: ExposureText = {
  en: {
    title: "Administration logins",
    pass: "No administration login was found at a usual address, or a further protection stands before it.",
    why: "The administration shows every customer and every order. At an address that anyone can guess, passwords are tried on it day and night.",
  },
  fr: {
    title: "Connexions d’administration",
    pass: "Aucune connexion d’administration n’a été trouvée à une adresse courante, ou une protection supplémentaire la précède.",
    why: "L’administration montre tous les clients et toutes les commandes. À une adresse que chacun peut deviner, des mots de passe y sont essayés jour et nuit.",
  },
};
