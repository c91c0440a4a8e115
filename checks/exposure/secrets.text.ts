import type { ExposureText } from "./exposed.ts";

export const secretsText: ExposureText = {
  en: {
    title: "Passwords and keys in files",
    pass: "None of the usual files with passwords or keys can be read from outside.",
    why: "With a password or a key from such a file, a stranger reads the customers’ data without breaking into anything.",
  },
  fr: {
    title: "Mots de passe et clés dans des fichiers",
    pass: "Aucun des fichiers courants de mots de passe ou de clés n’est lisible de l’extérieur.",
    why: "Avec un mot de passe ou une clé tirés d’un tel fichier, un inconnu lit les données de vos clients sans rien forcer.",
  },
};
