import type { ExposureText } from "./exposed.ts";

export const configCopiesText: ExposureText = {
  en: {
    title: "Copies of configuration files",
    pass: "No copy of a configuration file can be read from outside.",
    why: "A copy with another ending is sent as text, and the password of the customers’ database stands in it.",
  },
  fr: {
    title: "Copies de fichiers de configuration",
    pass: "Aucune copie de fichier de configuration n’est lisible de l’extérieur.",
    why: "Une copie dont l’extension a changé est envoyée en texte, et le mot de passe de la base clients y figure.",
  },
};
