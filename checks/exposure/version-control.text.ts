import type { ExposureText } from "./exposed.ts";

export const versionControlText: ExposureText = {
  en: {
    title: "Source repositories",
    pass: "No source repository can be read from outside.",
    why: "A repository left on the web server gives away the shop’s source code, its history and the passwords that were ever in it.",
  },
  fr: {
    title: "Dépôts de code source",
    pass: "Aucun dépôt de code source n’est lisible de l’extérieur.",
    why: "Un dépôt oublié sur le serveur web livre le code source de la boutique, son historique et les mots de passe qui y ont figuré.",
  },
};
