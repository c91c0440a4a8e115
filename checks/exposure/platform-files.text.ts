import type { ExposureText } from "./exposed.ts";

export const platformFilesText: ExposureText = {
  en: {
    title: "Internal files of the shop system",
    pass: "The internal files of the shop system that were asked for cannot be read.",
    why: "The shop system keeps files for itself. Where they can be read, the wrong folder is published, and more lies beside them.",
  },
  fr: {
    title: "Fichiers internes du logiciel de boutique",
    pass: "Les fichiers internes demandés au logiciel de boutique ne sont pas lisibles.",
    why: "Le logiciel de boutique garde des fichiers pour lui. S’ils sont lisibles, le mauvais dossier est publié, et d’autres fichiers l’entourent.",
  },
};
