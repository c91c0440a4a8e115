import type { ExposureText } from "./exposed.ts";

export const metadataText: ExposureText = {
  en: {
    title: "Left-over small files",
    pass: "No left-over of an editor, a computer or a server can be read.",
    why: "Small left-overs name other files: they are the map by which the valuable ones are found.",
  },
  fr: {
    title: "Petits fichiers oubliés",
    pass: "Aucun reste d’éditeur, d’ordinateur ou de serveur n’est lisible.",
    why: "Ces petits restes nomment d’autres fichiers : ils servent de plan pour trouver ceux qui ont de la valeur.",
  },
};
